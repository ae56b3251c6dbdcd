// Makes a built folder open without a network and installable: `node publish/offline.mjs FOLDER`. It names the manifest and
// the service worker in the page, and gives the worker the list of all files of this version with their checksums.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
const template = (name) => readFileSync(join(here, name), 'utf8');

/** Puts something in the one place for it. */
function put(text, place, what) {
  if (text.split(place).length !== 2) throw new Error(`expected once: ${place}`);
  return text.replace(place, () => what);
}

const named = readdirSync(folder).filter((name) => /-[0-9a-f]{10}\.(js|css|svg|wasm)$/.test(name)).sort();
const icon = named.find((name) => name.startsWith('icon-'));
if (!icon) throw new Error(`${folder} has no icon`);
writeFileSync(join(folder, 'manifest.webmanifest'), put(template('manifest.webmanifest'), './icon.svg', `./${icon}`));

const index = join(folder, 'index.html');
let page = readFileSync(index, 'utf8');
if (!page.includes('manifest.webmanifest')) {
  page = put(page, '</title>', '</title>\n<link rel="manifest" href="./manifest.webmanifest">');
  page = put(page, '<div id="app"', '<div id="app" data-offline="./service-worker.js"');
  writeFileSync(index, page);
}

const integrity = (name) => `sha256-${createHash('sha256').update(readFileSync(join(folder, name))).digest('base64')}`;
const files = Object.fromEntries([['./', 'index.html'], ...['manifest.webmanifest', ...named].map((name) => [`./${name}`, name])].map(
  ([file, name]) => [file, integrity(name)],
));
const list = JSON.stringify(files, null, 2);
const version = createHash('sha256').update(list).digest('hex').slice(0, 10);
const worker = put(put(template('service-worker.js'), 'FILES = {}', `FILES = ${list}`), "VERSION = ''", `VERSION = '${version}'`);
writeFileSync(join(folder, 'service-worker.js'), worker);
