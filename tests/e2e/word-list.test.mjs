// The person’s own word list: what it learns, what is written into it, and how it is taken along.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { opened } from './article.mjs';
import { analyze, analyzed, at, counted, mark, names, ready, saved, start, visitor } from './harness.mjs';
import { written } from './steps.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const FIRST = 'President Ana Díaz arrived in Oslo on Monday.\n\n“We are ready,” Díaz told reporters in Oslo.';
const SECOND = 'Oslo expects Díaz again.\n\n“Yes,” said Díaz in Oslo.';

/** A click on the row's menu, which shows when the row is pointed at. */
const menu = (page, name) => at(page, 'entity-row').filter({ hasText: name }).first().locator('[data-testid=entity-menu]').click();

const word = (page, words) => page.locator(`[data-testid=word][data-words="${words}"]`);

/** Analyzes the open article again. */
async function again(page) {
  await page.keyboard.press('Shift+R');
  await at(page, 'stop-analysis').waitFor({ state: 'detached' });
  await analyzed(page);
}

test('what is corrected is remembered for the next article, shown, edited, forgotten and taken along', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await at(page, 'start-words').click();
  await at(page, 'words-none').waitFor();
  await at(page, 'layer-close').click();
  await analyze(page, FIRST);
  await menu(page, 'Oslo');
  await at(page, 'entity-relabel').filter({ hasText: 'Organization' }).click();
  assert.deepEqual(await names(page, 'panel-organizations'), ['Oslo']);

  await at(page, 'toast-words').click();
  await counted(at(page, 'word'), 1);
  assert.equal(await at(page, 'word').getAttribute('data-words'), 'Oslo');
  await at(page, 'layer-close').click();
  await page.keyboard.press('Control+z');
  await at(page, 'words').click();
  await at(page, 'words-none').waitFor();
  await at(page, 'layer-close').click();
  await page.keyboard.press('Control+y');

  await saved(page);

  // The next article, after a reload: right from the start, and it says why.
  await page.again();
  await at(page, 'new-article').click();
  await analyze(page, SECOND);
  assert.deepEqual(await names(page, 'panel-organizations'), ['Oslo']);
  await mark(page, 'Oslo').first().click();
  assert.match(await at(page, 'inspector-evidence').textContent(), /“Oslo” is on your own list/);
  await page.keyboard.press('Escape');

  // Edited by hand: another kind, a name, an entry that names nothing.
  await at(page, 'words').click();
  await at(page, 'word-kind').selectOption({ label: 'Place' });
  await at(page, 'word-name').fill('Oslo, Norway');
  await at(page, 'word-name').press('Tab');
  await at(page, 'word-add-words').fill('Díaz');
  await at(page, 'word-add-kind').selectOption({ label: 'No name' });
  await at(page, 'word-add').click();
  assert.match(await at(page, 'words-count').textContent(), /2 entries/);
  const [file] = await Promise.all([page.waitForEvent('download'), at(page, 'words-export').click()]);
  const list = readFileSync(await file.path());
  await at(page, 'words-forget-all').click();
  await at(page, 'words-none').waitFor();
  await at(page, 'words-undo').click();
  assert.match(await at(page, 'words-count').textContent(), /2 entries/);
  await at(page, 'word-forget').first().click();
  assert.match(await at(page, 'words-count').textContent(), /1 entry/);
  await who.close();

  // In another browser: a file that breaks off changes nothing, a whole one is taken over and used.
  const other = await visitor(site);
  const second = await other.tab();
  await second.open();
  await analyze(second, SECOND);
  await at(second, 'words').click();
  const take = (name, buffer) => at(second, 'words-import').setInputFiles({ name, mimeType: 'application/json', buffer });
  await take('bad.json', list.subarray(0, 20));
  await at(second, 'words-said').filter({ hasText: 'breaks off' }).waitFor();
  await counted(at(second, 'word'), 0);
  await take('list.json', list);
  await at(second, 'words-said').filter({ hasText: '2 entries taken over' }).waitFor();
  await at(second, 'layer-close').click();
  await again(second);
  await second.waitForFunction(() => ![...document.querySelectorAll('[data-testid=mark]')].some((m) => m.textContent === 'Díaz'));
  assert.deepEqual(await names(second, 'panel-places'), ['Oslo, Norway']);
  await other.close();
});

