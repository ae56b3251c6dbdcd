// How it looks, and whether everybody can use it: every state wide and on a phone, in both themes, as a picture to look
// at, and held to axe's rules.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened } from './article.mjs';
import { faults } from './axe.mjs';
import { picture, PHONE, start, visitor } from './harness.mjs';
import { BROKEN, STATES } from './states.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const LOOKS = [
  ['wide', {}],
  ['dark', { colorScheme: 'dark' }],
  ['phone', { viewport: PHONE, touch: true }],
  ['phone-dark', { viewport: PHONE, touch: true, colorScheme: 'dark' }],
];

for (const [name, options] of LOOKS) {
  test(`${name}: every state, no sideways scrolling, axe's rules`, async () => {
    const who = await visitor(site, { ...options, expected: [BROKEN] });
    const page = await who.tab();
    await page.open();
    const found = [];
    for (const [state, reach] of STATES) {
      await reach(page);
      await picture(page, `${name}-${state}`);
      found.push(...(await faults(page)).map((line) => `${state}: ${line}`));
    }
    assert.deepEqual(found, []);
    await who.close();
  });
}

test('kinds differ by more than color', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  const style = (kind) =>
    page.locator(`[data-testid=mark][data-kind=${kind}]`).first().evaluate((element) => {
      const { textDecorationStyle, textDecorationLine, borderInlineStartWidth, backgroundColor } = getComputedStyle(element);
      return JSON.stringify({ textDecorationStyle, textDecorationLine, borderInlineStartWidth, backgroundColor });
    });
  const all = await Promise.all(['person', 'place', 'organization', 'quote'].map(style));
  assert.equal(new Set(all).size, 4, all.join('\n'));
  await who.close();
});
