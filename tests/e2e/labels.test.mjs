// Labels of one's own, notes and the state of fact checking; what is shown; finding words.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { faults } from './axe.mjs';
import { opened, TOTAL } from './article.mjs';
import { analyze, at, count, counted, drag, mark, marks, names, picture, quotes, ready, start, visitor } from './harness.mjs';
import { record, selected, tabTo, written } from './steps.mjs';

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
  await at(page, 'toast').filter({ hasText: 'Label “Boat” made.' }).waitFor();
  await drag(page, 'boats');
  assert.match(await at(page, 'mark-boat').textContent(), /Boat/, 'as the person wrote it');
  await at(page, 'mark-boat').click();
  await drag(page, 'gates');
  await page.keyboard.press('k');
  assert.deepEqual(await marks(page, 'boat'), ['boats', 'gates']);
  await counted(at(page, 'panel-boat').locator('[data-testid=entity-row]'), 2);
  await at(page, 'edit-label').click();
  await at(page, 'label-name').fill('Vessel');
  await at(page, 'label-save').click();
  assert.deepEqual(await marks(page, 'vessel'), ['boats', 'gates']);
  assert.ok((await written(page)).includes('Vessel gates'));
  await at(page, 'saved').filter({ hasText: 'Saved on this device' }).waitFor();
  await page.again();
  await ready(page);
  assert.deepEqual(await marks(page, 'vessel'), ['boats', 'gates']);
  await who.close();
});

test('labels are there in the next article; sets are chosen, exported, imported, and taken back', async () => {
  const who = await visitor(site);
  let page = await opened(who);
  const make = async (name) => {
    await at(page, 'new-label').click();
    await at(page, 'label-name').fill(name);
    await at(page, 'label-save').click();
    await at(page, `panel-${name.toLowerCase()}`).waitFor();
  };
  const next = async (text) => {
    await at(page, 'new-article').first().click();
    await analyze(page, text);
    return page.locator('[data-testid=panels] > details').evaluateAll((all) => all.map((one) => one.dataset.testid.slice(6)).filter((name) => !/people|places|organizations|quotes/.test(name)));
  };
  await make('Boat');
  await make('Claim');
  await page.keyboard.press('Control+z');
  assert.deepEqual(await next('The boats came to Oslo.'), ['boat'], 'undo takes it out again');

  await at(page, 'labels').click();
  const row = (name) => page.locator(`[data-testid=label-set][data-set="${name}"]`);
  await at(page, 'set-new').fill('Audit');
  await page.keyboard.press('Enter');
  await row('Audit').getByText('1 label').waitFor();
  assert.ok(await row('Audit').locator('[data-testid=set-choose]').isChecked());
  assert.deepEqual(await faults(page), []);
  await picture(page, 'label-sets');
  await page.keyboard.press('Escape');
  await make('Source');
  assert.deepEqual(await next('The boats came to Rome.'), ['boat', 'source']);

  await at(page, 'labels').click();
  const [file] = await Promise.all([page.waitForEvent('download'), row('Audit').locator('[data-testid=set-export]').click()]);
  assert.equal(file.suggestedFilename(), 'audit-labels.json');
  const json = await readFile(await file.path(), 'utf8');
  assert.deepEqual(JSON.parse(json).sets[0].labels.map(({ name }) => name), ['Boat', 'Source']);
  await row('My labels').locator('[data-testid=set-choose]').check();
  await row('Audit').locator('[data-testid=set-delete]').click();
  await row('Audit').waitFor({ state: 'detached' });
  await at(page, 'sets-undo').click();
  await row('Audit').waitFor();
  const bring = (name, text) => at(page, 'sets-import').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await bring('same.json', json);
  await at(page, 'sets-said').filter({ hasText: '0 sets taken over.' }).waitFor();
  await bring('other.json', json.replace('Source', 'Ship'));
  await row('Audit 2').waitFor();
  await bring('broken.json', json.slice(0, 60));
  await at(page, 'sets-said').filter({ hasText: 'breaks off' }).waitFor();
  await row('Audit 2').locator('[data-testid=set-add]').click();
  await at(page, 'sets-said').filter({ hasText: '1 label added to this article.' }).waitFor();
  await page.keyboard.press('Escape');
  await at(page, 'panel-ship').waitFor();
  await page.keyboard.press('Control+z');
  await at(page, 'panel-ship').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+y');
  await at(page, 'panel-ship').waitFor();
  assert.deepEqual(await next('The boats came to Bonn.'), ['boat'], 'what another set lent an article is not in the chosen one');

  // They are on the device, and every tab has them.
  await at(page, 'saved').filter({ hasText: 'Saved on this device' }).waitFor();
  const other = await who.tab();
  await other.open();
  await at(other, 'new-article').first().click();
  await at(other, 'start-labels').click();
  await at(other, 'label-sets').locator('li').nth(2).waitFor();
  await other.locator('[data-testid=label-set][data-set="Audit"] [data-testid=set-choose]').check();
  await page.again();
  await ready(page);
  assert.deepEqual(await next('The boats came to Kiel.'), ['boat', 'source']);
  // A file of labels is no article, and says where it belongs.
  await at(page, 'new-article').first().click();
  await at(page, 'open-file').setInputFiles({ name: 'labels.json', mimeType: 'application/json', buffer: Buffer.from(json) });
  await page.getByText('These are labels, not an article; import them under “Your labels”').first().waitFor();
  await who.close();
});

