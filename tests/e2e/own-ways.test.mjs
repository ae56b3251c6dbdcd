// What a person makes their own: the word list, the keys, what is shown, and the files they take away.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { analyze, analyzed, at, count, drag, mark, marks, names, quotes, saved, start, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const FIRST = 'President Ana Díaz arrived in Oslo on Monday.\n\n“We are ready,” Díaz told reporters in Oslo.';
const SECOND = 'Oslo expects Díaz again.\n\n“Yes,” said Díaz in Oslo.';

/** A click on the row's menu, which shows when the row is pointed at. */
const menu = (page, name) => at(page, 'entity-row').filter({ hasText: name }).first().locator('[data-testid=entity-menu]').click();

test('what is corrected is remembered for the next article, shown, edited, forgotten and taken along', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await at(page, 'start-words').click();
  await at(page, 'words-none').waitFor();
  await at(page, 'layer-close').click();
  await analyze(page, FIRST);
  await menu(page, 'Oslo');
  await at(page, 'entity-relabel').filter({ hasText: 'Organization' }).click();
  assert.deepEqual(await names(page, 'panel-organizations'), ['Oslo']);

  await at(page, 'toast-words').click();
  assert.equal(await at(page, 'word').count(), 1);
  assert.equal(await at(page, 'word').getAttribute('data-words'), 'Oslo');
  await at(page, 'layer-close').click();
  await page.keyboard.press('Control+z');
  await at(page, 'words').click();
  await at(page, 'words-none').waitFor();
  await at(page, 'layer-close').click();
  await page.keyboard.press('Control+y');

  await saved(page);

  // The next article, after a reload: right from the start, and it says why.
  await page.again();
  await at(page, 'new-article').click();
  await analyze(page, SECOND);
  assert.deepEqual(await names(page, 'panel-organizations'), ['Oslo']);
  await mark(page, 'Oslo').first().click();
  assert.match(await at(page, 'inspector-evidence').textContent(), /“Oslo” is on your own list/);
  await page.keyboard.press('Escape');

  // Edited by hand: another kind, a name, an entry that names nothing.
  await at(page, 'words').click();
  await at(page, 'word-kind').selectOption({ label: 'Place' });
  await at(page, 'word-name').fill('Oslo, Norway');
  await at(page, 'word-name').press('Tab');
  await at(page, 'word-add-words').fill('Díaz');
  await at(page, 'word-add-kind').selectOption({ label: 'No name' });
  await at(page, 'word-add').click();
  assert.match(await at(page, 'words-count').textContent(), /2 entries/);
  const [file] = await Promise.all([page.waitForEvent('download'), at(page, 'words-export').click()]);
  const list = readFileSync(await file.path());
  await at(page, 'words-forget-all').click();
  await at(page, 'words-none').waitFor();
  await at(page, 'words-undo').click();
  assert.match(await at(page, 'words-count').textContent(), /2 entries/);
  await at(page, 'word-forget').first().click();
  assert.match(await at(page, 'words-count').textContent(), /1 entry/);
  await at(page, 'words-forget-all').click();
  await at(page, 'words-import').setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{"format":') });
  await at(page, 'words-said').filter({ hasText: 'breaks off' }).waitFor();
  await at(page, 'words-import').setInputFiles({ name: 'list.json', mimeType: 'application/json', buffer: list });
  await at(page, 'words-said').filter({ hasText: '2 entries taken over' }).waitFor();
  await at(page, 'layer-close').click();
  await page.keyboard.press('Shift+R');
  await analyzed(page);
  await page.waitForFunction(() => ![...document.querySelectorAll('[data-testid=mark]')].some((m) => m.textContent === 'Díaz'));
  assert.deepEqual(await names(page, 'panel-places'), ['Oslo, Norway']);
  await who.close();
});

