// Versions of an article: kept under a name or by themselves, compared, restored, and never lost with anything else.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { file, opened } from './article.mjs';
import { faults } from './axe.mjs';
import { PHONE, at, counted, mark, openFile, picture, ready, saved, start, visitor } from './harness.mjs';
import { currentFile, focused, record } from './steps.mjs';
import { unzipped } from './zip.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** Opens the list of versions. */
async function versions(page) {
  await page.keyboard.press('Shift+T');
  await at(page, 'version-name').waitFor();
}

/** Keeps the article as it is under a name. */
async function keep(page, name) {
  await at(page, 'version-name').fill(name);
  await page.keyboard.press('Enter');
  await row(page, name).waitFor();
}

const row = (page, name) => at(page, 'version').filter({ hasText: name });

/** How many things a store has. */
const stored = (page, store) =>
  page.evaluate(
    (name) =>
      new Promise((done) => {
        const request = indexedDB.open('article-annotator');
        request.onsuccess = () => {
          const asked = request.result.transaction(name).objectStore(name).count();
          asked.onsuccess = () => {
            request.result.close();
            done(asked.result);
          };
        };
      }),
    store,
  );

/** Breaks the text of the version that was kept last. */
const breakLast = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const request = indexedDB.open('article-annotator');
        request.onsuccess = () => {
          const change = request.result.transaction('snapshot-texts', 'readwrite');
          change.objectStore('snapshot-texts').openCursor(null, 'prev').onsuccess = ({ target }) => target.result.update({ text: '{"half', sum: 'x' });
          change.oncomplete = () => {
            request.result.close();
            done();
          };
        };
      }),
  );

/** What a file says, but for the time it was written. */
const content = ({ text, title, mentions, quotes, clusters, labels, paragraphs }) => ({ text, title, mentions, quotes, clusters, labels, paragraphs });

async function accept(page, words) {
  await mark(page, words).click();
  await at(page, 'accept').click();
}

test('kept, edited, compared, restored, taken back, and all of it there after a reload', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await accept(page, 'Ana Díaz');
  await at(page, 'inspector-note').fill('rang her office');
  await page.keyboard.press('Escape');
  await versions(page);
  await at(page, 'versions-none').waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, 'versions-empty');
  await keep(page, 'before lunch');
  assert.match(await row(page, 'before lunch').innerText(), /9 names · 4 quotes · 1 of 13 checked|\d+ words · \d+ names · \d+ quotes · 1 of \d+ checked/);
  await page.keyboard.press('Escape');
  assert.equal(await at(page, 'versions-dialog').count(), 0);
  const first = content(await currentFile(page));
  // What was done since makes the difference to the version that is kept by itself.
  await accept(page, 'Porto Claro');

  // What is edited is kept by itself first.
  await at(page, 'edit-text').click();
  const area = at(page, 'text-area');
  await area.fill((await area.inputValue()).replace('Ben Ode of Harbor Trust called', 'Somebody else called').replace('opened the lock on Monday', 'opened the lock on a windy Tuesday'));
  await at(page, 'text-put').click();
  await at(page, 'carried-close').click();
  await ready(page);
  await mark(page, 'Ana Díaz').click();
  await at(page, 'inspector-note').fill('');
  await page.keyboard.press('Escape');
  await saved(page);
  const second = content(await currentFile(page));
  await versions(page);
  await counted(at(page, 'version'), 2);
  assert.match(await at(page, 'version').first().innerText(), /Automatic, before the text was edited/);
  assert.deepEqual(await faults(page), []);
  await picture(page, 'versions-wide');

  // Compared with now, in words; what is still there is a way to it.
  await row(page, 'before lunch').getByTestId('version-compare').click();
  await at(page, 'difference').first().waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'differences-title');
  const told = (await at(page, 'difference').allInnerTexts()).join('\n');
  for (const wanted of ['words of the text are new', 'words of the text are gone', 'Ben Ode', 'Ana Díaz: no note any more; it was: rang her office']) assert.ok(told.includes(wanted), `${wanted} in\n${told}`);
  assert.deepEqual(await faults(page), []);
  await picture(page, 'versions-compared');
  await at(page, 'compare-with').selectOption({ index: 1 });
  await counted(at(page, 'difference'), 1);
  assert.match(await at(page, 'difference').innerText(), /Place Porto Claro: accepted, before: not decided/);
  await at(page, 'compare-with').selectOption('');
  await at(page, 'difference-go').filter({ hasText: 'Ana Díaz' }).first().click();
  await at(page, 'versions-dialog').waitFor({ state: 'detached' });
  assert.match(await focused(page), /Ana Díaz/);

  // Restored as one step, with what was there kept first.
  await versions(page);
  await row(page, 'before lunch').getByTestId('version-restore').click();
  await at(page, 'versions-dialog').waitFor({ state: 'detached' });
  await at(page, 'toast').filter({ hasText: 'Restored “before lunch”' }).waitFor();
  assert.deepEqual(content(await currentFile(page)), first);
  assert.equal((await record(page, 'Ana Díaz')).note, 'rang her office');
  await saved(page);
  await at(page, 'toast-undo').click();
  assert.deepEqual(content(await currentFile(page)), second);
  await page.keyboard.press('Control+y');
  assert.deepEqual(content(await currentFile(page)), first);
  await saved(page);
  await page.again();
  await ready(page);
  assert.deepEqual(content(await currentFile(page)), first);
  await versions(page);
  await counted(at(page, 'version'), 3);
  assert.match(await at(page, 'version').first().innerText(), /before a version was restored/);
  // The same once more is no step, and is told.
  await row(page, 'before lunch').getByTestId('version-restore').click();
  await at(page, 'toast').filter({ hasText: 'just as it was' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  assert.deepEqual(content(await currentFile(page)), second);
  await who.close();
});

