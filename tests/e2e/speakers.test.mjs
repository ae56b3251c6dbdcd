// Who speaks, as the article is read: short, behind the punctuation, where the person wants it; what is checked and noted.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened } from './article.mjs';
import { analyze, at, counted, drag, mark, PHONE, picture, start, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const chip = (page, paragraph, nth = 0) => page.locator(`[data-p="${paragraph}"] [data-testid=speaker-chip]`).nth(nth);

/** An article of somebody who is quoted again and again, with every sign behind the marks. */
const TALK = [
  'Mayor Lena Petrova opened the market in Oslo.',
  '“We are ready”, Petrova said. She called the day “a good one”. Petrova said “the bridge opens in summer”; “we waited”, Petrova said.',
  '“It is a gift to all of us (and to you)”, said Lena Petrova. “Who pays”? Petrova asked.',
].join('\n\n');

/** The punctuation marks that stand at the start of a line of text. */
const strays = (page) =>
  page.evaluate(() => {
    const out = [];
    for (const paragraph of document.querySelectorAll('[data-p]')) {
      let before = null;
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!node.parentElement.closest('[data-s]')) continue;
        for (let i = 0; i < node.data.length; i += 1) {
          const range = document.createRange();
          range.setStart(node, i);
          range.setEnd(node, i + 1);
          const { top, bottom } = range.getBoundingClientRect();
          const middle = (top + bottom) / 2;
          if (before && /[.,;:!?”’)]/.test(node.data[i]) && middle > before + 4) out.push(`${node.data.slice(Math.max(0, i - 5), i + 8)} @${innerWidth}`);
          if (node.data[i].trim()) before = bottom;
        }
      }
    }
    return out;
  });

test('punctuation stays with its quote, at every width', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, TALK);
  assert.ok((await at(page, 'speaker-chip').count()) >= 5);
  // No chip between a quote and the sign behind it.
  const parted = await at(page, 'speaker-chip').evaluateAll((chips) =>
    chips.map((one) => (one.parentElement.nextElementSibling?.textContent ?? '')[0]).filter((next) => /[.,;:!?]/.test(next ?? '')),
  );
  assert.deepEqual(parted, []);
  for (let width = 320; width < 900; width += 29) {
    await page.setViewportSize({ width, height: 800 });
    assert.deepEqual(await strays(page), [], `${width} wide`);
    // A chip never stands alone at the start of a line.
    const alone = await at(page, 'speaker-chip').evaluateAll((chips) =>
      chips.filter((one) => {
        const words = one.parentElement.previousElementSibling.getClientRects();
        return one.getBoundingClientRect().top > words[words.length - 1].bottom;
      }).length,
    );
    assert.equal(alone, 0, `${width} wide`);
  }
  await who.close();
});

test('the whole name once, then the surname, then initials; never what two people share', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, TALK);
  const shown = await at(page, 'speaker-chip').evaluateAll((chips) => chips.map((one) => `${one.innerText} ${one.getAttribute('aria-label')}`));
  assert.ok(shown.every((words) => /^Petrova|^ ?Quote/.test(words) && words.includes('Lena Petrova')), shown.join('\n'));
  await picture(page, 'speakers-short');
  await who.close();
  // In this one two clusters share a surname.
  const other = await visitor(site);
  const lock = await opened(other);
  assert.equal(await chip(lock, 2).textContent(), 'Ana Díaz');
  await other.close();
});

test('speakers at the quote, in the margin, or when pointed at; the choice is kept', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await page.locator('[data-testid=filter] summary').click();
  await at(page, 'speakers-margin').click();
  const beside = async () => {
    const text = await page.locator('[data-p="2"] [data-s]').last().boundingBox();
    const column = await page.locator('#article').boundingBox();
    const box = await chip(page, 2).boundingBox();
    assert.ok(box.x >= column.x + column.width - 4 || box.x >= text.x + text.width, `${box.x} stands in the margin`);
    assert.ok(Math.abs(box.y - text.y) < 40, 'in its line');
  };
  await beside();
  await picture(page, 'speakers-margin');
  await page.again();
  await at(page, 'article').waitFor();
  await beside();
  await page.locator('[data-testid=filter] summary').click();
  await at(page, 'speakers-on-hover').click();
  const opacity = () => chip(page, 2).evaluate((one) => getComputedStyle(one).opacity);
  const widths = () => page.locator('[data-s]').evaluateAll((pieces) => pieces.map((piece) => piece.offsetLeft).join());
  const still = await widths();
  assert.equal(await opacity(), '0');
  await page.locator('[data-p="2"] mark').first().hover();
  assert.equal(await opacity(), '1');
  await picture(page, 'speakers-on-hover');
  await page.mouse.move(2, 300);
  await page.locator('[data-p="0"]').hover();
  assert.equal(await opacity(), '0');
  await page.locator('[data-p="2"] mark').first().click();
  assert.equal(await opacity(), '1', 'selected');
  assert.equal(await widths(), still, 'nothing moves');
  await at(page, 'speakers-chips').click();
  await who.close();
});

