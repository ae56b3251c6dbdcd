// By touch on a phone: real touch events through the debugger, no mouse.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened, TOTAL } from './article.mjs';
import { analyze, at, count, mark, names, PHONE, picture, sample, start, visitor } from './harness.mjs';
import { finger } from './finger.mjs';
import { offer, placeOf, record, written } from './steps.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

async function phone() {
  const who = await visitor(site, { viewport: PHONE, touch: true });
  const page = await opened(who);
  return { who, page, touch: await finger(page) };
}

/** What the system does at a long press, and when its handles are pulled: it moves the selection, without any event of
 * the pointer. No debugger can make it do so. */
async function select(page, words) {
  const place = await placeOf(page, words);
  await page.evaluate((wanted) => {
    const pieces = [...document.querySelectorAll('[data-s]')].map((piece) => piece.firstChild);
    const node = pieces.find((piece) => piece.data.includes(wanted));
    const at = node.data.indexOf(wanted);
    getSelection().setBaseAndExtent(node, at, node, at + wanted.length);
  }, words);
  return place;
}

test('chosen words get a toolbar that stands clear of them, and count as they are when it is touched', async () => {
  const { who, page, touch } = await phone();
  const place = await select(page, 'ribbon');
  await at(page, 'selection-toolbar').waitFor();
  await picture(page, 'phone-touch-selection');
  const bar = await at(page, 'selection-toolbar').boundingBox();
  assert.ok(bar.y > place.y + 60, 'the system’s own menu and handles have room around the words');
  await select(page, 'lue ribbo');
  await page.waitForTimeout(400);
  await touch.tap(at(page, 'mark-organization'));
  assert.ok((await written(page)).includes('ORGANIZATION blue ribbon'));
  await who.close();
});

test('all places of the words are marked by a further touch', async () => {
  const { who, page, touch } = await phone();
  await select(page, 'lock');
  await touch.tap(at(page, 'mark-place'));
  await touch.tap(offer(page, 'mark-all'));
  assert.equal((await written(page)).filter((line) => line === 'PLACE lock').length, 3);
  await touch.tap(at(page, 'undo'));
  assert.equal((await written(page)).filter((line) => line === 'PLACE lock').length, 0);
  await who.close();
});

test('a tap opens an annotation in the sheet, a further tap the wider one; change, delete, undo', async () => {
  const { who, page, touch } = await phone();
  const inner = page.locator('[data-p="4"] [data-testid=mark]').filter({ hasText: 'Porto Claro' });
  await touch.tap(inner);
  assert.equal(await at(page, 'inspector-text').textContent(), 'Porto Claro');
  const { id } = await record(page, 'Porto Claro');
  assert.ok(id);
  // Two taps at once would be a double tap.
  await page.waitForTimeout(400);
  await touch.tap(inner);
  assert.equal(await at(page, 'inspector-text').textContent(), 'University of Porto Claro');
  await touch.tap(at(page, 'unfold-boundaries'));
  await touch.tap(at(page, 'end-word-on'));
  await record(page, 'University of Porto Claro measured');
  await touch.tap(at(page, 'reject').or(at(page, 'delete')).first());
  assert.equal(await count(page), TOTAL - 1);
  await touch.tap(at(page, 'undo'));
  assert.equal(await count(page), TOTAL);
  await who.close();
});

test('a handle is pulled with the finger', async () => {
  const { who, page, touch } = await phone();
  await touch.tap(mark(page, 'Ms Díaz'));
  const words = await placeOf(page, 'cut a');
  const grip = await at(page, 'handle-end').evaluate((handle) => {
    const { left, width, bottom } = handle.getBoundingClientRect();
    return { x: left + width / 2, y: bottom + 6 };
  });
  await touch.drag(grip.x, grip.y, words.toX - 1, words.toY);
  await record(page, 'Ms Díaz cut a');
  await who.close();
});

test('the lists are in a sheet: jump, rename, merge; the review too', async () => {
  const { who, page, touch } = await phone();
  await touch.tap(at(page, 'sheet-panels'));
  await touch.tap(at(page, 'entity-menu').nth(2));
  await at(page, 'merge').selectOption({ label: 'Ana Díaz' });
  await touch.tap(at(page, 'merge-do'));
  assert.deepEqual(await names(page, 'panel-people'), ['Ana Díaz', 'Ben Ode']);
  // A note stands in the place of the line at the foot until it is dismissed.
  await touch.tap(page.locator('[data-testid=toast] .icon-button').last());
  await touch.tap(at(page, 'entity-jump').first());
  await at(page, 'inspector').waitFor();
  const shown = await mark(page, 'Ana Díaz').first().boundingBox();
  const sheet = await page.locator('.side').boundingBox();
  assert.ok(shown.y + shown.height < sheet.y, 'the sheet does not cover what it is about');
  await touch.tap(at(page, 'inspector-close'));
  await touch.tap(at(page, 'review'));
  await touch.tap(at(page, 'review-accept'));
  await touch.tap(at(page, 'review-reject'));
  assert.match(await at(page, 'review-progress').textContent(), /2 of/);
  await who.close();
});