test('renamed, deleted and brought back, downloaded, all by keyboard; another tab follows', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await saved(page);
  const other = await who.tab();
  await other.open();
  await ready(other);
  await versions(other);
  await versions(page);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'version-name');
  await page.keyboard.type('  ');
  await page.keyboard.press('Enter');
  await counted(at(page, 'version'), 0);
  await keep(page, 'one');
  await keep(page, 'two');
  await row(other, 'two').waitFor();
  // From the field to the buttons of the newest.
  for (const wanted of ['version-keep', 'version-compare', 'version-restore', 'version-download', 'version-rename']) {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), wanted);
  }
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.dataset.testid === 'version-new-name');
  await page.keyboard.type('second');
  await page.keyboard.press('Enter');
  await row(page, 'second').waitFor();
  await page.waitForFunction(() => document.activeElement.dataset.testid === 'version-rename');
  await row(other, 'second').waitFor();
  await row(page, 'second').getByTestId('version-delete').press('Enter');
  await counted(at(page, 'version'), 1);
  await counted(at(other, 'version'), 1);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'version-compare');
  await at(page, 'versions-dialog').getByTestId('toast-back').press('Enter');
  await row(page, 'second').waitFor();
  await row(other, 'second').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), row(page, 'one').getByTestId('version-download').press('Enter')]);
  assert.match(download.suggestedFilename(), /\.annotations\.json$/);
  const json = JSON.parse(readFileSync(await download.path(), 'utf8'));
  assert.equal(json.text, JSON.parse(file()).text);
  await page.keyboard.press('Escape');
  await who.close();
});

test('one that cannot be read is listed, told and downloaded as it is; a full store loses nothing', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await saved(page);
  await versions(page);
  await keep(page, 'whole');
  await keep(page, 'broken');
  await breakLast(page);
  const before = await currentFileOf(page);
  await row(page, 'broken').getByTestId('version-restore').click();
  await at(page, 'toast').filter({ hasText: 'cannot be read' }).waitFor();
  await row(page, 'broken').getByTestId('version-compare').click();
  await at(page, 'differences-failed').waitFor();
  await at(page, 'differences-back').press('Enter');
  await page.waitForFunction(() => document.activeElement.dataset.testid === 'version-compare');
  const [download] = await Promise.all([page.waitForEvent('download'), row(page, 'broken').getByTestId('version-download').click()]);
  assert.equal(readFileSync(await download.path(), 'utf8'), '{"half');
  // No room: the version is not kept, nothing is restored, and both are said.
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function refused(...values) {
      if (this.name.startsWith('snapshot')) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, values);
    };
  });
  await at(page, 'version-name').fill('no room');
  await page.keyboard.press('Enter');
  await at(page, 'toast').filter({ hasText: 'no version was kept' }).waitFor();
  await counted(at(page, 'version'), 2);
  await page.keyboard.press('Escape');
  await accept(page, 'Ana Díaz');
  await page.keyboard.press('Escape');
  await versions(page);
  await row(page, 'whole').getByTestId('version-restore').click();
  await at(page, 'toast').filter({ hasText: 'Nothing was restored' }).waitFor();
  await page.keyboard.press('Escape');
  assert.equal((await record(page, 'Ana Díaz')).review, 'accepted');
  assert.notDeepEqual(content(await currentFile(page)), before);
  await saved(page);
  await who.close();
});

/** The file while a dialog is open, which keeps its keys. */
async function currentFileOf(page) {
  await page.keyboard.press('Escape');
  const found = content(await currentFile(page));
  await versions(page);
  return found;
}