test('initials on a phone', async () => {
  const who = await visitor(site, { viewport: PHONE, touch: true });
  const page = await opened(who);
  assert.match(await chip(page, 2).evaluate((one) => `${getComputedStyle(one, '::before').content} ${one.innerText}`), /AD/);
  assert.ok((await chip(page, 2).boundingBox()).width < 60);
  assert.match(await chip(page, 2).getAttribute('aria-label'), /Ana Díaz/);
  await picture(page, 'phone-speakers');
  await who.close();
});

test('what nobody says has a line below it and no chip, and is reached all the same', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await chip(page, 3).click();
  await at(page, 'inspector-type').selectOption('q4');
  await counted(page.locator('[data-p="3"] [data-testid=speaker-chip]'), 0);
  const words = mark(page, '“historic”');
  assert.match(await words.getAttribute('aria-label'), /“historic”, not a quote/i);
  assert.equal(await words.getAttribute('role'), 'button');
  await page.keyboard.press('Escape');
  await words.focus();
  await page.keyboard.press(' ');
  assert.equal(await at(page, 'inspector-text').textContent(), '“historic”');
  await picture(page, 'not-a-quote');
  await who.close();
});

test('one frame for each line, whatever is marked within', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  const frames = async () => (await page.locator('.outline-path').getAttribute('d')).match(/M/g)?.length ?? 0;
  const lines = (id) =>
    page.evaluate((wanted) => {
      const tops = new Set();
      for (const piece of document.querySelectorAll(`mark[data-ids~="${wanted}"]`)) for (const box of piece.getClientRects()) tops.add(Math.round(box.bottom / 12));
      return tops.size;
    }, id);
  await mark(page, 'Porto Claro', 1).click();
  await mark(page, 'Porto Claro', 1).click();
  assert.equal(await at(page, 'inspector-text').textContent(), 'University of Porto Claro');
  assert.equal(await frames(), 1);
  await picture(page, 'selected-nested');
  await page.keyboard.press('Escape');
  await counted(at(page, 'outline'), 0);
  await chip(page, 2).click();
  const id = await chip(page, 2).getAttribute('data-id');
  for (const width of [1440, 1024, 700]) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForTimeout(150);
    assert.ok((await frames()) <= (await lines(id)) + 1, `${width} wide`);
  }
  await who.close();
});

test('checks and notes show at the mark and in the row, are read out, filtered and printed', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await mark(page, 'Harbor Trust').first().click();
  await at(page, 'status-confirmed').click();
  await at(page, 'inspector-note').fill('Seen in the register');
  await page.locator('mark[data-sign="✓✎"]').waitFor();
  assert.match(await mark(page, 'Harbor Trust').first().getAttribute('aria-label'), /Confirmed, With a note/);
  const row = at(page, 'entity-row').filter({ hasText: 'Harbor Trust' });
  assert.match(await row.locator('.signs').textContent(), /✓Confirmed✎With a note/);
  await chip(page, 4).click();
  await at(page, 'status-disputed').click();
  await page.locator('[data-testid=speaker-chip][data-sign="!"]').waitFor();
  assert.match(await chip(page, 4).getAttribute('aria-label'), /Disputed/);
  await picture(page, 'signs');
  await page.keyboard.press('Escape');
  await page.locator('[data-testid=filter] summary').click();
  await at(page, 'filter-noted').click();
  await counted(page.locator('[data-testid=mark][data-stop]:not([data-stop=""])'), 1);
  await at(page, 'filter-clear').click();
  await page.emulateMedia({ media: 'print' });
  assert.ok(await at(page, 'paper-notes').isVisible());
  assert.match(await at(page, 'paper-notes').innerText(), /Harbor Trust ✓ Confirmed\s+Seen in the register[^]*! Disputed/);
  await picture(page, 'signs-print');
  await who.close();
});

test('a heading is called by its words alone', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  assert.equal(await page.getByRole('heading', { level: 1, name: 'Harbor town opens its new lock', exact: true }).count(), 1);
  await counted(page.locator('h1 button, h2 button[data-switch]'), 0);
  await drag(page, 'new lock');
  await page.keyboard.press('Escape');
  await who.close();
});
