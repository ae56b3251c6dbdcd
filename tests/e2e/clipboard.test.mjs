// What other programs put on the clipboard: a whole page, Google Docs, Word, an e-mail, hostile HTML.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { analyzed, at, counted, download, marks, picture, start, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** About the words that a browser gives beside HTML. */
const wordsOf = (html) =>
  html
    .replace(/<!--[^]*?-->|<(style|script|xml|head)\b[^]*?<\/\1>/g, '')
    .replace(/<\/(p|div|h\d|li)>|<br[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '');

/** Puts HTML and words on the clipboard and pastes both with the keys. The browser cleans such HTML first. */
async function pasteHtml(page, html) {
  await page.evaluate(async ([markup, words]) => {
    const as = (value, type) => new Blob([value], { type });
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': as(markup, 'text/html'), 'text/plain': as(words, 'text/plain') })]);
  }, [html, wordsOf(html)]);
  await at(page, 'paste-box').focus();
  await page.keyboard.press('Control+v');
  await analyzed(page);
}

/** The same with HTML as a program wrote it, byte by byte, which no page may put on the clipboard. */
async function pasteRaw(page, html, text) {
  const words = text ?? wordsOf(html);
  await at(page, 'paste-box').evaluate((box, [markup, plain]) => {
    const data = new DataTransfer();
    data.setData('text/html', markup);
    data.setData('text/plain', plain);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, [html, words]);
  await analyzed(page);
}

const SENTENCES = [
  'The ferry across Lake Orin carried passengers on Monday for the first time in eleven years, after repairs that the council had put off since the flood.',
  '“We waited long enough,” said Ana Díaz, who runs the harbor café in Velden. “Nobody believed the date any more.”',
  'The council of Velden paid for the engine, and the district for the landing stage, said Peter Halloran, its treasurer.',
  'Some 400 people stood in line before nine, and the second crossing had to turn a school class away.',
];
const BODY = SENTENCES.map((words) => `<p>${words}</p>`).join('');
const menu = (name) => `<nav><ul>${Array.from({ length: 25 }, (_, i) => `<li><a href="/s${i}">${name} ${i + 1}</a></li>`).join('')}</ul></nav>`;
const teasers = Array.from({ length: 8 }, (_, i) => `<div class="card"><a href="/t${i}"><h3>Mayor Olga Brandt says the budget of town ${i} is “a disgrace”</h3></a></div>`).join('');
const PAGE = `<!doctype html><html lang="en"><head><title>Ferry returns - The Orin Post</title></head><body>
<header><a href="/">The Orin Post</a>${menu('Section')}</header>
<main><article><h1>Ferry returns to Lake Orin</h1><p class="byline">By <a rel="author" href="/a">Lena Marsh</a></p>${BODY}</article>
<aside><h2>Most read</h2>${teasers}</aside></main><footer><p>© The Orin Post. All rights reserved.</p><a href="/p">Privacy</a></footer></body></html>`;

const on = async (options, work) => {
  const who = await visitor(site, options);
  const page = await who.tab();
  await page.open();
  await work(page, who);
  await who.close();
};

for (const [name, viewport] of [['wide', undefined], ['phone', { width: 390, height: 844 }]]) {
  test(`a whole page: the headline is on the first screen, the rest is one quiet row a run (${name})`, () =>
    on(viewport ? { viewport } : {}, async (page) => {
      await pasteHtml(page, PAGE);
      const headline = page.locator('[data-block=headline]');
      assert.equal((await headline.textContent()).trim().replace(/(Leave out)$/, ''), 'Ferry returns to Lake Orin');
      const box = await headline.boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height < 700, `the headline stands at ${box.y}`);
      assert.ok((await at(page, 'fold').count()) >= 2);
      assert.match(await at(page, 'fold-row').first().textContent(), /\d+ lines? set aside/);
      // Nothing of the teasers is marked.
      assert.deepEqual((await marks(page, 'person')).filter((words) => /Brandt/.test(words)), []);
      assert.ok((await marks(page, 'person')).includes('Ana Díaz'));
    }));
}

test('date and caption are shown as what they are, downloaded so, and can be made part of the text', () =>
  on({}, async (page) => {
    const figure = '<figure><img src="/ferry.jpg" alt=""><figcaption>Ana Díaz on the landing stage of Velden. Photo: Orin Post</figcaption></figure>';
    const withKinds = PAGE.replace('Lena Marsh</a></p>', 'Lena Marsh</a></p><p class="date"><time datetime="2026-03-02">March 2, 2026</time></p>').replace('</p><p>Some 400', `</p>${figure}<p>Some 400`);
    await pasteHtml(page, withKinds);
    await counted(page.locator('[data-block=date]'), 1);
    await counted(page.locator('[data-block=caption]'), 1);
    assert.match(await page.locator('[data-block=caption]').textContent(), /landing stage of Velden/);
    const roles = JSON.parse((await download(page)).text).paragraphs.map((paragraph) => paragraph.role);
    for (const role of ['headline', 'byline', 'date', 'caption', 'body', 'furniture']) assert.ok(roles.includes(role), role);
    await picture(page, 'kinds-of-paragraphs');
  }));

test('lists, a passage by somebody else and a table are shown as such', () =>
  on({}, async (page) => {
    const forms = `<ul><li>The ferry sails four times a day, from six to nine.</li><li>Bicycles cost two euros.</li></ul>
      <blockquote><p>We shall not see another winter without a boat, wrote the council of Velden, and we say so to all.</p></blockquote>
      <table><tr><th>Year</th><th>Passengers</th></tr><tr><td>2024</td><td>81,000</td></tr><tr><td>2025</td><td>400</td></tr></table>`;
    await pasteHtml(page, PAGE.replace('</p><p>Some 400', `</p>${forms}<p>Some 400`));
    await counted(page.locator('[data-block=list-item]'), 2);
    await counted(page.locator('[data-block=block-quote]'), 1);
    await counted(page.locator('[data-block=table-row]'), 3);
    const roles = JSON.parse((await download(page)).text).paragraphs.map((paragraph) => paragraph.role);
    for (const role of ['list-item', 'block-quote', 'table-row']) assert.ok(roles.includes(role), role);
    await picture(page, 'forms-of-paragraphs');
  }));

test('a run is shown, one line of it included, then all of it, and undone', () =>
  on({}, async (page) => {
    await pasteHtml(page, PAGE);
    const last = at(page, 'fold').last();
    const lines = await last.locator('[data-block=furniture]').count();
    assert.ok(lines > 3);
    assert.equal(await last.locator('[data-block=furniture]').first().isVisible(), false);
    await last.locator('summary').focus();
    await page.keyboard.press('Enter');
    assert.ok(await last.locator('[data-block=furniture]').first().isVisible());
    await last.locator('[data-testid=include-run]').click();
    await page.locator('[data-block=body]').filter({ hasText: 'Olga Brandt' }).first().waitFor();
    await analyzed(page);
    await mark(page, 'Olga Brandt');
    // The marks in it came with it, and go with it.
    await page.keyboard.press('Control+z');
    await page.locator('[data-block=furniture]').filter({ hasText: 'Olga Brandt' }).first().waitFor({ state: 'attached' });
  }));

/** Waits until some name is marked as a person. */
const mark = (page, words) => page.locator('[data-testid=mark][data-kind=person]').filter({ hasText: words }).first().waitFor();

test('Google Docs', () =>
  on({}, async (page) => {
    const p = (words) => `<p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-family:Arial;">${words}</span></p>`;
    await pasteRaw(page, `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span>Ferry returns to Lake Orin</span></h1>${SENTENCES.map(p).join('')}</b><br class="Apple-interchange-newline">`);
    await mark(page, 'Ana Díaz');
    await counted(at(page, 'fold'), 0);
    await counted(page.locator('[data-block=headline]'), 1);
  }));

test('Word', () =>
  on({}, async (page) => {
    const p = (words) => `<p class=MsoNormal style='margin-bottom:8.0pt'><span lang=EN-US>${words}<o:p></o:p></span></p>`;
    await pasteRaw(page, `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- /* Font Definitions */ @font-face {font-family:Calibri;} p.MsoNormal {margin:0} --></style><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--></head><body lang=EN-US><!--StartFragment--><h1>Ferry returns to Lake Orin<o:p></o:p></h1>${SENTENCES.map(p).join('\n')}<!--EndFragment--></body></html>`);
    await mark(page, 'Ana Díaz');
    await counted(page.getByText('font-face'), 0);
    await counted(at(page, 'fold'), 0);
  }));

test('an e-mail with the reply it answers', () =>
  on({}, async (page) => {
    await pasteRaw(page, `<div dir="ltr">${SENTENCES.map((words) => `<div>${words}</div><div><br></div>`).join('')}</div><div class="gmail_quote"><div class="gmail_attr">On Mon, Lena wrote:<br></div><blockquote class="gmail_quote"><div>Could you send me the piece about the ferry by noon, please?</div></blockquote></div>`);
    await mark(page, 'Ana Díaz');
  }));

test('hostile HTML does nothing and costs nothing', () =>
  on({}, async (page) => {
    await page.evaluate(() => {
      window.hit = 0;
    });
    const hostile = `<script>window.hit=1</script><img src=x onerror="window.hit=1"><svg onload="window.hit=1"><style>*{display:none}</style></svg><iframe srcdoc="<script>parent.hit=1</script>"></iframe><object data="data:text/html,x"></object><base href="https://example.org/"><link rel=stylesheet href="https://example.org/x.css"><form action="https://example.org"><input autofocus onfocus="window.hit=1"></form>${'<div>'.repeat(20_000)}${BODY}<!-- open`;
    await pasteRaw(page, hostile, SENTENCES.join('\n\n'));
    await mark(page, 'Ana Díaz');
    assert.equal(await page.evaluate(() => window.hit), 0);
    await counted(page.locator('#article img, #article iframe, #article script, #article object'), 0);
  }));

test('HTML that says less than the words beside it is left alone', () =>
  on({}, async (page) => {
    await pasteRaw(page, '<table><tr><td>Ferry</td></tr></table>', `Ferry returns to Lake Orin\n\n${SENTENCES.join('\n\n')}`);
    await mark(page, 'Ana Díaz');
  }));
