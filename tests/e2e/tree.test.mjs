// What a screen reader is given: the accessibility tree of annotated paragraphs, held in a readable file.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { opened } from './article.mjs';
import { at, drag, mark, root, start, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const golden = join(root, 'tests', 'golden', 'accessibility.txt');

/** The tree below an element as Chromium gives it to a screen reader: role, name, and what else is said. */
async function tree(page, selector) {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { result } = await session.send('Runtime.evaluate', { expression: `document.querySelector(${JSON.stringify(selector)})` });
  const { node } = await session.send('DOM.describeNode', { objectId: result.objectId });
  let nodes = [];
  const here = (one) => one.backendDOMNodeId === node.backendNodeId;
  // The tree follows the page by a moment.
  for (let i = 0; i < 40 && !nodes.some(here); i += 1) {
    await page.waitForTimeout(50);
    ({ nodes } = await session.send('Accessibility.getFullAXTree'));
  }
  const byId = new Map(nodes.map((one) => [one.nodeId, one]));
  const lines = [];
  const walk = (one, depth) => {
    const role = one.role?.value;
    const name = one.name?.value ?? '';
    // Line boxes repeat the words of the text above them.
    if (role === 'InlineTextBox') return;
    const shown = !one.ignored && role !== 'none' && role !== 'generic';
    if (shown) {
      const said = (one.properties ?? [])
        .filter(({ name: what }) => ['pressed', 'expanded', 'level', 'focused', 'disabled'].includes(what))
        .map(({ name: what, value }) => `${what}=${value.value}`);
      const own = role === 'StaticText' && depth > 0 && lines.at(-1)?.endsWith(`"${name}"`) ? null : `${'  '.repeat(depth)}${role}${name && ` "${name}"`}${said.length ? ` (${said.join(', ')})` : ''}`;
      if (own) lines.push(own);
    }
    for (const child of one.childIds ?? []) if (byId.has(child)) walk(byId.get(child), depth + (shown ? 1 : 0));
  };
  assert.ok(nodes.some(here), `${selector} is in the tree`);
  walk(nodes.find(here), 0);
  return lines.join('\n');
}

test('annotated paragraphs, as they are read out', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  const parts = [];
  const add = async (title, selector) => parts.push(`# ${title}\n\n${await tree(page, selector)}\n`);
  await add('The headline', '[data-p="0"]');
  await add('Names, one of them within another, and a quote whose speaker is unnamed', '[data-p="4"]');
  await add('A quote in two parts with its speaker', '[data-p="2"]');
  await mark(page, 'Ben Ode').first().click();
  await add('A paragraph with the selected annotation', '[data-p="3"]');
  await add('The selected annotation, beside the article', '[data-testid=inspector]');
  await mark(page, 'Harbor Trust').click({ modifiers: ['Control'] });
  await add('A paragraph with two selected annotations', '[data-p="3"]');
  await add('Two selected annotations, beside the article', '[data-testid=several]');
  await page.keyboard.press('Escape');
  await drag(page, 'blue ribbon');
  await at(page, 'selection-toolbar').waitFor();
  await add('The toolbar of chosen words', '[data-testid=selection-toolbar]');
  const found = parts.join('\n');
  // BLESS=1 writes the file anew; read what changed before it is committed.
  if (process.env.BLESS) writeFileSync(golden, found);
  assert.equal(found, readFileSync(golden, 'utf8'));
  await who.close();
});

test('what happens is announced, in words', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  const told = async (pattern) => at(page, 'live').filter({ hasText: pattern }).waitFor({ state: 'attached' });
  await drag(page, 'blue ribbon');
  await page.keyboard.press('o');
  await told(/mark/i);
  await page.keyboard.press('Control+z');
  await told(/Undone/);
  await page.keyboard.press('Control+y');
  await told(/Done again/);
  await mark(page, 'Ms Díaz').click();
  await page.keyboard.press('Alt+ArrowRight');
  await told(/boundaries/i);
  await page.keyboard.press('Delete');
  await told(/delete/i);
  await who.close();
});
