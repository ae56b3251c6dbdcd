// Keys of the person’s own.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { analyze, at, drag, marks, start, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const TEXT = 'President Ana Díaz arrived in Oslo on Monday.\n\n“We are ready,” Díaz told reporters in Oslo.';

test('keys are changed, conflicts explained, everything shows the new ones, and a reload keeps them', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, TEXT);
  await page.keyboard.press('?');
  await at(page, 'keys-change').click();
  const row = (id) => page.locator(`[data-command="${id}"]`);
  const ask = async (id, key) => {
    await row(id).locator('[data-testid=key-ask]').click();
    await page.keyboard.press(key);
  };
  await ask('place', '5');
  assert.match(await at(page, 'key-said').textContent(), /^5 is needed/);
  await ask('place', 'Control+w');
  assert.match(await at(page, 'key-said').textContent(), /belongs to the browser/);
  await ask('place', 'p');
  assert.match(await at(page, 'key-taken').textContent(), /P is the key for “Person”/);
  await at(page, 'key-use').click();
  assert.match(await row('person').textContent(), /no key/);
  await ask('person', 'h');
  await at(page, 'layer-close').click();

  await drag(page, 'reporters');
  assert.match(await at(page, 'mark-person').textContent(), /H/);
  assert.match(await at(page, 'mark-place').textContent(), /P/);
  await page.keyboard.press('p');
  assert.ok((await marks(page, 'place')).includes('reporters'));

  await page.again();
  await drag(page, 'Monday');
  await page.keyboard.press('h');
  assert.ok((await marks(page, 'person')).includes('Monday'));
  await page.keyboard.press('Control+k');
  await at(page, 'palette-input').fill('place');
  assert.match(await at(page, 'palette-option').first().textContent(), /PlaceP/);
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  await at(page, 'keys-change').click();
  await at(page, 'keys-reset-all').click();
  assert.match(await row('place').textContent(), /PlaceL/);
  await who.close();
});
