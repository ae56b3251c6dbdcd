// Other ways to see the page: forced colors, print, large text, right-to-left paragraphs, less motion.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened } from './article.mjs';
import { analyze, at, drag, mark, picture, pictures, start, visitor } from './harness.mjs';
import { join } from 'node:path';
import { record } from './steps.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

test('forced colors: kinds, the selection and what is pressed still differ', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await page.emulateMedia({ forcedColors: 'active' });
  await mark(page, 'Ben Ode').first().click();
  await picture(page, 'forced-colors');
  const look = (selector) =>
    page.locator(selector).first().evaluate((element) => {
      const { textDecorationLine, textDecorationStyle, borderBlockEndStyle, borderInlineStartStyle, outlineStyle } = getComputedStyle(element);
      return [textDecorationLine, textDecorationStyle, borderBlockEndStyle, borderInlineStartStyle, outlineStyle].join(' ');
    });
  const looks = await Promise.all(
    ['.m.s-underline:not(.selected)', '.m.s-dotted', '.m.s-double', '[data-kind=quote]'].map(look),
  );
  assert.equal(new Set(looks).size, looks.length, looks.join('\n'));
  assert.match(await page.locator('.outline-path').getAttribute('d'), /^M/, 'the selected one has a frame');
  const pressed = await at(page, 'status-unchecked').evaluate((element) => getComputedStyle(element).outlineStyle);
  assert.notEqual(pressed, 'none');
  await who.close();
});

test('print: the article with its marks and speakers, without the page around it', async () => {
  const who = await visitor(site);
  const page = await opened(who, { repeat: 12 });
  await page.emulateMedia({ media: 'print' });
  for (const id of ['undo', 'panels', 'status', 'filter']) assert.ok(!(await at(page, id).first().isVisible()), id);
  assert.ok(await page.locator('[data-p="80"] mark').first().isVisible());
  assert.ok(await at(page, 'speaker-chip').first().isVisible());
  const height = await page.evaluate(() => Math.min(...[...document.querySelectorAll('.p')].map((p) => p.getBoundingClientRect().height)));
  assert.ok(height > 10, 'no paragraph is left out');
  await picture(page, 'print');
  await page.pdf({ path: join(pictures, 'print.pdf') });
  await who.close();
});

test('at 200 % nothing scrolls sideways, nothing is cut, everything is reached', async () => {
  // Zooming to 200 % halves the window that the page sees.
  for (const viewport of [{ width: 640, height: 400 }, { width: 320, height: 640 }]) {
    const who = await visitor(site, { viewport });
    const page = await opened(who);
    const check = async (what) => {
      const found = await page.evaluate(() => {
        const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        const cut = [...document.querySelectorAll('button, .p, h2, .inspector *, .selbar *')]
          .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, [data-testid=status]') && !element.matches('.skip, .unseen'))
          .filter((element) => {
            const { left, right, width } = element.getBoundingClientRect();
            return width > 1 && (left < -1 || right > innerWidth + 1);
          })
          .map((element) => element.dataset.testid ?? element.className);
        return [...(sideways > 0 ? [`${sideways} px sideways`] : []), ...new Set(cut)];
      });
      assert.deepEqual(found, [], `${viewport.width}: ${what}`);
    };
    await check('article');
    await mark(page, 'Ben Ode').first().click();
    await picture(page, `zoom-${viewport.width}-inspector`);
    await check('inspector');
    await page.keyboard.press('Escape');
    await drag(page, 'blue ribbon');
    await picture(page, `zoom-${viewport.width}-selection`);
    await check('selection');
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await check('review');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await check('keys');
    await who.close();
  }
});

test('at 200 % at least six lines of text are in view, also beside an open sheet', async () => {
  const who = await visitor(site, { viewport: { width: 640, height: 360 } });
  const page = await opened(who, { repeat: 4 });
  const lines = () =>
    page.evaluate(() => {
      const covers = [...document.querySelectorAll('.bar, .status, .side, .selbar')].map((one) => [one, one.getBoundingClientRect()]);
      const from = Math.max(0, ...covers.filter(([one, box]) => one.matches('.bar') && box.bottom > 0).map(([, box]) => box.bottom));
      const to = Math.min(innerHeight, ...covers.filter(([one, box]) => !one.matches('.bar') && box.height > 0 && box.top > 0).map(([, box]) => box.top));
      return (to - from) / parseFloat(getComputedStyle(document.querySelector('[data-p="1"]')).lineHeight);
    });
  await page.evaluate(() => scrollTo(0, 400));
  assert.ok((await lines()) >= 6, `${await lines()} lines`);
  await picture(page, 'zoom-640x360');
  await mark(page, 'Ben Ode').first().click();
  await at(page, 'inspector').waitFor();
  await page.waitForTimeout(200);
  assert.ok((await lines()) >= 6, `${await lines()} lines beside the sheet`);
  await picture(page, 'zoom-640x360-sheet');
  await who.close();
});

test('paragraphs in scripts of either direction stand by their own', async () => {
  const who = await visitor(site);
  const page = await opened(who, { extra: ['דנה לוי אמרה: “זה יום טוב” בעיר Porto Claro ביום שני.', 'Dana said “יום טוב” and left.'] });
  const direction = (i) => page.locator(`[data-p="${i}"]`).evaluate((p) => getComputedStyle(p).direction);
  assert.deepEqual([await direction(1), await direction(7), await direction(8)], ['ltr', 'rtl', 'ltr']);
  await page.locator('[data-p="7"]').scrollIntoViewIfNeeded();
  await drag(page, 'לוי');
  await page.keyboard.press('p');
  const name = await record(page, 'לוי');
  assert.equal(name.label, 'PERSON');
  // The next word lies to the left.
  await page.keyboard.press('Alt+ArrowLeft');
  await record(page, 'לוי אמרה');
  await drag(page, 'יום טוב', 1);
  await page.keyboard.press('q');
  assert.ok((await record(page, '“יום טוב”')).kind);
  await picture(page, 'right-to-left');
  await who.close();
});

test('who asked for less motion gets none', async () => {
  const who = await visitor(site);
  const page = await opened(who);
  await drag(page, 'blue ribbon');
  await page.keyboard.press('o');
  await at(page, 'toast').first().waitFor();
  const moving = await page.evaluate(() => document.getAnimations().length);
  assert.equal(moving, 0);
  const jumps = await page.evaluate(async () => {
    let smooth = 0;
    const original = Element.prototype.scrollIntoView;
    Element.prototype.scrollIntoView = function (options) {
      if (options?.behavior === 'smooth') smooth += 1;
      return original.call(this, options);
    };
    document.querySelector('[data-testid=entity-jump]').click();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return smooth;
  });
  assert.equal(jumps, 0);
  await who.close();
});

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
