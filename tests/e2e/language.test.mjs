// Articles in other languages: told at once, little marked, the choice is the person's.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { analyze, analyzed, at, counted, marks, root, sample, saved, start, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const article = (tag) => readFileSync(join(root, 'tests', 'fixtures', 'languages', `${tag}.txt`), 'utf8');

for (const [tag, name, direction] of [['de', 'German', 'ltr'], ['ar', 'Arabic', 'rtl'], ['ja', 'Japanese', 'ltr']]) {
  test(`an article in ${name} is told, and only what is sound is marked`, async () => {
    const who = await visitor(site);
    const page = await who.tab();
    await page.open();
    await analyze(page, article(tag));
    assert.match(await at(page, 'language-note').textContent(), new RegExp(`This article is in ${name}`));
    assert.equal(await page.locator('#article').getAttribute('lang'), tag);
    assert.equal(await page.locator('[data-block=body]').first().getAttribute('dir'), direction);
    assert.ok((await marks(page, 'quote')).length > 0, 'quotes in the marks of the language');
    await who.close();
  });
}

test('the person has the last word, by mouse and by keys, also after a reload', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, article('de'));
  await at(page, 'read-as-english').click();
  await at(page, 'language-note').waitFor({ state: 'detached' });
  await analyzed(page);
  assert.equal(await page.locator('#article').getAttribute('lang'), 'en');
  await saved(page);
  await page.again();
  assert.equal(await at(page, 'article-language').inputValue(), 'en');
  await at(page, 'article-language').selectOption('fr');
  await at(page, 'language-note').filter({ hasText: 'French' }).waitFor();
  await at(page, 'article-language').selectOption('');
  await at(page, 'language-note').filter({ hasText: 'German' }).waitFor();
  await who.close();
});

test('of an English article nothing is said', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, sample('news-wire'));
  await counted(at(page, 'language-note'), 0);
  assert.equal(await page.locator('#article').getAttribute('lang'), 'en');
  await who.close();
});
