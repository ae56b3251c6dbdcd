// How fast the page answers, and how many actions a review takes: the tables of benches/README.md.
// `./dev bench --page` builds what it needs and calls this; `--save` also writes the tables into the file.

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { at, openFile, saved, start, visitor } from '../tests/e2e/harness.mjs';
import { ofWords, share } from './samples.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const sizes = (process.env.BENCH_WORDS ?? '1000,20000,180000').split(',').map(Number);
/** Edits of each kind. */
const EDITS = Number(process.env.BENCH_EDITS ?? 25);
/** From one edit to the next: long enough for the browser to report, short enough to fall among the writing of the last. */
const PAUSE = 350;


const number = (n) => n.toLocaleString('en-US');

/** Collects, for every interaction, what the browser says it took. */
function watch() {
  window.seen = new Map();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!entry.interactionId) continue;
      const before = window.seen.get(entry.interactionId);
      if (!before || entry.duration > before.duration) {
        window.seen.set(entry.interactionId, {
          duration: entry.duration, worked: entry.processingEnd - entry.startTime, at: entry.startTime, name: entry.name,
        });
      }
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  // A finer look than the 8 ms of event timing: from the event to the first task after the frame that it caused.
  window.painted = [];
  const mark = (event) => {
    const from = event.timeStamp;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.painted.push({ from, took: performance.now() - from });
      port2.postMessage(0);
    });
  };
  for (const type of ['keydown', 'pointerup']) addEventListener(type, mark, true);
}

/** Does something once and gives what the browser says about it. */
async function timed(page, act) {
  const from = await page.evaluate(() => performance.now());
  await act();
  await page.waitForTimeout(PAUSE);
  return page.evaluate((since) => {
    const events = [...window.seen.values()].filter((one) => one.at >= since);
    const frames = window.painted.filter((one) => one.from >= since);
    return {
      // Shorter ones than 16 ms are not reported.
      event: events.length ? Math.max(...events.map((one) => one.duration)) : 16,
      frame: frames.length ? Math.max(...frames.map((one) => one.took)) : NaN,
    };
  }, from);
}

/** Brings a place in the middle of the article into view and gives the names there. */
async function edits(page) {
  const marks = page.locator('[data-testid=mark][data-stop]:not([data-stop=""])');
  const middle = Math.floor((await marks.count()) / 2);
  await marks.nth(middle).evaluate((mark) => mark.scrollIntoView({ block: 'center' }));
  await marks.nth(middle).click();
  await page.waitForTimeout(1500);
  const key = (name) => () => page.keyboard.press(name);
  const kinds = {
    'walk to the next annotation (N)': [key('n')],
    'relabel (O, then P)': [key('o'), key('p')],
    'move a boundary (Alt+→, Alt+←)': [key('Alt+ArrowRight'), key('Alt+ArrowLeft')],
    'delete and go on (Del)': [key('Delete')],
    'undo (Ctrl+Z)': [key('Control+z')],
    'mark a word (W, then L)': [key('w'), key('l')],
  };
  const out = {};
  for (const [name, acts] of Object.entries(kinds)) {
    const times = [];
    for (let i = 0; i < EDITS; i += 1) {
      for (const act of acts) times.push(await timed(page, act));
      // What was deleted or marked is left behind: the next edit is of the next annotation.
      if (/^(mark|delete)/.test(name)) {
        await page.keyboard.press('n');
        await page.waitForTimeout(100);
      }
    }
    out[name] = times;
  }
  return out;
}

async function measure(site, words) {
  process.stderr.write(`measuring ${number(words)} words\n`);
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await page.evaluate(watch);
  const began = Date.now();
  await openFile(page, 'long.txt', ofWords(words));
  await at(page, 'analyzed').waitFor({ timeout: 180_000 });
  const opened = Date.now() - began;
  await saved(page);
  const count = await at(page, 'annotation-count').textContent();
  await page.waitForTimeout(1000);
  const all = await edits(page);
  await saved(page);
  await who.close();
  return { words, count, opened, all };
}

const before = loadavg()[0];
const site = await start();
const chromium = site.browser.version();
const lines = [];
const wanted = process.argv.includes('--review') ? [] : sizes;
for (const words of wanted) {
  const { count, opened, all } = await measure(site, words);
  const row = (name, times) => {
    const [events, frames] = [times.map((t) => t.event), times.map((t) => t.frame)];
    const over = events.filter((ms) => ms > 50).length;
    return `| ${number(words)} | ${name} | ${times.length} | ${share(events, 0.5)} | ${share(events, 0.95)} | ${share(frames, 0.5).toFixed(1)} | ${share(frames, 0.95).toFixed(1)} | ${over} |`;
  };
  lines.push(...Object.entries(all).map(([name, times]) => row(name, times)));
  lines.push(row(`**all; ${count}, opened and analyzed in ${number(opened)} ms**`, Object.values(all).flat()));
}
const reviews = process.argv.includes('--timing') ? [] : await (await import('./review.mjs')).review(site);
await site.close();
const tables = [
  `Measured on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0].model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; ${type()} ${release()}; Chromium ${chromium}, headless, without a graphics card; load average ${before.toFixed(2)} before, ${loadavg()[0].toFixed(2)} after.`,
  '',
  '| words | edit | times | event timing p50, ms | p95, ms | to the frame p50, ms | p95, ms | over 50 ms |',
  '|---:|---|---:|---:|---:|---:|---:|---:|',
  ...lines,
  '',
  '| article | words | annotations of the engine | of the reviewed file | already right | actions, one by one | actions, mistakes first | marking all by hand, at least |',
  '|---|---:|---:|---:|---:|---:|---:|---:|',
  ...reviews,
].join('\n');
console.log(tables);
if (process.argv.includes('--save')) {
  const path = join(here, 'README.md');
  const [head] = readFileSync(path, 'utf8').split('<!-- tables -->');
  writeFileSync(path, `${head}<!-- tables -->\n\n${tables}\n`);
}
