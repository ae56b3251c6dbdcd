// The speed table: our engine natively and in Chromium, and what people can use in a browser today, in one run on one
// machine. `./dev bench` builds what it needs and calls this; `--save` also writes benches/speed.md.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compromise from 'compromise';
import winkNLP from 'wink-nlp';
import winkModel from 'wink-eng-lite-web-model';
import { at, paste, start, visitor } from '../tests/e2e/harness.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');

const folder = join(root, 'seeds', 'articles');
const articles = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const paragraphs = articles.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
const words = articles.join(' ').split(/\s+/).length;
const thousand = articles.join('\n').split(/(?<=\s)/).slice(0, 1000).join('');

/** The fastest of several runs, in milliseconds. */
async function fastest(run, patience = 3000) {
  let best = Infinity;
  const began = performance.now();
  for (let runs = 0; runs < 3 || performance.now() - began < patience; runs += 1) {
    const from = performance.now();
    await run();
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

function native() {
  const args = ['bench', '--quiet', '--features', 'model', '--bench', 'speed', '--', '--json'];
  if (process.env.BENCH_PROFILE) args.splice(1, 0, '--profile', process.env.BENCH_PROFILE);
  const out = execFileSync('cargo', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(out.trim().split('\n').at(-1));
}

/** The worker that ships, spoken to as the page does, without the page. */
async function worker(page, texts) {
  return page.evaluate(async (texts) => {
    const field = (message, name) => (message instanceof Map ? message.get(name) : message?.[name]);
    const began = performance.now();
    const worker = new Worker('./worker_loader.js', { type: 'module' });
    const next = (wanted) =>
      new Promise((resolve, reject) => {
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = ({ data }) => {
          if (field(data, 'Failed')) reject(new Error(field(field(data, 'Failed'), 'reason')));
          else if (field(data, wanted)) resolve(field(data, wanted));
        };
      });
    await next('Ready');
    const ready = performance.now() - began;
    const one = async (text, job) => {
      const answer = next('Finished');
      worker.postMessage({ Analyze: { job, text, blocks: [] } });
      await answer;
    };
    const fastest = async (run) => {
      let best = Infinity;
      for (let i = 0; i < 7; i += 1) {
        const from = performance.now();
        await run(i);
        best = Math.min(best, performance.now() - from);
      }
      return best;
    };
    const all = await fastest(async () => {
      for (const [job, text] of texts.all.entries()) await one(text, job + 1);
    });
    const lengths = [];
    for (const n of [1, 4, 16, 64]) lengths.push([n, await fastest(() => one(texts.thousand.repeat(n), 1))]);
    worker.terminate();
    return { ready, all, lengths };
  }, texts);
}

/** From the person's click on "analyze" to painted highlights, the page and all. */
async function clickToHighlights(site) {
  let best = Infinity;
  for (let i = 0; i < 5; i += 1) {
    const who = await visitor(site);
    const page = await who.tab();
    await page.open();
    await page.evaluate(() => {
      document.addEventListener('click', () => (window.clicked = performance.now()), true);
      const seen = () => {
        if (window.painted === undefined && document.querySelector('[data-testid=mark]')) {
          requestAnimationFrame(() => setTimeout(() => (window.painted ??= performance.now())));
        }
      };
      new MutationObserver(seen).observe(document.body, { childList: true, subtree: true });
    });
    await paste(page, thousand);
    await at(page, 'analyze').click();
    await at(page, 'mark').first().waitFor();
    await page.waitForFunction(() => window.painted !== undefined);
    best = Math.min(best, await page.evaluate(() => window.painted - window.clicked));
    await who.close();
  }
  return best;
}

async function peers() {
  const wink = winkNLP(winkModel);
  const tagger = winkNLP(winkModel, ['sbd', 'pos']);
  const names = (text) => {
    const doc = compromise(text);
    return [doc.people().out('array'), doc.places().out('array'), doc.organizations().out('array')];
  };
  return {
    'compromise: people, places, organizations': await fastest(() => paragraphs.forEach(names)),
    'wink-nlp: part-of-speech tags': await fastest(() => paragraphs.forEach((p) => tagger.readDoc(p).tokens().out(wink.its.pos))),
    'wink-nlp: all it has (no people or places)': await fastest(() => paragraphs.forEach((p) => wink.readDoc(p).entities().out())),
  };
}

const engine = native();
const perWord = engine.tokens / words;
const site = await start();
const page = await site.browser.newPage();
await page.goto(site.server.address);
const inBrowser = await worker(page, { all: articles, thousand });
await page.close();
const painted = await clickToHighlights(site);
await site.close();
const others = await peers();

const kilo = (ms) => words / ms; // words a millisecond are thousands of words a second
const nativeWords = (engine.stages.whole * 1e3) / perWord;
const wasmWords = kilo(inBrowser.all);
const rows = [
  ['native, one core', nativeWords],
  ['Wasm in Chromium, messages included', wasmWords],
  ...Object.entries(others).map(([name, ms]) => [name, kilo(ms)]),
];
const lines = [
  `Speed, measured in one run on one machine (${cpus()[0].model.trim()}), ${new Date().toISOString().slice(0, 10)}: ` +
    `${articles.length} articles, ${words} words, ${engine.tokens} tokens. Best of several runs; one core.`,
  '',
  '| who finds what | thousand words a second | our Wasm is faster by |',
  '|---|---:|---:|',
  ...rows.map(([name, speed]) => `| ${name} | ${speed.toFixed(0)} | ${(wasmWords / speed).toFixed(1)} |`),
  '',
  '| the engine | |',
  '|---|---:|',
  ...Object.entries(engine.stages).map(([stage, speed]) => `| native, ${stage}: million tokens a second | ${speed.toFixed(2)} |`),
  `| Wasm against native | ${(wasmWords / nativeWords).toFixed(2)} |`,
  `| native, engine ready, ms | ${engine.load_ms.toFixed(1)} |`,
  `| Chromium, worker ready, ms | ${inBrowser.ready.toFixed(0)} |`,
  `| Chromium, 1,000 words through the worker, ms | ${inBrowser.lengths[0][1].toFixed(1)} |`,
  `| Chromium, 1,000 words from the click to painted highlights, ms | ${painted.toFixed(0)} |`,
  '',
  '| times 1,000 words | native, ms for each 1,000 | Chromium, ms for each 1,000 |',
  '|---:|---:|---:|',
  ...engine.thousand_words_ms.map(([n, ms]) => {
    const there = inBrowser.lengths.find(([m]) => m === n);
    return `| ${n} | ${(ms / n).toFixed(3)} | ${there ? (there[1] / n).toFixed(3) : ''} |`;
  }),
  '',
];
console.log(lines.join('\n'));
if (process.argv.includes('--save')) writeFileSync(join(here, 'speed.md'), lines.join('\n'));
