// How many actions a review takes: a script plays a person who reads what the engine found and corrects it until the file
// agrees with the reviewed one (`seeds/articles/NAME.marked`). Each click, drag and key is one action; a drag with Alt
// held is two, a choice from a list is two.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyze, at, visitor } from '../tests/e2e/harness.mjs';
import { currentFile } from '../tests/e2e/steps.mjs';
import { meet, parse, same, shared, written } from './gold.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'seeds', 'articles');
/** Kinds of text rather than easy ones: a report of a news agency, a feature full of quotes, an interview. */
const SAMPLES = ['news-wire', 'feature-many-quotes', 'interview'];

const LABEL_KEYS = { PERSON: 'p', PLACE: 'l', ORGANIZATION: 'o' };
const KIND_VALUES = { direct: 'q0', partial: 'q1', indirect: 'q2', thought: 'q3', 'not-quote': 'q4' };

/** Lists of what has one key. */
function grouped(list, key) {
  const out = new Map();
  for (const one of list) out.set(key(one), [...(out.get(key(one)) ?? []), one]);
  return out;
}

/** Somebody at the page, who counts. */
class Reviewer {
  constructor(page, gold) {
    this.page = page;
    this.gold = gold;
    this.points = [...gold.text];
    this.actions = 0;
  }

  async now() {
    return written(await currentFile(this.page));
  }

  async key(name) {
    this.actions += 1;
    await this.page.keyboard.press(name);
    await this.page.waitForTimeout(15);
  }

  async click(locator) {
    this.actions += 1;
    await locator.click();
    await this.page.waitForTimeout(15);
  }

  /** Where a position of the text lies on the screen: before the character, or behind the one that ends there. */
  async point(offset, end) {
    const bytes = Buffer.byteLength(this.points.slice(0, offset).join(''));
    const found = await this.page.evaluate(
      ([wanted, behind]) => {
        const encoder = new TextEncoder();
        for (const piece of document.querySelectorAll('[data-testid=article] [data-s]')) {
          const node = piece.firstChild;
          const from = Number(piece.dataset.s);
          const length = encoder.encode(node.data).length;
          if (behind ? !(from < wanted && wanted <= from + length) : !(from <= wanted && wanted < from + length)) continue;
          let units = 0;
          for (let at = from; at < wanted; units += 1) {
            const character = String.fromCodePoint(node.data.codePointAt(units));
            at += encoder.encode(character).length;
            units += character.length - 1;
          }
          const range = document.createRange();
          range.setStart(node, behind ? units - 1 : units);
          range.setEnd(node, behind ? units : units + 1);
          const box = () => (behind ? [...range.getClientRects()].at(-1) : range.getClientRects()[0]);
          if (box().top < 120 || box().bottom > innerHeight - 200) piece.scrollIntoView({ block: 'center' });
          const { left, right, top, height } = box();
          return { x: behind ? right - 0.6 : left + 0.6, y: top + height / 2 };
        }
        return null;
      },
      [bytes, end],
    );
    if (!found) throw new Error(`nothing on the screen at ${offset}`);
    return found;
  }

