// What a person is told when the page does not start, and that its files fit each other.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { root, start, visitor } from './harness.mjs';

const dist = process.env.DIST ?? join(root, 'dist');
const NETWORK = [/ERR_FAILED|ERR_CONNECTION|Failed to load|Failed to fetch|dynamically imported|404/i];

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

/** Opens the page with `route` in the way; gives what stands where the page should be. */
async function told(pattern, route, expected = NETWORK) {
  const who = await visitor(site, { expected: [...expected, /request after load/] });
  await who.context.route(pattern, route);
  const page = await who.context.newPage();
  await page.goto(site.server.address);
  await page.locator('#boot[role=alert]').waitFor();
  const text = await page.locator('#boot').innerText();
  const again = await page.getByRole('button', { name: 'Try again' }).count();
  await page.close();
  await who.close();
  return { text, again };
}

test('a program that does not arrive is told, with a way to try again', async () => {
  for (const pattern of ['**/app_bg*.wasm', '**/app-*.js']) {
    const { text, again } = await told(pattern, (route) => route.abort());
    assert.match(text, /did not arrive/, pattern);
    assert.equal(again, 1);
  }
  const missing = await told('**/app_bg*.wasm', (route) => route.fulfill({ status: 404, body: 'no' }));
  assert.match(missing.text, /did not arrive/);
});

test('a damaged program is not blamed on the browser', async () => {
  const body = Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, 9, 9, 9]);
  const { text, again } = await told('**/app_bg*.wasm', (route) =>
    route.fulfill({ status: 200, contentType: 'application/wasm', body }),
  );
  assert.match(text, /damaged/);
  assert.doesNotMatch(text, /browser/i);
  assert.equal(again, 1);
});

test('without the start script a sentence appears by itself', async () => {
  const who = await visitor(site, { expected: NETWORK });
  await who.context.route('**/boot*.js', (route) => route.abort());
  const page = await who.context.newPage();
  await page.clock.install();
  await page.goto(site.server.address);
  const late = page.locator('#boot-late');
  assert.equal(await late.isVisible(), false);
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  await late.waitFor({ state: 'visible' });
  await page.close();
  await who.close();
});

test('opened from disk, the page says that it needs a server, and names the version in one file', async () => {
  const context = await site.browser.newContext({ locale: 'de-DE' });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(dist, 'index.html')).href);
  await page.locator('#boot[role=alert]').waitFor();
  assert.match(await page.locator('#boot').innerText(), /als Datei geöffnet.*article-annotator\.html/);
  await context.close();
});

test('every file but the page itself is named by its content, and every name leads somewhere', () => {
  const plain = ['index.html', '_headers', 'article-annotator.html', 'LICENSES.txt', 'SHA256SUMS', 'service-worker.js', 'manifest.webmanifest'];
  const files = readdirSync(dist).filter((name) => !plain.includes(name) && !/\.(br|gz)$/.test(name));
  for (const name of files) assert.match(name, /-[0-9a-f]{10}\.(js|css|svg|wasm)$/, name);
  const texts = ['index.html', ...files.filter((name) => name.endsWith('.js'))];
  const named = new Set();
  for (const text of texts) {
    const content = readFileSync(join(dist, text), 'utf8');
    for (const [name] of content.matchAll(/\b[\w]+-[0-9a-f]{10}\.(?:js|css|svg|wasm)\b/g)) named.add(name);
  }
  assert.deepEqual([...named].sort(), [...files].sort());
  const headers = readFileSync(join(dist, '_headers'), 'utf8');
  for (const name of files) assert.ok(headers.includes(`/${name}\n  Cache-Control: public, max-age=31536000, immutable`), name);
});

test('what a host sends compressed is the file itself, every checksum is right, and every library is named with its license', () => {
  const names = readdirSync(dist);
  const packed = names.filter((name) => /\.(br|gz)$/.test(name));
  assert.ok(packed.length >= 12, `${packed}`);
  for (const name of packed) {
    const unpack = name.endsWith('.br') ? brotliDecompressSync : gunzipSync;
    const original = readFileSync(join(dist, name.replace(/\.(br|gz)$/, '')));
    assert.ok(unpack(readFileSync(join(dist, name))).equals(original), name);
  }
  const sums = readFileSync(join(dist, 'SHA256SUMS'), 'utf8').trimEnd().split('\n').map((line) => line.split('  '));
  assert.deepEqual(sums.map(([, name]) => name), names.filter((name) => name !== 'SHA256SUMS').sort());
  for (const [sum, name] of sums) {
    assert.equal(createHash('sha256').update(readFileSync(join(dist, name))).digest('hex'), sum, name);
  }
  const licenses = readFileSync(join(dist, 'LICENSES.txt'), 'utf8');
  for (const name of ['yew ', 'wasm-bindgen ', 'serde_json ', 'GeoNames', 'Apache License', 'MIT License']) assert.ok(licenses.includes(name), name);
});
