// The list of articles on this device: looked through, sorted, tagged, renamed, copied, several handled at once.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { opened } from './article.mjs';
import { faults } from './axe.mjs';
import { PHONE, at, counted, names, openFile, picture, ready, saved, start, valued, visitor } from './harness.mjs';
import { unzipped } from './zip.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const ARTICLES = [
  ['alpha.txt', 'Zebra crossing painted\n\nThe council painted a crossing near the old mill on Monday, said Ida Moor.'],
  ['beta.txt', 'Äpfel are cheap\n\nGrowers near Porto Claro sell their harvest. There is much of it this year, and the price fell again, twice.'],
  ['gamma.txt', 'Bridge closed for a day\n\nThe bridge is closed.'],
];

const titles = (page) => at(page, 'recent').locator('.sample-title').allTextContents();

/** Waits until the list shows these titles. */
async function lists(page, wanted) {
  await page
    .waitForFunction(
      (all) => JSON.stringify([...document.querySelectorAll('[data-testid=recent] .sample-title')].map((title) => title.textContent)) === all,
      JSON.stringify(wanted),
      { timeout: 10_000 },
    )
    .catch(async () => assert.deepEqual(await titles(page), wanted));
}

/** A page with four articles, one of them with suggestions, at its list. */
async function library(options) {
  const who = await visitor(site, options);
  const page = await opened(who);
  await saved(page);
  await at(page, 'new-article').click();
  await at(page, 'open-file').setInputFiles(ARTICLES.map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })));
  await ready(page);
  await saved(page);
  await page.waitForFunction(() => document.querySelector('[data-testid=analyzed]'));
  await at(page, 'new-article').click();
  await counted(at(page, 'recent'), 4);
  return { who, page };
}

const row = (page, words) => at(page, 'library-row').filter({ hasText: words });
const inRow = (page, words, id) => row(page, words).locator(`[data-testid="${id}"]`);
const LOCK = 'The lock';

test('the list comes first, tells date, words and what is checked, and is sorted as the person wants', async () => {
  const { who, page } = await library();
  assert.equal(await page.locator('.hero .lede').count(), 0);
  assert.equal(await page.evaluate(() => !!(document.querySelector('[data-testid=library]').compareDocumentPosition(document.querySelector('#paste-box')) & 4)), true);
  assert.match(await row(page, LOCK).innerText(), /\d{4}.*\s\d+ words\s.*\d+ of \d+ checked/s);
  const sorted = async (by, wanted) => {
    await at(page, 'library-sort').selectOption(by);
    await lists(page, wanted);
  };
  const [zebra, apples, bridge] = ['Zebra crossing painted', 'Äpfel are cheap', 'Bridge closed for a day'];
  await sorted('title', [apples, bridge, LOCK, zebra]);
  await sorted('words', [LOCK, apples, zebra, bridge]);
  await at(page, 'library-sort').selectOption('open');
  await page.waitForFunction((first) => document.querySelector('[data-testid=recent] .sample-title').textContent === first, LOCK);
  await sorted('title', [apples, bridge, LOCK, zebra]);
  // The order holds as long as the tab is there.
  await page.again();
  await lists(page, [apples, bridge, LOCK, zebra]);
  assert.deepEqual(await faults(page), []);
  await picture(page, 'library-wide');
  await at(page, 'language').click();
  await page.waitForFunction(() => document.querySelector('[data-testid=library-search]').placeholder.startsWith('Titel'));
  assert.match(await row(page, LOCK).innerText(), /\d\d\.\d\d\.\d{4}.*Wörter\s.*\d+ von \d+ geprüft/s);
  await picture(page, 'library-german');
  await who.close();
});

test('search finds titles at once, and texts and names', async () => {
  const { who, page } = await library();
  const search = at(page, 'library-search');
  await search.fill('BRIDGE closed');
  await lists(page, ['Bridge closed for a day']);
  await search.fill('porto claro');
  await page.waitForFunction(() => document.querySelectorAll('[data-testid=recent]').length === 2);
  assert.deepEqual((await titles(page)).toSorted(), [LOCK, 'Äpfel are cheap'].toSorted());
  assert.equal(await at(page, 'library-told').innerText(), '2 articles found');
  await search.fill('no such words');
  await at(page, 'library-told').filter({ hasText: 'No article has these words.' }).waitFor();
  await counted(at(page, 'recent'), 0);
  await search.fill('');
  await counted(at(page, 'recent'), 4);
  // A person who was renamed is found by the new name.
  await row(page, LOCK).locator('[data-testid=recent]').click();
  await ready(page);
  assert.ok((await names(page, 'panel-people')).includes('Ben Ode'));
  await at(page, 'panel-people').locator('[data-testid=entity-row]').filter({ hasText: 'Ben Ode' }).locator('[data-testid=entity-menu]').click();
  await at(page, 'rename').fill('Benedikt Quill');
  await at(page, 'rename-save').click();
  await saved(page);
  await at(page, 'new-article').click();
  await search.fill('quill');
  await lists(page, [LOCK]);
  await who.close();
});

