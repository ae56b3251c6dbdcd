// "All mentions": the number is shown beforehand, whole words only, marked ones are skipped, one step to undo.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened, TOTAL } from './article.mjs';
import { analyze, at, count, drag, mark, marks, start, visitor } from './harness.mjs';
import { offer, written } from './steps.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

test('marking words offers the other places of the same words, and not parts of words', async () => {
  const who = await visitor(site);
  // "lock" stands in the text four times, "locks" and "locked" are other words, "Lock" is written otherwise.
  const page = await opened(who, { extra: ['The locks were locked. Lock and lock.'] });
  await drag(page, 'lock');
  await at(page, 'mark-place').click();
  assert.match(await offer(page, 'mark-all').textContent(), /\b3\b/);
  await offer(page, 'mark-all').click();
  assert.equal(await count(page), TOTAL + 4);
  assert.equal((await written(page)).filter((line) => line === 'PLACE lock').length, 4);
  // Both together are one step.
  await at(page, 'undo').click();
  assert.equal(await count(page), TOTAL);
  await page.keyboard.press('Control+y');
  assert.equal(await count(page), TOTAL + 4);
  await who.close();
});

test('places that are marked already are not marked twice', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  // Two of the three "Harbor Trust" and "Harbor" are free: the name in the first sentence is taken.
  await drag(page, 'Harbor Trust', 1);
  await at(page, 'mark-organization').click();
  assert.equal(await offer(page, 'mark-all').count(), 0, 'nothing else is left to mark');
  assert.equal((await written(page)).filter((line) => line === 'ORGANIZATION Harbor Trust').length, 2);
  await who.close();
});

for (const [what, press, kept] of [
  ['another label', (page) => page.keyboard.press('o'), 'ORGANIZATION Porto Claro'],
  ['deleting', (page) => page.keyboard.press('Delete'), null],
  ['rejecting', (page) => at(page, 'reject').click(), null],
]) {
  test(`${what} for one mention offers the others too`, async () => {
    const who = await visitor(site);
    const page = await opened(who);
    await mark(page, 'Porto Claro').first().click();
    await press(page);
    const before = (await written(page)).filter((line) => line === 'PLACE Porto Claro').length;
    assert.equal(before, 2);
    assert.match(await offer(page, 'likewise').textContent(), /\b2\b/);
    await offer(page, 'likewise').click();
    const lines = await written(page);
    assert.equal(lines.filter((line) => line === 'PLACE Porto Claro').length, 0);
    if (kept) assert.equal(lines.filter((line) => line === kept).length, 3);
    // Both together are one step.
    await at(page, 'undo').click();
    assert.equal((await written(page)).filter((line) => line === 'PLACE Porto Claro').length, 3);
    await who.close();
  });
}

test('accepting one mention offers the other suggestions of the words', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await mark(page, 'Ana Díaz').first().click();
  await at(page, 'accept').click();
  await offer(page, 'likewise').click();
  await page.waitForFunction(() => [...document.querySelectorAll('[data-testid=mark].accepted')].length >= 2);
  assert.match(await at(page, 'review-state').textContent(), /^2 of/);
  await who.close();
});

test('one or all with the same words: counted beforehand, one step', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, 'The lock opened. The lock held. A locksmith saw the lock.');
  const before = await count(page);
  await drag(page, 'lock');
  assert.match(await at(page, 'mark-all-same').textContent(), /All 3/);
  await page.keyboard.press('m');
  await page.keyboard.press('o');
  assert.equal(await count(page), before + 3);
  assert.match(await at(page, 'scope-all').textContent(), /All 3/);
  await at(page, 'scope-all').click();
  await page.keyboard.press('l');
  assert.equal((await marks(page, 'place')).filter((words) => words === 'lock').length, 3);
  await page.keyboard.press('Control+z');
  assert.equal((await marks(page, 'organization')).filter((words) => words === 'lock').length, 3);
  // By the list of the inspector, and back by the button.
  await at(page, 'scope-all').click();
  await at(page, 'inspector-type').selectOption('l0');
  assert.equal((await marks(page, 'person')).filter((words) => words === 'lock').length, 3);
  await at(page, 'undo').click();
  assert.equal((await marks(page, 'organization')).filter((words) => words === 'lock').length, 3);
  await page.keyboard.press('Control+z');
  assert.equal(await count(page), before);
  await who.close();
});
