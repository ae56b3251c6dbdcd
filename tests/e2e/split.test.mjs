// A paste that holds several articles: asked about, never split in silence, and nothing of it is lost.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, analyzed, at, count, counted, download, paste, picture, ready, sample, saved, start, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const TITLES = ['Lake ferry returns to Homa Bay', 'The clock that stopped a quarrel'];
const both = () => `${sample('news-wire').trim()}\n\n\n${sample('feature-many-quotes').trim()}\n`;
const asked = (page) => at(page, 'toast').filter({ hasText: 'This looks like 2 articles.' });
const headline = (page) => page.locator('[data-block=headline]').first();

async function pasted(who) {
  const page = await who.tab();
  await page.open();
  await paste(page, both());
  await analyzed(page);
  await asked(page).waitFor();
  return page;
}

test('two articles in one paste become two, by keys, and the paste stays', async () => {
  const who = await visitor(site);
  const page = await pasted(who);
  const together = await count(page);
  await picture(page, 'split-asked');
  await at(page, 'toast-split').focus();
  await page.keyboard.press('Enter');
  await at(page, 'toast').filter({ hasText: '2 articles are in your list' }).waitFor();
  await ready(page);
  assert.match(await headline(page).textContent(), new RegExp(TITLES[0]));
  await page.waitForFunction(() => document.querySelectorAll('[data-testid=mark]').length > 10);
  const first = await count(page);
  await saved(page);

  await at(page, 'new-article').click();
  await counted(at(page, 'recent'), 3);
  await picture(page, 'split-list');
  await at(page, 'recent').filter({ hasText: TITLES[1] }).click();
  await ready(page);
  await page.waitForFunction(() => document.querySelectorAll('[data-testid=mark]').length > 10);
  assert.match(await headline(page).textContent(), new RegExp(TITLES[1]));
  const second = await count(page);
  const alone = JSON.parse((await download(page)).text);
  assert.ok(alone.text.startsWith(TITLES[1]) && !alone.text.includes('Homa Bay'));
  assert.ok(Math.abs(first + second - together) < together / 4, `${first} and ${second} of ${together}`);

  // What was pasted is there as it was.
  await at(page, 'new-article').click();
  await at(page, 'recent').filter({ hasText: TITLES[0] }).last().waitFor();
  const texts = [];
  for (let nth = 0; nth < 3; nth += 1) {
    await at(page, 'recent').nth(nth).click();
    await ready(page);
    texts.push(JSON.parse((await download(page)).text).text);
    await at(page, 'new-article').click();
  }
  const whole = texts.find((text) => TITLES.every((title) => text.includes(title)));
  assert.ok(whole);
  const parts = TITLES.map((title) => texts.find((text) => text.startsWith(title) && text !== whole));
  assert.equal(parts.join(''), whole);
  await who.close();
});

test('kept as one it is asked about once only', async () => {
  const who = await visitor(site, { viewport: PHONE });
  const page = await pasted(who);
  await picture(page, 'split-asked-phone');
  await at(page, 'toast-keep-one').click();
  await asked(page).waitFor({ state: 'detached' });
  await saved(page);
  await page.again();
  await ready(page);
  await page.waitForTimeout(500);
  assert.equal(await asked(page).count(), 0);
  await at(page, 'new-article').click();
  await counted(at(page, 'recent'), 1);
  await who.close();
});