test('title and tags change in place, can be taken back, and a tag shows only what has it', async () => {
  const { who, page } = await library();
  await inRow(page, 'Zebra', 'library-edit').click();
  await valued(at(page, 'library-title'), 'Zebra crossing painted');
  await at(page, 'library-title').fill('Crossing');
  await at(page, 'library-tags').fill('streets, Town ,streets');
  await page.keyboard.press('Enter');
  await inRow(page, 'Crossing', 'library-tag').first().waitFor();
  assert.deepEqual(await inRow(page, 'Crossing', 'library-tag').allTextContents(), ['streets', 'Town']);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'library-edit');
  await at(page, 'toast-back').last().click();
  await row(page, 'Zebra crossing painted').waitFor();
  await counted(at(page, 'library-tag'), 0);
  // Escape leaves all as it was.
  await inRow(page, 'Zebra', 'library-edit').click();
  await at(page, 'library-title').fill('Something else');
  await page.keyboard.press('Escape');
  await row(page, 'Zebra crossing painted').waitFor();
  for (const [words, tags] of [['Zebra', 'streets'], ['Bridge', 'streets, rivers']]) {
    await inRow(page, words, 'library-edit').click();
    await at(page, 'library-tags').fill(tags);
    await at(page, 'library-save').click();
    await inRow(page, words, 'library-tag').first().waitFor();
  }
  await page.again();
  await inRow(page, 'Bridge', 'library-tag').filter({ hasText: 'streets' }).click();
  await counted(at(page, 'recent'), 2);
  await at(page, 'library-only').filter({ hasText: 'streets' }).click();
  await counted(at(page, 'recent'), 4);
  // What is written to an article leaves its tags alone.
  await row(page, 'Bridge').locator('[data-testid=recent]').click();
  await ready(page);
  await page.locator('[data-p="1"]').click();
  await at(page, 'new-article').click();
  await counted(inRow(page, 'Bridge', 'library-tag'), 2);
  assert.deepEqual(await faults(page), []);
  await who.close();
});

test('a copy has everything of its original, and is another article', async () => {
  const { who, page } = await library();
  await inRow(page, LOCK, 'library-edit').click();
  await at(page, 'library-duplicate').click();
  await row(page, `${LOCK} (copy)`).waitFor();
  await at(page, 'toast-back').last().click();
  await row(page, `${LOCK} (copy)`).waitFor({ state: 'detached' });
  await inRow(page, LOCK, 'library-edit').click();
  await at(page, 'library-duplicate').click();
  await row(page, `${LOCK} (copy)`).locator('[data-testid=recent]').click();
  await ready(page);
  const people = await names(page, 'panel-people');
  await at(page, 'new-article').click();
  await row(page, LOCK).filter({ hasNotText: 'copy' }).locator('[data-testid=recent]').click();
  await ready(page);
  assert.deepEqual(await names(page, 'panel-people'), people);
  await who.close();
});

test('several are selected by boxes, Shift and all at once, then downloaded or deleted and brought back together', async () => {
  const { who, page } = await library();
  await at(page, 'library-sort').selectOption('title');
  await lists(page, ['Äpfel are cheap', 'Bridge closed for a day', LOCK, 'Zebra crossing painted']);
  const boxes = at(page, 'library-pick');
  await boxes.nth(0).click();
  await boxes.nth(2).click({ modifiers: ['Shift'] });
  await at(page, 'library-picked').filter({ hasText: '3 selected' }).waitFor();
  assert.deepEqual(await boxes.evaluateAll((all) => all.map((box) => box.checked)), [true, true, true, false]);
  await picture(page, 'library-selected');
  assert.deepEqual(await faults(page), []);
  await inRow(page, 'Bridge', 'library-edit').click();
  await at(page, 'library-tags').fill('rivers');
  await at(page, 'library-save').click();
  await inRow(page, 'Bridge', 'library-tag').first().waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), at(page, 'library-download').click()]);
  const zip = readFileSync(await download.path());
  const archive = JSON.parse(unzipped(zip)['library.json']);
  assert.equal(archive.articles.length, 3);
  assert.deepEqual(Object.keys(archive.values).length, 1);
  await at(page, 'library-delete').click();
  await lists(page, ['Zebra crossing painted']);
  await at(page, 'trash').filter({ hasText: '(3)' }).waitFor();
  await at(page, 'toast-back').last().click();
  await counted(at(page, 'recent'), 4);
  await at(page, 'library-all').click();
  await at(page, 'library-picked').filter({ hasText: '4 selected' }).waitFor();
  await at(page, 'library-none').click();
  await counted(at(page, 'library-picked'), 0);
  // By keyboard alone.
  await boxes.nth(1).focus();
  await page.keyboard.press('Space');
  await boxes.nth(2).focus();
  await page.keyboard.press('Shift+Space');
  await at(page, 'library-picked').filter({ hasText: '2 selected' }).waitFor();
  await who.close();

  const other = await visitor(site);
  const there = await other.tab();
  await there.open();
  await openFile(there, 'some.zip', zip, 'application/zip');
  await counted(at(there, 'recent'), 3);
  await counted(inRow(there, 'Bridge', 'library-tag'), 1);
  await other.close();
});

test('two tabs show the same list, and a title changed in one is the title of the article open in the other', async () => {
  const { who, page } = await library();
  const other = await who.tab();
  await other.open();
  await at(other, 'start').waitFor();
  await row(other, LOCK).locator('[data-testid=recent]').click();
  await ready(other);
  await inRow(page, LOCK, 'library-edit').click();
  await at(page, 'library-title').fill('The harbor lock');
  await at(page, 'library-save').click();
  await other.waitForFunction(() => document.title.startsWith('The harbor lock'));
  await who.close();
});

test('on a phone everything is within reach of a finger', async () => {
  const { who, page } = await library({ viewport: PHONE, touch: true });
  for (const id of ['library-edit', 'forget', 'library-search']) {
    const box = await at(page, id).first().boundingBox();
    assert.ok(box.height >= 40 && box.width >= 40, `${id}: ${box.width} × ${box.height}`);
  }
  await picture(page, 'library-phone');
  await at(page, 'library-edit').first().tap();
  await at(page, 'library-title').waitFor();
  await picture(page, 'library-phone-edit');
  assert.deepEqual(await faults(page), []);
  await who.close();
});