  async drag(span, { exact = false } = {}) {
    this.actions += exact ? 2 : 1;
    await this.point(span.end, true);
    const from = await this.point(span.start, false);
    const to = await this.point(span.end, true);
    if (exact) await this.page.keyboard.down('Alt');
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 6 });
    await this.page.mouse.up();
    if (exact) await this.page.keyboard.up('Alt');
    await this.page.waitForTimeout(30);
  }

  /** Selects an annotation by clicking it, further out if something smaller lies there. */
  async select(id) {
    const stop = this.page.locator(`[data-stop~="${id}"]`).first();
    for (let i = 0; i < 4; i += 1) {
      await this.click(stop);
      if ((await at(this.page, 'inspector').getAttribute('data-id')) === String(id)) return;
    }
    throw new Error(`annotation ${id} is not reached by clicks`);
  }

  /** Which reviewed annotation each of the engine's is meant to be. */
  pairs({ mentions, quotes }) {
    const meant = new Map();
    const taken = new Set();
    const pair = (mine, theirs) => {
      if (meant.has(mine.id) || taken.has(theirs)) return;
      meant.set(mine.id, theirs);
      taken.add(theirs);
    };
    for (const m of mentions) for (const g of this.gold.mentions) if (same(m, g)) pair(m, g);
    for (const m of mentions) for (const g of this.gold.mentions) if (meet(m, g)) pair(m, g);
    const all = quotes.flatMap((q) => this.gold.quotes.map((g) => [shared(q, g), q, g])).filter(([n]) => n > 0);
    for (const [, q, g] of all.toSorted((a, b) => b[0] - a[0])) pair(q, g);
    return { meant, missing: [...this.gold.mentions, ...this.gold.quotes].filter((g) => !taken.has(g)) };
  }

  /** Corrects the selected name. */
  async correctMention(mine, gold) {
    if (!same(mine, gold)) {
      await this.drag(gold);
      await this.key('b');
    }
    if (mine.label !== gold.label) await this.key(LABEL_KEYS[gold.label]);
  }

  /** Whether only the last stop is missing, which no drag takes along. */
  lacksStop(mine, gold) {
    return mine.start === gold.start && mine.end < gold.end && gold.end - mine.end < 3;
  }

  /** Goes to the end of a part of the selected quote that lacks its last stop, and on by character. */
  async growToStop(id, gold) {
    const { parts } = (await this.now()).quotes.find((q) => q.id === id);
    const part = parts.findIndex((one) => this.lacksStop(one, gold));
    if (part < 0) return;
    const active = this.page.locator('.edge.active');
    const wanted = parts.length === 1 ? 'End' : `End of part ${part + 1} of ${parts.length}`;
    while ((await active.getAttribute('aria-label')) !== wanted) await this.key('e');
    for (let end = parts[part].end; end < gold.end; end += 1) await this.key('Alt+Shift+ArrowRight');
  }

  /** Corrects the selected quote, but for the person. */
  async correctQuote(mine, gold) {
    const wrong = gold.parts.filter((part) => !mine.parts.some((p) => same(p, part)));
    const left = mine.parts.filter((part) => !gold.parts.some((p) => same(p, part)));
    for (const part of wrong) {
      const over = left.findIndex((p) => meet(p, part));
      if (over < 0 || !this.lacksStop(left[over], part)) {
        await this.drag(part, { exact: true });
        await this.key(over < 0 ? '+' : 'b');
      }
      if (over >= 0) left.splice(over, 1);
    }
    for (const part of left) {
      const { quotes } = await this.now();
      const place = quotes.find((q) => q.id === mine.id).parts.findIndex((p) => same(p, part));
      await this.click(at(this.page, `remove-part-${place + 1}`));
    }
    for (const part of gold.parts) await this.growToStop(mine.id, part);
    if (mine.kind !== gold.kind) {
      this.actions += 2;
      await at(this.page, 'inspector-type').selectOption(KIND_VALUES[gold.kind]);
    }
    if (!same(mine.cue, gold.cue)) {
      if (gold.cue) {
        await this.drag(gold.cue, { exact: true });
        await this.key('c');
      } else await this.click(at(this.page, 'remove-cue'));
    }
    if (!same(mine.speaker, gold.speaker)) {
      if (gold.speaker) {
        await this.drag(gold.speaker, { exact: true });
        await this.key('s');
      } else await this.key('0');
    }
  }

  right(mine, gold) {
    if ('label' in gold) return same(mine, gold) && mine.label === gold.label;
    const parts = mine.parts.length === gold.parts.length && mine.parts.every((p, i) => same(p, gold.parts[i]));
    return parts && mine.kind === gold.kind && same(mine.cue, gold.cue) && same(mine.speaker, gold.speaker);
  }

  async correct(mine, gold) {
    if ('label' in gold) await this.correctMention(mine, gold);
    else await this.correctQuote(mine, gold);
  }

  async addMissing(missing) {
    for (const gold of missing) {
      const first = 'label' in gold ? gold : gold.parts[0];
      await this.key('Escape');
      await this.drag(first, { exact: !('label' in gold) });
      await this.key('label' in gold ? LABEL_KEYS[gold.label] : 'q');
      const id = Number(await at(this.page, 'inspector').getAttribute('data-id'));
      const mine = [...(await this.now()).mentions, ...(await this.now()).quotes].find((one) => one.id === id);
      if (mine && !this.right(mine, gold)) await this.correct(mine, gold);
    }
  }

  /** Names that belong together, and only those. */
  async clusters() {
    const goldOf = (m) => this.gold.mentions.find((g) => same(m, g))?.cluster;
    const groups = async () => {
      const by = new Map();
      for (const m of (await this.now()).mentions) {
        if (!by.has(m.cluster)) by.set(m.cluster, []);
        by.get(m.cluster).push(m);
      }
      return by;
    };
    const main = (list) => {
      const counts = grouped(list, goldOf);
      return [...counts].toSorted((a, b) => b[1].length - a[1].length)[0][0];
    };
    for (const list of (await groups()).values()) {
      for (const m of list.filter((one) => goldOf(one) !== main(list))) {
        await this.select(m.id);
        await this.click(this.page.locator(`[data-entity="${m.cluster}"] [data-testid=entity-menu]`));
        await this.click(this.page.locator(`[data-entity="${m.cluster}"] [data-testid=entity-split]`));
      }
    }
    const rows = grouped([...(await groups())], ([, list]) => main(list));
    for (const same of rows.values()) {
      const [into, ...others] = same.toSorted((a, b) => b[1].length - a[1].length).map(([cluster]) => cluster);
      for (const from of others) {
        this.actions += 1;
        await this.page.locator(`[data-entity="${from}"]`).dragTo(this.page.locator(`[data-entity="${into}"]`));
        await this.page.waitForTimeout(50);
      }
    }
  }

  /** The cluster of the page for one of the reviewed file. */
  cluster(file, name) {
    const spans = this.gold.mentions.filter((g) => g.cluster === name);
    return file.mentions.find((m) => spans.some((g) => same(m, g)))?.cluster ?? null;
  }

  async people() {
    const { meant } = this.pairs(await this.now());
    for (const { id } of (await this.now()).quotes) {
      const file = await this.now();
      const mine = file.quotes.find((q) => q.id === id);
      const gold = meant.get(id);
      const wanted = gold?.person ? this.cluster(file, gold.person) : null;
      if (!gold || mine.person === wanted) continue;
      await this.select(id);
      if (wanted === null) {
        await this.key('0');
        if (gold.speaker) {
          await this.drag(gold.speaker, { exact: true });
          await this.key('s');
        }
        continue;
      }
      await this.choose(wanted);
      if (gold.speaker && !same((await this.now()).quotes.find((q) => q.id === id).speaker, gold.speaker)) {
        await this.drag(gold.speaker, { exact: true });
        await this.key('s');
        // Words that name nobody leave the quote without a person; chosen again, the person gets these words.
        if ((await this.now()).quotes.find((q) => q.id === id).person !== wanted) await this.choose(wanted);
      }
    }
  }

  /** Chooses who says the selected quote, by digit where there is one. */
  async choose(person) {
    const { clusters } = await currentFile(this.page);
    const { name } = clusters.find((cluster) => cluster.id === person);
    const names = () => at(this.page, 'inspector-speakers').locator('.speaker-name').allTextContents();
    if (!(await names()).includes(name)) await this.click(at(this.page, 'more-speakers'));
    const place = (await names()).indexOf(name) + 1;
    if (place >= 1 && place <= 9) await this.key(String(place));
    else await this.click(at(this.page, `speaker-${place}`));
  }

  /** What still differs from the reviewed file. */
  async left() {
    const file = await this.now();
    const { meant, missing } = this.pairs(file);
    const out = missing.map((g) => `missing: ${JSON.stringify(g)}`);
    for (const mine of [...file.mentions, ...file.quotes]) {
      const gold = meant.get(mine.id);
      if (!gold) out.push(`too much: ${JSON.stringify(mine)}`);
      else if (!this.right(mine, gold)) out.push(`differs: ${JSON.stringify(mine)} from ${JSON.stringify(gold)}`);
      else if (mine.review !== 'accepted') out.push(`not reviewed: ${JSON.stringify(mine)}`);
      else if (!('label' in gold) && mine.person !== (gold.person ? this.cluster(file, gold.person) : null)) out.push(`person: ${JSON.stringify(mine)} for ${JSON.stringify(gold)}`);
      else if ('label' in gold && mine.cluster !== this.cluster(file, gold.cluster)) out.push(`cluster: ${JSON.stringify(mine)}`);
    }
    return out;
  }
}