test('a label made in the moment the page is left is there for the next article', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await at(page, 'new-label').click();
  await at(page, 'label-name').fill('Boat');
  await page.keyboard.press('Enter');
  await page.again();
  await ready(page);
  await at(page, 'panel-boat').waitFor();
  await at(page, 'new-article').first().click();
  await analyze(page, 'The boats came to Oslo.');
  await at(page, 'panel-boat').waitFor();
  await who.close();
});

test('sets of labels by keys alone', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await tabTo(page, 'start-labels');
  await page.keyboard.press('Enter');
  await tabTo(page, 'set-new');
  await page.keyboard.type('Audit');
  await page.keyboard.press('Enter');
  await counted(at(page, 'label-set'), 2);
  // A group of choices is one stop, at the one that is chosen.
  await tabTo(page, 'set-choose', { nth: 1, back: true });
  await page.keyboard.press('ArrowUp');
  assert.ok(await at(page, 'set-choose').first().isChecked());
  await tabTo(page, 'set-name', { nth: 1 });
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Sources');
  await page.keyboard.press('Tab');
  await page.locator('[data-testid=label-set][data-set="Sources"]').waitFor();
  await tabTo(page, 'set-delete', { nth: 1 });
  await page.keyboard.press('Enter');
  await counted(at(page, 'label-set'), 1);
  await tabTo(page, 'sets-undo');
  await page.keyboard.press('Enter');
  await counted(at(page, 'label-set'), 2);
  await page.keyboard.press('Escape');
  await at(page, 'sets-dialog').waitFor({ state: 'detached' });
  await who.close();
});

/** An own label on two places and a second one behind it. */
async function labeled(who) {
  const page = await opened(who);
  for (const [name, words] of [['Boat', ['boats', 'gates']], ['Time', ['Monday']]]) {
    await at(page, 'new-label').click();
    await at(page, 'label-name').fill(name);
    await at(page, 'label-save').click();
    for (const one of words) {
      await drag(page, one);
      await at(page, `mark-${name.toLowerCase()}`).click();
    }
  }
  await page.keyboard.press('Escape');
  return page;
}

