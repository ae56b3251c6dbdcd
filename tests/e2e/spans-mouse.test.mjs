// Spans by mouse: made, snapped, overlapped, cycled through, moved by their handles, relabeled, armed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened, TOTAL } from './article.mjs';
import { at, count, drag, mark, start, visitor } from './harness.mjs';
import { dragBetween, focused, placeOf, record, selected, written, unfold } from './steps.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

test('a drag over words, then a button of the small toolbar', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  for (const [words, id, kind] of [['blue ribbon', 'mark-person', 'person'], ['market', 'mark-place', 'place'], ['queue', 'mark-organization', 'organization']]) {
    await drag(page, words);
    await at(page, id).click();
    await page.locator(`[data-testid=mark][data-kind=${kind}]`).getByText(words, { exact: true }).waitFor();
  }
  await drag(page, 'before noon');
  await at(page, 'mark-quote').click();
  assert.equal(await count(page), TOTAL + 4);
  assert.ok((await written(page)).includes('indirect before noon'));
  await who.close();
});

test('a drag snaps to whole words, without blanks and punctuation; Alt takes exact characters', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await drag(page, 'ibbo');
  assert.equal(await selected(page), 'ibbo', 'what the browser selected');
  await page.keyboard.press('o');
  assert.ok((await written(page)).includes('ORGANIZATION ribbon'));
  await page.keyboard.press('Control+z');

  await drag(page, ' blue ');
  await page.keyboard.press('o');
  assert.ok((await written(page)).includes('ORGANIZATION blue'));
  await page.keyboard.press('Control+z');

  await page.keyboard.down('Alt');
  await drag(page, 'ibbo');
  await page.keyboard.up('Alt');
  await page.keyboard.press('o');
  assert.ok((await written(page)).includes('ORGANIZATION ibbo'));
  await who.close();
});

test('words of a mark can be chosen wherever in a line it stands; a click gives it the focus', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  for (const words of ['Ana Díaz', 'Porto Claro', 'Ms Díaz', 'Díaz', 'Ben Ode', 'Harbor Trust', 'Trust']) {
    await drag(page, words);
    assert.equal(await selected(page), words);
    await at(page, 'selection-toolbar').waitFor();
    await page.keyboard.press('Escape');
  }
  await mark(page, 'Harbor Trust').click();
  assert.equal(await focused(page), 'Harbor Trust');
  assert.equal(await at(page, 'inspector-text').textContent(), 'Harbor Trust');
  await who.close();
});

test('a double-click chooses a word', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  const place = await placeOf(page, 'queue');
  await page.mouse.dblclick((place.x + place.toX) / 2, place.y);
  await at(page, 'mark-place').click();
  assert.ok((await written(page)).includes('PLACE queue'));
  await who.close();
});

test('annotations may nest and cross; clicks go from the smallest outward and round', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  // Crosses the start of "Harbor Trust": "Ode of Harbor".
  await dragBetween(page, 'Ode', 'Harbor', 1);
  await at(page, 'mark-place').click();
  assert.ok((await written(page)).includes('PLACE Ode of Harbor'));
  await page.keyboard.press('Escape');
  const seen = [];
  for (let i = 0; i < 3; i += 1) {
    const spot = await placeOf(page, 'Harbor', 1);
    await page.mouse.click((spot.x + spot.toX) / 2, spot.y);
    seen.push(await at(page, 'inspector-text').textContent());
  }
  assert.deepEqual(seen, ['Harbor Trust', 'Ode of Harbor', 'Harbor Trust']);

  // Nested, as the article brings it: the place within the university.
  await page.keyboard.press('Escape');
  const inner = page.locator('[data-p="4"] [data-testid=mark]').filter({ hasText: 'Porto Claro' });
  const outward = [];
  for (let i = 0; i < 3; i += 1) {
    await inner.click();
    outward.push(await at(page, 'inspector-text').textContent());
  }
  assert.deepEqual(outward, ['Porto Claro', 'University of Porto Claro', 'Porto Claro']);
  await who.close();
});

test('handles move either boundary, by words or with Alt by characters; id, note and cluster stay', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await mark(page, 'Harbor Trust').first().click();
  await at(page, 'inspector-note').fill('paid');
  // In the field Ctrl+Z would take back what was typed.
  await page.keyboard.press('Tab');
  const before = await record(page, 'Harbor Trust');
  await pull(page, 'handle-start', 'of', 0, 1);
  const wider = await record(page, 'of Harbor Trust');
  assert.deepEqual([wider.id, wider.note, wider.cluster], [before.id, 'paid', before.cluster]);
  await pull(page, 'handle-end', 'called', 1);
  await record(page, 'of Harbor Trust called');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await record(page, 'Harbor Trust');

  await page.keyboard.down('Alt');
  await pull(page, 'handle-end', 'rust', 0);
  await page.keyboard.up('Alt');
  await record(page, 'Harbor T');
  await who.close();
});

