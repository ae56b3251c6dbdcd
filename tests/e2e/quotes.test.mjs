// Quotes as objects: kind, parts, cue, speaker; those without a speaker are shown as such.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened } from './article.mjs';
import { analyze, at, counted, drag, picture, quotes, start, visitor } from './harness.mjs';
import { record, unfold } from './steps.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const chip = (page, paragraph, nth = 0) => page.locator(`[data-p="${paragraph}"] [data-testid=speaker-chip]`).nth(nth);

test('chips say who speaks, and that nobody is named or known', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  const states = await at(page, 'speaker-chip').evaluateAll((chips) => chips.map((c) => `${c.dataset.state} ${c.textContent}`));
  assert.deepEqual(states, ['known Ana Díaz', 'orphan speaker unknown', 'unnamed officials', 'orphan speaker unknown']);
  assert.deepEqual((await quotes(page)).map((quote) => quote.who), ['Ana Díaz', 'speaker unknown', 'officials', 'speaker unknown']);
  // Nothing is drawn across the text; the words tied to a quote show for the selected one only.
  await counted(page.locator('.tied-cue, .tied-speaker'), 0);
  await chip(page, 2).click();
  assert.deepEqual(await page.locator('.tied-cue, .tied-speaker').allTextContents(), ['Díaz', 'said']);
  await page.keyboard.press('Escape');
  await counted(page.locator('.tied-cue, .tied-speaker'), 0);
  await who.close();
});

test('every kind of quote, a scare quote included', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await chip(page, 3).click();
  for (const [value, kind] of [['q0', 'direct'], ['q2', 'indirect'], ['q3', 'thought'], ['q4', 'not_quote'], ['q1', 'partial']]) {
    await at(page, 'inspector-type').selectOption(value);
    const found = (await record(page, '“historic”')).kind;
    assert.equal(found.replace('-', '_'), kind);
    await counted(page.locator('[data-p="3"] [data-testid=speaker-chip]'), value === 'q4' ? 0 : 1);
  }
  await who.close();
});

test('the speaker by click, by digit, by words of the text, and nobody', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  const words = '“Who pays for the second lock?”';
  await chip(page, 5).click();
  const list = await at(page, 'inspector-speakers').locator('.speaker-name').allTextContents();
  assert.ok(list.includes('Ben Ode') && list.includes('Ana Díaz'), list.join());
  const ben = list.indexOf('Ben Ode') + 1;
  await page.keyboard.press(String(ben));
  // The article has given the whole name before.
  assert.equal(await chip(page, 5).textContent(), 'Ode');
  assert.match(await chip(page, 5).getAttribute('aria-label'), /Ben Ode/);
  const said = await record(page, words);
  assert.equal(said.by.find((cluster) => cluster.id === said.person).name, 'Ben Ode');

  const ana = (await at(page, 'inspector-speakers').locator('.speaker-name').allTextContents()).indexOf('Ana Díaz') + 1;
  await at(page, `speaker-${ana}`).click();
  assert.equal(await chip(page, 5).textContent(), 'Ana Díaz');

  await drag(page, 'fisherman');
  await at(page, 'use-as-speaker').click();
  assert.equal((await record(page, words)).speaker.text, 'fisherman');
  assert.equal(await chip(page, 5).getAttribute('data-state'), 'unnamed');

  await at(page, 'speaker-0').click();
  assert.equal(await chip(page, 5).getAttribute('data-state'), 'orphan');
  await page.keyboard.press('Control+z');
  assert.equal(await chip(page, 5).getAttribute('data-state'), 'unnamed');
  await who.close();
});

test('whoever a digit chooses is in sight', async () => {
  const who = await visitor(site);
  const page = await opened(who, { extra: ['Adam Ash, Bea Bly, Carl Cox, Dora Day, Emil Eck and Fay Fox came.'] });
  for (const name of ['Adam Ash', 'Bea Bly', 'Carl Cox', 'Dora Day', 'Emil Eck', 'Fay Fox']) {
    await drag(page, name);
    await page.keyboard.press('p');
  }
  await chip(page, 5).click();
  const list = at(page, 'inspector-speakers').locator('li:not(:last-child)');
  assert.deepEqual(await list.locator('kbd').allTextContents(), ['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  await picture(page, 'nine-speakers');
  for (const digit of ['9', '6']) {
    const name = await at(page, `speaker-${digit}`).locator('.speaker-name').textContent();
    await page.keyboard.press(digit);
    assert.ok(name.endsWith(await chip(page, 5).textContent()), name);
    await page.keyboard.press('Control+z');
  }
  await who.close();
});

test('a cue is given and taken away', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await chip(page, 4).click();
  await drag(page, 'said.');
  await at(page, 'use-as-cue').click();
  assert.equal((await record(page, '“Two hours saved,”')).cue.text, 'said');
  await at(page, 'remove-cue').click();
  assert.equal((await record(page, '“Two hours saved,”')).cue, null);
  await who.close();
});

test('the parts of an interrupted quote keep together: one chip, one row, one speaker', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await counted(page.locator('[data-p="2"] [data-testid=speaker-chip]'), 1);
  await chip(page, 2).click();
  await counted(at(page, 'inspector-parts').locator('button'), 2);
  await unfold(page, 'boundaries');
  await at(page, 'remove-part-2').click();
  await record(page, '“We waited eleven years,”');
  await page.keyboard.press('Control+z');
  await counted(at(page, 'inspector-parts').locator('button'), 2);
  await who.close();
});

for (const [name, options] of [['wide', {}], ['phone', { viewport: { width: 390, height: 844 }, touch: true }]]) {
  test(`the line to the speaker shows for the selected quote only and moves nothing, ${name}`, async () => {
    const who = await visitor(site, options);
    const page = await who.tab();
    await page.open();
    await analyze(page, 'President Ana Díaz arrived in Oslo.\n\n“We are ready,” Díaz told reporters in Oslo.\n\n“The bridge,” said Ana Díaz in Oslo, “opens in summer.”');
    const places = () => page.locator('[data-s]').evaluateAll((pieces) => pieces.map((p) => [p.offsetLeft, p.offsetTop].join()).join(' '));
    const still = await places();
    await counted(at(page, 'link-line'), 0);
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
