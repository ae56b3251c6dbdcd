// What is the person's own: the word list, and every kind of file that the work can be taken away in.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { opened, TOTAL } from './article.mjs';
import { analyzed, at, count, drag, start, visitor } from './harness.mjs';
import { written } from './steps.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const word = (page, words) => page.locator(`[data-testid=word][data-words="${words}"]`);

/** Analyzes the open article again. */
async function again(page) {
  await page.keyboard.press('Shift+R');
  await at(page, 'stop-analysis').waitFor({ state: 'detached' });
  await analyzed(page);
}

test('the word list: added to, used by the next analysis, changed, forgotten, taken back, kept', async () => {
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
  await at(page, 'annotation-count').waitFor();
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

test('the word list as a file: taken to another browser', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await at(page, 'words').click();
  await at(page, 'word-add-words').fill('Harbor Trust');
  await at(page, 'word-add-kind').selectOption('1');
  await at(page, 'word-add').click();
  const [file] = await Promise.all([page.waitForEvent('download'), at(page, 'words-export').click()]);
  const buffer = readFileSync(await file.path());
  await who.close();

  const other = await visitor(site);
  const second = await opened(other);
  await at(second, 'words').click();
  await at(second, 'words-import').setInputFiles({ name: 'words.json', mimeType: 'application/json', buffer });
  await word(second, 'Harbor Trust').waitFor();
  await at(second, 'words-import').setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: buffer.subarray(0, 20) });
  await word(second, 'Harbor Trust').waitFor();
  await at(second, 'words-forget-all').click();
  await word(second, 'Harbor Trust').waitFor({ state: 'detached' });
  await other.close();
});

test('every kind of file can be had, and says beforehand what it leaves out', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await at(page, 'export').click();
  const buttons = page.locator('[data-testid=export-dialog] .files button:not([data-testid=print])');
  const kinds = await buttons.count();
  assert.ok(kinds >= 5, `${kinds} kinds`);
  assert.equal(await at(page, 'export-without').count(), kinds);
  const seen = [];
  for (let i = 0; i < kinds; i += 1) {
    const [file] = await Promise.all([page.waitForEvent('download'), buttons.nth(i).click()]);
    const text = readFileSync(await file.path(), 'utf8');
    assert.match(text, /Porto Claro|Díaz|waited eleven years/, file.suggestedFilename());
    seen.push(file.suggestedFilename());
  }
  assert.equal(new Set(seen).size, kinds, seen.join());
  await who.close();
});

test('“all of them” in the inspector changes every mention of the words in one step', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await page.locator('[data-testid=mark]').filter({ hasText: 'Porto Claro' }).first().click();
  assert.match(await at(page, 'scope-all').textContent(), /3/);
  await at(page, 'scope-all').click();
  await at(page, 'inspector-type').selectOption('l2');
  assert.equal((await written(page)).filter((line) => line === 'ORGANIZATION Porto Claro').length, 3);
  await at(page, 'undo').click();
  assert.equal((await written(page)).filter((line) => line === 'PLACE Porto Claro').length, 3);
  await page.keyboard.press('Escape');
  await drag(page, 'lock');
  await at(page, 'mark-all-same').waitFor();
  assert.equal(await count(page), TOTAL);
  await who.close();
});

test('the line to the speaker is drawn for the selected quote only', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  assert.equal(await at(page, 'link-line').count(), 0);
  await page.locator('[data-p="2"] [data-testid=speaker-chip]').click();
  await at(page, 'link-line').waitFor({ state: 'attached' });
  assert.match(await at(page, 'link-line').locator('.link-path').getAttribute('d'), /^M/);
  await page.keyboard.press('Escape');
  await at(page, 'link-line').waitFor({ state: 'detached' });
  await who.close();
});
