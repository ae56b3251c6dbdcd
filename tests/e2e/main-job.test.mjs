// The main job, end to end, as a person does it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  analyze, analyzed, at, count, download, drag, mark, marks, names, openFile, quotes, ready, sample, saved, sharedSeed,
  start, visitor,
} from './harness.mjs';
import { checkFile } from './steps.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** What a saved and opened session must agree in. */
const essence = ({ text, labels, paragraphs, clusters, mentions, quotes: said }) => ({ text, labels, paragraphs, clusters, mentions, said });

/** Corrects an analyzed article by mouse and keyboard, reloads, downloads and opens the file again. */
async function correctAndKeep(who, page, { byMouse, byKeyboard, relabel, remove }) {
  const found = await count(page);

  // By mouse: drag over words, press the button of the small toolbar.
  await drag(page, byMouse);
  await at(page, 'mark-organization').click();
  assert.equal(await count(page), found + 1);
  await mark(page, byMouse).waitFor();

  // By keyboard alone: word cursor to the words, grow the selection, P.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await drag(page, byKeyboard.from);
  for (let i = 1; i < byKeyboard.words; i += 1) await page.keyboard.press('Shift+Control+ArrowRight');
  await page.keyboard.press('q');
  assert.equal(await count(page), found + 2);

  // Another label, by the inspector.
  await page.keyboard.press('Escape');
  await mark(page, relabel).click();
  await at(page, 'inspector').waitFor();
  assert.notEqual(await at(page, 'inspector-evidence').textContent(), '');
  await at(page, 'inspector-type').selectOption({ label: 'Organization' });
  await page.locator(`[data-testid=mark][data-kind=organization]`).filter({ hasText: relabel }).first().waitFor();

  // Delete, undo, redo.
  const before = await count(page);
  await mark(page, remove).click();
  await page.keyboard.press('Delete');
  assert.equal(await count(page), before - 1);
  await at(page, 'undo').click();
  assert.equal(await count(page), before);
  await page.keyboard.press('Control+Shift+z');
  assert.equal(await count(page), before - 1);
  await page.keyboard.press('Control+z');
  assert.equal(await count(page), before);
  await page.keyboard.press('Control+y');
  await saved(page);

  // A reload brings everything back, history included.
  const shown = async () => ({
    count: await count(page),
    people: await names(page, 'panel-people'),
    places: await names(page, 'panel-places'),
    organizations: await names(page, 'panel-organizations'),
    quotes: await quotes(page),
    marks: await page.locator('[data-testid=mark]').allTextContents(),
  });
  const kept = await shown();
  await page.again();
  await ready(page);
  assert.deepEqual(await shown(), kept);
  await at(page, 'undo').click();
  assert.equal(await count(page), before);
  await page.keyboard.press('Control+y');
  await saved(page);

  // The file agrees with the schema and, opened by somebody else, shows the same.
  const file = await download(page);
  assert.match(file.name, /\.json$/);
  const json = checkFile(file);
  const other = await visitor(site);
  const second = await other.tab();
  await second.open();
  await openFile(second, file.name, file.text, 'application/json');
  await ready(second);
  const again = await download(second);
  assert.deepEqual(essence(JSON.parse(again.text)), essence(json));
  await other.close();
  return json;
}

test('our own sample: find, correct, keep, download, open again', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await at(page, 'sample-0').click();
  await analyzed(page);

  const people = await names(page, 'panel-people');
  for (const name of ['Joseph Okello Were', 'Beatrice Nyambura', 'Peter Onyango', 'Mary Akinyi']) {
    assert.ok(people.some((found) => found.includes(name)), `${name} among ${people}`);
  }
  const places = await marks(page, 'place');
  for (const name of ['KISUMU', 'Kenya', 'Lake Victoria', 'Homa Bay']) {
    assert.ok(places.includes(name), `${name} among ${places}`);
  }
  const said = await quotes(page);
  const speaker = (words) => said.find((quote) => quote.text.includes(words))?.who;
  assert.match(speaker('We kept this lake moving') ?? '', /Onyango/);
  assert.match(speaker('People were singing') ?? '', /Were/);
  // Two people of this name: the article's own words stand when the engine is not sure which.
  assert.match(speaker('A lake should join people') ?? '', /Were|Governor/);

  await correctAndKeep(who, page, {
    byMouse: 'brass band',
    byKeyboard: { from: 'Repairs', words: 1 },
    relabel: 'Lake Victoria',
    remove: 'Mary Akinyi',
  });
  await who.close();
});

test('the article of the shared seeds, pasted with its page', async (t) => {
  const text = sharedSeed();
  if (text === null) {
    t.skip('../shared/seeds is absent');
    return;
  }
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text);

  const people = await marks(page, 'person');
  for (const name of ['Kasym-Jomart Tokayev', 'Shavkat Mirziyoyev', 'Donald Trump', 'Tokayev', 'Mirziyoyev', 'Trump']) {
    assert.ok(people.includes(name), `${name} among ${people}`);
  }
  const places = await marks(page, 'place');
  for (const name of ['Kazakhstan', 'Uzbekistan', 'Miami', 'Washington', 'Central Asia']) {
    assert.ok(places.includes(name), `${name} among ${places}`);
  }
  const said = await quotes(page);
  const speaker = (words) => said.find((quote) => quote.text.includes(words))?.who;
  for (const words of ['discussed the importance', 'lengthy', 'stressed the complexity', 'historic event']) {
    assert.ok(said.some((quote) => quote.text.includes(words)), `the quote “${words}” among ${JSON.stringify(said)}`);
  }
  assert.match(speaker('historic event'), /Tokayev/);
  assert.match(speaker('stressed the complexity'), /Tokayev/);

  // What was pasted along is set aside.
  for (const words of ['back to top', '-2.4 C', '- Реклама -']) {
    const paragraph = page.locator('[data-p]').filter({ hasText: words }).first();
    assert.equal(await paragraph.getAttribute('data-block'), 'furniture', words);
  }

  await correctAndKeep(who, page, {
    byMouse: 'metals market',
    byKeyboard: { from: 'Current', words: 1 },
    relabel: 'Miami',
    remove: 'Central Asia',
  });
  await who.close();
});

test('only the keyboard, from the paste box to the download', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await page.evaluate((words) => navigator.clipboard.writeText(words), sample('interview'));
  await at(page, 'paste-box').focus();
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Control+Enter');
  await analyzed(page);
  const found = await count(page);
  // The word cursor, three words on, one word more, a place.
  for (let i = 0; i < 4; i += 1) await page.keyboard.press(i === 0 ? 'w' : 'ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('l');
  assert.notEqual(await count(page), found);
  await page.keyboard.press('Control+z');
  assert.equal(await count(page), found);
  await at(page, 'export').focus();
  await page.keyboard.press('Enter');
  // What holds everything has the focus when the menu opens.
  await at(page, 'export-dialog').waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  await at(page, 'export-dialog').waitFor({ state: 'detached' });
  // The focus is back on the menu’s button.
  await page.waitForFunction(() => document.activeElement?.dataset.testid === 'export');
  assert.match(file.suggestedFilename(), /\.json$/);
  await who.close();
});
