// Everything by keyboard alone: no test here touches the mouse.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { opened, TOTAL } from './article.mjs';
import { at, count, marks, names, quotes, start, valued, visitor } from './harness.mjs';
import { currentFile, cursorTo, focused, record, selected, tabTo, walk, walkTo, written } from './steps.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** A visitor whose page notices any use of a pointer. */
async function keys(options) {
  const who = await visitor(site);
  const page = await opened(who, options);
  await page.evaluate(() => {
    addEventListener('pointerdown', () => console.error('a pointer was used'), true);
  });
  return { who, page, press: (...all) => all.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve()) };
}

test('the word cursor goes by word, sentence and paragraph, and grows and shrinks the selection', async () => {
  const { who, page, press } = await keys();
  await press('n', 'w');
  // It starts where the focus is; the browser shows the selection when the page has been drawn.
  await page.waitForFunction(() => getSelection().toString() === 'Porto Claro');
  await cursorTo(page, 'blue ribbon');
  await press('Shift+ArrowLeft');
  assert.equal(await selected(page), 'blue');
  await press('Shift+ArrowLeft');
  assert.equal(await selected(page), 'a blue');
  await press('Control+ArrowLeft');
  assert.equal(await selected(page), 'Ms');
  await press('ArrowDown');
  assert.equal(await selected(page), 'We');
  await press('ArrowUp');
  assert.equal(await selected(page), 'Ana');
  await press('Shift+Control+ArrowRight');
  assert.match(await selected(page), /^Ana.*Ms$/);
  await who.close();
});

test('names and quotes are marked, nested and crossing, for one place or for all', async () => {
  const { who, page, press } = await keys({ extra: ['The locks, and the lock.'] });
  await cursorTo(page, 'market');
  await press('l');
  await press('Escape');
  await cursorTo(page, 'Ode of Harbor');
  await press('o');
  await press('Escape');
  await cursorTo(page, 'Ana Díaz went home');
  await press('q');
  const lines = await written(page);
  for (const line of ['PLACE market', 'ORGANIZATION Ode of Harbor', 'indirect Ana Díaz went home']) assert.ok(lines.includes(line), line);
  await press('Escape');
  await cursorTo(page, 'lock');
  await press('o');
  await tabTo(page, 'mark-all', { back: true });
  await press('Enter');
  assert.equal((await written(page)).filter((line) => line === 'ORGANIZATION lock').length, 4);
  await who.close();
});

test('from annotation to annotation; an overlap is walked outward with Enter', async () => {
  const { who, page, press } = await keys();
  const seen = [];
  for (const key of ['n', 'n', 'n', 'n', 'Shift+N']) seen.push(await walk(page, key));
  assert.deepEqual(seen, ['Porto Claro', 'Ms Díaz', 'Díaz', 'Ana Díaz', 'Díaz']);
  await walkTo(page, 'Porto Claro');
  const outward = [await at(page, 'inspector-text').textContent()];
  for (let i = 0; i < 2; i += 1) {
    await press(' ');
    outward.push(await at(page, 'inspector-text').textContent());
  }
  assert.deepEqual(outward, ['Porto Claro', 'University of Porto Claro', 'Porto Claro']);
  await who.close();
});

test('boundaries by word and by character at either edge; label, delete, undo', async () => {
  const { who, page, press } = await keys();
  await walkTo(page, 'Harbor Trust');
  const { id } = await record(page, 'Harbor Trust');
  await press('Alt+ArrowRight');
  await record(page, 'Harbor Trust called');
  await press('Alt+ArrowLeft', 'Alt+Shift+ArrowLeft');
  await record(page, 'Harbor Trus');
  await press('Alt+Shift+ArrowRight', 'e', 'Alt+ArrowLeft');
  assert.equal((await record(page, 'of Harbor Trust')).id, id);
  await press('Alt+ArrowRight', 'l');
  assert.equal((await record(page, 'Harbor Trust')).label, 'PLACE');
  await press('Delete');
  assert.equal(await count(page), TOTAL - 1);
  assert.notEqual(await focused(page), '', 'the focus is on the next annotation');
  await press('Control+z', 'Control+z', 'Control+z');
  assert.equal(await count(page), TOTAL);
  await press('Control+y');
  await who.close();
});

test('new boundaries from chosen words; an armed label', async () => {
  const { who, page, press } = await keys();
  await walkTo(page, 'Harbor Trust');
  const { id } = await record(page, 'Harbor Trust');
  // The word cursor lets go of the annotation unless it is kept: the inspector's buttons do the same.
  await tabTo(page, 'unfold-boundaries');
  await press('Enter');
  await tabTo(page, 'end-word-on');
  await press('Enter');
  assert.equal((await record(page, 'Harbor Trust called')).id, id);
  await tabTo(page, 'start-char-on', { back: true });
  await press('Enter');
  assert.equal((await record(page, 'arbor Trust called')).id, id);
  await who.close();

  const again = await keys();
  await again.press('Escape', 'l');
  await at(again.page, 'armed').waitFor();
  await again.press('Escape');
  await at(again.page, 'armed').waitFor({ state: 'detached' });
  await again.who.close();
});

