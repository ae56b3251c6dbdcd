// How the page bears every kind of text that tempts a program to do too much: the page's half of "How the cost grows" in
// benches/README.md. `./dev bench --growth --page` builds what it needs, writes the texts and calls this.
// Arguments: the folder of the texts, and part of a name to measure only those.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { at, drawn, openFile, saved, start, visitor } from '../tests/e2e/harness.mjs';

/** After so many milliseconds a text counts as one that freezes the page. */
const PATIENCE = 240_000;

/** Keeps the longest task of the page's thread, in milliseconds; `taskSum` is the time of all tasks over 50 ms. */
function watchTasks() {
  window.longest = 0;
  window.taskSum = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      window.longest = Math.max(window.longest, duration);
      window.taskSum += duration;
    }
  }).observe({ type: 'longtask', buffered: true });
}

/** The greatest resident memory of any of the browser's renderers so far, in mebibytes. */
async function peak(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => {
    const line = readFileSync(`/proc/${id}/status`, 'utf8').match(/VmHWM:\s+(\d+)/);
    return line ? Number(line[1]) / 1024 : 0;
  });
  return Math.max(...peaks);
}

async function measure(name, content, type) {
  // A browser of its own, so that its memory is its own.
  const site = await start();
  const who = await visitor(site);
  const page = await who.tab();
  page.setDefaultTimeout(PATIENCE);
  await page.addInitScript(watchTasks);
  await page.open();
  const tasks = async () => {
    await page.waitForTimeout(200);
    return page.evaluate(() => {
      const out = [Math.round(window.longest), Math.round(window.taskSum)];
      window.longest = 0;
      window.taskSum = 0;
      return out;
    });
  };
  await tasks();
  const cells = [];
  const lap = async (act) => {
    const from = performance.now();
    try {
      await act();
    } catch (error) {
      return void cells.push(`no: ${String(error.message).split('\n')[0].slice(0, 60)}`);
    }
    const ms = Math.round(performance.now() - from);
    const [longest, sum] = await tasks();
    cells.push(`${ms}`, `${longest}`, `${sum}`);
  };
  await lap(async () => {
    await openFile(page, name, content, type);
    await at(page, 'article').first().waitFor({ timeout: PATIENCE });
    await at(page, 'analyzed').waitFor({ timeout: PATIENCE });
    await page.locator('.side-lists:not([aria-busy])').waitFor({ state: 'attached', timeout: PATIENCE });
    await saved(page);
  });
  await lap(async () => {
    await page.again();
    await at(page, 'annotation-count').waitFor({ timeout: PATIENCE });
    await drawn(page);
  });
  cells.push(`${Math.round(await peak(site.browser))}`);
  await who.context.close();
  await site.close();
  return cells;
}

const [folder, only = ''] = process.argv.slice(2);
console.log('| text | opened, read, saved, ms | longest task | tasks over 50 ms, sum | reloaded, ms | longest task | sum | peak, MiB |');
console.log('|---|---:|---:|---:|---:|---:|---:|---:|');
for (const name of readdirSync(folder).sort().filter((name) => name.includes(only))) {
  const json = name.endsWith('.json');
  const cells = await measure(name, readFileSync(join(folder, name)), json ? 'application/json' : 'text/plain');
  console.log(`| ${name.replace(/^\d+ |\.\w+$/g, '')} | ${cells.join(' | ')} |`);
}