test('kept when work goes on after a rest, once', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await accept(page, 'Ana Díaz');
  await saved(page);
  await page.again();
  await ready(page);
  await versions(page);
  await at(page, 'versions-none').waitFor();
  await page.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + 5 * 60 * 60 * 1000;
  });
  for (let turn = 0; turn < 2; turn += 1) {
    await page.again();
    await ready(page);
    await versions(page);
    await counted(at(page, 'version'), 1);
    assert.match(await at(page, 'version').innerText(), /when you went on with it/);
  }
  await who.close();
});

test('versions lie in the trash with their article, go with it, and travel in the file with everything', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await saved(page);
  await versions(page);
  await keep(page, 'to keep');
  await page.keyboard.press('Escape');
  await at(page, 'new-article').click();
  // A copy is another article, and begins without.
  await at(page, 'library-edit').click();
  await at(page, 'library-duplicate').click();
  await counted(at(page, 'recent'), 2);
  assert.equal(await stored(page, 'snapshots'), 1);
  await at(page, 'recent').filter({ hasText: 'copy' }).locator('..').getByTestId('forget').click();
  await counted(at(page, 'recent'), 1);
  const [download] = await Promise.all([page.waitForEvent('download'), at(page, 'everything').click()]);
  const everything = readFileSync(await download.path());
  const library = JSON.parse(unzipped(everything)['library.json']);
  assert.equal(library.version, 2);
  assert.deepEqual(library.articles.flatMap((article) => (article.snapshots ?? []).map(({ name }) => name)), ['to keep']);
  await at(page, 'forget').click();
  await counted(at(page, 'deleted'), 2);
  assert.equal(await stored(page, 'snapshots'), 1);
  await at(page, 'trash').locator('summary').click();
  await at(page, 'empty-trash').click();
  await at(page, 'trash').waitFor({ state: 'detached' });
  assert.equal(await stored(page, 'snapshots'), 0);
  assert.equal(await stored(page, 'snapshot-texts'), 0);
  for (let turn = 0; turn < 2; turn += 1) {
    await openFile(page, 'everything.zip', everything, 'application/zip');
    await at(page, 'toast').filter({ hasText: turn ? '2 were here already' : '2 articles came back' }).waitFor();
    assert.equal(await stored(page, 'snapshots'), 1);
  }
  await counted(at(page, 'recent'), 1);
  await at(page, 'recent').click();
  await ready(page);
  await versions(page);
  await row(page, 'to keep').getByTestId('version-compare').click();
  await at(page, 'no-difference').waitFor();
  await who.close();
});

test('an article of the layout before is there, and versions of it can be kept', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.route('**/empty.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto(`${site.server.address}empty.html`);
  await page.evaluate(
    (whole) =>
      new Promise((done) => {
        const request = indexedDB.open('article-annotator', 3000);
        request.onupgradeneeded = () => {
          const database = request.result;
          database.createObjectStore('records', { keyPath: 'id' }).put({ id: 'old', version: 1, title: 'The old lock', updated_ms: 5, words: 1, mentions: 1, quotes: 1, open: 1, changes: 0 });
          database.createObjectStore('texts').put(whole, 'old');
          for (const name of ['changes', 'claims', 'values']) database.createObjectStore(name);
          database.createObjectStore('aside', { autoIncrement: true }).put({ id: 'other', text: 'set aside' });
        };
        request.onsuccess = () => {
          request.result.close();
          done();
        };
      }),
    file(),
  );
  await page.open();
  await at(page, 'recent').filter({ hasText: 'The old lock' }).click();
  await ready(page);
  assert.equal((await currentFile(page)).text, JSON.parse(file()).text);
  assert.equal(await stored(page, 'aside'), 1);
  await versions(page);
  await keep(page, 'first');
  await who.close();
});

test('on a phone, in the dark and in German', async () => {
  const who = await visitor(site, { viewport: PHONE, touch: true, colorScheme: 'dark' });
  const page = await who.tab();
  await page.open();
  await at(page, 'language').tap();
  await openFile(page, 'lock.json', file(), 'application/json');
  await ready(page);
  await at(page, 'edit-text').tap();
  await at(page, 'versions').tap();
  await at(page, 'version-name').fill('vor dem Mittagessen');
  await at(page, 'version-keep').tap();
  await row(page, 'vor dem Mittagessen').waitFor();
  await picture(page, 'versions-phone-dark');
  assert.deepEqual(await faults(page), []);
  await page.keyboard.press('Escape');
  await accept(page, 'Ana Díaz');
  await at(page, 'edit-text').tap();
  await at(page, 'versions').tap();
  await at(page, 'version-compare').tap();
  await at(page, 'difference').first().waitFor();
  await picture(page, 'versions-phone-compared');
  assert.deepEqual(await faults(page), []);
  for (const button of await at(page, 'versions-dialog').locator('button:visible').all()) {
    assert.ok((await button.boundingBox()).height >= 24, await button.innerText());
  }
  await who.close();
});
