// From a key press to "Saved", in a short article and in one of 670 KB: `./dev bench --saving`.

import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyzed, at, openFile, saved, start, visitor } from '../tests/e2e/harness.mjs';
import { fromKeyToSaved } from '../tests/e2e/steps.mjs';

const SIZES = [6_000, 670_000];
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 100);

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'seeds', 'articles');
const articles = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => readFileSync(join(folder, name), 'utf8').trim());

/** The samples again and again, up to so many characters. */
function text(length) {
  let out = '';
  for (let i = 0; out.length < length; i += 1) out += `${articles[i % articles.length]}\n\n`;
  return out.slice(0, length);
}

const site = await start();
console.log('| characters | keys | from a key to “Saved”: p50, ms | p95, ms | longest, ms |');
console.log('|---:|---:|---:|---:|---:|');
for (const size of SIZES) {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await openFile(page, 'text.txt', text(size));
  await analyzed(page);
  await saved(page);
  await page.locator('[data-testid=mark]').first().click();
  const field = at(page, 'inspector-note');
  await field.waitFor();
  const times = (await fromKeyToSaved(page, field, ROUNDS)).sort((one, other) => one - other);
  const share = (part) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))]);
  console.log(`| ${size} | ${times.length} | ${share(0.5)} | ${share(0.95)} | ${share(1)} |`);
  await who.close();
}
await site.close();
