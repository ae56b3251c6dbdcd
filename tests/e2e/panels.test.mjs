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