test('the sheet takes a third; its handle is pulled, pressed and moved by keys', async () => {
  const { who, page, touch } = await phone();
  const sheet = () => page.locator('.side').boundingBox();
  const share = async () => (await sheet()).height / PHONE.height;
  const near = async (wanted, why) => {
    for (let i = 0; i < 60 && Math.abs((await share()) - wanted) > 0.05; i += 1) await page.waitForTimeout(25);
    assert.ok(Math.abs((await share()) - wanted) <= 0.05, `${why}: ${(await share()).toFixed(2)}`);
  };
  await near(0.05, 'closed');
  const words = mark(page, 'Ben Ode').first();
  await touch.tap(words);
  await at(page, 'inspector').waitFor();
  await near(0.32, 'opened');
  await page.waitForTimeout(200);
  const box = await words.boundingBox();
  assert.ok(box.y > 0 && box.y + box.height < (await sheet()).y, 'the words it is about are in sight');
  await picture(page, 'phone-sheet-third');
  const pull = async (toY) => {
    const grip = await at(page, 'sheet-handle').boundingBox();
    await touch.drag(grip.x + grip.width / 2, grip.y + grip.height / 2, grip.x + grip.width / 2, toY);
  };
  await pull(120);
  await near(0.75, 'pulled up');
  await picture(page, 'phone-sheet-tall');
  await pull(560);
  await near(0.32, 'pulled down');
  await pull(830);
  await near(0.05, 'pulled away');
  await touch.tap(at(page, 'sheet-handle'));
  await near(0.32, 'pressed');
  await at(page, 'sheet-handle').focus();
  await page.keyboard.press('ArrowUp');
  await near(0.75, 'arrow up');
  await page.keyboard.press('ArrowDown');
  await near(0.32, 'arrow down');
  await page.keyboard.press('ArrowDown');
  await near(0.05, 'arrow down again');
  assert.equal(await at(page, 'sheet-handle').getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('Enter');
  await near(0.32, 'Enter');
  await who.close();
});

test('the bar of chosen words stands above the sheet and never over the words', async () => {
  const { who, page } = await phone();
  for (const words of ['ribbon', 'noon']) {
    await select(page, words);
    await at(page, 'selection-toolbar').waitFor();
    await page.waitForTimeout(300);
    const [bar, sheet] = [await at(page, 'selection-toolbar').boundingBox(), await page.locator('.side').boundingBox()];
    const place = await placeOf(page, words, 0, { still: true });
    assert.ok(bar.y + bar.height <= sheet.y + 1, `${words}: above the sheet`);
    assert.ok(place.y < bar.y, `${words}: clear of the bar`);
  }
  await who.close();
});

test('what to do next is wholly in sight at the foot of a phone, in both languages', async () => {
  for (const [words, change] of [['Review suggestions', () => {}], ['Jetzt prüfen', (page) => at(page, 'language').click()]]) {
    const who = await visitor(site, { viewport: PHONE, touch: true });
    const page = await who.tab();
    await page.open();
    await change(page);
    await analyze(page, sample('news-wire'));
    // The note of the paste, with its way back, says all it has to say.
    const isCut = (element) => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
    const told = page.locator('.toast-text').last();
    assert.equal(await told.evaluate(isCut), false, await told.textContent());
    await page.locator('[data-testid=toast] .icon-button').last().click();
    for (const part of ['.saved', '.language']) {
      assert.equal(await page.locator(`.status ${part}`).evaluate(isCut), false, part);
    }
    assert.match(await page.locator('.language-code').textContent(), /^EN$/);
    await at(page, 'article-language').selectOption('de');
    await page.locator('.language-code').filter({ hasText: 'DE' }).waitFor();
    await at(page, 'article-language').selectOption('');
    await page.locator('.language-code').filter({ hasText: 'EN' }).waitFor();
    const review = at(page, 'review').filter({ hasText: words });
    assert.ok((await review.evaluate((button) => button.getBoundingClientRect().right)) <= PHONE.width);
    await who.close();
  }
});

test('what a finger must hit is at least 44 px', async () => {
  const { who, page, touch } = await phone();
  const small = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('button, select, input, summary, a[href], [role=option]')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('.unseen') && !element.matches('.unseen, .skip'))
        // What stands in a line of text gives way to the line (WCAG 2.5.8), down to 24 px.
        .map((element) => [element.dataset.testid ?? element.className, element.getBoundingClientRect(), element.matches('.speaker-chip, .block-switch, [type=range], [type=checkbox]') ? 24 : 44])
        .filter(([, { width, height }, least]) => width > 0 && height > 0 && (Math.round(width) < Math.min(least, 32) || Math.round(height) < least))
        .map(([name, { width, height }]) => `${name} ${width.toFixed()}x${height.toFixed()}`),
    );
  assert.deepEqual([...new Set(await small())], [], 'article');
  await touch.tap(at(page, 'sheet-panels'));
  assert.deepEqual([...new Set(await small())], [], 'lists');
  await touch.tap(page.locator('[data-testid=filter] summary'));
  assert.deepEqual([...new Set(await small())], [], 'filter');
  await touch.tap(at(page, 'entity-menu').first());
  assert.deepEqual([...new Set(await small())], [], 'actions');
  await touch.tap(at(page, 'sheet-panels'));
  await touch.tap(mark(page, 'Ben Ode').first());
  assert.deepEqual([...new Set(await small())], [], 'inspector');
  await who.close();
});
