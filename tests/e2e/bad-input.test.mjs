// What cannot be used is refused in one clear sentence, and what was there stays as it was.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { analyzed, at, count, counted, download, dropFile, openFile, sample, saved, start, visitor } from './harness.mjs';

let site;
let good;
before(async () => {
  site = await start();
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await at(page, 'sample-0').click();
  await analyzed(page);
  good = (await download(page)).text;
  await who.close();
});
after(() => site.close());

const changed = (change) => {
  const json = JSON.parse(good);
  change(json);
  return JSON.stringify(json);
};

// name of the file, its content, what the sentence must say
const CASES = [
  ['empty.txt', '', /no text/i],
  ['blank.txt', ' \n\u00a0\t\n', /no text/i],
  ['huge.txt', Buffer.alloc(10_000_000, 'All work and no play. '), /too large/i],
  ['nul.txt', 'An article\0with NUL\0bytes', /NUL|not a text file/],
  ['picture.txt', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(500)]), /not (a )?text|looks like/i],
  ['truncated.json', () => good.slice(0, good.length / 2), /breaks off|not valid JSON/i],
  ['not.json', '{"a": nonsense}', /not valid JSON/i],
  ['other.json', '{"name": "package"}', /not|Article Annotator/i],
  ['newer.json', () => changed((json) => { json.version = 99; }), /newer|version/i],
  ['shape.json', () => changed((json) => { json.mentions = 'none'; }), /./],
];

async function refusal(page) {
  const sentence = page.locator('[data-testid=refused], [data-testid=toast].bad').first();
  await sentence.waitFor();
  return (await sentence.textContent()).trim();
}

for (const [name, content, says] of CASES) {
  test(`${name} on the empty page`, async () => {
    const who = await visitor(site);
    const page = await who.tab();
    await page.open();
    await openFile(page, name, typeof content === 'function' ? content() : content);
    assert.match(await refusal(page), says);
    assert.ok(await at(page, 'start').isVisible());
    await who.close();
  });
}

test('nothing that is refused touches the open article', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await at(page, 'sample-1').click();
  await analyzed(page);
  await saved(page);
  const before = await count(page);
  for (const [name, content, says] of CASES.filter(([, content]) => !Buffer.isBuffer(content))) {
    await dropFile(page, name, typeof content === 'function' ? content() : content);
    assert.match(await refusal(page), says, name);
    assert.equal(await count(page), before, name);
    for (const button of await page.locator('[data-testid=toast].bad button').last().all()) await button.click();
  }
  await who.close();
});

test('offsets that point outside are repaired or refused, with a word about it', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await openFile(page, 'wild.json', changed((json) => {
    json.mentions[0].start = 900_000;
    json.mentions[0].end = 900_005;
  }), 'application/json');
  const told = page.locator('[data-testid=refused], [data-testid=toast]').first();
  await told.waitFor();
  assert.notEqual((await told.textContent()).trim(), '');
  await who.close();
});

test('pasting nothing says so', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await at(page, 'analyze').click();
  assert.match(await refusal(page), /no text|paste/i);
  await who.close();
});

test('HTML with a script is read as text and runs nothing', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  const html = `<!doctype html><html><head><title>x</title><style>p{}</style></head><body><nav>Home</nav>
    <script>window.ran = true; fetch('https://example.invalid/');</script>
    <img src="https://example.invalid/x.png" onerror="window.ran = true">
    <p>President Ana Díaz arrived in Oslo on Monday.</p><p onclick="window.ran = true">“We are ready,” she said.</p></body></html>`;
  await openFile(page, 'page.html', html, 'text/html');
  await analyzed(page);
  const text = await at(page, 'article').textContent();
  assert.match(text, /Ana Díaz arrived in Oslo/);
  assert.doesNotMatch(text, /window\.ran|<p|onclick/);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  await who.close();
});

test('markup in pasted text stays text', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await openFile(page, 'note.txt', `<b>Bold</b> <script>window.ran = true</script> claims by Peter Müller in Berlin.\n\n${sample('news-wire')}`);
  await analyzed(page);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  await counted(at(page, 'article').locator('b, script'), 0);
  await who.close();
});