test('a label is deleted with what wears it, or makes it something else; one step brings all back', async () => {
  const who = await visitor(site);
  const page = await labeled(who);
  const before = await written(page);
  await at(page, 'edit-label').first().click();
  assert.equal(await at(page, 'label-worn').textContent(), '2 annotations have this label.');
  await picture(page, 'label-delete');
  await at(page, 'label-delete').click();
  await at(page, 'panel-boat').waitFor({ state: 'detached' });
  assert.deepEqual(await marks(page, 'time'), ['Monday']);
  assert.equal(await count(page), TOTAL + 1);
  await at(page, 'toast-undo').click();
  assert.deepEqual(await written(page), before);
  assert.deepEqual(await marks(page, 'boat'), ['boats', 'gates']);

  await at(page, 'edit-label').first().click();
  await at(page, 'label-into').selectOption({ label: 'Make them: Organization' });
  await at(page, 'label-delete').click();
  assert.equal((await marks(page, 'organization')).filter((words) => /boats|gates/.test(words)).length, 2);
  await at(page, 'saved').filter({ hasText: 'Saved on this device' }).waitFor();
  await page.again();
  await ready(page);
  assert.deepEqual(await marks(page, 'time'), ['Monday']);
  await page.keyboard.press('Control+z');
  assert.deepEqual(await written(page), before);
  await who.close();
});

test('a label that nothing wears is deleted by keys alone', async () => {
  const who = await visitor(site);
  const page = await labeled(who);
  await mark(page, 'Monday').click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('edit label: time');
  await page.keyboard.press('Enter');
  await tabTo(page, 'label-delete');
  await counted(at(page, 'label-into'), 0);
  await page.keyboard.press('Enter');
  await at(page, 'panel-time').waitFor({ state: 'detached' });
  assert.deepEqual(await marks(page, 'boat'), ['boats', 'gates']);
  await counted(at(page, 'label-dialog'), 0);
  await page.waitForFunction(() => document.activeElement?.dataset.stop, null, { timeout: 5000 });
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
  for (const state of ['confirmed', 'disputed', 'unchecked', 'confirmed']) {
    await at(page, `status-${state}`).click();
    assert.equal(await at(page, `status-${state}`).getAttribute('aria-pressed'), 'true');
  }
  // What is so already is no fault.
  await at(page, 'status-confirmed').click();
  assert.equal(await page.locator('.toast.bad').count(), 0);
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
  await counted(at(page, 'speaker-chip'), 0);
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

test('the filter: words, reported speech, confidence, rejected ones brought back', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, 'President Ana Díaz arrived in Oslo on Monday.\n\n“We are ready,” Díaz told reporters in Oslo.\n\nDíaz said that the work was done.');
  const all = await count(page);
  await page.keyboard.press('f');
  await page.keyboard.type('oslo');
  assert.deepEqual(await names(page, 'panel-people'), []);
  assert.deepEqual(await names(page, 'panel-places'), ['Oslo']);
  await at(page, 'filter-clear').click();
  assert.equal(await count(page), all);
  const said = (await quotes(page)).length;
  await at(page, 'show-indirect').click();
  assert.equal((await quotes(page)).length, said - 1);
  await at(page, 'filter-clear').click();
  await at(page, 'filter-least').fill('95');
  assert.ok((await count(page)) < all);
  await at(page, 'filter-clear').click();
  await mark(page, 'Oslo').first().click();
  await at(page, 'reject').click();
  assert.equal(await count(page), all - 1);
  await at(page, 'review-rejected').click();
  assert.equal(await count(page), 1);
  await mark(page, 'Oslo').first().click();
  await at(page, 'unreview').click();
  await at(page, 'filter-clear').click();
  assert.equal(await count(page), all);
  await who.close();
});

test('a note has several lines, and an address in it is a link that only a click follows', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await mark(page, 'Ben Ode').first().click();
  await at(page, 'inspector-note').fill('asked him on Friday\nhttps://example.org/ode_1, he says');
  const link = at(page, 'note-link');
  await link.waitFor();
  const is = await link.evaluate((a) => [a.href, a.rel, a.target, a.textContent]);
  // Whom no referrer is sent, the page that opens cannot reach either.
  assert.deepEqual(is, ['https://example.org/ode_1', 'noreferrer', '_blank', 'example.org/ode_1']);
  assert.equal((await record(page, 'Ben Ode')).note, 'asked him on Friday\nhttps://example.org/ode_1, he says');
  await who.close();
});
