// The lists beside the article: what is done to a person, place or organization concerns all of its mentions.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened } from './article.mjs';
import { at, mark, names, quotes, start, visitor } from './harness.mjs';
import { focused, record, written } from './steps.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const row = (page, name) => at(page, 'entity-row').filter({ has: page.locator('.entity-name', { hasText: new RegExp(`^${name}$`) }) });

/** Opens what can be done to a row. */
async function actions(page, name) {
  await row(page, name).locator('[data-testid=entity-menu]').click();
  return row(page, name).locator('[data-testid=entity-actions]');
}

test('a row lists its mentions and jumps from one to the next', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  assert.deepEqual(await names(page, 'panel-people'), ['Ana Díaz', 'Ben Ode', 'Ms Díaz']);
  assert.deepEqual(await names(page, 'panel-places'), ['Porto Claro']);
  const seen = [];
  for (let i = 0; i < 4; i += 1) {
    await row(page, 'Ana Díaz').locator('[data-testid=entity-jump]').click();
    seen.push(await at(page, 'mention-place').textContent());
  }
  assert.deepEqual(seen, ['1/3', '2/3', '3/3', '1/3']);
  assert.match(await focused(page), /Ana Díaz/);
  await who.close();
});

test('renaming, merging by list and splitting off, each one step to undo', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  const menu = await actions(page, 'Ana Díaz');
  await menu.locator('[data-testid=rename]').fill('Ana Díaz Prado');
  await menu.locator('[data-testid=rename-save]').click();
  assert.ok((await names(page, 'panel-people')).includes('Ana Díaz Prado'));
  assert.ok((await quotes(page)).some((quote) => quote.who === 'Ana Díaz Prado'), 'the quote’s speaker is renamed too');

  const other = await actions(page, 'Ms Díaz');
  await other.locator('[data-testid=merge]').selectOption({ label: 'Ana Díaz Prado' });
  await other.locator('[data-testid=merge-do]').click();
  assert.deepEqual(await names(page, 'panel-people'), ['Ana Díaz Prado', 'Ben Ode']);
  assert.equal(await row(page, 'Ana Díaz Prado').locator('[data-testid=mention-count]').textContent(), '4');
  await page.keyboard.press('Control+z');
  assert.equal((await names(page, 'panel-people')).length, 3);
  await page.keyboard.press('Control+y');

  await mark(page, 'Ms Díaz').click();
  const again = await actions(page, 'Ana Díaz Prado');
  await again.locator('[data-testid=entity-split]').click();
  assert.equal((await names(page, 'panel-people')).length, 3);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  assert.deepEqual(await names(page, 'panel-people'), ['Ana Díaz', 'Ben Ode', 'Ms Díaz']);
  await who.close();
});

test('merging by dragging one row onto another', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await row(page, 'Ms Díaz').dragTo(row(page, 'Ana Díaz'));
  assert.deepEqual(await names(page, 'panel-people'), ['Ana Díaz', 'Ben Ode']);
  const ms = await record(page, 'Ms Díaz');
  assert.equal(ms.by.find((cluster) => cluster.id === ms.cluster).name, 'Ana Díaz');
  await who.close();
});

test('another type for all mentions of a row', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  const menu = await actions(page, 'Porto Claro');
  await menu.locator('[data-testid=entity-relabel]').filter({ hasText: /organization/i }).click();
  assert.equal((await written(page)).filter((line) => line === 'ORGANIZATION Porto Claro').length, 3);
  assert.deepEqual(await names(page, 'panel-places'), []);
  await page.keyboard.press('Control+z');
  assert.deepEqual(await names(page, 'panel-places'), ['Porto Claro']);
  await who.close();
});

test('“not a person” takes all mentions away and leaves the quotes without a speaker', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  const menu = await actions(page, 'Ana Díaz');
  await menu.locator('[data-testid=entity-remove]').click();
  assert.ok(!(await names(page, 'panel-people')).includes('Ana Díaz'));
  assert.ok(!(await quotes(page)).some((quote) => quote.who === 'Ana Díaz'));
  assert.equal((await written(page)).filter((line) => line.endsWith('Ana Díaz')).length, 0);
  await page.keyboard.press('Control+z');
  assert.ok((await names(page, 'panel-people')).includes('Ana Díaz'));
  assert.ok((await quotes(page)).some((quote) => quote.who === 'Ana Díaz'));
  await who.close();
});

test('the menu of a row is wholly in view at every size of the window, and a click elsewhere leaves it', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  for (const viewport of [{ width: 1280, height: 900 }, { width: 1024, height: 560 }, { width: 640, height: 360 }, { width: 390, height: 844 }]) {
    await page.setViewportSize(viewport);
    if (viewport.width < 960) await at(page, 'sheet-panels').click();
    for (const name of ['Ana Díaz', 'Harbor Trust']) {
      const menu = await actions(page, name);
      await menu.waitFor();
      await page.waitForFunction(() => document.querySelector('.entity-menu:popover-open'));
      const { x, y, width, height } = await menu.boundingBox();
      assert.ok(x >= 0 && y >= 0 && x + width <= viewport.width && y + height <= viewport.height, `${name} at ${JSON.stringify(viewport)}: ${[x, y, width, height]}`);
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'detached' });
    }
    if (viewport.width < 960) await at(page, 'sheet-panels').click();
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  const menu = await actions(page, 'Ana Díaz');
  await menu.waitFor();
  await mark(page, 'Harbor Trust').first().click();
  await menu.waitFor({ state: 'detached' });
  await who.close();
});

test('lists are sorted by number, place or name; quotes stand under their speakers when asked for', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await at(page, 'list-order').selectOption('place');
  assert.deepEqual(await names(page, 'panel-people'), ['Ana Díaz', 'Ms Díaz', 'Ben Ode']);
  await at(page, 'list-order').selectOption('name');
  assert.deepEqual(await names(page, 'panel-people'), ['Ana Díaz', 'Ben Ode', 'Ms Díaz']);
  await at(page, 'dot-means').waitFor();
  await at(page, 'quotes-by-speaker').click();
  const groups = await at(page, 'speaker-group').locator('h3 bdi').allTextContents();
  assert.deepEqual(groups, ['Ana Díaz', 'officials', 'speaker unknown']);
  // As long as the tab is there, it stays so.
  await page.again();
  await at(page, 'speaker-group').first().waitFor();
  assert.equal(await at(page, 'list-order').inputValue(), 'name');
  await who.close();
});

test('each list is one tab stop', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  const stops = () => page.evaluate(() => [...document.querySelectorAll('[data-list]')].filter((list) => list.querySelector('[data-row]')).map((list) => list.querySelectorAll('[data-row][tabindex="0"]').length));
  assert.ok((await stops()).every((n) => n === 1), 'before anything is pressed');
  await at(page, 'entity-jump').nth(1).focus();
  await page.keyboard.press('ArrowDown');
  assert.match(await focused(page), /Ms Díaz/);
  await page.keyboard.press('Home');
  assert.match(await focused(page), /Ana Díaz/);
  await page.keyboard.press('End');
  assert.match(await focused(page), /Ms Díaz/);
  assert.ok((await stops()).every((n) => n === 1), 'and after it');
  await who.close();
});
