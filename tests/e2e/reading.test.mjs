// A pasted article opens at once, typed words are read before the person asks; the rehearsal of the page leaves no trace.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { analyzed, at, counted, download, marks, paste, sample, saved, start, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const silence = (page) => page.workers()[0].evaluate(() => (self.onmessage = () => {}));

/** The words of the box, or nothing once it is gone. */
const box = (page) => page.evaluate(() => document.querySelector('#paste-box')?.value);

test('a pasted article opens at once, and is drawn once, with its suggestions', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await page.evaluate(() => {
    window.bare = 0;
    new MutationObserver(() => {
      if (document.querySelector('[data-p]') && !document.querySelector('mark')) window.bare += 1;
    }).observe(document.body, { childList: true, subtree: true });
  });
  await paste(page, sample('news-wire'));
  await analyzed(page);
  assert.equal(await page.evaluate(() => window.bare), 0);
  assert.ok((await marks(page, 'person')).length > 5);
  assert.equal(await page.evaluate(() => document.activeElement?.closest('#article') !== null), true);
  // One step, which can be taken back and done again.
  await page.keyboard.press('Control+z');
  assert.equal((await marks(page, 'person')).length, 0);
  await page.keyboard.press('Control+Shift+z');
  assert.ok((await marks(page, 'person')).length > 5);
  await who.close();
});

test('pasting works wherever the focus is, as long as nothing else takes it', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await page.evaluate((words) => navigator.clipboard.writeText(words), 'A short word first. ');
  await page.locator('h1').click();
  await page.keyboard.press('Control+v');
  assert.equal(await box(page), 'A short word first. ');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'paste-box');
  await at(page, 'paste-box').fill('');
  await page.evaluate((words) => navigator.clipboard.writeText(words), sample('news-wire'));
  await at(page, 'start-words').click();
  await at(page, 'word-add-words').focus();
  await page.keyboard.press('Control+v');
  assert.equal(await box(page), '');
  await at(page, 'words-learn').focus();
  await page.keyboard.press('Control+v');
  assert.equal(await box(page), '');
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('Control+v');
  await analyzed(page);
  await who.close();
});

test('one can go back from a pasted article to its words, and nothing of it is kept', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  const words = sample('news-wire').trim();
  await paste(page, words);
  await analyzed(page);
  await saved(page);
  await at(page, 'toast-retract').click();
  await at(page, 'start').waitFor();
  assert.equal(await box(page), words);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'paste-box');
  await counted(at(page, 'recent'), 0);
  // What is pasted beside other words joins them.
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And more. ');
  await page.evaluate((more) => navigator.clipboard.writeText(more), sample('interview'));
  await page.keyboard.press('Control+v');
  assert.equal(await box(page), `${words} And more. ${sample('interview').replaceAll('\r\n', '\n')}`);
  await at(page, 'analyze').click();
  await analyzed(page);
  assert.match(await at(page, 'article').textContent(), /And more\./);
  // An article that was opened by hand leaves an empty box behind.
  await at(page, 'new-article').click();
  assert.equal(await box(page), '');
  await who.close();
});

test('going back keeps what was worked on', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await paste(page, sample('news-wire'));
  await analyzed(page);
  await page.locator('mark').first().click();
  await page.keyboard.press('Delete');
  await saved(page);
  await at(page, 'toast-retract').click();
  await at(page, 'recent').waitFor();
  await counted(at(page, 'recent'), 1);
  await who.close();
});

test('a paste that cannot be opened stands in the box, with the reason', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await at(page, 'sample-0').click();
  await analyzed(page);
  const { text } = await download(page);
  const half = text.slice(0, text.length / 2).trim();
  await at(page, 'new-article').click();
  await paste(page, half);
  await at(page, 'refused').waitFor();
  assert.equal(await box(page), half);
  await who.close();
});

test('a pasted article does not wait for a worker that is slow', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await silence(page);
  await paste(page, sample('news-wire'));
  await at(page, 'article').waitFor();
  await at(page, 'stop-analysis').waitFor();
  assert.equal((await marks(page, 'person')).length, 0);
  await who.close();
});

test('typed words are read before the click: the answer is there without the worker', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await at(page, 'paste-box').fill(sample('news-wire'));
  await page.waitForTimeout(1500);
  await silence(page);
  await at(page, 'analyze').click();
  await analyzed(page);
  assert.ok((await marks(page, 'person')).length > 5);
  await who.close();
});

test('what counts is what stands in the box at the click', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await at(page, 'paste-box').fill(sample('news-wire'));
  await page.waitForTimeout(900);
  await at(page, 'paste-box').fill('Ana Díaz met Ben Ode in Lyon.\n\n“Lyon is calm,” said Díaz.');
  await at(page, 'analyze').click();
  await analyzed(page);
  assert.deepEqual(await marks(page, 'person'), ['Ana Díaz', 'Ben Ode', 'Díaz']);
  // The same words once more are read anew, and shown once.
  await at(page, 'new-article').click();
  await at(page, 'paste-box').fill('Ana Díaz met Ben Ode in Lyon.\n\n“Lyon is calm,” said Díaz.');
  await page.waitForTimeout(800);
  await at(page, 'analyze').click();
  await analyzed(page);
  assert.deepEqual(await marks(page, 'person'), ['Ana Díaz', 'Ben Ode', 'Díaz']);
  await who.close();
});

test('the rehearsal leaves nothing on the page and nothing on the device', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  // Seen by an observer that is there from the start, so that the test knows that there was one.
  await page.addInitScript(() => {
    window.rehearsals = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) if (node.className === 'rehearsal') window.rehearsals.push(node);
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await page.open();
  await at(page, 'paste-box').focus();
  await page.waitForFunction(() => window.rehearsals.length > 0 && !window.rehearsals[0].isConnected);
  assert.equal(await page.evaluate(() => window.rehearsals.length), 1);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'paste-box');
  assert.equal(await page.evaluate(() => document.querySelectorAll('mark, [data-p]').length), 0);
  await page.again();
  await counted(at(page, 'recent'), 0);
  assert.ok(!(await page.evaluate(() => JSON.stringify({ ...localStorage }))).includes('rehearsal'));
  await who.close();
});
