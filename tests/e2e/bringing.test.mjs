// What a person brings beside one article: several files at once, a paste over an open article, a text that is too long,
// files that are no article. Nothing is done, and nothing left out, without a word.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { opened } from './article.mjs';
import { faults } from './axe.mjs';
import { analyzed, at, carrying, count, counted, dropFile, dropFiles, openFile, paste, picture, saved, start, valued, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const FERRY = 'Ferry returns to Lake Orin\n\nThe ferry crossed the lake on Monday, said Ana Díaz, who runs the harbor café. Some 400 people stood in line before nine, and the second crossing had to turn a class away.';
const BRIDGE = 'Bridge closed for repairs\n\nThe bridge of Velden stays closed until May, said Peter Halloran, its engineer. Nobody believed the date, and the council has promised buses for all the schools of the valley.';
const MARKET = '# Market moves\n\nThe market of Velden moves to the harbor, said Olga Brandt.';

const note = (page) => at(page, 'toast').last();
const title = (page) => page.locator('[data-testid=article] h1, [data-testid=article] [data-p="0"]').first().textContent();

test('several files dropped: one opens, the others are in the list, and each is told of', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await dropFiles(page, [['ferry.txt', FERRY], ['scan.pdf', '%PDF-1.7 and so on'], ['bridge.txt', BRIDGE], ['market.md', MARKET]]);
  await analyzed(page);
  assert.match(await title(page), /Ferry returns/);
  const said = await note(page).locator('.toast-text').textContent();
  assert.match(said, /^Open: “ferry\.txt”\. In your list: “bridge\.txt”, “market\.md”\. Not opened: “scan\.pdf”\. This looks like a PDF/);
  await picture(page, 'several-files');
  await saved(page);
  await at(page, 'toast-list').click();
  await at(page, 'start').waitFor();
  await counted(at(page, 'recent'), 3);
  assert.deepEqual((await at(page, 'recent').locator('.sample-title').allTextContents()).toSorted(), [
    'Bridge closed for repairs',
    'Ferry returns to Lake Orin',
    'Market moves',
  ]);
  // What waits in the list is read when it is opened.
  await at(page, 'recent').filter({ hasText: 'Bridge' }).click();
  await analyzed(page);
  assert.ok((await count(page)) > 0);
  await who.close();
});

test('several files chosen with the button, and pasted', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  const file = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await at(page, 'open-file').setInputFiles([file('ferry.txt', FERRY), file('bridge.txt', BRIDGE)]);
  await analyzed(page);
  assert.match(await note(page).textContent(), /Open: “ferry\.txt”\. In your list: “bridge\.txt”\./);
  const data = await carrying(page, [['market.md', MARKET], ['empty.txt', ' ']]);
  await data.evaluate((clipboardData) =>
    document.querySelector('#article').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })));
  await page.locator('h1').filter({ hasText: 'Market moves' }).waitFor();
  assert.match(await note(page).textContent(), /Open: “market\.md”\. Not opened: “empty\.txt”\. There is no text in it\./);
  await who.close();
});

test('of many files the note has the numbers, and a list what came of each', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  const file = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  const good = Array.from({ length: 12 }, (_, i) => file(`ferry-${i}.txt`, `${FERRY} Number ${i}.`));
  const cut = '{"format": "article-annotator", "version": 1, "text": "The';
  const odd = [file('empty.txt', ' '), file('cut.json', cut), file('picture.png', '\x89PNG\r\n\x1a\n\0\0'), file('letters.txt', 'Caf\u00e9')];
  odd[3].buffer = Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x69, 0x6e, 0x20, 0x4b, 0xf6, 0x6c, 0x6e]);
  await at(page, 'open-file').setInputFiles([...good, ...odd]);
  await analyzed(page);
  assert.match(await note(page).textContent(), /1 file is open\. 12 files are in your list\. 3 files were not opened\./);
  await at(page, 'toast-files').click();
  const rows = at(page, 'files-row');
  assert.equal(await rows.count(), 16);
  const refused = (await rows.allTextContents()).slice(0, 3).map((row) => row.trim());
  assert.match(refused.find((row) => row.startsWith('empty.txt')), /There is no text in it\./);
  assert.match(refused.find((row) => row.startsWith('cut.json')), /breaks off in the middle/);
  assert.match(refused.find((row) => row.startsWith('picture.png')), /picture/);
  assert.match((await rows.filter({ hasText: 'letters.txt' }).textContent()), /Windows-1252/);
  assert.deepEqual(await faults(page), []);
  await picture(page, 'files');
  await page.keyboard.press('Escape');
  await at(page, 'files-dialog').waitFor({ state: 'detached' });
  await who.close();
});

