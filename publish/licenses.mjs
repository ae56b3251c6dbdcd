// Writes the licenses of everything that the built page holds: `node publish/licenses.mjs FOLDER` makes FOLDER/LICENSES.txt.
// What only helps to build (macros, build scripts, tools) is not in the page and not in the list. The same Cargo.lock gives
// the same bytes.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = process.argv[2];
const MOST_OUTPUT = 64 * 1024 * 1024;
const RULE = '-'.repeat(80);

const metadata = JSON.parse(
  execFileSync(
    'cargo',
    ['metadata', '--locked', '--format-version', '1', '--filter-platform', 'wasm32-unknown-unknown', '--features', 'app,worker'],
    { cwd: root, encoding: 'utf8', maxBuffer: MOST_OUTPUT },
  ),
);
const packages = new Map(metadata.packages.map((one) => [one.id, one]));
const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
const isMacro = (id) => packages.get(id).targets.some((target) => target.kind.includes('proc-macro'));

/** The packages whose code is in the page: what it needs to run, and what that needs. */
function shipped() {
  const found = new Set();
  const open = [metadata.resolve.root];
  while (open.length > 0) {
    const id = open.pop();
    if (found.has(id) || isMacro(id)) continue;
    found.add(id);
    for (const dependency of nodes.get(id).deps) {
      if (dependency.dep_kinds.some((kind) => kind.kind === null)) open.push(dependency.pkg);
    }
  }
  found.delete(metadata.resolve.root);
  return [...found].map((id) => packages.get(id)).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** The license files of a package, in order of their names; none where it has none. */
function texts(one) {
  const home = dirname(one.manifest_path);
  const names = readdirSync(home).filter((name) => /^(licen[cs]e|copying|notice|unlicense|copyright)/i.test(name)).sort();
  const files = names.map((name) => join(home, name)).filter((path) => !path.endsWith('.rs'));
  if (one.license_file && existsSync(join(home, one.license_file))) files.push(join(home, one.license_file));
  return [...new Set(files.map((path) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim()))];
}

const line = (one) => [`${one.name} ${one.version}: ${one.license ?? 'see its text'}`, one.repository ?? one.homepage].filter(Boolean).join(', ');

/** Each text once, with the packages that come under it. */
function byText(all) {
  const groups = new Map();
  for (const one of all) {
    for (const text of texts(one)) groups.set(text, [...(groups.get(text) ?? []), one.name]);
  }
  return [...groups].map(([text, names]) => `${RULE}\n${names.join(', ')}\n${RULE}\n\n${text}\n`);
}

const all = shipped();
const without = all.filter((one) => !one.license && texts(one).length === 0);
if (without.length > 0) throw new Error(`no license is known of ${without.map((one) => one.name).join(', ')}`);

const own = ['LICENSE-MIT', 'LICENSE-APACHE'].map((name) => readFileSync(join(root, name), 'utf8').trim());
const sources = readFileSync(join(root, 'seeds', 'README.md'), 'utf8').trim();
writeFileSync(
  join(folder, 'LICENSES.txt'),
  [
    'Article Annotator is licensed under MIT or Apache-2.0, at your choice. Both texts come first; then what its model and lists',
    'were made from; then the libraries in it, each under the license that is named behind it.',
    '',
    ...own.map((text) => `${RULE}\n\n${text}\n`),
    RULE,
    '',
    sources,
    '',
    RULE,
    '',
    'Libraries',
    '',
    'The standard library of Rust: MIT OR Apache-2.0, https://github.com/rust-lang/rust',
    ...all.map(line),
    '',
    ...byText(all),
  ].join('\n'),
);
