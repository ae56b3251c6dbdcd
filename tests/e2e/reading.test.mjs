// What is pasted is read before the person asks; the rehearsal of the page leaves no trace.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { analyzed, at, marks, paste, sample, start, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const silence = (page) => page.workers()[0].evaluate(() => (self.onmessage = () => {}));

test('a pasted article is read before the click: the answer is there without the worker', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await paste(page, sample('news-wire'));
  await page.waitForTimeout(1000);
  await silence(page);
  await at(page, 'analyze').click();
  await analyzed(page);
  assert.ok((await marks(page, 'person')).length > 5);
  // One step, which can be taken back and done again.
  await page.keyboard.press('Control+z');
  assert.equal((await marks(page, 'person')).length, 0);
  await page.keyboard.press('Control+Shift+z');
  assert.ok((await marks(page, 'person')).length > 5);
  await who.close();
});

test('what counts is what stands in the box at the click', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await paste(page, sample('news-wire'));
  await page.waitForTimeout(600);
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
  assert.equal(await at(page, 'recent').count(), 0);
  assert.ok(!(await page.evaluate(() => JSON.stringify({ ...localStorage }))).includes('rehearsal'));
  await who.close();
});
