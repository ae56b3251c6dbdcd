// The worker that ships (optimized WebAssembly, in Chromium) sends the page exactly what the native engine finds: every
// name, cluster, quote, confidence and reason, over all samples and, where they are at hand, 200 articles of a corpus.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root, start } from './harness.mjs';
import { analyses, startWorker } from './worker.mjs';

let site;
let native;
before(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parity-'));
  const out = join(folder, 'native.jsonl');
  const wanted = ['test', '--quiet', '--features', 'app,cli', '--test', 'parity', '--', '--ignored', 'write_what_the_page_is_sent'];
  execFileSync('cargo', wanted, { cwd: root, env: { ...process.env, PARITY_OUT: out }, stdio: ['ignore', 'ignore', 'inherit'] });
  native = readFileSync(out, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  rmSync(folder, { recursive: true });
  site = await start();
});
after(() => site?.close());

async function compare(articles) {
  // The test starts a worker of its own, which the page's policy would not let it.
  const page = await site.browser.newPage({ bypassCSP: true });
  await page.goto(site.server.address);
  await startWorker(page);
  const found = await analyses(page, articles.map((article) => article.text));
  await page.close();
  for (const [i, article] of articles.entries()) {
    assert.deepEqual(JSON.parse(found[i]), article.analysis, `${article.id}: native and Wasm differ`);
  }
}

test('all samples', async () => {
  const samples = native.filter((article) => !article.id.startsWith('eval/'));
  assert.ok(samples.length > 50, `only ${samples.length} samples`);
  assert.ok(samples.every((article) => article.analysis.mentions.length > 0));
  await compare(samples);
});

test('200 articles of a corpus', async (t) => {
  const corpus = native.filter((article) => article.id.startsWith('eval/'));
  if (corpus.length === 0) {
    t.skip('eval/worldwide-a is not on this machine');
    return;
  }
  assert.equal(corpus.length, 200);
  await compare(corpus);
});
