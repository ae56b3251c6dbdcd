// Two tabs with one article, at random: whatever each does, and however they meet, both say "Saved", and both have all of it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { analyze, at, counted, drag, mark, ready, sample, saved, start, valued, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** Words nobody marks but the tab whose they are: neither undoes what the other does. */
const WORDS = [
  ['traders', 'schoolchildren', 'crates of tilapia', 'first scheduled crossing', 'cracks in its hull', 'the shipyard'],
  ['brass band', 'lost fares', 'a fish trader', 'handrails', 'two buckets of ice', 'lower deck'],
];
const ROUNDS = Number(process.env.ROUNDS ?? 2);
const SEED = Number(process.env.SEED ?? 1);

/** Numbers from 0 up to `below`, the same for the same seed (Marsaglia's xorshift). */
function dice(seed) {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** What one person did in one tab. */
class Hand {
  constructor(page, words) {
    Object.assign(this, { page, words: [...words], marked: [], notes: new Map() });
  }

  /** What the other tab does may change the selection in the moment it is made: then it is made again, from nothing. */
  async mark() {
    const words = this.words.shift();
    if (!words) return;
    // A tab behind another one hears of the mouse once a second.
    await this.page.bringToFront();
    for (let tries = 0; tries < 5; tries += 1) {
      await this.page.evaluate(() => getSelection().removeAllRanges());
      await drag(this.page, words);
      if ((await this.page.evaluate(() => String(getSelection()))) !== words) continue;
      await this.page.keyboard.press('o');
      if (await mark(this.page, words).waitFor({ timeout: 2_000 }).then(() => true, () => false)) break;
    }
    await mark(this.page, words).waitFor();
    this.marked.push(words);
  }

  async note(text) {
    const words = this.marked.at(-1);
    if (!words) return;
    await (await this.noteOf(words)).fill(text);
    this.notes.set(words, text);
  }

  /** A further click on what is chosen would choose what is around it. */
  async noteOf(words) {
    await this.page.keyboard.press('Escape');
    await mark(this.page, words).click();
    return at(this.page, 'inspector-note');
  }

  /** At once, without looking whether anything is saved. */
  async reload() {
    await this.page.again();
    await this.back();
  }

  /** To the list, and into the article again. */
  async leave() {
    await at(this.page, 'new-article').click();
    await this.back();
  }

  /** To the article, when the list is shown. */
  async back() {
    await this.page.locator('[data-testid=recent], [data-testid=article]').first().waitFor();
    if (await at(this.page, 'start').count()) await at(this.page, 'recent').first().click();
    await ready(this.page);
  }
}

const DEEDS = ['mark', 'mark', 'note', 'note', 'reload', 'leave'];

for (let round = 0; round < ROUNDS; round += 1) {
  test(`two tabs, ${SEED + round}`, async (t) => {
    const who = await visitor(site);
    const pages = [await who.tab(), await who.tab()];
    await pages[0].open();
    await analyze(pages[0], sample('news-wire'));
    await saved(pages[0]);
    await pages[1].open();
    await ready(pages[1]);
    const hands = pages.map((page, i) => new Hand(page, WORDS[i]));
    const roll = dice(SEED + round);
    const done = [];
    const act = (i, step) => {
      const deed = DEEDS[roll(DEEDS.length)];
      done.push(`${i} ${deed}`);
      return hands[i][deed](`note ${step} of ${i}`);
    };
    try {
      for (let step = 0; step < 8; step += 1) {
        const who = roll(4);
        await Promise.all(who < 2 ? [act(0, step), act(1, step)] : [act(who - 2, step)]);
      }
      for (const page of pages) await saved(page);
      for (const again of [false, true]) {
        for (const own of hands) {
          const { page } = own;
          await page.bringToFront();
          if (again) await own.reload();
          for (const hand of hands) {
            for (const words of hand.marked) await mark(page, words).waitFor();
            for (const [words, note] of hand.notes) {
              await valued(await own.noteOf(words), note);
            }
          }
          await saved(page);
        }
      }
      await at(pages[0], 'new-article').click();
      await counted(at(pages[0], 'recent'), 1, 'no copy beside it');
    } catch (cause) {
      t.diagnostic(done.join(', '));
      throw cause;
    }
    await who.close();
  });
}
