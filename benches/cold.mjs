// From the address to the first mark of a pasted article, on a slow line: the table "On a slow line" of benches/README.md.
// `./dev bench --cold` builds what it needs and calls this. Several builds are compared by their folders: cold.mjs DIST…

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { launch, TYPES } from '../tests/e2e/harness.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const article = readFileSync(join(here, '..', 'seeds', 'articles', 'news-wire.txt'), 'utf8');
/** Lines as browsers' tools define them: bits a second, and what an answer waits for. */
const LINES = { 'no limit': [Infinity, 0], '10 Mbit/s, 40 ms': [10e6, 40], '1.6 Mbit/s, 150 ms': [1.6e6, 150] };
const TIMES = Number(process.env.BENCH_TIMES ?? 5);
/** Bytes that are sent at once: less than a tenth of a second on the slowest line. */
const PIECE = 4096;

const packed = new Map();

/** What a server with brotli sends of a file. */
function brotli(file) {
  if (!packed.has(file)) {
    const there = `${file}.br`;
    const bytes = readFileSync(file);
    const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } };
    packed.set(file, existsSync(there) ? readFileSync(there) : brotliCompressSync(bytes, best));
  }
  return packed.get(file);
}

/** A server of `folder` behind one line, which all answers share: each waits for its turn, and the first byte for the way. */
async function serve(folder, [bits, wait]) {
  let free = 0;
  const pause = (ms) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined);
  const known = new WeakSet();
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const file = join(folder, path.endsWith('/') ? join(path, 'index.html') : path);
    // A new connection is one way there and back more.
    await pause(known.has(request.socket) ? wait : 2 * wait);
    known.add(request.socket);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'br' });
    const bytes = brotli(file);
    for (let from = 0; from < bytes.length; from += PIECE) {
      const piece = bytes.subarray(from, from + PIECE);
      free = Math.max(free, performance.now()) + (piece.length * 8000) / bits;
      await pause(free - performance.now());
      response.write(piece);
    }
    return response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** One visit of somebody who was never there: milliseconds from the address to the box, and to the first mark. */
async function visit(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.addInitScript(() => {
    // Keeping the page for later is not part of the first visit.
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
    const wait = (selector, name) => {
      const look = () => {
        if (document.querySelector(selector)) window[name] ??= performance.now();
        else requestAnimationFrame(look);
      };
      look();
    };
    addEventListener('DOMContentLoaded', () => {
      wait('[data-testid=paste-box]', 'box');
      wait('[data-testid=article] [data-testid=mark]', 'mark');
    });
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('[data-testid=paste-box]').waitFor({ timeout: 120_000 });
  // Pasted at once, before the engine is there.
  await page.evaluate((words) => {
    const data = new DataTransfer();
    data.setData('text/plain', words);
    document.querySelector('[data-testid=paste-box]').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, article);
  await page.locator('[data-testid=article] [data-testid=mark]').first().waitFor({ timeout: 120_000 });
  const times = await page.evaluate(() => [window.box, window.mark]);
  await context.close();
  return times;
}

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const seconds = (ms) => (ms / 1000).toFixed(2);

const folders = process.argv.slice(2).filter((word) => !word.startsWith('-'));
if (folders.length === 0) folders.push(process.env.DIST ?? join(here, '..', 'dist'));
const browser = await launch();
const rows = ['| build | line | times | box to paste into, s | first mark, s |', '|---|---|---:|---:|---:|'];
for (const folder of folders) {
  for (const [name, line] of Object.entries(LINES)) {
    process.stderr.write(`${folder}: ${name}\n`);
    const server = await serve(folder, line);
    const all = [];
    for (let i = 0; i < TIMES; i += 1) all.push(await visit(browser, server.address));
    server.close();
    rows.push(`| ${relative(process.cwd(), folder)} | ${name} | ${TIMES} | ${seconds(middle(all.map(([box]) => box)))} | ${seconds(middle(all.map(([, mark]) => mark)))} |`);
  }
}
await browser.close();
const sizes = (folder) =>
  readdirSync(folder)
    .filter((name) => ['.html', '.js', '.css', '.wasm'].includes(extname(name)) && !/service-worker|article-annotator\.html/.test(name))
    .map((name) => [name, statSync(join(folder, name)).size, brotli(join(folder, name)).length]);
const files = ['| build | file | bytes | brotli, KB |', '|---|---|---:|---:|'];
for (const folder of folders) {
  for (const [name, bytes, sent] of sizes(folder)) files.push(`| ${relative(process.cwd(), folder)} | ${name} | ${bytes} | ${(sent / 1000).toFixed(1)} |`);
}
console.log([...rows, '', ...files].join('\n'));