test('two tabs have one list, and neither undoes the other', async () => {
  const who = await visitor(site);
  const [one, two] = [await who.tab(), await who.tab()];
  for (const page of [one, two]) {
    await page.open();
    await at(page, 'start-words').click();
  }
  const add = async (page, words) => {
    await at(page, 'word-add-words').fill(words);
    await at(page, 'word-add').click();
  };
  await add(one, 'Ada');
  await add(two, 'Bea');
  for (const page of [one, two]) {
    await page.locator('[data-words=Ada]').waitFor();
    await page.locator('[data-words=Bea]').waitFor();
  }
  await two.locator('[data-words=Ada] [data-testid=word-forget]').click();
  await one.locator('[data-words=Ada]').waitFor({ state: 'detached' });
  assert.equal(await at(one, 'word').count(), 1);
  await who.close();
});

test('a list that does not learn stays as it is', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await at(page, 'start-words').click();
  await at(page, 'words-learn').uncheck();
  await at(page, 'layer-close').click();
  await analyze(page, FIRST);
  await menu(page, 'Oslo');
  await at(page, 'entity-relabel').filter({ hasText: 'Organization' }).click();
  assert.equal(await at(page, 'toast-words').count(), 0);
  await at(page, 'words').click();
  await at(page, 'words-none').waitFor();
  await who.close();
});

test('keys are changed, conflicts explained, everything shows the new ones, and a reload keeps them', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, FIRST);
  await page.keyboard.press('?');
  await at(page, 'keys-change').click();
  const row = (id) => page.locator(`[data-command="${id}"]`);
  const ask = async (id, key) => {
    await row(id).locator('[data-testid=key-ask]').click();
    await page.keyboard.press(key);
  };
  await ask('place', '5');
  assert.match(await at(page, 'key-said').textContent(), /^5 is needed/);
  await ask('place', 'Control+w');
  assert.match(await at(page, 'key-said').textContent(), /belongs to the browser/);
  await ask('place', 'p');
  assert.match(await at(page, 'key-taken').textContent(), /P is the key for “Person”/);
  await at(page, 'key-use').click();
  assert.match(await row('person').textContent(), /no key/);
  await ask('person', 'h');
  await at(page, 'layer-close').click();

  await drag(page, 'reporters');
  assert.match(await at(page, 'mark-person').textContent(), /H/);
  assert.match(await at(page, 'mark-place').textContent(), /P/);
  await page.keyboard.press('p');
  assert.ok((await marks(page, 'place')).includes('reporters'));

  await page.again();
  await drag(page, 'Monday');
  await page.keyboard.press('h');
  assert.ok((await marks(page, 'person')).includes('Monday'));
  await page.keyboard.press('Control+k');
  await at(page, 'palette-input').fill('place');
  assert.match(await at(page, 'palette-option').first().textContent(), /PlaceP/);
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  await at(page, 'keys-change').click();
  await at(page, 'keys-reset-all').click();
  assert.match(await row('place').textContent(), /PlaceL/);
  await who.close();
});

test('each file of the export says what it leaves out and is handed over', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, FIRST);
  await page.keyboard.press('Shift+E');
  await at(page, 'export-dialog').waitFor();
  const left = await at(page, 'export-without').allTextContents();
  assert.equal(left[0], 'Holds everything.');
  assert.ok(left.slice(1).every((line) => line.startsWith('Not in it: ')), left.join('\n'));
  for (const [id, ending, part] of [
    ['export-quotes-csv', '-quotes.csv', 'We are ready'],
    ['export-names-conll', '-names.conll', 'B-PER'],
    ['export-jsonld', '.jsonld', 'TextQuoteSelector'],
    ['export-md', '.md', '## '],
    ['export-html', '.html', '<mark'],
  ]) {
    const [file] = await Promise.all([page.waitForEvent('download'), at(page, id).click()]);
    assert.ok(file.suggestedFilename().endsWith(ending), file.suggestedFilename());
    assert.ok(readFileSync(await file.path(), 'utf8').includes(part), id);
  }
  await who.close();
});

