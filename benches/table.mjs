// The speed table: our engine natively and in Chromium, and what people can use in a browser today, in one run on one
// machine. `./dev bench` builds what it needs and calls this; `--save` also writes benches/speed.md.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compromise from 'compromise';
import winkNLP from 'wink-nlp';
import winkModel from 'wink-eng-lite-web-model';
import { at, paste, start, visitor } from '../tests/e2e/harness.mjs';
import { startWorker, timeWorker } from '../tests/e2e/worker.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const LENGTHS = [1, 2, 4, 8, 16, 32, 64];
/** How often a person opens the page, pastes and has it read. */
const VISITS = 11;

const folder = join(root, 'seeds', 'articles');
const articles = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const paragraphs = articles.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
const words = articles.join(' ').split(/\s+/).length;
const thousand = articles.join('\n').split(/(?<=\s)(?=\S)/).slice(0, 1000).join('');

/** First quartile, median and third quartile. */
function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return [1, 2, 3].map((quarter) => sorted[Math.floor(((sorted.length - 1) * quarter) / 4)]);
}

/** Milliseconds of some runs, after one that does not count. */
function timed(run, patience = 4000) {
  run();
  const times = [];
  const began = performance.now();
  while (times.length < 5 || performance.now() - began < patience) {
    const from = performance.now();
    run();
    times.push(performance.now() - from);
  }
  return spread(times);
}

const say = (what) => process.stderr.write(`measuring ${what}\n`);

function native() {
  say('the engine, native');
  const args = ['bench', '--quiet', '--features', 'model', '--bench', 'speed', '--', '--json'];
  if (process.env.BENCH_PROFILE) args.splice(1, 0, '--profile', process.env.BENCH_PROFILE);
  const out = execFileSync('cargo', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(out.trim().split('\n').at(-1));
}

async function inChromium(site) {
  say('the engine in Chromium');
  const page = await site.browser.newPage({ bypassCSP: true });
  await page.goto(site.server.address);
  const ready = await startWorker(page);
  const { all, engine } = await timeWorker(page, articles, 4000);
  const lengths = [];
  for (const n of LENGTHS) {
    const times = await timeWorker(page, [thousand.repeat(n)], 1500);
    lengths.push([n, spread(times.all), spread(times.engine)]);
  }
  await page.close();
  return { ready, all: spread(all), engine: spread(engine), lengths };
}

/** What a person waits for: from pasting, or from the click once the words stand in the box, to painted highlights. */
async function visits(site) {
  say('the page, from pasting to highlights');
  const pasting = [];
  const reading = [];
  const told = [];
  for (let i = 0; i < VISITS; i += 1) {
    pasting.push((await visit(site, (page) => paste(page, thousand))).waited);
    const { waited, event } = await visit(site, async (page) => {
      await at(page, 'paste-box').fill(thousand);
      // The draft is read ahead when typing rests.
      await page.waitForTimeout(1000);
      await at(page, 'analyze').click();
    });
    reading.push(waited);
    told.push(event);
  }
  return { pasting: spread(pasting), reading: spread(reading), told: spread(told) };
}

/** Opens the page anew and measures from the person's last gesture. */
async function visit(site, bring) {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  // One promise rather than asking the page again and again, which would take part of the time.
  const measured = page.evaluate(() => new Promise((resolve) => {
    let from;
    let event = 16;
    for (const gesture of ['paste', 'click']) document.addEventListener(gesture, () => (from = performance.now()), true);
    // The browser's own measure, until the frame is on the screen, in steps of 8 ms. What takes less than 16 ms is not told.
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'click') event = entry.duration;
    }).observe({ type: 'event', durationThreshold: 16 });
    const observer = new MutationObserver(() => {
      if (from === undefined || !document.querySelector('.page [data-testid=mark]')) return;
      observer.disconnect();
      // A frame callback runs before its frame is drawn. The browser is done with the frame when it comes to the next one, or
      // to a task behind it.
      let waited;
      const done = () => {
        if (waited !== undefined) return;
        waited = performance.now() - from;
        setTimeout(() => resolve({ waited, event }), 250);
      };
      requestAnimationFrame(() => {
        requestAnimationFrame(done);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      });
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }));
  await bring(page);
  const times = await measured;
  await who.close();
  return times;
}

/** Milliseconds for all samples, paragraph by paragraph. */
function peers() {
  const wink = winkNLP(winkModel);
  const tagger = winkNLP(winkModel, ['sbd', 'pos']);
  const names = (text) => {
    const doc = compromise(text);
    return [doc.people().out('array'), doc.places().out('array'), doc.organizations().out('array')];
  };
  const work = {
    'compromise: people, places, organizations': names,
    'wink-nlp: part-of-speech tags': (text) => tagger.readDoc(text).tokens().out(wink.its.pos),
    'wink-nlp: all it has (no people or places)': (text) => wink.readDoc(text).entities().out(),
  };
  return Object.entries(work).map(([name, run]) => {
    say(name);
    return [name, timed(() => paragraphs.forEach(run))];
  });
}