/** Pulls a handle to the start (0) or the end (1) of words. */
async function pull(page, id, words, end, nth = 0) {
  const place = await placeOf(page, words, nth);
  const grip = await at(page, id).evaluate((handle) => {
    const { left, width, top, bottom } = handle.getBoundingClientRect();
    const start = handle.dataset.testid === 'handle-start';
    return { x: left + width / 2, y: start ? top - 2 : bottom + 2 };
  });
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move((grip.x + place.x) / 2, place.y, { steps: 3 });
  await page.mouse.move(end === 0 ? place.x + 1 : place.toX - 1, place.y, { steps: 5 });
  await page.mouse.up();
}

/** Waits until both handles of the selected annotation stand at its words, however these have moved. */
const handlesFit = (page, why) =>
  page
    .waitForFunction(
      () => {
        const id = document.querySelector('[data-testid=inspector]')?.dataset.id;
        const pieces = [...document.querySelectorAll(`mark[data-ids~="${id}"]`)];
        const boxes = pieces.flatMap((piece) => {
          const words = document.createRange();
          words.selectNodeContents(piece);
          return [...words.getClientRects()];
        });
        const stands = (name, x, y) => {
          const handle = document.querySelector(`[data-testid=handle-${name}]`);
          const origin = handle?.offsetParent.getBoundingClientRect();
          const at = (property) => parseFloat(handle.style.getPropertyValue(property));
          return handle && Math.hypot(at('--left') - (x - origin.left), at('--top') - (y - origin.top)) < 1;
        };
        const [first, last] = [boxes[0], boxes.at(-1)];
        return first && stands('start', first.left, first.top) && stands('end', last.right, last.top);
      },
      undefined,
      { timeout: 5_000 },
    )
    .catch(() => assert.fail(`the handles stand elsewhere: ${why}`));

test('handles stay at their words when anything moves these', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  // A chip comes behind new quotes, wherever in a line they end.
  for (const [words, nth] of [['blue ribbon', 0], ['thanked', 0], ['for the gates', 0], ['before noon', 0], ['measured the queue', 0]]) {
    await drag(page, words, nth);
    await page.keyboard.press('q');
    await handlesFit(page, `after Q on “${words}”`);
  }
  // The chip before these words says the same in another language, and takes another width.
  await mark(page, 'Ana Díaz', 1).click();
  await handlesFit(page, 'as selected');
  const { x } = await placeOf(page, 'Ana Díaz', 1, { still: true });
  await at(page, 'language').click();
  await page.locator('[data-testid=speaker-chip]').filter({ hasText: 'Sprecher unbekannt' }).first().waitFor();
  await handlesFit(page, 'in German');
  assert.notEqual((await placeOf(page, 'Ana Díaz', 1, { still: true })).x, x, 'the words have moved');
  // A bar opens above the article.
  await page.keyboard.press('/');
  await at(page, 'find-input').waitFor();
  await handlesFit(page, 'with the search open');
  await page.setViewportSize({ width: 1024, height: 768 });
  await handlesFit(page, 'in a narrower window');
  await who.close();
});

test('a label is changed in place, also into a quote and back', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await mark(page, 'Harbor Trust').first().click();
  const { id } = await record(page, 'Harbor Trust');
  await at(page, 'inspector-type').selectOption('l1');
  assert.deepEqual([(await record(page, 'Harbor Trust')).id, (await record(page, 'Harbor Trust')).label], [id, 'PLACE']);
  await at(page, 'inspector-type').selectOption('q2');
  assert.equal((await record(page, 'Harbor Trust')).kind, 'indirect');
  await at(page, 'inspector-type').selectOption('l0');
  assert.deepEqual([(await record(page, 'Harbor Trust')).id, (await record(page, 'Harbor Trust')).label], [id, 'PERSON']);
  await who.close();
});

test('an armed label marks selection after selection until Escape', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await at(page, 'article').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('l');
  await at(page, 'armed').waitFor();
  await drag(page, 'lock', 1);
  await drag(page, 'market');
  await drag(page, 'noon');
  assert.equal(await count(page), TOTAL + 3);
  await page.keyboard.press('Escape');
  await at(page, 'armed').waitFor({ state: 'detached' });
  await drag(page, 'home', 1);
  assert.equal(await count(page), TOTAL + 3);
  await who.close();
});

test('a quote gets one more part, and loses it again', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await page.locator('[data-p="4"] [data-testid=speaker-chip]').click();
  await drag(page, 'measured the queue');
  await at(page, 'add-part').click();
  assert.ok((await written(page)).includes('direct measured the queue … “Two hours saved,”'));
  await unfold(page, 'boundaries');
  await at(page, 'remove-part-1').click();
  assert.ok((await written(page)).includes('direct “Two hours saved,”'));
  await who.close();
});
