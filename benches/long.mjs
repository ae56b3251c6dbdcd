// How a very long article behaves: opened by a paste, clicked, reviewed, edited and loaded again; with the memory it takes.
// DIST names the built page; BENCH_WORDS the length; BENCH_TURNS how often each edit is made; BENCH_PROFILE a folder for
// processor profiles of each phase (they slow what they measure).

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, paste, saved, start, visitor } from '../tests/e2e/harness.mjs';
import { ofWords, share } from './samples.mjs';

const words = Number(process.env.BENCH_WORDS ?? 180_000);
const turns = Number(process.env.BENCH_TURNS ?? 6);
const profiles = process.env.BENCH_PROFILE;
/** From one input to the next, in milliseconds: the browser reports event timing with a delay. */
const PAUSE = 350;
const PATIENCE = 120_000;


/** Collects what the browser says of each interaction, of long tasks, and when things first stood in the page. */
function watch() {
  window.seen = new Map();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!entry.interactionId) continue;
      const before = window.seen.get(entry.interactionId);
      if (!before || entry.duration > before.duration) window.seen.set(entry.interactionId, { duration: entry.duration, at: entry.startTime });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  window.tasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.tasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  window.first = {};
  const found = { text: '#article [data-p]', marks: '#article mark', lists: '.side-lists:not([aria-busy]) [data-row]' };
  const look = () => {
    for (const [name, selector] of Object.entries(found)) {
      if (!(name in window.first) && document.querySelector(selector)) window.first[name] = performance.now();
    }
    // Looking costs, too: when all was seen, no more.
    if (Object.keys(found).some((name) => !(name in window.first))) requestAnimationFrame(look);
  };
  window.look = look;
  requestAnimationFrame(look);
}


async function profiled(cdp, name, work) {
  if (!profiles) return work();
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 500 });
  await cdp.send('Profiler.start');
  const out = await work();
  const { profile } = await cdp.send('Profiler.stop');
  mkdirSync(profiles, { recursive: true });
  writeFileSync(join(profiles, `${name}.cpuprofile`), JSON.stringify(profile));
  return out;
}

/** Does something once and gives what the browser says about it; what it does not report took less than 16 ms. */
async function timed(page, act) {
  const from = await page.evaluate(() => performance.now());
  await act();
  await page.waitForTimeout(PAUSE);
  return page.evaluate((since) => Math.max(16, ...[...window.seen.values()].filter((one) => one.at >= since).map((one) => one.duration)), from);
}

async function memory(cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name) => metrics.find((one) => one.name === name)?.value ?? 0;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes') };
}

/** The program's own memory: what every instance of WebAssembly.Memory takes. */
function keepMemory() {
  const { instantiate, instantiateStreaming } = WebAssembly;
  const keep = (made) => {
    const { exports } = made.instance ?? made;
    if (exports.memory) window.programMemory = exports.memory;
    return made;
  };
  WebAssembly.instantiate = async (...given) => keep(await instantiate.apply(WebAssembly, given));
  WebAssembly.instantiateStreaming = async (...given) => keep(await instantiateStreaming.apply(WebAssembly, given));
}

const site = await start();
const who = await visitor(site);
await who.context.addInitScript(watch);
await who.context.addInitScript(keepMemory);
const page = await who.tab();
await page.open();
const cdp = await who.context.newCDPSession(page);
// By the processor's clock of the page's thread: other work on the machine does not count.
await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
const rows = [];
const put = (name, value) => {
  rows.push([name, value]);
  process.stderr.write(`${name}: ${value}\n`);
};
const since = (from) => page.evaluate((begin) => Object.fromEntries(Object.entries(window.first).map(([name, when]) => [name, Math.round(when - begin)])), from);
const long = () => page.evaluate(() => {
  const all = window.tasks.splice(0);
  return `longest task ${Math.round(Math.max(0, ...all))}, sum ${Math.round(all.reduce((sum, one) => sum + one, 0))}`;
});

/** What the page's thread has worked, in milliseconds. */
const worked = async () => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name) => (metrics.find((one) => one.name === name)?.value ?? 0) * 1000;
  return { all: of('TaskDuration'), script: of('ScriptDuration'), drawing: of('LayoutDuration') + of('RecalcStyleDuration') };
};

const article = ofWords(words);
await page.evaluate((given) => navigator.clipboard.writeText(given), article);
await page.waitForTimeout(1500);
await long();
await page.evaluate(() => { window.first = {}; requestAnimationFrame(window.look); });
const workedBefore = await worked();
const began = await page.evaluate(() => performance.now());
await profiled(cdp, 'open', async () => {
  await at(page, 'paste-box').focus();
  await page.keyboard.press('Control+v');
  await at(page, 'analyzed').waitFor({ timeout: PATIENCE });
  const analyzed = await page.evaluate(() => performance.now());
  await page.locator('.side-lists:not([aria-busy]) [data-row]').first().waitFor({ state: 'attached', timeout: PATIENCE });
  await page.waitForTimeout(1000);
  put('opened: analyzed', Math.round(analyzed - began));
});
put('opened: first', JSON.stringify(await since(began)));
put('opened: tasks', await long());
const opened = await worked();
put('opened: thread time', `${Math.round(opened.all - workedBefore.all)} ms, of it the program ${Math.round(opened.script - workedBefore.script)} ms`);
const savedFrom = Date.now();
await at(page, 'saved').filter({ hasText: 'Saved on this device' }).waitFor({ timeout: PATIENCE });
put('opened: saved, at most, later', Date.now() - savedFrom);
put('annotations', await at(page, 'annotation-count').textContent());