/** One suggestion after the other, in the order of the review. */
async function oneByOne(reviewer) {
  const { page } = reviewer;
  const { meant } = reviewer.pairs(await reviewer.now());
  await reviewer.key('r');
  for (let i = 0; i < 500 && !(await at(page, 'review-done').isVisible()); i += 1) {
    const id = Number(await at(page, 'inspector').getAttribute('data-id'));
    const file = await reviewer.now();
    const mine = [...file.mentions, ...file.quotes].find((one) => one.id === id);
    const gold = meant.get(id);
    if (gold && !reviewer.right(mine, gold)) await reviewer.correct(mine, gold);
    await reviewer.key(gold ? 'Enter' : 'Backspace');
  }
  await reviewer.key('Enter');
}

/** What is wrong is corrected first, then the rest is accepted at once, as far as it is at least 60 % sure. */
async function mistakesFirst(reviewer) {
  const { page } = reviewer;
  const before = await reviewer.now();
  const { meant } = reviewer.pairs(before);
  for (const mine of [...before.mentions, ...before.quotes]) {
    const gold = meant.get(mine.id);
    if (gold && reviewer.right(mine, gold)) continue;
    await reviewer.key('Escape');
    await reviewer.select(mine.id);
    if (gold) await reviewer.correct(mine, gold);
    else await reviewer.key('x');
  }
  await reviewer.key('r');
  for (const percent of [60, 70, 80, 90]) {
    if (await at(page, `accept-above-${percent}`).isVisible()) {
      await reviewer.click(at(page, `accept-above-${percent}`));
      break;
    }
  }
  for (let i = 0; i < 200 && !(await at(page, 'review-done').isVisible()); i += 1) await reviewer.key('Enter');
  await reviewer.key('Enter');
}

