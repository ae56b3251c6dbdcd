// How many actions each correction takes, by mouse, by keys and by finger, on a draft of 1,200 words: the table "Actions of
// a correction" of benches/README.md. A click, a tap, a drag, a key and a choice from an open list count as one each; choosing
// words by finger as two (the long press, and the handle that is pulled). Each correction is checked in the file.
//   ./dev bench --actions

import assert from 'node:assert/strict';
import { opened } from '../tests/e2e/article.mjs';
import { finger } from '../tests/e2e/finger.mjs';
import { at, boxOf, drag, PHONE, start, visitor } from '../tests/e2e/harness.mjs';
import { currentFile, selected } from '../tests/e2e/steps.mjs';

/** The article of the tests, so often that it has 1,200 words. */
const REPEAT = 12;

/** The `nth` mark of these words. */
const marked = (page, words, nth = 0) => page.locator('[data-testid=mark]').filter({ hasText: new RegExp(`^${words}$`) }).nth(nth);

/** By mouse: what a person sees is clicked, words are dragged over. */
class Mouse {
  constructor(page) {
    Object.assign(this, { page, actions: 0 });
  }

  async press(locator) {
    this.actions += 1;
    await locator.click();
  }

  async list(locator, label) {
    this.actions += 2;
    await locator.selectOption(label);
  }

  async words(words, nth) {
    this.actions += 1;
    await drag(this.page, words, nth);
  }

  async boundary() {
    await this.press(marked(this.page, 'Harbor Trust'));
    const { x, y, to } = await this.grip();
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.toX - 1, to.toY, { steps: 6 });
    await this.page.mouse.up();
  }

  /** Where the handle at the end of the name is held, and the word to which it is pulled. */
  async grip() {
    this.actions += 1;
    await at(this.page, 'handle-end').waitFor();
    const to = await boxOf(this.page, 'called');
    const { left, width, bottom } = await at(this.page, 'handle-end').evaluate((handle) => handle.getBoundingClientRect().toJSON());
    return { x: left + width / 2, y: bottom + 2, to };
  }

  async type() {
    await this.press(marked(this.page, 'University of Porto Claro').or(marked(this.page, 'University of ')).first());
    await this.list(at(this.page, 'inspector-type'), 'l1');
  }

  async reject() {
    await this.press(marked(this.page, 'Ben Ode'));
    await this.press(at(this.page, 'reject'));
  }

  async speaker() {
    await this.press(at(this.page, 'speaker-chip').first());
    await this.press(at(this.page, 'inspector-speakers').locator('button').filter({ hasText: 'Ben Ode' }).first());
  }

  async quote() {
    await this.words('paid for the gates');
    await this.press(at(this.page, 'mark-quote'));
    await this.press(at(this.page, 'inspector-speakers').locator('button').filter({ hasText: 'Harbor Trust' }).first());
  }

  async all() {
    await this.words('lock');
    await this.press(at(this.page, 'mark-all-same'));
    await this.press(at(this.page, 'mark-place'));
  }

  async merge() {
    await this.press(at(this.page, 'entity-row').filter({ hasText: 'Ms Díaz' }).locator('[data-testid=entity-menu]'));
    await this.list(at(this.page, 'merge'), { label: 'Ana Díaz' });
    await this.press(at(this.page, 'merge-do'));
  }
}

/** By finger on a phone. */
class Finger extends Mouse {
  constructor(page, touch) {
    super(page);
    this.touch = touch;
  }

  async press(locator) {
    this.actions += 1;
    // Two touches at once would be a double tap.
    await this.page.waitForTimeout(350);
    await this.touch.tap(locator);
  }

  async words(words) {
    this.actions += 2;
    await boxOf(this.page, words);
    await this.page.evaluate((wanted) => {
      const node = [...document.querySelectorAll('[data-s]')].map((piece) => piece.firstChild).find((piece) => piece.data.includes(wanted));
      const from = node.data.indexOf(wanted);
      getSelection().setBaseAndExtent(node, from, node, from + wanted.length);
    }, words);
    await at(this.page, 'selection-toolbar').waitFor();
  }

  async boundary() {
    await this.press(marked(this.page, 'Harbor Trust'));
    const { x, y, to } = await this.grip();
    await this.touch.drag(x, y + 4, to.toX - 1, to.toY);
  }

  async merge() {
    await this.press(at(this.page, 'sheet-panels'));
    await super.merge();
  }
}

/** By keys alone; the palette leads to a person, place or organization by its name. */
class Keys {
  constructor(page) {
    Object.assign(this, { page, actions: 0 });
  }

  async key(...names) {
    for (const name of names) {
      this.actions += 1;
      await this.page.keyboard.press(name);
      await this.page.waitForTimeout(30);
    }
  }