/** Waits until something is as expected: what a key does may be drawn a frame later. */
async function eventually(read, expected) {
  let found = await read();
  for (const end = Date.now() + 5_000; !isDeepStrictEqual(found, expected) && Date.now() < end; found = await read()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.deepEqual(found, expected);
}

test('quotes: kind, speaker by digit, nobody, cue away, part away', async () => {
  const { who, page, press } = await keys();
  await walkTo(page, 'Ana Díaz'); // the chip of the quote
  await valued(at(page, 'inspector-type'), 'q0');
  const list = await at(page, 'inspector-speakers').locator('.speaker-name').allTextContents();
  await press(String(list.indexOf('Ben Ode') + 1));
  assert.equal((await quotes(page))[0].who, 'Ben Ode');
  await press('0');
  assert.equal((await quotes(page))[0].who, 'speaker unknown');
  await press('Control+z', 'Control+z');
  assert.equal((await quotes(page))[0].who, 'Ana Díaz');
  await tabTo(page, 'inspector-type');
  await press('ArrowDown');
  await valued(at(page, 'inspector-type'), 'q1');
  await tabTo(page, 'remove-cue');
  await press('Enter');
  await tabTo(page, 'unfold-boundaries');
  await press('Enter');
  await tabTo(page, 'remove-part-2');
  await press('Enter');
  assert.equal((await record(page, '“We waited eleven years,”')).cue, null);
  await who.close();
});

test('the edge key goes round the edges of all parts of a quote, and says which one is next', async () => {
  const { who, page, press } = await keys();
  await walkTo(page, 'Ana Díaz'); // the chip of the quote
  assert.equal(await at(page, 'edge-now').textContent(), 'The keys move: End of part 2 of 2');
  for (const edge of ['Start of part 1', 'End of part 1', 'Start of part 2', 'End of part 2', 'Start of part 1', 'End of part 1']) {
    await press('e');
    await at(page, 'live').filter({ hasText: `${edge} of 2` }).waitFor({ state: 'attached' });
  }
  assert.match(await at(page, 'edge-now').textContent(), /End of part 1 of 2/);
  const parts = async () => (await record(page, '“We waited eleven years,” Díaz said. “Now the boats come home.”')).parts.map((part) => part.text);
  await press('Alt+ArrowLeft');
  assert.deepEqual(await parts(), ['“We waited eleven years', '“Now the boats come home.”']);
  await press('Control+z', 'e', 'Alt+ArrowRight');
  assert.deepEqual(await parts(), ['“We waited eleven years,”', 'Now the boats come home.”']);
  await tabTo(page, 'unfold-boundaries');
  await press('Enter');
  await tabTo(page, 'end-1-word-back');
  await press('Enter');
  assert.deepEqual(await parts(), ['“We waited eleven years', 'Now the boats come home.”']);
  await who.close();
});

test('the lists: jump, rename, merge, change type, remove', async () => {
  const { who, page, press } = await keys();
  await tabTo(page, 'entity-jump');
  await press('Enter');
  await eventually(() => focused(page), 'Ana Díaz');
  // One tab stop a list: the arrow keys go on from there.
  await tabTo(page, 'entity-jump');
  await press('End', 'Home', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter');
  await tabTo(page, 'merge');
  await press('A');
  await tabTo(page, 'merge-do');
  await press('Enter');
  assert.deepEqual(await names(page, 'panel-people'), ['Ana Díaz', 'Ben Ode']);
  await tabTo(page, 'entity-jump', { back: true });
  await press('ArrowDown', 'ArrowRight', 'Enter');
  await tabTo(page, 'rename');
  await press('Control+a');
  await page.keyboard.type('Benedict Ode');
  await press('Enter');
  assert.deepEqual(await names(page, 'panel-people'), ['Ana Díaz', 'Benedict Ode']);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'entity-menu', 'the focus is where it was');
  await press('Enter');
  await tabTo(page, 'entity-relabel');
  await press('Enter');
  assert.deepEqual(await names(page, 'panel-people'), ['Ana Díaz']);
  await who.close();
});

test('review, filter, find, palette, keys and labels', async () => {
  const { who, page, press } = await keys();
  await press('r');
  for (let i = 0; i < TOTAL; i += 1) await press('Enter');
  await at(page, 'review-done').waitFor();
  await press('Enter');
  await at(page, 'review-done').waitFor({ state: 'detached' });

  await press('Control+k');
  await page.keyboard.type('Harbor');
  await press('Enter');
  assert.equal(await at(page, 'inspector-text').textContent(), 'Harbor Trust');
  await press('Control+k');
  await page.keyboard.type('new label');
  await press('Enter');
  await page.keyboard.type('Boat');
  await press('Tab');
  await page.keyboard.type('k');
  await press('Enter');
  await at(page, 'label-dialog').waitFor({ state: 'detached' });
  const own = (await currentFile(page)).labels.at(-1);
  assert.deepEqual([own.name, own.key], ['Boat', 'k']);
  await cursorTo(page, 'boats');
  await press('k');
  await eventually(() => marks(page, 'boat'), ['boats']);

  await press('/');
  await page.keyboard.type('lock');
  await at(page, 'find-count').filter({ hasText: '3 hits' }).waitFor();
  await press('Escape');

  await press('?');
  await at(page, 'shortcuts-overlay').waitFor();
  await press('Escape');
  await at(page, 'shortcuts-overlay').waitFor({ state: 'detached' });

  const before = await count(page);
  await page.locator('[data-testid=filter] summary').evaluate((summary) => summary.focus());
  await press('Enter');
  await tabTo(page, 'show-person');
  await press(' ');
  assert.ok((await count(page)) < before);
  await who.close();
});
