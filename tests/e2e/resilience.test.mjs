// What breaks is replaced, what was done is kept, and the person is told in a sentence.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { analyze, analyzed, at, count, counted, drag, ready, sample, saved, start, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

// A new worker is loaded from the page's own files: the one request after load that there is.
const ANOTHER_WORKER = /request after load: GET .*\/worker(_loader)?(_bg)?(-[0-9a-f]+)?\.(js|wasm)$/;

const toasts = (page) => at(page, 'toast').allTextContents();

test('a worker that dies is replaced and the person is told', async () => {
  const who = await visitor(site, { expected: [/on purpose/, ANOTHER_WORKER] });
  const page = await who.tab();
  await page.open();
  await analyze(page, sample('news-wire'));
  const before = await count(page);
  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error('on purpose');
    });
  });
  await at(page, 'toast').filter({ hasText: 'started again' }).first().waitFor();
  assert.equal(await count(page), before);
  await who.close();
});

test('a worker that falls silent is replaced and the article is analyzed after all', async () => {
  const who = await visitor(site, { expected: [ANOTHER_WORKER] });
  const page = await who.tab();
  await page.clock.install();
  await page.open();
  await page.workers()[0].evaluate(() => {
    self.onmessage = () => {};
  });
  await at(page, 'paste-box').fill(sample('news-wire'));
  await at(page, 'analyze').click();
  await at(page, 'stop-analysis').waitFor();
  await page.clock.fastForward(60_000);
  await at(page, 'toast').filter({ hasText: 'started again' }).first().waitFor();
  await analyzed(page);
  assert.ok((await count(page)) > 10);
  await who.close();
});

test('without a worker the page still works by hand', async () => {
  const who = await visitor(site, { expected: [/worker/i, /ERR_FAILED|Failed to load|Failed to fetch/i] });
  await who.context.route('**/worker_bg*.wasm', (route) => route.abort());
  const page = await who.tab();
  await page.openBare();
  await at(page, 'paste-box').fill('Ana Díaz came to Oslo.\n\nNothing else happened all day.');
  await at(page, 'analyze').click();
  await at(page, 'toast').filter({ hasText: 'could not be started' }).first().waitFor();
  await drag(page, 'Oslo');
  await page.keyboard.press('l');
  assert.equal(await count(page), 1);
  await saved(page);
  await who.close();
});

test('a closed tab loses nothing', async () => {
  const who = await visitor(site);
  const first = await who.tab();
  await first.open();
  await analyze(first, sample('news-wire'));
  const before = await count(first);
  await drag(first, 'brass band');
  await first.keyboard.press('o');
  await saved(first);
  await first.close();
  const second = await who.tab();
  await second.open();
  await ready(second);
  assert.equal(await count(second), before + 1);
  await who.close();
});

test('a page that is loaded again shows the same place of the article', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, sample('feature-many-quotes'));
  await saved(page);
  const top = () => page.evaluate(() => Math.round(document.querySelector('#p9').getBoundingClientRect().top));
  await page.evaluate(() => {
    document.querySelector('#p9').scrollIntoView({ block: 'start' });
    scrollBy(0, -120);
  });
  // The place counts once the scrolling rests.
  await page.waitForFunction(() => sessionStorage.getItem('article-annotator.reading-place'));
  const before = await top();
  await page.again();
  await ready(page);
  await page.waitForFunction((wanted) => Math.abs(document.querySelector('#p9').getBoundingClientRect().top - wanted) < 3, before);
  // Another article begins at its top.
  await at(page, 'new-article').click();
  await analyze(page, sample('news-wire'));
  assert.equal(await page.evaluate(() => scrollY), 0);
  await who.close();
});

test('two tabs on one article never overwrite each other', async () => {
  const who = await visitor(site);
  const first = await who.tab();
  await first.open();
  await analyze(first, sample('news-wire'));
  await saved(first);
  const second = await who.tab();
  await second.open();
  await ready(second);
  // Neither hears of the other: both change the same note.
  for (const page of [first, second]) {
    await page.evaluate(() => { BroadcastChannel.prototype.postMessage = () => {}; });
    await page.locator('[data-testid=mark]').first().click();
    await at(page, 'inspector-note').waitFor();
  }
  await at(second, 'inspector-note').fill('by the second');
  await saved(second);
  await first.bringToFront();
  await at(first, 'inspector-note').fill('by the first');
  await at(first, 'toast').filter({ hasText: /another tab/ }).first().waitFor();
  await saved(first);

  // Both versions are among the saved articles.
  await first.again();
  await ready(first);
  const notes = [];
  await at(first, 'new-article').click();
  await counted(at(first, 'recent'), 2);
  for (const nth of [0, 1]) {
    await at(first, 'recent').nth(nth).click();
    await ready(first);
    await first.locator('[data-testid=mark]').first().click();
    notes.push(await at(first, 'inspector-note').inputValue());
    await at(first, 'new-article').click();
  }
  assert.deepEqual(notes.sort(), ['by the first', 'by the second']);
  await who.close();
});

test('a browser that keeps nothing says so and goes on', async () => {
  const who = await visitor(site, { expected: [] });
  await who.context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('no', 'SecurityError'); } });
  });
  const page = await who.tab();
  await page.open();
  await analyze(page, sample('news-wire'));
  await at(page, 'saved').filter({ hasText: 'Not saved' }).waitFor();
  assert.ok((await toasts(page)).some((text) => /does not let|private|download/i.test(text)) || (await at(page, 'saved').getAttribute('title')));
  assert.ok((await count(page)) > 0);
  await who.close();
});

test('a long article leaves the page responsive', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  const text = Array.from({ length: 40 }, () => sample('feature-many-quotes')).join('\n\n');
  // As one change: line by line, as a test would fill it, the browser alone takes the square of the lines.
  await at(page, 'paste-box').evaluate((box, words) => {
    box.value = words;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
  await at(page, 'analyze').click();
  // While the worker works, the page answers to the mouse.
  await at(page, 'theme').click();
  await analyzed(page);
  assert.ok((await count(page)) > 100);
  await who.close();
});
