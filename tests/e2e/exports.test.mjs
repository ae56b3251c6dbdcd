// Every kind of file that the work can be taken away in.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { opened } from './article.mjs';
import { at, start, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** How the name of a file ends, and what stands in it. */
const FILES = {
  'export-quotes-csv': ['-quotes.csv', 'We waited eleven years'],
  'export-names-conll': ['-names.conll', 'B-PER'],
  'export-jsonld': ['.jsonld', 'TextQuoteSelector'],
  'export-md': ['.md', '## '],
  'export-html': ['.html', '<mark'],
};

test('every kind of file says beforehand what it leaves out, and is handed over', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await page.keyboard.press('Shift+E');
  await at(page, 'export-dialog').waitFor();
  const buttons = page.locator('[data-testid=export-dialog] .file-pick:not([data-testid=print])');
  const kinds = await buttons.evaluateAll((all) => all.map((button) => button.dataset.testid));
  for (const id of Object.keys(FILES)) assert.ok(kinds.includes(id), `${id} is one of ${kinds}`);
  assert.equal(kinds[0], 'export-json', 'what holds everything comes first');
  const groups = await page.locator('[data-testid=export-dialog] h3').allTextContents();
  assert.deepEqual(groups, ['To go on working', 'To read', 'For a spreadsheet', 'As data']);
  const left = await at(page, 'export-without').allTextContents();
  assert.equal(left.length, kinds.length);
  assert.equal(left[0], 'Holds everything.');
  assert.ok(left.slice(1).every((line) => line.startsWith('Not in it: ')), left.join('\n'));
  // What a file leaves out is said when it is asked for.
  const first = at(page, 'export-losses').first();
  const sentence = page.locator('[data-testid=export-without][id]').first();
  assert.equal(await sentence.isVisible(), false);
  await first.click();
  assert.equal(await first.getAttribute('aria-expanded'), 'true');
  assert.match(await sentence.innerText(), /^Not in it: /);
  const seen = new Set();
  for (const id of kinds) {
    if (!(await at(page, 'export-dialog').isVisible())) await at(page, 'export').click();
    const [file] = await Promise.all([page.waitForEvent('download'), at(page, id).click()]);
    const name = file.suggestedFilename();
    const text = readFileSync(await file.path(), 'utf8');
    const [ending, part] = FILES[id] ?? ['', ''];
    assert.ok(name.endsWith(ending), name);
    assert.ok(text.includes(part), id);
    assert.match(text, /Porto Claro|Díaz|waited eleven years/, name);
    seen.add(name);
  }
  assert.equal(await at(page, 'export-dialog').count(), 0, 'the menu closes when something of it is chosen');
  assert.equal(seen.size, kinds.length, [...seen].join());
  await who.close();
});
