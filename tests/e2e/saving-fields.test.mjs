// What is typed into any field counts, what outlives an article is kept with it, two tabs bring their work together, and
// everything fits into one file.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { analyze, at, count, counted, drag, mark, openFile, ready, sample, saved, start, valued, visitor } from './harness.mjs';
import { fromKeyToSaved } from './steps.mjs';
import { unzipped } from './zip.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const text = () => sample('news-wire');

const openNote = async (page, nth = 0) => {
  await page.locator('[data-testid=mark]').nth(nth).click();
  const field = at(page, 'inspector-note');
  await field.waitFor();
  return field;
};

/** Runs in the page: reads or writes one of the small values beside the articles. */
const value = (page, name, text) =>
  page.evaluate(
    ([key, wanted]) =>
      new Promise((done) => {
        const request = indexedDB.open('article-annotator');
        request.onsuccess = () => {
          const store = request.result.transaction('values', wanted === undefined ? 'readonly' : 'readwrite').objectStore('values');
          const asked = wanted === undefined ? store.get(key) : store.put({ text: wanted }, key);
          asked.onsuccess = () => {
            request.result.close();
            done(asked.result?.text ?? '');
          };
        };
      }),
    [name, text],
  );

const deleteDatabase = (page) =>
  page.evaluate(
    () =>
      new Promise((done, failed) => {
        const request = indexedDB.deleteDatabase('article-annotator');
        request.onsuccess = done;
        request.onerror = failed;
      }),
  );

test('a downloaded file has the note whose field still has the cursor', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  const field = await openNote(page);
  await field.pressSequentially('call back');
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  assert.match(readFileSync(await file.path(), 'utf8'), /call back/);
  await who.close();
});

test('a name, a filter, a label and a pasted beginning are there after a reload', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await at(page, 'paste-box').pressSequentially('A beginning of an article');
  await page.again();
  await valued(at(page, 'paste-box'), 'A beginning of an article');
  await at(page, 'paste-box').fill('');
  await analyze(page, text());

  await at(page, 'entity-menu').first().click();
  await at(page, 'rename').fill('Somebody Else');
  await page.again();
  await ready(page);
  assert.match(await page.locator('.entity-name').allTextContents().then((all) => all.join('|')), /Somebody Else/);

  await at(page, 'filter').locator('summary').first().click();
  await at(page, 'filter-words').pressSequentially('somebody');
  const shown = await page.locator('[data-testid=mark]').count();
  await page.again();
  await ready(page);
  await valued(at(page, 'filter-words'), 'somebody');
  await counted(page.locator('[data-testid=mark]'), shown);
  await at(page, 'filter').locator('summary').first().click();
  await at(page, 'filter-clear').click();

  await at(page, 'new-label').first().click();
  await at(page, 'label-name').pressSequentially('Weapon');
  await page.again();
  await ready(page);
  await at(page, 'new-label').first().click();
  assert.match(await at(page, 'label-name').inputValue(), /weapon/i);
  await who.close();
});

test('colors and language are in the database, not only where the browser may forget them', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await at(page, 'theme').click();
  const theme = await page.evaluate(() => document.documentElement.dataset.theme);
  assert.notEqual(theme, 'system');
  for (let i = 0; i < 80 && !(await value(page, 'settings')).startsWith(theme); i += 1) await page.waitForTimeout(25);
  await page.evaluate(() => localStorage.clear());
  await page.again();
  await page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
  await who.close();
});

test('a word list that cannot be read is told of once and can be downloaded', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await value(page, 'words', '{"format": "article-annotator-word-list", "version": 99, "entries": []}');
  await page.again();
  await at(page, 'toast').filter({ hasText: 'set aside' }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), at(page, 'toast-hand').click()]);
  assert.match(readFileSync(await file.path(), 'utf8'), /"version": 99/);
  await page.again();
  await page.waitForTimeout(300);
  assert.equal(await at(page, 'toast').filter({ hasText: 'set aside' }).count(), 0);
  await who.close();
});

test('an article open in two tabs follows, and what both do is in both', async () => {
  const who = await visitor(site);
  const first = await who.tab();
  await first.open();
  await analyze(first, text());
  await saved(first);
  const before = await count(first);
  const second = await who.tab();
  await second.open();
  await ready(second);
  await drag(second, 'brass band');
  await second.keyboard.press('o');
  await saved(second);
  // Without a touch the first one shows it.
  await first.waitForFunction((wanted) => document.querySelector('[data-testid=annotation-count]').textContent.includes(wanted), String(before + 1));
  assert.equal(await at(first, 'toast').filter({ hasText: 'another tab' }).count(), 0);

  // Both at once: neither hears of the other before it writes.
  await Promise.all([
    openNote(first, 0).then((field) => field.fill('by the first')),
    openNote(second, 1).then((field) => field.fill('by the second')),
  ]);
  await saved(first);
  await saved(second);
  for (const page of [first, second]) {
    await page.again();
    await ready(page);
    await valued(await openNote(page, 0), 'by the first');
    await valued(await openNote(page, 1), 'by the second');
    assert.equal(await count(page), before + 1);
  }
  await who.close();
});