for (const [tag, told, button] of [
  ['en', /^You pasted \d+ words\. The open article stays as it is\./, 'Open what was pasted as a new article'],
  ['de', /^Sie haben \d+ Wörter eingefügt\. Der offene Artikel bleibt, wie er ist\./, 'Eingefügtes als neuen Artikel öffnen'],
]) {
  test(`an article pasted over an open one is offered, and nothing is lost (${tag})`, async () => {
    const who = await visitor(site);
    const page = await opened(who);
    if (tag === 'de') await at(page, 'language').click();
    const before = await count(page);
    await page.evaluate((words) => navigator.clipboard.writeText(words), BRIDGE);
    await page.locator('#article').focus();
    await page.keyboard.press('Control+v');
    await note(page).waitFor();
    assert.match(await note(page).locator('.toast-text').textContent(), told);
    assert.equal(await at(page, 'toast-open-pasted').textContent(), button);
    assert.equal(await count(page), before, 'the open article is as it was');
    await picture(page, `pasted-over-${tag}`);
    await at(page, 'toast-open-pasted').click();
    await page.locator('[data-p="0"]').filter({ hasText: 'Bridge closed' }).waitFor();
    await analyzed(page);
    await at(page, 'new-article').click();
    await counted(at(page, 'recent'), 2);
    await who.close();
  });
}

test('a text that is too long is refused and never put into the page, wherever it is pasted', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  const long = 'All work and no play. '.repeat(480_000);
  await paste(page, long);
  await at(page, 'refused').waitFor();
  assert.match(await at(page, 'refused').textContent(), /10\.1 MB, and the most that can be opened is 5 MB of text; open it in parts/);
  await valued(at(page, 'paste-box'), '');
  // Beside words that are there already it is not inserted either.
  await at(page, 'paste-box').fill('A headline');
  await page.keyboard.press('Control+v');
  await page.waitForFunction(() => document.querySelector('[data-testid=live]').textContent.includes('MB'));
  await valued(at(page, 'paste-box'), 'A headline');
  await at(page, 'sample-1').click();
  await analyzed(page);
  await page.locator('body').press('Control+v');
  await note(page).filter({ hasText: '5 MB of text' }).waitFor();
  await counted(at(page, 'toast-open-pasted'), 0);
  await who.close();
});

test('a file of an older encoding is read with a word; what the page exported says what it is', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await openFile(page, 'old.txt', Buffer.from(FERRY, 'latin1'));
  await analyzed(page);
  assert.match(await at(page, 'article').textContent(), /Ana Díaz, who runs the harbor café/);
  assert.match(await note(page).textContent(), /read as Windows-1252/);
  const before = await count(page);
  await at(page, 'export').click();
  const [file] = await Promise.all([page.waitForEvent('download'), at(page, 'export-names-conll').click()]);
  const columns = readFileSync(await file.path(), 'utf8');
  await dropFile(page, 'ferry-names.conll', columns);
  await note(page).filter({ hasText: 'This is a file of words in columns with their tags (CoNLL), not an article' }).waitFor();
  await dropFile(page, 'more.jsonl', '{"id":1,"text":"One."}\n{"id":2,"text":"Two."}\n');
  await note(page).filter({ hasText: 'a file of JSON lines' }).waitFor();
  assert.equal(await count(page), before);
  await picture(page, 'no-article');
  await who.close();
});

test('what stands in marks and nobody says is a list of its own', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  const quotes = at(page, 'panel-quotes');
  await counted(quotes.locator('[data-testid=quote-row]'), 4);
  await page.locator('[data-testid=speaker-chip]').nth(1).click();
  await at(page, 'inspector-type').selectOption('q4');
  await counted(quotes.locator('[data-testid=quote-row]'), 3);
  assert.equal(await quotes.locator('[data-testid=count]').textContent(), '3');
  const others = at(page, 'panel-not-quotes');
  assert.equal(await others.locator('[data-testid=count]').textContent(), '1');
  assert.match(await others.textContent(), /historic/);
  await picture(page, 'not-quotes');
  await who.close();
});
