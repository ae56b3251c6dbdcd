// Labels of one's own, notes and the state of fact checking; what is shown; finding words.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened, TOTAL } from './article.mjs';
import { at, count, drag, mark, marks, start, visitor } from './harness.mjs';
import { record, selected, written } from './steps.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

test('a label of one’s own: made, used by button and key, renamed, kept', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await at(page, 'new-label').click();
  await at(page, 'label-name').fill('Boat');
  await at(page, 'label-key').fill('k');
  await page.locator('input[name=color][value="7"]').check();
  await page.locator('input[name=shape][value=box]').check();
  await at(page, 'label-save').click();
  await drag(page, 'boats');
  await at(page, 'mark-boat').click();
  await drag(page, 'gates');
  await page.keyboard.press('k');
  assert.deepEqual(await marks(page, 'boat'), ['boats', 'gates']);
  assert.equal(await at(page, 'panel-boat').locator('[data-testid=entity-row]').count(), 2);
  await at(page, 'edit-label').click();
  await at(page, 'label-name').fill('Vessel');
  await at(page, 'label-save').click();
  assert.deepEqual(await marks(page, 'vessel'), ['boats', 'gates']);
  assert.ok((await written(page)).includes('VESSEL gates'));
  await at(page, 'saved').filter({ hasText: 'Saved on this device' }).waitFor();
  await page.again();
  await at(page, 'annotation-count').waitFor();
  assert.deepEqual(await marks(page, 'vessel'), ['boats', 'gates']);
  await who.close();
});

test('colors of labels have contrast in both themes', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const who = await visitor(site, { colorScheme });
    const page = await opened(who);
    const poor = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('span'));
      const style = (property) => {
        probe.style.setProperty('color', `var(${property})`);
        // Through a canvas: `light-dark()` and other notations come out as numbers.
        const context = document.createElement('canvas').getContext('2d');
        context.fillStyle = getComputedStyle(probe).color;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
      };
      const light = ([r, g, b]) => {
        const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * x + 0.7152 * y + 0.0722 * z;
      };
      const contrast = (a, b) => {
        const [high, low] = [light(a), light(b)].toSorted((x, y) => y - x);
        return (high + 0.05) / (low + 0.05);
      };
      const out = [];
      for (let i = 0; i < 12; i += 1) {
        for (const ground of ['--paper', '--quote-soft', '--quote-strong']) {
          const value = contrast(style(`--label-${i}`), style(ground));
          if (value < 4.5) out.push(`label ${i} on ${ground}: ${value.toFixed(2)}`);
        }
      }
      return out;
    });
    assert.deepEqual(poor, [], colorScheme);
    await who.close();
  }
});

test('a note and a state of fact checking', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await mark(page, 'Ben Ode').first().click();
  await at(page, 'inspector-note').fill('asked him on Friday');
  await at(page, 'inspector-note').press('Enter');
  for (const state of ['confirmed', 'disputed', 'unchecked', 'confirmed']) {
    await at(page, `status-${state}`).click();
    assert.equal(await at(page, `status-${state}`).getAttribute('aria-pressed'), 'true');
  }
  const found = await record(page, 'Ben Ode');
  assert.deepEqual([found.note, found.status], ['asked him on Friday', 'confirmed']);
  await page.keyboard.press('Control+z');
  assert.equal((await record(page, 'Ben Ode')).status, 'unchecked');
  await who.close();
});

test('what is shown: by label, by review, by maker; hidden ones are kept', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await drag(page, 'fisherman');
  await page.keyboard.press('p');
  await page.keyboard.press('Escape');
  await at(page, 'filter').locator('summary').click();
  await at(page, 'show-place').click();
  assert.deepEqual(await marks(page, 'place'), []);
  assert.equal(await count(page), TOTAL + 1 - 3);
  await at(page, 'show-quote').click();
  assert.equal(await at(page, 'speaker-chip').count(), 0);
  await at(page, 'filter-clear').click();
  await at(page, 'review-accepted').click();
  assert.equal(await count(page), 1);
  await at(page, 'review-suggested').click();
  assert.equal(await count(page), TOTAL);
  await at(page, 'review-all').click();
  await at(page, 'origin-person').click();
  assert.deepEqual(await page.locator('[data-testid=mark]').allTextContents(), ['fisherman']);
  await at(page, 'origin-engine').click();
  assert.equal(await count(page), TOTAL);
  assert.equal((await written(page)).length, TOTAL + 1, 'the file has all of them');
  await at(page, 'filter-clear').click();
  assert.equal(await count(page), TOTAL + 1);
  await who.close();
});

test('finding words counts and marks every place and goes from one to the next', async () => {
  const who = await visitor(site);
  const page = await opened(who, { repeat: 6 });
  await page.keyboard.press('/');
  await at(page, 'find-input').fill('BEN ODE');
  await at(page, 'find-count').filter({ hasText: '12 hits' }).waitFor();
  assert.equal(await page.evaluate(() => CSS.highlights.get('hits').size), 12);
  const shown = () => page.evaluate(() => [...CSS.highlights.get('hit')][0].getBoundingClientRect().top + scrollY);
  const tops = [await shown()];
  await at(page, 'find-input').press('Enter');
  tops.push(await shown());
  await at(page, 'find-input').press('Enter');
  tops.push(await shown());
  await at(page, 'find-input').press('Shift+Enter');
  assert.ok(tops[0] < tops[1] && tops[1] < tops[2] && Math.abs((await shown()) - tops[1]) < 60, tops.join());
  await page.keyboard.press('Escape');
  await at(page, 'find').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => CSS.highlights.get('hits')?.size ?? 0), 0);
  assert.equal(await selected(page), '');
  await who.close();
});
