// Serves the built page, drives Chromium over it, and holds it to its promises: no error in the console, nothing refused
// by the content security policy, no request after load.

import assert from 'node:assert/strict';
import { execSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '..', '..');
const dist = process.env.DIST ?? join(root, 'dist');
/** Where screenshots go; not committed. */
export const pictures = join(root, '.dev', 'pictures');

/** What a server says of each kind of file. */
export const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A plain file server on loopback that remembers what was asked of it. */
async function serve(folder) {
  const asked = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    asked.push(`${request.method} ${path}`);
    const file = join(folder, path.endsWith('/') ? join(path, 'index.html') : path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, asked, close: () => server.close() };
}

/** The built page on a server of its own. */
export const serveDist = () => serve(dist);

export function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return execSync('command -v chromium || command -v chromium-browser || command -v google-chrome', { encoding: 'utf8' }).trim();
}

const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** The page as one file. */
export const singleFile = join(dist, 'article-annotator.html');

/** Stands for a server where the page is a file on disk: nothing is asked of anybody. */
const onDisk = (path) => ({ address: pathToFileURL(path).href, asked: [], close() {} });

/** A browser, for which no name resolves: a request to anywhere but loopback cannot leave the machine, and fails the test. */
export const launch = () =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });

/** One browser with one server, or with a `file` opened from disk; close it when done. */
export async function start({ file = null } = {}) {
  const needed = file ?? join(dist, 'index.html');
  assert.ok(existsSync(needed), `${needed} is missing: run ./dev build --single-file first`);
  const server = file ? onDisk(file) : await serve(dist);
  const browser = await launch();
  return {
    server,
    browser,
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/**
 * A person with a browser profile of their own.
 * `expected` are patterns of console messages that the test provokes on purpose; `bypassCSP` lets the test itself do what
 * the page may not; with `offline` it is kept for use without a network.
 */
export async function visitor(site, { viewport = WIDE, colorScheme = 'light', expected = [], touch = false, bypassCSP = false, offline = false } = {}) {
  const context = await site.browser.newContext({
    viewport,
    colorScheme,
    hasTouch: touch,
    locale: 'en-US',
    acceptDownloads: true,
    bypassCSP,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(30_000);
  const problems = [];
  const note = (what) => {
    if (!expected.some((pattern) => pattern.test(what))) problems.push(what);
  };
  // Keeping the page for use without a network asks for all of its files once more, later.
  if (!offline) await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined }));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  const { address } = site.server;
  // What a page that is one file may ask for is that file, once.
  const isOwn = (url) => /^(blob|data):/.test(url) || (address.startsWith('file:') ? url === address : url.startsWith(address));
  /** A page of this person; `open` loads it and waits until it can be used. */
  async function tab() {
    const page = await context.newPage();
    let loaded = false;
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) note(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => note(`page error: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (loaded && !/^(blob|data):/.test(url)) note(`request after load: ${request.method()} ${url}`);
      else if (!isOwn(url)) note(`request to elsewhere: ${url}`);
    });
    page.on('dialog', (dialog) => note(`dialog: ${dialog.message()}`));
    const settle = async () => {
      await page.locator('[data-testid=start], [data-testid=article]').first().waitFor();
      // The worker comes last: from two files of its own, or from within, where only it can say that it listens.
      const isThere = () =>
        address.startsWith('file:')
          ? page.workers()[0]?.evaluate(() => self.onmessage !== null)
          : site.server.asked.slice(from).some((line) => /\/worker_bg[^/]*\.wasm$/.test(line));
      for (let i = 0; i < 200 && !(await isThere()); i += 1) await page.waitForTimeout(25);
      await page.waitForLoadState('networkidle');
      loaded = true;
    };
    let from = 0;
    const load = async (go) => {
      loaded = false;
      from = site.server.asked.length;
      await go();
      await settle();
    };
    return Object.assign(page, {
      open: () => load(() => page.goto(address)),
      again: () => load(() => page.reload()),
      /** Loads without waiting for the worker, which the test has taken away. */
      openBare: async () => {
        await page.goto(address);
        await page.locator('[data-testid=start]').waitFor();
      },
    });
  }
  return {
    context,
    tab,
    problems,
    async close() {
      await context.close();
      assert.deepEqual(problems, [], 'the page must be silent');
    },
  };
}

export const at = (page, id) => page.locator(`[data-testid="${id}"]`);

/** Puts text into the clipboard and pastes it, as a person does. */
export async function paste(page, text) {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await at(page, 'paste-box').focus();
  await page.keyboard.press('Control+v');
}

/** Pastes an article and waits for its analysis. Only what is too short for an article stays in the box. */
export async function analyze(page, text) {
  await paste(page, text);
  if (await page.evaluate(() => document.querySelector('#paste-box')?.value)) await at(page, 'analyze').click();
  await analyzed(page);
}

export async function analyzed(page) {
  // In the page: the rehearsal, which is drawn beside it for a moment, has one of its own.
  await page.locator('#app [data-testid=analyzed]').waitFor({ timeout: 60_000 });
  await drawn(page);
}

/** Waits until an opened article is there. */
export async function ready(page) {
  await page.locator('#app [data-testid=annotation-count]').waitFor();
  await drawn(page);
}

/** Waits for the lists and the end of a long article, which are drawn a frame after its first screen. */
export async function drawn(page) {
  await page.locator('.side-lists:not([aria-busy])').waitFor({ state: 'attached' });
}

/** Waits until the status line says that everything is saved. */
export async function saved(page) {
  try {
    await at(page, 'saved').filter({ hasText: 'Saved on this device' }).waitFor();
  } catch (cause) {
    const shown = { status: await at(page, 'status').allTextContents(), notes: await at(page, 'toast').allTextContents() };
    throw new Error(`not saved: ${JSON.stringify(shown)}`, { cause });
  }
}

/** Names in one of the lists beside the article. */
export async function names(page, panel) {
  return at(page, panel).locator('.entity-name').allTextContents();
}

/** Marks of one kind in the article, as texts. */
export async function marks(page, kind) {
  return page.locator(`[data-testid=mark][data-kind=${kind}]`).allTextContents();
}

/** Quotes beside the article, as {who, text}. */
export async function quotes(page) {
  return at(page, 'quote-row').evaluateAll((rows) =>
    rows.map((row) => ({
      who: row.querySelector('.quote-who').firstChild.textContent.trim(),
      text: row.querySelector('.quote-text').textContent,
    })),
  );
}

const PATIENCE_MS = 5_000;

/** Waits until so many elements are there: a list may be read from the database first. Not for what must never appear. */
export async function counted(locator, wanted, why) {
  let found = await locator.count();
  for (const end = Date.now() + PATIENCE_MS; found !== wanted && Date.now() < end; found = await locator.count()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.equal(found, wanted, why);
}

/** Waits until a field holds these words: what is in it may be drawn a frame after the field. */
export async function valued(field, wanted) {
  let found = await field.inputValue();
  for (const end = Date.now() + PATIENCE_MS; found !== wanted && Date.now() < end; found = await field.inputValue()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.equal(found, wanted);
}

export async function count(page) {
  return Number((await at(page, 'annotation-count').textContent()).match(/[\d,]+/)[0].replace(',', ''));
}

/** Where words stand on the screen, the `nth` time they occur in one piece of the article. Scrolls to them, unless `still`. */
export async function boxOf(page, words, nth = 0, { still = false } = {}) {
  const box = await page.evaluate(
    ([wanted, skip, stay]) => {
      const article = document.querySelector('[data-testid=article]');
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      let left = skip;
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!node.parentElement.closest('[data-s]')) continue;
        const index = node.data.indexOf(wanted);
        if (index < 0 || left-- > 0) continue;
        if (!stay) node.parentElement.scrollIntoView({ block: 'center' });
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + wanted.length);
        const rects = [...range.getClientRects()];
        const [first, last] = [rects[0], rects.at(-1)];
        return { x: first.left, y: first.top + first.height / 2, toX: last.right, toY: last.top + last.height / 2 };
      }
      return null;
    },
    [words, nth, still],
  );
  assert.ok(box, `“${words}” does not stand in the article in one piece`);
  return box;
}

/** Selects words with the mouse, pressing and dragging. */
export async function drag(page, words, nth = 0) {
  const box = await boxOf(page, words, nth);
  await page.mouse.move(box.x + 1, box.y);
  await page.mouse.down();
  await page.mouse.move((box.x + box.toX) / 2, (box.y + box.toY) / 2, { steps: 4 });
  await page.mouse.move(box.toX - 1, box.toY, { steps: 4 });
  await page.mouse.up();
}

/** The first mark with exactly these words. */
export function mark(page, words, nth = 0) {
  return page.locator('[data-testid=mark]').filter({ hasText: new RegExp(`^${escape(words)}$`) }).nth(nth);
}

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Downloads JSON from the export menu and reads the file. */
export async function download(page) {
  await at(page, 'export').click();
  const [file] = await Promise.all([page.waitForEvent('download'), at(page, 'export-json').click()]);
  const path = await file.path();
  return { name: file.suggestedFilename(), path, text: readFileSync(path, 'utf8') };
}

/** Opens a file through the file field. */
export async function openFile(page, name, content, mimeType = 'text/plain') {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content);
  await at(page, 'open-file').setInputFiles({ name, mimeType, buffer });
}

/** Drops a file onto the page. */
export const dropFile = (page, name, content, type = 'text/plain') => dropFiles(page, [[name, content, type]]);

/** What a drop or a paste of files carries, as [name, content, type]. */
export const carrying = (page, files) =>
  page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name, content, type = 'text/plain'] of all) transfer.items.add(new File([content], name, { type }));
    return transfer;
  }, files);

/** Drops several files onto the page at once. */
export async function dropFiles(page, files) {
  const data = await carrying(page, files);
  for (const event of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('#app > *', event, { dataTransfer: data });
}

export async function picture(page, name) {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

export function sample(name) {
  return readFileSync(join(root, 'seeds', 'articles', `${name}.txt`), 'utf8');
}

export function schema() {
  return JSON.parse(readFileSync(join(root, 'schema', 'annotations.schema.json'), 'utf8'));
}

/** The article of the shared seeds, when this machine has them. */
export function sharedSeed() {
  const path = join(root, '..', 'shared', 'seeds', '000_38e0e10165a6c0a4.txt');
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