  async typed(words) {
    this.actions += words.length;
    await this.page.keyboard.type(words);
    await this.page.waitForTimeout(60);
  }

  async jump(words) {
    await this.key('Control+k');
    await this.typed(words);
    await this.key('Enter');
    await this.page.waitForTimeout(100);
  }

  /** The word cursor, from the mark that has the focus, on to these words. */
  async cursor(words) {
    await this.key('w');
    const [first] = words.split(' ');
    for (let i = 0; i < 30 && (await selected(this.page)) !== first; i += 1) await this.key('ArrowRight');
    for (let i = 0; i < 10 && (await selected(this.page)) !== words; i += 1) await this.key('Shift+ArrowRight');
    assert.equal(await selected(this.page), words);
  }

  async boundary() {
    await this.jump('harb');
    await this.key('Alt+ArrowRight');
  }

  async type() {
    await this.jump('univ');
    await this.key('l');
  }

  async reject() {
    await this.jump('ben');
    await this.key('Delete');
  }

  /** From the first person on to the quote behind them, then its speaker by number. */
  async speaker() {
    await this.jump('ana');
    for (let i = 0; i < 10 && (await at(this.page, 'inspector-speakers').count()) === 0; i += 1) await this.key('n');
    const names = await at(this.page, 'inspector-speakers').locator('.speaker-name').allTextContents();
    await this.key(String(names.findIndex((name) => name.startsWith('Ben Ode')) + 1));
  }

  async quote() {
    await this.jump('harb');
    await this.cursor('paid for the gates');
    await this.key('q');
    const names = await at(this.page, 'inspector-speakers').locator('.speaker-name').allTextContents();
    await this.key(String(names.findIndex((name) => name.startsWith('Harbor Trust')) + 1));
  }

  async all() {
    await this.jump('ana');
    await this.cursor('lock');
    await this.key('m', 'l');
  }

  /** The menu of the person whose name has the focus; the list in it is the second field. */
  async merge() {
    await this.jump('ms d');
    await this.key('g');
    await at(this.page, 'merge').waitFor();
    for (let i = 0; i < 20 && !(await this.on('merge')); i += 1) await this.key('Tab');
    await this.key('A');
    for (let i = 0; i < 20 && !(await this.on('merge-do')); i += 1) await this.key('Tab');
    await this.key('Enter');
  }

  on(id) {
    return this.page.evaluate((wanted) => document.activeElement?.dataset.testid === wanted, id);
  }
}

const mentions = (file, words) => file.mentions.filter((one) => one.text === words && one.review !== 'rejected');
const person = (file, quote) => file.clusters.find((cluster) => cluster.id === quote.person)?.name;

const CORRECTIONS = [
  ['a name is longer by a word', 'boundary', (file) => mentions(file, 'Harbor Trust called').length === 1],
  ['a name is of another type', 'type', (file) => mentions(file, 'University of Porto Claro').some((one) => one.label === 'PLACE')],
  ['a name is none', 'reject', (file, before) => mentions(file, 'Ben Ode').length === mentions(before, 'Ben Ode').length - 1],
  ['a quote has another speaker', 'speaker', (file) => person(file, file.quotes[0]) === 'Ben Ode'],
  ['a missed quote, with its speaker', 'quote', (file) => file.quotes.some((one) => one.text === 'paid for the gates' && person(file, one) === 'Harbor Trust')],
  [`all ${REPEAT * 2} or more mentions of a word`, 'all', (file) => mentions(file, 'lock').length >= REPEAT * 2],
  ['two people are one', 'merge', (file) => !file.clusters.some((cluster) => cluster.name === 'Ms Díaz')],
];

const site = await start();
const rows = [];
for (const [what, name, holds] of CORRECTIONS) {
  const counts = [];
  for (const way of ['mouse', 'keys', 'finger']) {
    const who = await visitor(site, way === 'finger' ? { viewport: PHONE, touch: true } : {});
    const page = await opened(who, { repeat: REPEAT });
    const before = await currentFile(page);
    const hand = way === 'mouse' ? new Mouse(page) : way === 'keys' ? new Keys(page) : new Finger(page, await finger(page));
    try {
      await hand[name]();
      await page.waitForTimeout(200);
      const file = await currentFile(page);
      assert.ok(holds(file, before), `${what}, by ${way}`);
      counts.push(hand.actions);
    } catch (error) {
      process.stderr.write(`${what}, by ${way}: ${error.message}\n`);
      if (process.env.SHOW) await page.screenshot({ path: `${process.env.SHOW}/${name}-${way}.png` });
      counts.push('?');
    }
    await who.close();
  }
  rows.push(`| ${what} | ${counts.join(' | ')} |`);
}
await site.close();
console.log(['| correction | by mouse | by keys | by finger |', '|---|---:|---:|---:|', ...rows].join('\n'));