test('one file has everything, and brings it back into an empty browser', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  await (await openNote(page)).fill('a note to keep');
  const marked = (await count(page)) + 1;
  await drag(page, 'brass band');
  await page.keyboard.press('o');
  // The mark is drawn first, the number when the browser is idle.
  await mark(page, 'brass band').waitFor();
  await at(page, 'annotation-count').filter({ hasText: String(marked) }).waitFor();
  await at(page, 'new-label').click();
  await at(page, 'label-name').fill('Boat');
  await at(page, 'label-save').click();
  await at(page, 'panel-boat').waitFor();
  await saved(page);
  await at(page, 'new-article').click();
  await analyze(page, sample('feature-many-quotes'));
  await saved(page);
  await at(page, 'new-article').click();
  // The list is read when it is shown: until then it is the one of before.
  await counted(at(page, 'recent'), 2);
  await at(page, 'forget').first().click();
  await at(page, 'trash').waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), at(page, 'everything').click()]);
  const everything = readFileSync(await file.path());
  const files = unzipped(everything);
  assert.deepEqual(Object.keys(files).slice(0, 2), ['index.html', 'library.json']);
  // What is in the trash comes back, and is not laid out for readers.
  assert.equal(JSON.parse(files['library.json']).articles.length, 2);
  const [laid] = Object.keys(files).filter((name) => name.startsWith('texts/'));
  assert.equal(Object.keys(files).length, 4);
  assert.ok(files['index.html'].includes(`href="${laid}"`));
  const annotations = JSON.parse(files[laid.replace('texts/', 'annotations/').replace('.txt', '.json')]);
  assert.equal(annotations.text, files[laid]);
  await at(page, 'toast').filter({ hasText: '2 articles' }).waitFor();

  // The same file again changes nothing.
  await openFile(page, file.suggestedFilename(), everything, 'application/zip');
  await at(page, 'toast').filter({ hasText: '2 were here already' }).waitFor();
  await counted(at(page, 'recent'), 1);

  await deleteDatabase(page);
  await page.evaluate(() => localStorage.clear());
  await page.again();
  await counted(at(page, 'recent'), 0);
  await openFile(page, file.suggestedFilename(), everything, 'application/zip');
  await at(page, 'toast').filter({ hasText: '2 articles came back' }).waitFor();
  await at(page, 'recent').first().waitFor();
  await counted(at(page, 'recent'), 1);
  await counted(at(page, 'deleted'), 1);
  await at(page, 'start-words').click();
  assert.match(await at(page, 'words-dialog').textContent(), /brass band/);
  await at(page, 'layer-close').click();
  await at(page, 'start-labels').click();
  assert.deepEqual(await at(page, 'label-set').evaluateAll((all) => all.map((one) => one.dataset.set)), ['My labels']);
  assert.match(await at(page, 'label-set').textContent(), /Boat/);
  await at(page, 'layer-close').click();
  await page.again();
  await at(page, 'recent').first().click();
  await ready(page);
  assert.equal(await count(page), marked);
  await valued(await openNote(page), 'a note to keep');
  await saved(page);

  // A damaged file, and one of another program, change nothing.
  await at(page, 'new-article').click();
  await counted(at(page, 'recent'), 1);
  const broken = Buffer.from(everything);
  const middle = everything.indexOf('library.json') + 200;
  broken.fill(0x55, middle, middle + 60);
  await openFile(page, 'broken.zip', broken, 'application/zip');
  await at(page, 'refused').filter({ hasText: 'breaks off' }).waitFor();
  await openFile(page, 'short.zip', everything.subarray(0, everything.length / 2), 'application/zip');
  await at(page, 'refused').waitFor();
  await counted(at(page, 'recent'), 1);

  // Another device has the same in the end, letter by letter.
  const other = await visitor(site);
  const there = await other.tab();
  await there.open();
  await openFile(there, 'all.zip', everything, 'application/zip');
  await at(there, 'toast').filter({ hasText: '2 articles came back' }).waitFor();
  await counted(at(there, 'recent'), 1);
  const [again] = await Promise.all([there.waitForEvent('download'), at(there, 'everything').click()]);
  const [first, second] = [files, unzipped(readFileSync(await again.path()))].map((all) => JSON.parse(all['library.json']));
  const whole = ({ articles, values }) => ({ values: { ...values, settings: '' }, articles: articles.map(({ changes, whole: text, ...rest }) => ({ ...rest, text: JSON.parse(text).text })) });
  assert.deepEqual(whole(second), whole(first));
  await other.close();
  await who.close();
});

test('each key is called saved', async (t) => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  await saved(page);
  const times = await fromKeyToSaved(page, await openNote(page), 10);
  t.diagnostic(`from a key to “Saved”: ${times.map(Math.round).join(', ')} ms`);
  assert.equal(times.length, 10);
  await who.close();
});