// A place in the middle of the article.
await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
await page.waitForTimeout(1500);
const inView = () => page.evaluate(() => [...document.querySelectorAll('[data-testid=mark][data-stop]:not([data-stop=""])')]
  .filter((mark) => { const box = mark.getBoundingClientRect(); return box.top > 120 && box.bottom < innerHeight - 80 && box.width > 0; })
  .map((mark) => mark.dataset.id));
const all = {};
const record = async (name, act) => (all[name] ??= []).push(await timed(page, act));
await long();
await profiled(cdp, 'click', async () => {
  const ids = (await inView()).slice(0, Math.max(turns, 6));
  for (const id of ids) await record('click on a mark', async () => {
    const box = await page.evaluate((wanted) => {
      const { left, top, height } = document.querySelector(`[data-testid=mark][data-id="${wanted}"]`).getClientRects()[0];
      return { x: left + 3, y: top + height / 2 };
    }, id);
    await page.mouse.click(box.x, box.y);
  });
});
put('click: tasks', await long());
/** What the page's thread works for each input of a phase. */
const phase = async (name, work) => {
  const inputs = () => Object.values(all).flat().length;
  const [before, first] = [await worked(), inputs()];
  await work();
  const [after, count] = [await worked(), inputs() - first];
  const of = (what) => ((after[what] - before[what]) / count).toFixed(1);
  put(`${name}: thread time an input`, `${of('all')} ms, of it the program ${of('script')} ms, style and layout ${of('drawing')} ms`);
};
const press = (key) => () => page.keyboard.press(key);
await phase('edit', () => profiled(cdp, 'edit', async () => {
  for (let i = 0; i < turns; i += 1) {
    await record('next annotation (N)', press('n'));
    await record('change the label (O, P)', press('o'));
    await record('change the label (O, P)', press('p'));
    await record('undo (Ctrl+Z)', press('Control+z'));
    await record('boundary (Alt+→)', press('Alt+ArrowRight'));
    await record('undo (Ctrl+Z)', press('Control+z'));
    await record('delete (Del)', press('Delete'));
    await record('undo (Ctrl+Z)', press('Control+z'));
    await record('accept (A)', press('a'));
    await record('word cursor (W)', press('w'));
    await record('mark it (L)', press('l'));
  }
}));
put('edit: tasks', await long());
await page.keyboard.press('Escape');
await page.keyboard.press('Escape');
await phase('review', () => profiled(cdp, 'review', async () => {
  await record('review begins', press('r'));
  for (let i = 0; i < turns; i += 1) {
    await record('accept (Enter)', press('Enter'));
    await record('reject (Backspace)', press('Backspace'));
    await record('undo (Ctrl+Z)', press('Control+z'));
    await record('skip (→)', press('ArrowRight'));
  }
}));
put('review: tasks', await long());
for (const [name, times] of Object.entries(all)) put(name, `${times.length} × p50 ${share(times, 0.5)}, p95 ${share(times, 0.95)}`);
const flat = Object.values(all).flat();
put('all inputs', `${flat.length} × p50 ${share(flat, 0.5)}, p95 ${share(flat, 0.95)}, most ${Math.max(...flat)}, over 50 ms ${flat.filter((ms) => ms > 50).length}`);
await at(page, 'saved').filter({ hasText: 'Saved on this device' }).waitFor({ timeout: PATIENCE });
await page.keyboard.press('Escape');
const used = await memory(cdp);
const program = await page.evaluate(() => window.programMemory?.buffer.byteLength ?? 0);
put('memory', `JavaScript ${Math.round(used.heap / 2 ** 20)} MiB, program ${Math.round(program / 2 ** 20)} MiB, ${used.nodes} nodes`);

for (let i = 0; i < 2; i += 1) {
  await profiled(cdp, `reload-${i}`, async () => {
    await page.reload({ waitUntil: 'commit' });
    await at(page, 'annotation-count').waitFor({ timeout: PATIENCE });
    await page.locator('.side-lists:not([aria-busy]) [data-row]').first().waitFor({ state: 'attached', timeout: PATIENCE });
    await page.waitForTimeout(1500);
  });
  put(`reload ${i}: first, from navigation`, JSON.stringify(await since(0)));
  put(`reload ${i}: tasks`, await long());

}
await site.close();
process.exit(0);
