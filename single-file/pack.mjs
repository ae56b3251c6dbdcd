// Writes the page as one file that opens from disk: `node single-file/pack.mjs FOLDER`, where FOLDER is what `./dev build` made.
// The same folder gives the same bytes. What each script and style says is named in the file's policy by its hash, so that no
// other runs; programs lie in it as base64 of gzip, which parts.js unpacks.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
const target = join(folder, 'article-annotator.html');
const LARGEST_PROGRAM = 64 * 1024 * 1024;

const read = (name) => readFileSync(join(folder, name), 'utf8');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
// The command rather than Node's zlib, whose bytes differ between processors. No name and no time goes in.
const packed = (name) =>
  execFileSync('gzip', ['-9', '-n'], { input: readFileSync(join(folder, name)), maxBuffer: LARGEST_PROGRAM }).toString('base64');

/** The one match of a pattern; a page or script that is built otherwise than expected must not be packed wrongly. */
function only(text, pattern, what) {
  const found = [...text.matchAll(new RegExp(pattern, `g${pattern.flags}`))];
  if (found.length !== 1) throw new Error(`${what}: expected once, found ${found.length} times`);
  return found[0];
}

/** As it can stand in an element: what would end the element early is refused. */
function inline(text, what) {
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`${what} holds the end of an element`);
  return text;
}

/** Where wasm-bindgen's script looks for its program by itself; names it. */
const SOURCE = /new URL\('([^']+\.wasm)', import\.meta\.url\)/;

/**
 * What wasm-bindgen wrote, with its exports replaced by `handed`, which is given the function that starts the program. Neither
 * a module nor anything that only a module may say is left: Chromium starts no module as a worker of a page from disk.
 */
function glue(name, handed) {
  const text = read(name);
  const [exports, start] = only(text, /^export \{ initSync, (\w+) as default \};\s*$/m, `the exports of ${name}`);
  const [address] = only(text, SOURCE, `the program of ${name}`);
  const script = text.replace(exports, () => `${handed(start)}\n`).replace(address, "''");
  if (/^(import|export)\b|import\.meta/m.test(script)) throw new Error(`${name} is still a module`);
  return inline(script, name);
}

const page = read('index.html');
const named = (pattern, what) => only(page, pattern, what)[1];

const boot = named(/<script defer src="\.\/([^"]+)"><\/script>/, 'the start script');
const app = named(/<link rel="modulepreload" href="\.\/([^"]+)">/, "the page's program");
const icon = named(/<link rel="icon" href="\.\/([^"]+)"\/>/, 'the icon');
const loader = named(/ data-worker="\.\/([^"]+)"/, "the worker's script");
const worker = only(read(loader), /from '\.\/([^']+)'/, 'what the script starts')[1];
const program = (script) => only(read(script), SOURCE, `the program of ${script}`)[1];
const stylesheet = /<link rel="stylesheet" href="\.\/([^"]+)"[^>]*>\n/g;

const style = inline([...page.matchAll(stylesheet)].map(([, name]) => read(name)).join(''), 'a style');
const scripts = {
  parts: inline(readFileSync(join(here, 'parts.js'), 'utf8'), 'parts.js'),
  boot: inline(read(boot), boot),
  app: glue(app, (start) => `singleFile.glue = ${start};`),
};
const picture = `data:image/svg+xml;base64,${Buffer.from(read(icon)).toString('base64')}`;

// No `connect-src`: nothing can be fetched, by page or worker, not even from this machine. A worker without a file of its own
// needs `blob:`; Trusted Types leave one place that can start it, and its script is held to this policy as well.
const policy = [
  "default-src 'none'",
  `script-src ${Object.values(scripts).map(hash).join(' ')} 'wasm-unsafe-eval'`,
  `style-src ${hash(style)}`,
  'img-src data:',
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types article-annotator',
].join('; ');

// The page's program comes last: a file that was cut short lacks it, and says so instead of starting by halves.
const parts = [
  `<script>${scripts.parts}</script>`,
  `<script>${scripts.boot}</script>`,
  `<script type="module">${scripts.app}</script>`,
  `<script type="text/plain" id="worker">${glue(worker, (start) => `const start = ${start};`)}</script>`,
  `<script type="text/plain" id="worker-program">${packed(program(worker))}</script>`,
  `<script type="text/plain" id="program">${packed(program(app))}</script>`,
];

/** Puts something in the place of the one match; as a function, because texts may hold `$`. */
const put = (text, pattern, what) => text.replace(only(text, pattern, 'a place in the page')[0], () => what);

let file = page.replace(stylesheet, '');
file = put(file, /(?<=http-equiv="Content-Security-Policy" content=")[^"]+/, policy);
file = put(file, /<link rel="icon"[^>]*>/, `<link rel="icon" href="${picture}">\n<style>${style}</style>`);
file = put(file, /<script defer src[^>]*><\/script>\n*/, '');
file = put(file, /<link rel="modulepreload"[^>]*>/, '');
file = put(file, / data-worker="[^"]*"/, '');
// Browsers keep a file on disk by themselves, and install none.
file = put(file, /<link rel="manifest"[^>]*>\n/, '');
file = put(file, / data-offline="[^"]*"/, '');
file = put(file, /<\/body>/, `${parts.join('\n')}\n</body>`);
writeFileSync(target, file);
