// Every state of the page, one after the other, to be looked at by people and by axe.

import { at, drag, mark, openFile, ready } from './harness.mjs';
import { file } from './article.mjs';

/** Esc until nothing is left to close. */
async function rest(page) {
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('Escape');
}

const wide = (page) => page.viewportSize().width >= 960;

/** On a small screen the lists are in a sheet. */
async function lists(page) {
  if (!wide(page)) await at(page, 'sheet-panels').click();
}

/** name, how to get there from the state before. */
export const STATES = [
  ['start', async () => {}],
  ['refused', async (page) => {
    await at(page, 'analyze').click();
    await at(page, 'refused').waitFor();
  }],
  ['verify', async (page) => {
    await at(page, 'verify').click();
    await at(page, 'stored-now').waitFor();
  }],
  ['wipe', async (page) => {
    await at(page, 'wipe').click();
    await at(page, 'wipe-question').waitFor();
  }],
  ['start-in-german', async (page) => {
    await rest(page);
    await at(page, 'language').click();
    await at(page, 'start').waitFor();
  }],
  ['article', async (page) => {
    await at(page, 'language').click();
    await openFile(page, 'lock.json', file({ extra: ['Back to top'] }), 'application/json');
    await ready(page);
  }],
  ['name', async (page) => {
    await mark(page, 'Ben Ode').first().click();
    await at(page, 'inspector').waitFor();
  }],
  ['quote', async (page) => {
    await rest(page);
    await page.locator('[data-p="2"] [data-testid=speaker-chip]').click();
    await at(page, 'inspector-speakers').waitFor();
  }],
  ['several', async (page) => {
    await rest(page);
    await mark(page, 'Ben Ode').first().click();
    await page.keyboard.press('Shift+S');
    for (const words of ['Harbor Trust', 'Ms Díaz']) await mark(page, words).first().click();
    await at(page, 'several').waitFor();
  }],
  ['selection', async (page) => {
    await rest(page);
    await drag(page, 'blue ribbon');
    await at(page, 'selection-toolbar').waitFor();
  }],
  ['selection-of-quote', async (page) => {
    await rest(page);
    await page.locator('[data-p="4"] [data-testid=speaker-chip]').click();
    await drag(page, 'measured');
    await at(page, 'use-as-cue').waitFor();
  }],
  ['toast', async (page) => {
    await rest(page);
    await drag(page, 'lock', 1);
    await page.keyboard.press('o');
    await at(page, 'mark-all').waitFor();
  }],
  ['armed', async (page) => {
    await rest(page);
    await page.keyboard.press('p');
    await at(page, 'armed').waitFor();
  }],
  ['find', async (page) => {
    await rest(page);
    await page.keyboard.press('/');
    await at(page, 'find-input').fill('lock');
  }],
  ['review', async (page) => {
    await rest(page);
    await page.keyboard.press('r');
    await at(page, 'review-bar').waitFor();
  }],
  ['review-done', async (page) => {
    for (let i = 0; i < 80 && !(await at(page, 'review-done').isVisible()); i += 1) await page.keyboard.press('Enter');
    await at(page, 'review-done').waitFor();
  }],
  ['lists', async (page) => {
    await rest(page);
    await lists(page);
    await at(page, 'entity-menu').first().click();
    await at(page, 'entity-actions').waitFor();
  }],
  ['filter', async (page) => {
    // On a phone the menu of before lies over it.
    await page.keyboard.press('Escape');
    await at(page, 'entity-actions').waitFor({ state: 'detached' });
    await page.locator('[data-testid=filter] summary').click();
    await at(page, 'show-place').click();
  }],
  ['palette', async (page) => {
    await at(page, 'filter-clear').click();
    await rest(page);
    await page.keyboard.press('Control+k');
    await at(page, 'palette').waitFor();
  }],
  ['label-dialog', async (page) => {
    await page.keyboard.type('new label');
    await page.keyboard.press('Enter');
    await at(page, 'label-dialog').waitFor();
  }],
  ['label-delete', async (page) => {
    await at(page, 'label-name').fill('Boat');
    await page.keyboard.press('Enter');
    await drag(page, 'boats');
    await at(page, 'mark-boat').click();
    await rest(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('edit label: boat');
    await page.keyboard.press('Enter');
    await at(page, 'label-delete').waitFor();
  }],
  ['shortcuts', async (page) => {
    await at(page, 'layer-close').click();
    await page.keyboard.press('?');
    await at(page, 'shortcuts-overlay').waitFor();
  }],
  ['keys', async (page) => {
    await at(page, 'keys-change').click();
    await page.locator('[data-testid=key-row][data-command=person] [data-testid=key-ask]').click();
  }],
  ['key-taken', async (page) => {
    await page.keyboard.press('l');
    await at(page, 'key-taken').waitFor();
  }],
  ['export', async (page) => {
    await at(page, 'layer-close').click();
    await at(page, 'export').click();
    await at(page, 'export-dialog').waitFor();
  }],
  ['words', async (page) => {
    await at(page, 'layer-close').click();
    await lists(page);
    await at(page, 'words').click();
    await at(page, 'word-add-words').fill('Harbor Trust');
    await at(page, 'word-add').click();
    await at(page, 'word').first().waitFor();
  }],
  ['german', async (page) => {
    await at(page, 'layer-close').click();
    await rest(page);
    // On a phone the language is chosen before an article is opened.
    if (wide(page)) await at(page, 'language').click();
    await mark(page, 'Harbor Trust').first().click();
  }],
  ['crashed', async (page) => {
    // The browser denies, once, that there is a window: the program breaks as it would by a mistake of ours.
    await page.evaluate(() => {
      let denied = false;
      Object.defineProperty(Window, Symbol.hasInstance, { value: () => denied || !(denied = true), configurable: true });
    });
    await page.keyboard.press('Control+k');
    await page.locator('.crash').waitFor();
    await page.evaluate(() => delete Window[Symbol.hasInstance]);
  }],
];

/** What the console says when the program breaks on purpose. */
export const BROKEN = /panicked|invariant: the page runs in a window|unreachable|already borrowed|recursive/;
