// Completes a built folder for those who publish it: `node publish/compress.mjs FOLDER` writes beside each file what a server
// may send instead (`.br`, `.gz`), and SHA256SUMS with the checksum of every file that is there. The same folder gives the same
// bytes.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const folder = process.argv[2];
const SUMS = 'SHA256SUMS';
const LARGEST_FILE = 64 * 1024 * 1024;

const names = () => readdirSync(folder).sort();
for (const name of names()) if (/\.(br|gz)$/.test(name) || name === SUMS) rmSync(join(folder, name));

for (const name of names()) {
  // The one file is packed already, and opened from disk.
  if (!/\.(html|js|css|svg|wasm|txt|json|webmanifest)$/.test(name) || name === 'article-annotator.html') continue;
  const content = readFileSync(join(folder, name));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  // The command rather than Node's zlib, whose bytes differ between processors.
  const zipped = execFileSync('gzip', ['-9', '-n'], { input: content, maxBuffer: LARGEST_FILE });
  for (const [ending, packed] of [['br', brotliCompressSync(content, { params })], ['gz', zipped]]) {
    if (packed.length < content.length) writeFileSync(join(folder, `${name}.${ending}`), packed);
  }
}

const sum = (name) => createHash('sha256').update(readFileSync(join(folder, name))).digest('hex');
writeFileSync(join(folder, SUMS), names().map((name) => `${sum(name)}  ${name}\n`).join(''));