test('the filter: words, reported speech, confidence, rejected ones brought back', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, `${FIRST}\n\nDíaz said that the work was done.`);
  const all = await count(page);
  await page.keyboard.press('f');
  await page.keyboard.type('oslo');
  assert.deepEqual(await names(page, 'panel-people'), []);
  assert.deepEqual(await names(page, 'panel-places'), ['Oslo']);
  await at(page, 'filter-clear').click();
  assert.equal(await count(page), all);
  const said = (await quotes(page)).length;
  await at(page, 'show-indirect').click();
  assert.equal((await quotes(page)).length, said - 1);
  await at(page, 'filter-clear').click();
  await at(page, 'filter-least').fill('95');
  assert.ok((await count(page)) < all);
  await at(page, 'filter-clear').click();
  await mark(page, 'Oslo').first().click();
  await at(page, 'reject').click();
  assert.equal(await count(page), all - 1);
  await at(page, 'review-rejected').click();
  assert.equal(await count(page), 1);
  await mark(page, 'Oslo').first().click();
  await at(page, 'unreview').click();
  await at(page, 'filter-clear').click();
  assert.equal(await count(page), all);
  await who.close();
});

test('one or all with the same words: counted beforehand, one step', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, 'The lock opened. The lock held. A locksmith saw the lock.');
  const before = await count(page);
  await drag(page, 'lock');
  assert.match(await at(page, 'mark-all-same').textContent(), /All 3/);
  await page.keyboard.press('m');
  await page.keyboard.press('o');
  assert.equal(await count(page), before + 3);
  assert.match(await at(page, 'scope-all').textContent(), /All 3/);
  await at(page, 'scope-all').click();
  await page.keyboard.press('l');
  assert.equal((await marks(page, 'place')).filter((words) => words === 'lock').length, 3);
  await page.keyboard.press('Control+z');
  assert.equal((await marks(page, 'organization')).filter((words) => words === 'lock').length, 3);
  await page.keyboard.press('Control+z');
  assert.equal(await count(page), before);
  await who.close();
});

for (const [name, options] of [['wide', {}], ['phone', { viewport: { width: 390, height: 844 }, touch: true }]]) {
  test(`the line to the speaker shows for the selected quote only and moves nothing, ${name}`, async () => {
    const who = await visitor(site, options);
    const page = await who.tab();
    await page.open();
    await analyze(page, `${FIRST}\n\n“The bridge,” said Ana Díaz in Oslo, “opens in summer.”`);
    const places = () => page.locator('[data-s]').evaluateAll((pieces) => pieces.map((p) => [p.offsetLeft, p.offsetTop].join()).join(' '));
    const still = await places();
    assert.equal(await at(page, 'link-line').count(), 0);
    await at(page, 'speaker-chip').last().click();
    await at(page, 'link-line').waitFor({ state: 'attached' });
    const path = page.locator('.link-path');
    assert.match(await path.getAttribute('d'), /^M/);
    assert.match(await page.locator('.link-dots').getAttribute('d'), /^M.*M/, 'a dot under the speaker, one under the cue');
    // The chip grows by its border alone; the text stays where it was.
    assert.equal(await places(), still);
    const wide = await path.getAttribute('d');
    await page.setViewportSize({ width: 340, height: 700 });
    await page.waitForFunction((old) => document.querySelector('.link-path').getAttribute('d') !== old, wide);
    await page.keyboard.press('Escape');
    await at(page, 'link-line').waitFor({ state: 'detached' });
    await who.close();
  });
}

test('where text runs from right to left, arrows and handles follow it', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, 'שלום לכולם\n\nרות לוי אמרה כי דן כהן יגיע.');
  for (const words of ['רות לוי', 'דן כהן']) {
    await drag(page, words);
    await page.keyboard.press('p');
  }
  await page.keyboard.press('ArrowRight');
  assert.equal(await at(page, 'inspector-text').textContent(), 'רות לוי');
  const [startsAt, endsAt] = await Promise.all(['handle-start', 'handle-end'].map((id) => at(page, id).evaluate((h) => h.getBoundingClientRect().left)));
  assert.ok(startsAt > endsAt, 'the start is at the right');
  await page.keyboard.press('Alt+ArrowLeft');
  assert.equal(await at(page, 'inspector-text').textContent(), 'רות לוי אמרה');
  await who.close();
});
