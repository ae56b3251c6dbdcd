// How it looks, and whether everybody can use it: pictures to look at, and axe's rules.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { analyze, at, mark, picture, PHONE, sample, start, visitor } from './harness.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** Violations of axe's rules, as short lines. */
async function violations(page) {
  // Through the debugger's own channel, which the content security policy does not concern.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary.split('\n')[1]?.trim() ?? ''}`));
  });
}

const LOOKS = [
  ['wide', {}],
  ['dark', { colorScheme: 'dark' }],
  ['phone', { viewport: PHONE, touch: true }],
  ['phone-dark', { viewport: PHONE, touch: true, colorScheme: 'dark' }],
];

for (const [name, options] of LOOKS) {
  test(`${name}: pictures, no sideways scrolling, axe's rules`, async () => {
    const who = await visitor(site, options);
    const page = await who.tab();
    const found = [];
    const look = async (what) => {
      await picture(page, `${name}-${what}`);
      found.push(...(await violations(page)).map((line) => `${what}: ${line}`));
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (sideways > 0) found.push(`${what}: ${sideways} px wider than the screen`);
    };
    await page.open();
    await look('start');
    await analyze(page, sample('news-wire'));
    await look('article');
    await mark(page, 'Beatrice Nyambura').click();
    await at(page, 'inspector').waitFor();
    await look('inspector');
    assert.deepEqual(found, []);
    await who.close();
  });
}

test('kinds differ by more than color', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, sample('news-wire'));
  const style = (kind) =>
    page.locator(`[data-testid=mark][data-kind=${kind}]`).first().evaluate((element) => {
      const { textDecorationStyle, textDecorationLine, borderBottomStyle, backgroundImage, fontStyle } = getComputedStyle(element);
      return JSON.stringify({ textDecorationStyle, textDecorationLine, borderBottomStyle, backgroundImage, fontStyle });
    });
  assert.notEqual(await style('person'), await style('place'));
  assert.notEqual(await style('person'), await style('quote'));
  await who.close();
});
