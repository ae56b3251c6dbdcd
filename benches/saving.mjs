// From a key press to "Saved", in a short article and in one of 670 KB: `./dev bench --saving`.

import { analyzed, at, openFile, saved, start, visitor } from '../tests/e2e/harness.mjs';
import { fromKeyToSaved } from '../tests/e2e/steps.mjs';
import { articles, share } from './samples.mjs';

const SIZES = [6_000, 670_000];
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 100);

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
  const times = await fromKeyToSaved(page, field, ROUNDS);
  const [half, most, longest] = [0.5, 0.95, 1].map((part) => Math.round(share(times, part)));
  console.log(`| ${size} | ${times.length} | ${half} | ${most} | ${longest} |`);
  await who.close();
}
await site.close();
