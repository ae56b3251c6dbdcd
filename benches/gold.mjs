// The reviewed articles as the page's file would say it: the notation of seeds/articles/README.md, read and compared.

const KINDS = { d: 'direct', p: 'partial', i: 'indirect', t: 'thought', n: 'not-quote' };
const LABELS = { P: 'PERSON', L: 'PLACE', O: 'ORGANIZATION' };

/** Text, mentions and quotes of a marked article; offsets count code points. */
export function parse(marked) {
  const points = [];
  const open = [];
  const spans = [];
  for (const token of marked.match(/⟦[^:⟦⟧]+:|⟧|[^⟦⟧]+/gu)) {
    if (token === '⟧') spans.push({ ...open.pop(), end: points.length });
    else if (token.startsWith('⟦')) open.push({ tag: token.slice(1, -1), start: points.length });
    else points.push(...token);
  }
  const mentions = [];
  const quotes = new Map();
  const quote = (n) => {
    if (!quotes.has(n)) quotes.set(n, { kind: null, parts: [], cue: null, speaker: null, person: null });
    return quotes.get(n);
  };
  for (const { tag, start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const span = { start, end };
    const [what, person] = tag.split('=');
    const numbers = what.slice(1).match(/\d+/g);
    if (what[0] in LABELS) mentions.push({ ...span, label: LABELS[what[0]], cluster: what });
    else if (what[0] === 'q') {
      quote(numbers[0]).parts.push(span);
      quote(numbers[0]).kind = KINDS[what.at(-1)];
    } else if (what[0] === 'c') numbers.forEach((n) => (quote(n).cue = span));
    else numbers.forEach((n) => Object.assign(quote(n), { speaker: span, person: person ?? null }));
  }
  return { text: points.join(''), mentions, quotes: [...quotes.values()] };
}

/** What the page's file holds that is not rejected, in the same form. */
export function written(file) {
  const live = (list) => list.filter((one) => one.review !== 'rejected');
  const span = (one) => one && { start: one.start, end: one.end };
  return {
    text: file.text,
    mentions: live(file.mentions).map((m) => ({ ...span(m), id: m.id, label: m.label, cluster: m.cluster, review: m.review })),
    quotes: live(file.quotes).map((q) => ({
      id: q.id, kind: q.kind, parts: q.parts.map(span), cue: span(q.cue), speaker: span(q.speaker), person: q.person, review: q.review,
    })),
  };
}

export const same = (a, b) => (a === null || b === null ? a === b : a.start === b.start && a.end === b.end);
export const meet = (a, b) => a.start < b.end && b.start < a.end;

/** How many characters two quotes share. */
export function shared(a, b) {
  let all = 0;
  for (const x of a.parts) for (const y of b.parts) all += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return all;
}
