// The page as one file, opened from disk: it does the main job, says what the browser does not allow there, and fetches nothing.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  analyze, at, count, download, marks, names, quotes, ready, root, sample, saved, singleFile, start, visitor,
} from './harness.mjs';
import { checkFile, cursorTo } from './steps.mjs';

let site;
let folder;
before(async () => {
  site = await start({ file: singleFile });
  folder = mkdtempSync(join(tmpdir(), 'single-file-'));
});
after(async () => {
  await site?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** Takes the browser's storage away, as some browsers do for files. */
const refuseStorage = () => {
  for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, { get: () => { throw new DOMException('no', 'SecurityError'); } });
  }
};

/** Pastes an article, marks one more quote by keyboard alone, downloads; gives the file's content. */
async function mainJob(page) {
  await analyze(page, sample('news-wire'));
  assert.ok((await quotes(page)).length > 2, 'the engine has read it');
  assert.ok((await marks(page, 'person')).length > 2);
  const found = await count(page);
  await cursorTo(page, 'brass band');
  await page.keyboard.press('o');
  assert.equal(await count(page), found + 1);
  const json = checkFile(await download(page));
  assert.ok(json.mentions.some((mention) => mention.text === 'brass band' && mention.label === 'ORGANIZATION'));
  return json;
}

test('from disk it reads a pasted article, takes a correction, downloads, and has it all after a reload', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.open();
  assert.match(page.url(), /^file:/);
  assert.match(await at(page, 'promise').innerText(), /in this file, which cannot make any connection.*download what you need/);
  await mainJob(page);
  await saved(page);
  const shown = async () => [await count(page), await marks(page, 'person'), await quotes(page), await names(page, 'people')];
  const before = await shown();
  await page.again();
  await ready(page);
  assert.deepEqual(await shown(), before);
  await page.keyboard.press('Control+z');
  assert.equal(await count(page), before[0] - 1, 'its history is there as well');
  const strangers = asked.filter((url) => !url.startsWith('blob:') && !url.startsWith('data:') && url !== page.url());
  assert.deepEqual(strangers, []);
  await who.close();
});

test('where the browser keeps nothing for files, it says so with the way out, and still downloads', async () => {
  const who = await visitor(site);
  await who.context.addInitScript(refuseStorage);
  const page = await who.tab();
  await page.open();
  const json = await mainJob(page);
  assert.ok(json.quotes.length > 2);
  await at(page, 'saved').filter({ hasText: 'Not saved' }).waitFor();
  const told = await at(page, 'toast').filter({ hasText: /does not let the page save.*download it/ }).count();
  assert.equal(told, 1);
  await at(page, 'new-article').click();
  await page.getByRole('dialog', { name: 'This article is not saved' }).waitFor();
  await who.close();
});

test('a worker that dies is replaced from within the file', async () => {
  const who = await visitor(site, { expected: [/on purpose/] });
  const page = await who.tab();
  await page.open();
  await analyze(page, sample('news-wire'));
  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error('on purpose');
    });
  });
  await at(page, 'toast').filter({ hasText: 'started again' }).first().waitFor();
  await at(page, 'new-article').click();
  await analyze(page, sample('interview'));
  assert.ok((await count(page)) > 10);
  await who.close();
});

test('neither the page nor its worker can reach anything', async () => {
  const who = await visitor(site, { expected: [/Content Security Policy|refused by the policy|TrustedScript/] });
  const page = await who.tab();
  await page.open();
  const policy = await page.locator('meta[http-equiv]').getAttribute('content');
  assert.match(policy, /^default-src 'none'; /);
  assert.doesNotMatch(policy, /connect-src|unsafe-inline|'unsafe-eval'|https?:|\*/);
  const reaches = (address) => fetch(address).then(() => true, () => false);
  for (const address of [page.url(), 'data:text/plain,here', 'http://127.0.0.1:9/']) {
    assert.equal(await page.evaluate(reaches, address), false, `the page: ${address}`);
    assert.equal(await page.workers()[0].evaluate(reaches, address), false, `the worker: ${address}`);
  }
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'window.stranger = true';
    } catch {
      return 'refused';
    }
    document.head.append(script);
    return window.stranger ?? 'silent';
  });
  assert.equal(ran, 'refused', 'Trusted Types make no script from text');
  await who.close();
});

/** What stands where the page should be, when a file is opened that does not start. */
async function told(path, { locale, deprive = () => {} }) {
  const context = await site.browser.newContext({ locale });
  await context.addInitScript(deprive);
  const page = await context.newPage();
  await page.goto(pathToFileURL(path).href);
  await page.locator('#boot[role=alert]').waitFor();
  const text = await page.locator('#boot').innerText();
  await context.close();
  return text;
}

test('a browser that cannot unpack it is told so', async () => {
  const deprive = () => {
    delete window.DecompressionStream;
  };
  assert.match(await told(singleFile, { locale: 'en-US', deprive }), /too old for this file/);
  assert.match(await told(singleFile, { locale: 'de-DE', deprive }), /zu alt für diese Datei/);
});

test('a file that was cut short or damaged says so', async () => {
  const whole = readFileSync(singleFile, 'utf8');
  const end = whole.lastIndexOf('</script>');
  const half = whole.indexOf('id="worker-program"') + 1000;
  const files = {
    'short of its end': whole.slice(0, end - 1000),
    'cut in the middle': whole.slice(0, half),
    'with other words in a script': whole.replace('function initSync', 'function initSinc'),
    'with letters swapped': `${whole.slice(0, end - 1004)}AAAA${whole.slice(end - 1000)}`,
    'with letters that are none': `${whole.slice(0, end - 1004)}!!!!${whole.slice(end - 1000)}`,
  };
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, 'damaged.html');
    writeFileSync(path, content);
    assert.match(await told(path, { locale: 'en-US' }), /damaged or did not arrive whole/, name);
  }
  const path = join(folder, 'damaged.html');
  assert.match(await told(path, { locale: 'de-DE' }), /beschädigt oder nicht vollständig/);
});

test('the same build gives the same file', () => {
  const again = join(folder, 'again');
  cpSync(dirname(singleFile), again, { recursive: true });
  const made = readdirSync(again).find((name) => name === 'article-annotator.html');
  rmSync(join(again, made));
  execFileSync(process.execPath, [join(root, 'single-file', 'pack.mjs'), again]);
  assert.ok(readFileSync(join(again, made)).equals(readFileSync(singleFile)));
});