/** The rows of the table. */
export async function review(site) {
  const rows = [];
  for (const name of SAMPLES) {
    const gold = parse(readFileSync(join(folder, `${name}.marked`), 'utf8'));
    const cells = [];
    for (const way of [oneByOne, mistakesFirst]) {
      process.stderr.write(`reviewing ${name}\n`);
      const who = await visitor(site);
      const page = await who.tab();
      await page.open();
      await analyze(page, readFileSync(join(folder, `${name}.txt`), 'utf8'));
      const reviewer = new Reviewer(page, { ...gold, text: (await currentFile(page)).text });
      if (reviewer.gold.text.trim() !== gold.text.trim()) throw new Error(`${name}: the page’s text is another`);
      const found = await reviewer.now();
      if (cells.length === 0) {
        const { meant } = reviewer.pairs(found);
        const right = [...found.mentions, ...found.quotes].filter((one) => meant.has(one.id) && reviewer.right(one, meant.get(one.id)));
        cells.push(found.mentions.length + found.quotes.length, gold.mentions.length + gold.quotes.length, right.length);
      }
      await way(reviewer);
      await reviewer.addMissing(reviewer.pairs(await reviewer.now()).missing);
      await reviewer.clusters();
      await reviewer.people();
      const left = await reviewer.left();
      if (left.length) process.stderr.write(`${name}: still differs\n  ${left.join('\n  ')}\n`);
      cells.push(left.length ? `${reviewer.actions} (${left.length} still differ)` : reviewer.actions);
      await who.close();
    }
    // A selection and a key for each part, two more for each cue and speaker: with no engine at all.
    const hand = gold.mentions.length * 2 + gold.quotes.reduce((sum, q) => sum + q.parts.length * 2 + (q.cue ? 2 : 0) + (q.speaker ? 2 : 0), 0);
    rows.push(`| ${name} | ${gold.text.split(/\s+/).filter(Boolean).length} | ${cells.join(' | ')} | ${hand} |`);
  }
  return rows;
}
