// What stands around the article: notes that cover nothing, folds that stay as they were left, the search for keys, and
// files that are dragged over the page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened } from './article.mjs';
import { at, carrying, counted, drag, PHONE, start, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

for (const [name, options] of [['wide', {}], ['1024', { viewport: { width: 1024, height: 700 } }], ['phone', { viewport: PHONE, touch: true }]]) {
  test(`a note says what was done and covers neither text nor lists, ${name}`, async () => {
    const who = await visitor(site, options);
    const page = await opened(who);
    await drag(page, 'lock', 1);
    await page.keyboard.press('o');
    const note = at(page, 'toast').last();
    assert.equal(await note.locator('.toast-text').textContent(), 'Marked “lock” as organization');
    const covered = await at(page, 'toasts').evaluate((notes) => {
      const box = notes.getBoundingClientRect();
      const hits = ({ left, right, top, bottom }) => left < box.right - 1 && right > box.left + 1 && top < box.bottom - 1 && bottom > box.top + 1;
      return ['.side-lists', '.side-top', '.sheet-tabs', '.bar', '.reading']
        .filter((selector) => {
          const part = document.querySelector(selector);
          if (!part || getComputedStyle(part).display === 'none') return false;
          // The article goes on below the foot of the page: what counts is what the foot leaves of it.
          const foot = document.querySelector('.status').getBoundingClientRect();
          const { left, right, top, bottom } = part.getBoundingClientRect();
          return hits({ left, right, top, bottom: Math.min(bottom, foot.top) });
        });
    });
    assert.deepEqual(covered, []);
    if (name === 'phone') assert.ok((await note.boundingBox()).height <= 46, 'one line');
    await at(page, 'toast-undo').click();
    await who.close();
  });
}

test('a note lies within the dialog that covers the page', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await at(page, 'promise-kept').click();
  await at(page, 'wipe').click();
  await Promise.all([page.waitForEvent('download'), at(page, 'wipe-download').click()]);
  const note = at(page, 'stored-dialog').locator('[data-testid=toast]');
  await note.waitFor();
  await note.getByRole('button', { name: 'Dismiss' }).click();
  await counted(at(page, 'toast'), 0);
  await who.close();
});

test('what is unfolded in the inspector stays so, also over a reload', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  const chip = page.locator('[data-p="2"] [data-testid=speaker-chip]');
  await chip.click();
  const isOpen = (name) => at(page, `fold-${name}`).evaluate((fold) => fold.open);
  assert.deepEqual([await isOpen('why'), await isOpen('boundaries')], [false, false]);
  assert.match(await at(page, 'unfold-why').textContent(), /90\s%/);
  await at(page, 'unfold-why').click();
  await page.waitForFunction(() => sessionStorage.getItem('article-annotator.fold.why') === 'open');
  await page.again();
  await chip.click();
  assert.deepEqual([await isOpen('why'), await isOpen('boundaries')], [true, false]);
  await who.close();
});

test('keys are found by name or by key, and no row lies over another', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  for (const width of [1280, 700, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await page.keyboard.press('?');
    const over = await page.locator('[data-testid=keys-list] dl > div').evaluateAll((rows) =>
      rows.filter((row) => {
        const [keys, name] = [row.querySelector('dt'), row.querySelector('dd')];
        const right = Math.max(...[...keys.querySelectorAll('kbd')].map((kbd) => kbd.getBoundingClientRect().right), 0);
        return right > name.getBoundingClientRect().left + 1;
      }).map((row) => row.textContent),
    );
    assert.deepEqual(over, [], `${width} px`);
    await at(page, 'keys-find').fill('next edge');
    assert.deepEqual(await page.locator('[data-testid=keys-list] dd').allTextContents(), ['Go to the next edge: start, end, parts']);
    await at(page, 'keys-find').fill('b');
    assert.ok((await page.locator('[data-testid=keys-list] dt').allTextContents()).includes('B'));
    await at(page, 'keys-find').fill('nothing of the kind');
    await counted(page.locator('[data-testid=keys-list] dd'), 0);
    await at(page, 'layer-close').click();
  }
  await who.close();
});

test('while a file is over the page, it says what letting go does', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  const dataTransfer = await carrying(page, [['a.txt', 'words']]);
  await page.dispatchEvent('#app > *', 'dragover', { dataTransfer });
  await at(page, 'dropping').waitFor();
  await page.dispatchEvent('#app > *', 'dragleave', { dataTransfer });
  await at(page, 'dropping').waitFor({ state: 'detached' });
  assert.match(await at(page, 'reads').textContent(), /English is read in full/);
  assert.equal(await page.getByText('Nothing leaves this device.').count(), 1, 'the promise stands once');
  await who.close();
});
