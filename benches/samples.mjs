// The sample articles, as long as a measurement needs them, and what the measurements have in common.

import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'seeds', 'articles');

/** The texts of all of them, by name. */
export const articles = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8').trim());

/** An article of so many words: the samples, again and again. */
export function ofWords(words) {
  const out = [];
  for (let i = 0, left = words; left > 0; i += 1) {
    const pieces = articles[i % articles.length].split(/(?<=\s)(?=\S)/);
    out.push(pieces.slice(0, left).join(''));
    left -= pieces.length;
  }
  return out.join('\n\n');
}

/** The value below which this part of the values lies. */
export const share = (values, part) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