test('words added by hand are found by the next analysis; an entry is kept, forgotten, taken back, changed', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await at(page, 'words').click();
  await at(page, 'word-add-words').fill('blue ribbon');
  await at(page, 'word-add-kind').selectOption('2');
  await at(page, 'word-add').click();
  await word(page, 'blue ribbon').waitFor();
  await at(page, 'layer-close').click();
  await again(page);
  assert.ok((await written(page)).includes('ORGANIZATION blue ribbon'));

  await page.again();
  await ready(page);
  await at(page, 'words').click();
  await word(page, 'blue ribbon').locator('[data-testid=word-forget]').click();
  await word(page, 'blue ribbon').waitFor({ state: 'detached' });
  await at(page, 'words-undo').click();
  await word(page, 'blue ribbon').locator('[data-testid=word-kind]').selectOption('1');
  await at(page, 'layer-close').click();
  await again(page);
  assert.ok((await written(page)).includes('PLACE blue ribbon'));
  await who.close();
});

test('two tabs have one list, and neither undoes the other', async () => {
  const who = await visitor(site);
  const [one, two] = [await who.tab(), await who.tab()];
  for (const page of [one, two]) {
    await page.open();
    await at(page, 'start-words').click();
  }
  const add = async (page, words) => {
    await at(page, 'word-add-words').fill(words);
    await at(page, 'word-add').click();
  };
  await add(one, 'Ada');
  await add(two, 'Bea');
  for (const page of [one, two]) {
    await page.locator('[data-words=Ada]').waitFor();
    await page.locator('[data-words=Bea]').waitFor();
  }
  await two.locator('[data-words=Ada] [data-testid=word-forget]').click();
  await one.locator('[data-words=Ada]').waitFor({ state: 'detached' });
  await counted(at(one, 'word'), 1);
  await who.close();
});

test('a list that does not learn stays as it is', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await at(page, 'start-words').click();
  await at(page, 'words-learn').uncheck();
  await at(page, 'layer-close').click();
  await analyze(page, FIRST);
  await menu(page, 'Oslo');
  await at(page, 'entity-relabel').filter({ hasText: 'Organization' }).click();
  assert.equal(await at(page, 'toast-words').count(), 0);
  await at(page, 'words').click();
  await at(page, 'words-none').waitFor();
  await who.close();
});

test('a line that is set aside is set aside in the next article, until the person says otherwise', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  const LINE = 'This piece first ran in the Tern, where Ana Díaz writes on Sundays.';
  const line = () => page.locator('[data-block]').filter({ hasText: LINE });
  const become = (kind) => page.locator(`[data-block=${kind}]`).filter({ hasText: LINE }).waitFor({ state: 'attached' });
  const article = (more) => `Ana Díaz arrived in Oslo on Monday, and hundreds of people came to see her.\n\n${LINE}\n\n“We are ready,” Díaz told reporters in Oslo. ${more}`;
  await analyze(page, article('She left.'));
  await become('body');
  await line().hover();
  await line().locator('[data-testid=block-switch]').click();
  await become('furniture');
  await saved(page);

  // The next article, after a reload.
  await page.again();
  await at(page, 'new-article').click();
  await analyze(page, article('She stays.'));
  await become('furniture');
  await counted(mark(page, 'Ana Díaz'), 1);

  // The list shows it and can forget it.
  await at(page, 'words').click();
  assert.equal(await word(page, LINE).locator('[data-testid=word-kind]').inputValue(), 'aside');
  await word(page, LINE).locator('[data-testid=word-forget]').click();
  await at(page, 'words-none').waitFor();
  await at(page, 'layer-close').click();
  await again(page);
  await become('body');
  await who.close();
});
