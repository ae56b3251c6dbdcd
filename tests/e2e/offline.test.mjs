// The page without a network, after a restart of the browser too; a newer version of it; and what other programs share with it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { TYPES, analyze, analyzed, at, chromiumPath, marks, ready, root, sample, saved } from './harness.mjs';

const dist = process.env.DIST ?? join(root, 'dist');

let work;
/** Ends what a test that failed has left running: nothing else would end this file. */
const leftovers = new Set();
before(() => {
  work = mkdtempSync(join(tmpdir(), 'annotator-offline-'));
});
after(async () => {
  for (const end of leftovers) await end();
  rmSync(work, { recursive: true, force: true });
});

/** A server that can be switched off and on, and given another folder, at one address. */
async function host(folder) {
  let server = null;
  let port = 0;
  const self = {
    folder,
    async on() {
      server = createServer((request, response) => {
        const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
        const file = join(self.folder, path.endsWith('/') ? join(path, 'index.html') : path);
        if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
        response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' });
        return createReadStream(file).pipe(response);
      });
      await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
      port = server.address().port;
      leftovers.add(self.off);
      self.address = `http://127.0.0.1:${port}/`;
    },
    async off() {
      leftovers.delete(self.off);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await self.on();
  return self;
}

/** A person with a profile that outlives the browser. */
async function browser(profile) {
  const context = await chromium.launchPersistentContext(join(work, profile), {
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  context.setDefaultTimeout(30_000);
  const end = () => context.close();
  leftovers.add(end);
  context.on('close', () => leftovers.delete(end));
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

const open = async (page, address) => {
  await page.goto(address);
  await page.locator('[data-testid=start], [data-testid=article]').first().waitFor();
};

/** The versions of the page that are kept on the device, each with how many files of it. */
const kept = (page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name !== 'article-annotator-shared');
    return Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
  });

/** Waits until the page is kept as a whole and looks after itself. */
async function untilKept(page) {
  const files = Object.keys(JSON.parse(readFileSync(join(dist, 'service-worker.js'), 'utf8').match(/FILES = (\{[^}]*\})/)[1])).length;
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  assert.deepEqual(await kept(page), [files]);
}

/** Another version of the page in a folder of its own, with a mark that can be seen. */
function version(name, change = () => {}) {
  const folder = join(work, name);
  cpSync(dist, folder, { recursive: true });
  const index = join(folder, 'index.html');
  writeFileSync(index, readFileSync(index, 'utf8').replace('<html lang="en">', `<html lang="en" data-version="${name}">`));
  execFileSync('node', [join(root, 'publish', 'offline.mjs'), folder]);
  change(folder);
  return folder;
}

const shown = (page) => page.evaluate(() => document.documentElement.dataset.version ?? 'first');

test('without a network everything works, after a restart of the browser too', async () => {
  const site = await host(dist);
  let { context, page } = await browser('plane');
  await open(page, site.address);
  await untilKept(page);
  await context.close();
  await site.off();

  ({ context, page } = await browser('plane'));
  await open(page, site.address);
  await analyze(page, sample('news-wire'));
  const people = await marks(page, 'person');
  assert.ok(people.length > 3, `${people}`);
  await page.locator('[data-testid=mark][data-kind=person]').first().click();
  await page.keyboard.press('Delete');
  await saved(page);
  await page.reload();
  await ready(page);
  assert.equal((await marks(page, 'person')).length, people.length - 1);
  await context.close();

  // Back on the network: the same page, the same work.
  await site.on();
  ({ context, page } = await browser('plane'));
  await open(page, site.address);
  await ready(page);
  assert.equal((await marks(page, 'person')).length, people.length - 1);
  await context.close();
  await site.off();
});

test('a newer version waits until the person takes it, and finds the work of the older one', async () => {
  const site = await host(dist);
  const { context, page } = await browser('update');
  await open(page, site.address);
  await untilKept(page);
  await analyze(page, sample('interview'));
  await saved(page);

  // A version that does not arrive whole is none.
  site.folder = version('broken', (folder) => rmSync(join(folder, readFileSync(join(folder, 'index.html'), 'utf8').match(/panels-[0-9a-f]+\.css/)[0])));
  await page.reload();
  await ready(page);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => {}));
  await page.waitForTimeout(1_000);
  assert.deepEqual([await shown(page), (await kept(page)).length, await at(page, 'toast-newer').count()], ['first', 1, 0]);

  site.folder = version('second');
  await page.reload();
  await ready(page);
  await at(page, 'toast-newer').waitFor();
  assert.equal(await shown(page), 'first');
  assert.match(await at(page, 'toast').filter({ has: at(page, 'toast-newer') }).innerText(), /newer version/);
  await Promise.all([page.waitForEvent('load'), at(page, 'toast-newer').click()]);
  await ready(page);
  assert.equal(await shown(page), 'second');
  await context.close();
  await site.off();
});

test('what another program shares with the installed page is opened, once, and goes nowhere else', async () => {
  const site = await host(dist);
  const { context, page } = await browser('share');
  await open(page, site.address);
  await untilKept(page);
  // Nobody else may take it.
  await site.off();
  const share = (fill) =>
    page.evaluate(async (parts) => {
      const form = new FormData();
      for (const [name, value, file] of parts) form.append(name, file ? new File([value], file, { type: 'text/plain' }) : value);
      await fetch('./?share', { method: 'POST', body: form, redirect: 'manual' });
    }, fill);
  await share([['title', 'A shared piece'], ['text', sample('news-wire')], ['url', '']]);
  await page.goto(`${site.address}?shared`);
  await analyzed(page);
  assert.equal(new URL(page.url()).search, '');
  await saved(page);
  await at(page, 'new-article').click();
  await at(page, 'start').waitFor();

  await share([['files', sample('interview'), 'ein Gespräch.txt']]);
  await page.goto(`${site.address}?shared`);
  await analyzed(page);
  await saved(page);
  // A reload does not open it again, and nothing of it is left beside the database.
  await page.reload();
  await ready(page);
  assert.ok(!(await page.evaluate(() => caches.keys())).includes('article-annotator-shared'));
  await context.close();
});

test('the manifest says what an installed page is and takes', async () => {
  const manifest = JSON.parse(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8'));
  assert.ok(existsSync(join(dist, manifest.icons[0].src)));
  const site = await host(dist);
  const { context, page } = await browser('manifest');
  await open(page, site.address);
  const session = await context.newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.equal(JSON.parse(data).name, 'Article Annotator');
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors, []);
  await context.close();
  await site.off();
});