function version(program, ...args) {
  try {
    return execFileSync(program, args, { encoding: 'utf8' }).trim().split('\n')[0];
  } catch {
    return `${program} unknown`;
  }
}

const before = loadavg()[0];
const engine = native();
const site = await start();
const browser = await inChromium(site);
const person = await visits(site);
const chromium = site.browser.version();
await site.close();
const others = peers();
const after = loadavg()[0];

const kilo = ([fast, middle, slow]) => [words / fast, words / middle, words / slow]; // words a millisecond
const shown = ([a, b, c], digits) => {
  if (![a, b, c].every(Number.isFinite)) throw new Error('a figure is missing');
  const [low, high] = [Math.min(a, c), Math.max(a, c)];
  return `${b.toFixed(digits)} | ${low.toFixed(digits)} to ${high.toFixed(digits)}`;
};
const million = (ms) => ms.map((m) => engine.tokens / m / 1000);
const processors = cpus();
const rows = [
  ['ours: whole analysis, native', engine.stages.whole],
  ['ours: whole analysis, Wasm in Chromium', browser.engine],
  ['ours: the same, with messages between page and worker', browser.all],
  ...others,
];
const lines = [
  '# Speed',
  '',
  `Written by \`./dev bench --save\` on ${new Date().toISOString().slice(0, 10)}: everything in one run on one machine, each tool on one core.`,
  'Figures are medians; beside them the quartiles (half of the runs lie between).',
  '',
  `- ${processors[0].model.trim()}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; ${type()} ${release()}`,
  `- ${version('rustc', '--version')}; Chromium ${chromium}; Node ${process.version}, in which the other tools run`,
  `- load average before ${before.toFixed(2)}, after ${after.toFixed(2)}`,
  `- ${articles.length} sample articles: ${words} words, ${engine.tokens} tokens; the other tools get them paragraph by paragraph`,
  '',
  '| who finds what | thousand words a second | quartiles | our Wasm, messages included, is faster by |',
  '|---|---:|---:|---:|',
  ...rows.map(([name, ms]) => `| ${name} | ${shown(kilo(ms), 0)} | ${(ms[1] / browser.all[1]).toFixed(1)} |`),
  '',
  'Our analysis finds people, places, organizations, clusters, quotes and speakers.',
  '',
  '| stage, native | million tokens a second | quartiles |',
  '|---|---:|---:|',
  ...Object.entries(engine.stages).map(([stage, ms]) => `| ${stage} | ${shown(million(ms), 2)} |`),
  '',
  '| what else | | quartiles |',
  '|---|---:|---:|',
  `| quotes, share of the analysis of the samples, measured within it, % | ${shown(engine.shares[0], 1)} |`,
  `| the same of the samples joined to articles of 1,000 words | ${shown(engine.shares[1], 1)} |`,
  `| the same of one article of 1,000 words, again and again | ${shown(engine.shares[2], 1)} |`,
  `| Wasm against native, the engine alone | ${(engine.stages.whole[1] / browser.engine[1]).toFixed(2)} | |`,
  `| Wasm against native, messages included | ${(engine.stages.whole[1] / browser.all[1]).toFixed(2)} | |`,
  `| native, engine ready, ms | ${shown(engine.load, 1)} |`,
  `| Chromium, worker loaded and ready, ms | ${browser.ready.toFixed(0)} | |`,
  `| Chromium, 1,000 words through a warm worker, ms | ${shown(browser.lengths[0][1], 1)} |`,
  `| page just opened, 1,000 words: from pasting to painted highlights, ms | ${shown(person.pasting, 1)} |`,
  `| page just opened, 1,000 words typed: from the click to painted highlights, ms | ${shown(person.reading, 1)} |`,
  `| the same by the browser's event timing, in steps of 8 ms | ${shown(person.told, 0)} |`,
  '',
  `The page is opened anew ${VISITS} times, so that each article is the first. Typed words are read ahead before the click.`,
  'The times end when the browser is done with the frame; event timing ends when it is on the screen.',
  '',
  '| times 1,000 words | native, ms for each 1,000 | Chromium, ms for each 1,000 |',
  '|---:|---:|---:|',
  ...engine.lengths.map(([n, ms]) => {
    const there = browser.lengths.find(([m]) => m === n);
    return `| ${n} | ${(ms[1] / n).toFixed(3)} | ${(there[1][1] / n).toFixed(3)} |`;
  }),
  '',
];
console.log(lines.join('\n'));
if (process.argv.includes('--save')) writeFileSync(join(here, 'speed.md'), lines.join('\n'));
