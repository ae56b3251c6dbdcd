// What is stored is told, and deleting everything leaves nothing: no database, no stored name, no cache, no service worker.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { opened } from './article.mjs';
import { faults } from './axe.mjs';
import { PHONE, analyze, at, counted, picture, ready, sample, saved, start, visitor } from './harness.mjs';
import { unzipped } from './zip.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** All that is stored for the address of the page. */
const stored = (page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.keys(localStorage),
    tab: Object.keys(sessionStorage),
    caches: 'caches' in window ? await caches.keys() : [],
    workers: (await navigator.serviceWorker?.getRegistrations())?.map(({ scope }) => scope) ?? [],
  }));

/** A page at the same address that is none of ours. */
async function elsewhere(page) {
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>blank</title>' }));
  await page.goto(`${site.server.address}blank`);
}

const NOTHING = { databases: [], local: [], tab: [], caches: [], workers: [] };

async function withWork(options) {
  const who = await visitor(site, options);
  const page = await opened(who);
  await saved(page);
  return { who, page };
}

/** Through the question to the end. */
async function wipe(page) {
  await at(page, 'wipe').click();
  await at(page, 'wipe-question').waitFor();
  await at(page, 'wipe-do').click();
  await at(page, 'wiped').waitFor();
}

test('the page says what is stored and how to check it, from the start and from the palette', async () => {
  const { who, page } = await withWork();
  await page.keyboard.press('Control+k');
  await at(page, 'palette-input').fill('stored');
  await page.keyboard.press('Enter');
  await at(page, 'stored-dialog').waitFor();
  await page.keyboard.press('Escape');
  await at(page, 'new-article').click();
  await at(page, 'verify').click();
  await at(page, 'stored-now').filter({ hasText: /1 article, about [\d.]+ MB/ }).waitFor();
  const text = await at(page, 'stored-dialog').innerText();
  for (const words of ['IndexedDB', 'Local storage', 'Session storage', 'service worker', 'content security policy', 'Network']) assert.ok(text.includes(words), words);
  assert.deepEqual(await faults(page), []);
  await picture(page, 'stored-wide');
  // Asked once more, with what goes; everything can be had first, and nothing is done yet.
  await at(page, 'wipe').click();
  assert.match(await at(page, 'wipe-question').innerText(), /1 article, your word list/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'wipe-question');
  const [download] = await Promise.all([page.waitForEvent('download'), at(page, 'wipe-download').click()]);
  assert.equal(JSON.parse(unzipped(readFileSync(await download.path()))['library.json']).articles.length, 1);
  await picture(page, 'stored-asked');
  assert.deepEqual(await faults(page), []);
  await at(page, 'wipe-not').click();
  await page.keyboard.press('Escape');
  await counted(at(page, 'recent'), 1);
  await who.close();
});

test('after deleting everything nothing is left, and the page starts as new', async () => {
  const { who, page } = await withWork({ offline: true, expected: [/request after load: GET .*blank/] });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await at(page, 'new-article').click();
  await at(page, 'theme').click();
  await at(page, 'paste-box').pressSequentially('half a draft');
  const before = await stored(page);
  for (const [where, what] of Object.entries(before)) assert.ok(what.length > 0, where);
  await at(page, 'verify').click();
  await wipe(page);
  assert.equal(await at(page, 'wiped').getAttribute('data-clean'), 'true');
  assert.deepEqual(await stored(page), NOTHING);
  assert.deepEqual(await faults(page), []);
  await picture(page, 'wiped');
  // Leaving the page writes nothing either.
  await elsewhere(page);
  assert.deepEqual(await stored(page), NOTHING);
  await page.open();
  await at(page, 'start').waitFor();
  await counted(at(page, 'recent'), 0);
  await counted(at(page, 'trash'), 0);
  assert.equal(await at(page, 'paste-box').inputValue(), '');
  assert.equal(await at(page, 'theme').getAttribute('data-theme'), 'system');
  await analyze(page, sample('news-wire'));
  await saved(page);
  await who.close();
});

test('a second tab with an article open writes nothing back', async () => {
  const { who, page } = await withWork();
  const other = await who.tab();
  await other.open();
  await ready(other);
  // What it has just begun to write counts no more.
  await other.keyboard.press('n');
  await other.keyboard.press('a');
  await at(page, 'new-article').click();
  await at(page, 'verify').click();
  await wipe(page);
  await at(other, 'wiped').waitFor();
  assert.equal(await at(page, 'wiped').getAttribute('data-clean'), 'true');
  await other.waitForTimeout(1_500);
  for (const tab of [page, other]) assert.deepEqual(await stored(tab), NOTHING);
  await Promise.all([at(other, 'begin-anew').click(), other.waitForEvent('load')]);
  await at(other, 'start').waitFor();
  await counted(at(other, 'recent'), 0);
  await other.close();
  await who.context.close();
});

test('a tab that heard nothing finds that everything is being deleted', async () => {
  const { who, page } = await withWork();
  const deaf = await who.context.newPage();
  await deaf.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => {};
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set() {} });
  });
  await deaf.goto(site.server.address);
  await ready(deaf);
  await at(page, 'new-article').click();
  await at(page, 'verify').click();
  await wipe(page);
  await at(deaf, 'wiped').waitFor();
  await deaf.waitForTimeout(1_500);
  for (const tab of [page, deaf]) assert.deepEqual(await stored(tab), NOTHING);
  await who.close();
});

test('what another page holds is told, and deleted when it lets go', async () => {
  const { who, page } = await withWork();
  const holder = await who.context.newPage();
  await elsewhere(holder);
  // An older version of the page might not let go.
  await holder.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open('article-annotator');
    request.onsuccess = () => {
      window.held = request.result;
      resolve();
    };
  }));
  await at(page, 'new-article').click();
  await at(page, 'verify').click();
  await wipe(page);
  assert.equal(await at(page, 'wiped').getAttribute('data-clean'), 'false');
  // What was in it is gone all the same.
  assert.equal(await holder.evaluate(() => new Promise((resolve) => {
    const request = window.held.transaction('texts').objectStore('texts').count();
    request.onsuccess = () => resolve(request.result);
  })), 0);
  await holder.close();
  await at(page, 'wipe-again').click();
  await page.locator('[data-testid=wiped][data-clean=true]').waitFor();
  assert.deepEqual(await stored(page), NOTHING);
  await who.close();
});

test('on a phone, in the dark and in German', async () => {
  const { who, page } = await withWork({ viewport: PHONE, touch: true, colorScheme: 'dark' });
  await at(page, 'new-article').click();
  await at(page, 'language').click();
  await at(page, 'verify').click();
  await at(page, 'stored-dialog').waitFor();
  await at(page, 'wipe').tap();
  await picture(page, 'stored-phone-dark');
  assert.deepEqual(await faults(page), []);
  await at(page, 'wipe-do').tap();
  await at(page, 'wiped').waitFor();
  await picture(page, 'wiped-phone-dark');
  assert.deepEqual(await faults(page), []);
  await who.close();
});
