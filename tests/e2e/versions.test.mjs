// Another version of the text: edited in place or pasted over, with what was marked and checked carried along.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { file, opened } from './article.mjs';
import { analyze, at, count, counted, mark, ready, saved, start, visitor } from './harness.mjs';
import { currentFile, record } from './steps.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const TEXT = [
  'The ferry stays',
  'PORTO CLARO — The ferry to Rocha island will run for two more winters, Mayor Elena Duarte said on Monday.',
  '“Nobody on the island will be left without a boat,” Duarte told reporters.',
  'Tomás Vieira, who has steered the ferry since 1998, was less sure. “I have heard that before,” he said.',
  'The regional government pays for the crossings.',
].join('\n\n');

/** Edits the text as a person does who pastes a newer version over it. */
async function edit(page, change) {
  await at(page, 'edit-text').click();
  const area = at(page, 'text-area');
  await area.fill(change(await area.inputValue()));
  await at(page, 'text-put').click();
  await at(page, 'text-dialog').waitFor({ state: 'detached' });
}

const shown = (page) => at(page, 'article').locator('[data-p]').evaluateAll((all) => all.map((one) => [...one.querySelectorAll('[data-s]')].map((piece) => piece.textContent).join('')).join('\n\n'));

test('a newer version keeps what was checked, lists what is gone, and one undo takes it back', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, TEXT);
  await mark(page, 'Elena Duarte').first().click();
  await at(page, 'accept').click();
  await at(page, 'inspector-note').fill('rang her office');
  await mark(page, 'Tomás Vieira').first().click();
  await at(page, 'accept').click();
  await saved(page);
  const before = await currentFile(page);
  const marks = await count(page);

  await edit(page, (text) => text.replace('The ferry stays', 'Two more winters for the ferry').replace('Tomás Vieira, who', 'The skipper, who').replace('two more winters', 'three more winters'));
  await at(page, 'carried-dialog').waitFor();
  const rows = await at(page, 'carried-row').allTextContents();
  assert.ok(rows.some((row) => row.includes('Tomás Vieira')), rows.join(' | '));
  await at(page, 'carried-close').click();
  await ready(page);
  const duarte = await record(page, 'Elena Duarte');
  assert.deepEqual([duarte.review, duarte.note], ['accepted', 'rang her office']);
  assert.match(await shown(page), /three more winters/);
  await saved(page);

  // It is there after a reload, with its history.
  await page.again();
  await ready(page);
  assert.equal((await record(page, 'Elena Duarte')).note, 'rang her office');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => document.querySelector('[data-testid=article]').textContent.includes('The ferry stays'));
  await counted(mark(page, 'Tomás Vieira'), 1);
  assert.equal(await count(page), marks);
  const { mentions, quotes, text } = await currentFile(page);
  assert.deepEqual({ mentions, quotes, text }, { mentions: before.mentions, quotes: before.quotes, text: before.text });
  await page.keyboard.press('Control+y');
  await page.waitForFunction(() => document.querySelector('[data-testid=article]').textContent.includes('Two more winters'));
  await who.close();
});

test('by keyboard: the title alone is changed, what was typed is there after a reload, Cancel leaves everything', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await saved(page);
  await page.keyboard.press('t');
  await at(page, 'text-dialog').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'text-area');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Added words.');
  await page.again();
  await ready(page);
  await page.keyboard.press('t');
  await page.waitForFunction(() => document.querySelector('[data-testid=text-area]')?.value.endsWith(' Added words.'));
  await at(page, 'text-cancel').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('t');
  assert.ok(!(await at(page, 'text-area').inputValue()).includes('Added words'));
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('The lock, again');
  await page.keyboard.press('Enter');
  await at(page, 'text-dialog').waitFor({ state: 'detached' });
  assert.equal((await currentFile(page)).title, 'The lock, again');
  assert.equal(JSON.parse(file()).text, (await currentFile(page)).text);
  await who.close();
});

test('nothing in the field is refused with a sentence, and changes nothing', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  const before = await currentFile(page);
  await at(page, 'edit-text').click();
  await at(page, 'text-area').fill('   \n ');
  await at(page, 'text-put').click();
  await at(page, 'text-refused').waitFor();
  await at(page, 'text-cancel').click();
  assert.deepEqual(await currentFile(page), before);
  await who.close();
});

test('a version edited in one tab is shown in the other', async () => {
  const who = await visitor(site);
  const one = await opened(who);
  await saved(one);
  const two = await who.tab();
  await two.open();
  await at(two, 'recent').or(at(two, 'article')).first().waitFor();
  if (await at(two, 'recent').count()) await at(two, 'recent').first().click();
  await ready(two);
  await edit(one, (text) => `A new lead.\n\n${text}`);
  await saved(one);
  await two.waitForFunction(() => document.querySelector('[data-testid=article]').textContent.includes('A new lead.'));
  await who.close();
});
