// Several annotations at once: chosen by mouse, by keyboard and by touch, and changed as one step.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened, TOTAL } from './article.mjs';
import { finger } from './finger.mjs';
import { PHONE, at, count, counted, mark, marks, picture, start, visitor } from './harness.mjs';
import { currentFile, cursorTo, dragBetween, focused, walkTo, written } from './steps.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const add = (locator) => locator.click({ modifiers: ['Control'] });
const chosen = (page) => at(page, 'chosen').allTextContents();
/** What a screen reader is told of each mark: pressed or not. */
const pressed = (page) => page.locator('[data-testid=mark][aria-pressed=true], [data-testid=speaker-chip][aria-pressed=true]').allTextContents();
const reviews = async (page, wanted) => {
  const { mentions, quotes } = await currentFile(page);
  return [...mentions, ...quotes].filter((one) => one.review === wanted).length;
};

test('clicks with Ctrl choose several; each change to them is one step', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await mark(page, 'Ben Ode').first().click();
  await add(mark(page, 'Harbor Trust'));
  await add(mark(page, 'Ms Díaz'));
  assert.equal(await at(page, 'several-count').textContent(), '3 annotations selected');
  await at(page, 'live').filter({ hasText: '3 annotations selected' }).waitFor({ state: 'attached' });
  assert.deepEqual(await chosen(page), ['Ms Díaz', 'Ben Ode', 'Harbor Trust']);
  assert.deepEqual(await pressed(page), ['Ms Díaz', 'Ben Ode', 'Harbor Trust']);
  const rows = page.locator('[data-testid=entity-row] [data-testid=entity-jump][aria-current=true]');
  assert.deepEqual((await rows.allTextContents()).map((text) => text.replace(/\d.*$/, '').trim()), ['Ben Ode', 'Ms Díaz', 'Harbor Trust']);
  await picture(page, 'several');

  await at(page, 'several-type').selectOption('1');
  const places = (await written(page)).filter((line) => line.startsWith('PLACE ')).length;
  assert.equal(places, 3 + 3);
  await at(page, 'undo').click();
  assert.equal((await written(page)).filter((line) => line.startsWith('PLACE ')).length, 3);
  assert.equal((await chosen(page)).length, 3, 'they stay selected');

  await at(page, 'accept').click();
  assert.equal(await reviews(page, 'accepted'), 3);
  await at(page, 'unreview').click();
  assert.equal(await reviews(page, 'accepted'), 0);
  await at(page, 'status-disputed').click();
  assert.equal((await currentFile(page)).mentions.filter((m) => m.status === 'disputed').length, 3);
  await page.keyboard.press('Control+z');
  assert.equal((await currentFile(page)).mentions.filter((m) => m.status === 'disputed').length, 0);

  await at(page, 'several-type').selectOption('0');
  await at(page, 'several-entity').selectOption({ label: 'Ben Ode' });
  const { mentions, clusters } = await currentFile(page);
  const ben = clusters.find((cluster) => cluster.name === 'Ben Ode').id;
  assert.deepEqual(mentions.filter((m) => m.cluster === ben).map((m) => m.text), ['Ms Díaz', 'Ben Ode', 'Harbor Trust', 'Ben Ode']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');

  // One of them no longer; then away with the others.
  await at(page, 'chosen').filter({ hasText: 'Ms Díaz' }).click();
  await add(mark(page, 'Ana Díaz').first());
  await add(mark(page, 'Ana Díaz').first());
  assert.deepEqual(await chosen(page), ['Ben Ode', 'Harbor Trust']);
  await at(page, 'reject').click();
  assert.equal(await count(page), TOTAL - 2);
  await counted(at(page, 'several'), 0);
  await page.keyboard.press('Control+z');
  assert.equal(await count(page), TOTAL);
  await add(mark(page, 'Ben Ode').first());
  await add(mark(page, 'Harbor Trust'));
  await page.keyboard.press('Escape');
  assert.deepEqual(await pressed(page), []);
  await who.close();
});

test('all that lies in the chosen words', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await dragBetween(page, 'opened the lock on', 'cut a blue');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('all annotations in the selection');
  await page.keyboard.press('Enter');
  await at(page, 'inspector-text').filter({ hasText: 'Ms Díaz' }).waitFor();
  await page.keyboard.press('Escape');
  await dragBetween(page, ' the day ', ' paid for');
  await page.keyboard.press('Shift+A');
  assert.deepEqual(await chosen(page), ['“historic”', 'Ana Díaz']);
  await page.keyboard.press('Delete');
  assert.equal(await count(page), TOTAL - 2);
  await who.close();
});

test('by keys alone: neighbors, one here and one there, words; accepted, changed, deleted', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await page.evaluate(() => {
    addEventListener('pointerdown', () => console.error('a pointer was used'), true);
  });
  await walkTo(page, 'Ms Díaz');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  assert.equal((await chosen(page)).length, 3);
  await page.keyboard.press('Shift+ArrowLeft');
  assert.deepEqual(await pressed(page), ['Ms Díaz', 'Díaz']);
  await page.keyboard.press('a');
  assert.equal(await reviews(page, 'accepted'), 2);
  await page.keyboard.press('Escape');

  await walkTo(page, 'Ben Ode');
  await page.keyboard.press('Shift+S');
  await at(page, 'adding').waitFor();
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  assert.equal(await focused(page), 'speaker unknown', 'the chip of the next quote');
  await page.keyboard.press(' ');
  assert.deepEqual(await chosen(page), ['Ben Ode', '“historic”']);
  await page.keyboard.press('l');
  assert.deepEqual((await marks(page, 'place')).filter((words) => words === 'Ben Ode').length, 1);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Delete');
  assert.equal(await count(page), TOTAL - 2);
  await at(page, 'adding').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');

  await page.keyboard.press('Escape');
  await cursorTo(page, 'Ben Ode of Harbor Trust');
  await page.keyboard.press('Shift+A');
  assert.deepEqual(await chosen(page), ['Ben Ode', 'Harbor Trust']);
  await page.keyboard.press('Escape');
  assert.deepEqual(await pressed(page), []);
  await who.close();
});

test('by touch: the button in the sheet, then a tap on each', async () => {
  const who = await visitor(site, { viewport: PHONE, touch: true });
  const page = await opened(who);
  const touch = await finger(page);
  await touch.tap(mark(page, 'Ana Díaz').first());
  await touch.tap(at(page, 'select-more'));
  await at(page, 'adding').waitFor();
  await touch.tap(mark(page, 'Ms Díaz'));
  await touch.tap(page.locator('[data-p="2"] [data-testid=speaker-chip]'));
  assert.deepEqual(await chosen(page), ['Ana Díaz', 'Ms Díaz', '“We waited eleven years,” Dí…']);
  await picture(page, 'phone-several');
  await touch.tap(at(page, 'accept'));
  assert.equal(await reviews(page, 'accepted'), 3);
  await touch.tap(at(page, 'several-close'));
  await at(page, 'several').waitFor({ state: 'detached' });
  await counted(at(page, 'adding'), 0);
  await who.close();
});

test('a review decides all that are selected beside the one it asks about', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await page.keyboard.press('r');
  await add(mark(page, 'Harbor Trust'));
  await page.keyboard.press('Enter');
  assert.match(await at(page, 'review-progress').textContent(), new RegExp(`2 of ${TOTAL}`));
  assert.equal(await reviews(page, 'accepted'), 2);
  await who.close();
});
