// An article whose suggestions are known beforehand, so that tests of the editor do not depend on what the engine finds.

import { createHash } from 'node:crypto';
import { at, openFile, ready } from './harness.mjs';

/** Paragraphs of our own writing, with what editing needs: short forms, nested names, an interrupted quote, a scare quote. */
const PARAGRAPHS = [
  'Harbor town opens its new lock',
  'Ana Díaz, mayor of Porto Claro, opened the lock on Monday. Ms Díaz cut a blue ribbon.',
  '“We waited eleven years,” Díaz said. “Now the boats come home.”',
  'Ben Ode of Harbor Trust called the day “historic” and thanked Ana Díaz. Harbor Trust paid for the gates.',
  'The University of Porto Claro measured the queue. “Two hours saved,” officials said.',
  '“Who pays for the second lock?”',
  'Porto Claro has a fisherman’s market. Ben Ode left before noon, and Ana Díaz went home.',
];

// words, which of their occurrences, label, cluster, certainty
const NAMES = [
  ['Ana Díaz', 0, 'PERSON', 1, 0.98],
  ['Porto Claro', 0, 'PLACE', 3, 0.91],
  ['Ms Díaz', 0, 'PERSON', 2, 0.62],
  ['Díaz', 2, 'PERSON', 1, 0.83],
  ['Ben Ode', 0, 'PERSON', 4, 0.95],
  ['Harbor Trust', 0, 'ORGANIZATION', 5, 0.74],
  ['Ana Díaz', 1, 'PERSON', 1, 0.97],
  ['University of Porto Claro', 0, 'ORGANIZATION', 6, 0.88],
  ['Porto Claro', 1, 'PLACE', 3, 0.55],
  ['Porto Claro', 2, 'PLACE', 3, 0.93],
  ['Ben Ode', 1, 'PERSON', 4, 0.96],
];
const CLUSTERS = ['', 'Ana Díaz', 'Ms Díaz', 'Porto Claro', 'Ben Ode', 'Harbor Trust', 'University of Porto Claro'];

// parts, kind, cue, speaker's words with occurrence, person, certainty
const QUOTES = [
  [['“We waited eleven years,”', '“Now the boats come home.”'], 'direct', 'said', ['Díaz', 2], 1, 0.9],
  [['“historic”'], 'partial', 'called', null, null, 0.58],
  [['“Two hours saved,”'], 'direct', null, ['officials', 0], null, 0.7],
  [['“Who pays for the second lock?”'], 'direct', null, null, null, 0.66],
];

/** How many annotations the article has. */
export const TOTAL = NAMES.length + QUOTES.length;

/** The file of an article; `repeat` makes it longer, with as many times the annotations. */
export function file({ repeat = 1, review = 'suggested', extra = [] } = {}) {
  const paragraphs = Array.from({ length: repeat }, () => PARAGRAPHS).flat().concat(extra);
  const text = paragraphs.join('\n\n');
  const span = (start, words) => ({ start, end: start + [...words].length, text: words });
  // The text of each repetition counts from its own start; all its characters are one code point and one unit.
  const once = [...PARAGRAPHS.join('\n\n')].length + 2;
  const find = (words, nth, turn) => {
    const here = PARAGRAPHS.join('\n\n');
    let from = -1;
    for (let i = 0; i <= nth; i += 1) from = here.indexOf(words, from + 1);
    if (from < 0) throw new Error(`“${words}” does not stand in the article ${nth + 1} times`);
    return span(turn * once + from, words);
  };
  let id = 0;
  const common = (confidence, rule, detail) => ({
    origin: 'engine', review, confidence, evidence: [{ rule, detail }], note: '', status: 'unchecked',
  });
  const mentions = [];
  const quotes = [];
  for (let turn = 0; turn < repeat; turn += 1) {
    for (const [words, nth, label, cluster, sure] of NAMES) {
      mentions.push({ id: (id += 1), label, ...find(words, nth, turn), cluster, ...common(sure, 'name.known', words) });
    }
    for (const [parts, kind, cue, speaker, person, sure] of QUOTES) {
      const spans = parts.map((part) => find(part, 0, turn));
      const whole = { start: spans[0].start, end: spans.at(-1).end };
      quotes.push({
        id: (id += 1), label: 'QUOTE', kind, ...whole, text: [...text].slice(whole.start, whole.end).join(''), parts: spans,
        cue: cue && find(cue, 0, turn), speaker: speaker && find(...speaker, turn), person,
        candidates: person ? [{ cluster: person, ...find(...speaker, turn), score: 0.8, evidence: [{ rule: 'cue', detail: 'said' }] }] : [],
        unclosed: false, ...common(sure, 'marks', '“ ”'),
      });
    }
  }
  const labelOf = (cluster) => NAMES.find((name) => name[3] === cluster)[2];
  let start = 0;
  const spans = paragraphs.map((paragraph) => {
    const here = span(start, paragraph);
    start = here.end + 2;
    return here;
  });
  return JSON.stringify({
    format: 'article-annotator', version: 1, offset_unit: 'unicode-code-points', title: 'The lock', text,
    text_sha256: createHash('sha256').update(text).digest('hex'), engine: { version: '0', model: '0' },
    labels: [
      { name: 'PERSON', key: 'p', color: 0, shape: 'underline' },
      { name: 'PLACE', key: 'l', color: 1, shape: 'dotted' },
      { name: 'ORGANIZATION', key: 'o', color: 2, shape: 'double' },
    ],
    paragraphs: spans.map((here, i) => ({ start: here.start, end: here.end, role: i % PARAGRAPHS.length === 0 && i < PARAGRAPHS.length ? 'headline' : 'body', role_by: 'engine' })),
    clusters: CLUSTERS.map((name, i) => ({ id: i, label: i && labelOf(i), name, name_by: 'engine', place: null })).slice(1),
    mentions, quotes,
  });
}

/** A page with the article open. */
export async function opened(who, options) {
  const page = await who.tab();
  await page.open();
  await openFile(page, 'lock.json', file(options), 'application/json');
  await ready(page);
  return page;
}
