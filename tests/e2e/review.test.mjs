// The review: one suggestion after the other, by one key each; what is rejected stays rejected.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened, TOTAL } from './article.mjs';
import { analyze, analyzed, at, count, mark, openFile, sample, start, visitor } from './harness.mjs';
import { record, written } from './steps.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

test('by keys from the first suggestion to the last, with reasons and progress', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await page.keyboard.press('r');
  await at(page, 'review-bar').waitFor();
  assert.notEqual((await at(page, 'inspector-evidence').textContent()).trim(), '');
  assert.equal(await at(page, 'inspector-text').textContent(), 'Ana Díaz');
  await page.keyboard.press('Enter');
  assert.match(await at(page, 'review-progress').textContent(), new RegExp(`1 of ${TOTAL}`));
  assert.equal(await at(page, 'inspector-text').textContent(), 'Porto Claro');
  await page.keyboard.press('Backspace');
  assert.equal(await at(page, 'inspector-text').textContent(), 'Ms Díaz');
  // Changed while it is in question: that decides it, too.
  await page.keyboard.press('l');
  assert.equal((await record(page, 'Ms Díaz')).label, 'PLACE');
  await page.keyboard.press('ArrowRight');
  for (let i = 0; i < TOTAL && !(await at(page, 'review-done').isVisible()); i += 1) await page.keyboard.press('Enter');
  await at(page, 'review-done').filter({ hasText: new RegExp(`\\b${TOTAL}\\b`) }).waitFor();
  await at(page, 'review-end').click();
  await at(page, 'review-bar').waitFor({ state: 'detached' });
  assert.equal(await count(page), TOTAL - 1);
  await who.close();
});

test('by buttons; least certain first; skipped ones come again', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await at(page, 'review').click();
  await at(page, 'review-order').click();
  await at(page, 'review-close').click();
  await page.keyboard.press('Escape');
  await at(page, 'review').click();
  assert.equal(await at(page, 'inspector-confidence').textContent(), '55 %');
  await at(page, 'review-skip').click();
  assert.equal(await at(page, 'inspector-confidence').textContent(), '58 %');
  await at(page, 'review-previous').click();
  assert.equal(await at(page, 'inspector-confidence').textContent(), '55 %');
  await at(page, 'review-accept').click();
  await at(page, 'review-reject').click();
  assert.match(await at(page, 'review-progress').textContent(), new RegExp(`2 of ${TOTAL}`));
  await who.close();
});

test('what decides stands in one row, in both languages, at every width', async () => {
  for (const german of [false, true]) {
    for (const width of [1280, 1024]) {
      const who = await visitor(site, { viewport: { width, height: 700 } });
      const page = await who.tab();
      await page.open();
      if (german) await at(page, 'language').click();
      await analyze(page, sample('news-wire'));
      await at(page, 'review').click();
      const tops = await page.locator('.review .decide button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
      assert.equal(new Set(tops.map(Math.round)).size, 1, `${german ? 'German' : 'English'} at ${width}: ${tops}`);
      await who.close();
    }
  }
});

test('accepting all above a confidence says how many and is one step', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await page.keyboard.press('r');
  assert.match(await at(page, 'accept-above-90').textContent(), /\b7\b/);
  await at(page, 'accept-above-90').click();
  assert.match(await at(page, 'review-progress').textContent(), new RegExp(`7 of ${TOTAL}`));
  await at(page, 'undo').click();
  assert.match(await at(page, 'review-progress').textContent(), new RegExp(`0 of ${TOTAL}`));
  await who.close();
});

test('a click alone decides nothing', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await page.keyboard.press('r');
  for (const words of ['Ben Ode', 'Harbor Trust', 'Ana Díaz']) await mark(page, words).first().click();
  assert.match(await at(page, 'review-state').textContent(), /^0 of/);
  await who.close();
});

test('another analysis leaves what a person did and what was rejected, and is one step', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  const text = 'President Ana Díaz arrived in Oslo on Monday.\n\n“We are ready,” Díaz told reporters in Oslo.\n\nShe left Norway at noon.';
  await openFile(page, 'note.txt', text);
  await analyzed(page);
  await mark(page, 'Oslo').first().click();
  await at(page, 'reject').click();
  await mark(page, 'Norway').click();
  await page.keyboard.press('o');
  await page.keyboard.press('Escape');
  const before = await written(page);
  assert.ok(before.includes('ORGANIZATION Norway'));
  await page.keyboard.press('Shift+R');
  await at(page, 'stop-analysis').waitFor({ state: 'detached' });
  await analyzed(page);
  assert.deepEqual(await written(page), before);
  await who.close();
});
