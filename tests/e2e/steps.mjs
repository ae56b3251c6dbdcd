// What several tests do: reading what is marked and selected, and going to words by key alone.

import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020.js';
import { at, boxOf, schema } from './harness.mjs';

/** The words selected in the page. */
export const selected = (page) => page.evaluate(() => getSelection().toString());

/** The file as it would be downloaded, without pointer and without moving the focus. */
export async function currentFile(page) {
  // Not a real download: of those Chromium allows only a few that no gesture asked for.
  const text = await page.evaluate(async () => {
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    const blob = await new Promise((resolve) => {
      URL.createObjectURL = (file) => {
        resolve(file);
        return 'data:,';
      };
      HTMLAnchorElement.prototype.click = () => {};
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true }));
    });
    // The page goes on to use the address before it is itself again.
    await new Promise((resolve) => setTimeout(resolve));
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
    return blob.text();
  });
  return JSON.parse(text);
}

/** Opens a part of the inspector that is folded away. */
export async function unfold(page, name) {
  const part = at(page, `fold-${name}`);
  if ((await part.getAttribute('open')) === null) await at(page, `unfold-${name}`).click();
}

/** What the file says: every annotation as "KIND words", rejected ones left out, in reading order. */
export async function written(page) {
  const json = await currentFile(page);
  const live = (list) => list.filter((a) => a.review !== 'rejected');
  const all = [
    ...live(json.mentions).map((m) => [m.start, `${m.label} ${m.text}`]),
    ...live(json.quotes).map((q) => [q.start, `${q.kind} ${q.parts.map((part) => part.text).join(' … ')}`]),
  ];
  return all.toSorted((a, b) => a[0] - b[0]).map(([, line]) => line);
}

/** One annotation of the file, by its words. */
export async function record(page, words) {
  const json = await currentFile(page);
  const found = [...json.mentions, ...json.quotes].find((a) => a.text === words);
  assert.ok(found, `“${words}” is in the file`);
  return { ...found, by: json.clusters };
}

/** The words that have the focus. */
export const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** Presses Tab until the focus is on the element with this test id (the `nth` of them). */
export async function tabTo(page, id, { nth = 0, back = false, most = 200 } = {}) {
  const wanted = await at(page, id).nth(nth).elementHandle();
  for (let i = 0; i < most; i += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  assert.fail(`${id} is not reached by Tab`);
}

/** Presses a key that walks on, and gives the words on which the focus then is; null at the end of the article. */
export async function walk(page, key = 'n') {
  const stop = () => page.evaluate(() => document.activeElement?.dataset?.stop || null);
  const before = await stop();
  await page.keyboard.press(key);
  // The focus moves when the page has been drawn.
  for (let i = 0; i < 100 && (await stop()) === before; i += 1) await page.waitForTimeout(10);
  return (await stop()) === before ? null : focused(page);
}

/** Goes from annotation to annotation until the focus is on one with these words. */
export async function walkTo(page, words, nth = 0) {
  let left = nth;
  for (;;) {
    const here = await walk(page);
    assert.notEqual(here, null, `“${words}” is not reached by N`);
    if (here === words && left-- === 0) return;
  }
}

/** Chooses words with the word cursor: W, then arrows. */
export async function cursorTo(page, words) {
  const first = words.split(' ')[0];
  await page.keyboard.press('w');
  const paragraphs = await page.locator('[data-p]').count();
  const inParagraph = () =>
    page.evaluate((wanted) => {
      const node = getSelection().anchorNode;
      const paragraph = node?.parentElement?.closest('[data-p]');
      return [...(paragraph?.querySelectorAll('[data-s]') ?? [])].map((piece) => piece.textContent).join('').includes(wanted);
    }, words);
  for (let i = 0; i < paragraphs; i += 1) await page.keyboard.press('ArrowUp');
  for (let i = 0; i < paragraphs && !(await inParagraph()); i += 1) await page.keyboard.press('ArrowDown');
  for (let i = 0; i < 60; i += 1) {
    if ((await selected(page)) === first) {
      for (let more = 0; more < words.length && (await selected(page)).length < words.length; more += 1) {
        await page.keyboard.press('Shift+ArrowRight');
      }
      if ((await selected(page)) === words) return;
    }
    await page.keyboard.press('ArrowRight');
  }
  assert.fail(`the word cursor does not reach “${words}”`);
}

/** The offer of the last note, such as "Mark 2 more". */
export const offer = (page, id) => at(page, 'toast').last().locator(`[data-testid="${id}"]`);

/** Where words stand on the screen: {x, y} of their start and {toX, toY} of their end. */
export const placeOf = boxOf;

/** Drags with the mouse from the start of some words to the end of others nearby. */
export async function dragBetween(page, from, to, nth = 0) {
  const start = await boxOf(page, from);
  const end = await boxOf(page, to, nth, { still: true });
  await page.mouse.move(start.x + 1, start.y);
  await page.mouse.down();
  await page.mouse.move(end.toX - 1, end.toY, { steps: 6 });
  await page.mouse.up();
}

/** Types into a field so often, and gives the milliseconds from each key to the word that says it is saved. */
export async function fromKeyToSaved(page, field, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(
      await field.evaluate(
        (input, words) =>
          new Promise((done) => {
            const shown = document.querySelector('[data-testid=saved]');
            const began = performance.now();
            let waiting = false;
            input.value = words;
            input.dispatchEvent(new InputEvent('input', { bubbles: true }));
            const look = () => {
              const ok = shown.classList.contains('ok');
              waiting ||= !ok;
              if (ok && (waiting || performance.now() - began > 3_000)) done(performance.now() - began);
              else setTimeout(look, 1);
            };
            look();
          }),
        `round ${round}`,
      ),
    );
  }
  return times;
}

const validate = new Ajv({ allErrors: true, strict: false }).compile(schema());

/** A downloaded file agrees with the schema; each of its offsets counts code points and covers the words it says. */
export function checkFile(file) {
  const json = JSON.parse(file.text);
  assert.ok(validate(json), JSON.stringify(validate.errors, null, 1));
  const points = [...json.text];
  const spans = (value) => {
    if (Array.isArray(value)) return value.flatMap(spans);
    if (value === null || typeof value !== 'object') return [];
    const own = 'start' in value && 'end' in value && 'text' in value ? [value] : [];
    return own.concat(Object.values(value).flatMap(spans));
  };
  const all = spans(json);
  assert.ok(all.length > 0);
  for (const span of all) assert.equal(points.slice(span.start, span.end).join(''), span.text);
  return json;
}
