// Saved means saved: whatever is done, and however the page is left, it is there afterwards or was honestly "not saved".

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { analyze, at, count, counted, drag, dropFile, mark, paste, ready, sample, saved, start, valued, visitor } from './harness.mjs';

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const DELAYS = [0, 20, 60, 120, 240, 400];

const text = () => sample('news-wire');

/** The words of the first mark of an article, to find it again. */
async function pick(page) {
  const first = mark(page, 'Hammerfest').first();
  const found = (await first.count()) > 0 ? first : page.locator('[data-testid=mark]').first();
  await found.click();
  await at(page, 'inspector-note').waitFor();
}

async function note(page) {
  await pick(page);
  return at(page, 'inspector-note').inputValue();
}

/** Opens the only saved article, when it is not shown by itself. */
async function cameBack(page) {
  await page.locator('[data-testid=start], [data-testid=article]').first().waitFor();
  if (await at(page, 'start').count()) {
    await at(page, 'recent').first().click();
  }
  await ready(page);
}

/** Ways to leave, each ending at a page on which the article can be looked at. */
const WAYS = {
  reload: async (page) => {
    await page.again();
    return page;
  },
  'another address': async (page) => {
    await page.goto('about:blank');
    await page.open();
    return page;
  },
  'closing the tab': async (page, who) => {
    await page.close({ runBeforeUnload: true });
    const next = await who.tab();
    await next.open();
    return next;
  },
  'new article': async (page) => {
    await at(page, 'new-article').click();
    await at(page, 'start').waitFor();
    return page;
  },
  'new article, and away': async (page) => {
    await at(page, 'new-article').click();
    await page.again();
    return page;
  },
};

for (const [way, leave] of Object.entries(WAYS)) {
  test(`a note and a mark are kept, left by ${way} at any moment`, async () => {
    const who = await visitor(site);
    let page = await who.tab();
    await page.open();
    await analyze(page, text());
    await saved(page);
    for (const delay of DELAYS) {
      const words = `checked after ${delay} by ${way}`;
      await pick(page);
      await at(page, 'inspector-note').fill('');
      await at(page, 'inspector-note').pressSequentially(words);
      await page.waitForTimeout(delay);
      page = await leave(page, who);
      await cameBack(page);
      assert.equal(await note(page), words, `${way} after ${delay} ms`);
    }
    await who.close();
  });
}

/** From here on the browser lets go of every write that is not over when the page goes. */
const lettingGo = (page) =>
  page.evaluate(() => {
    const begun = new Set();
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      const writes = transaction.call(this, stores, mode, options);
      if (mode === 'readwrite') {
        begun.add(writes);
        writes.addEventListener('complete', () => begun.delete(writes));
      }
      return writes;
    };
    IDBTransaction.prototype.commit = () => {};
    // Behind what the page itself does when it is left.
    addEventListener('pagehide', () => {
      for (const writes of begun) writes.abort();
      sessionStorage.setItem('let-go', begun.size);
    });
  });

/** Types into the note and leaves at once, from within the page: what was typed has begun to be written, and is not there. */
async function leaveWith(page, words) {
  await at(page, 'inspector-note').evaluate((field, typed) => {
    field.value += typed;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    location.replace('about:blank');
  }, words);
  await page.waitForURL('about:blank');
}

for (const way of ['reload', 'closing the tab']) {
  test(`what the browser lets go of is there at the next start, after ${way}`, async () => {
    const who = await visitor(site);
    let page = await who.tab();
    await page.open();
    await analyze(page, text());
    await saved(page);
    for (const words of ['one', 'the other']) {
      await lettingGo(page);
      await pick(page);
      await at(page, 'inspector-note').fill('');
      await at(page, 'inspector-note').pressSequentially(words);
      await leaveWith(page, ', the last word');
      if (way === 'reload') {
        await page.open();
      } else {
        await page.close();
        page = await who.tab();
        await page.open();
      }
      await cameBack(page);
      assert.equal(await note(page), `${words}, the last word`);
      await saved(page);
      assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('under-way'))), [], 'the note is gone');
    }
    await who.close();
  });
}

test('tabs that start together bring back once what the browser let go of', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  await saved(page);
  await lettingGo(page);
  await pick(page);
  await leaveWith(page, 'the last word');
  const other = await who.tab();
  await Promise.all([page.open(), other.open()]);
  for (const one of [page, other]) {
    await cameBack(one);
    assert.equal(await note(one), 'the last word');
  }
  await saved(page);
  await at(page, 'new-article').click();
  await counted(at(page, 'recent'), 1, 'no copy beside it');
  await who.close();
});

test('an article left in the moment it was pasted is there, when the browser lets go of it', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await lettingGo(page);
  await paste(page, text());
  await page.locator('[data-testid=article]').waitFor();
  await page.evaluate(() => location.replace('about:blank'));
  await page.waitForURL('about:blank');
  await page.open();
  await cameBack(page);
  assert.match(await at(page, 'article').textContent(), /Hammerfest|Homa Bay/);
  await who.close();
});

test('what is kept for all articles is there, when the browser lets go of it', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  await saved(page);
  await lettingGo(page);
  await at(page, 'new-label').click();
  await at(page, 'label-name').fill('Boat');
  await page.keyboard.press('Enter');
  await page.evaluate(() => location.replace('about:blank'));
  await page.waitForURL('about:blank');
  await page.open();
  await cameBack(page);
  await at(page, 'panel-boat').waitFor();
  await at(page, 'new-article').first().click();
  await analyze(page, 'The boats came to Oslo.');
  await at(page, 'panel-boat').waitFor();
  await saved(page);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('under-way'))), [], 'the note is gone');
  await who.close();
});

test('a mark is kept, left at any moment by dropping another file', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  // The same words are marked in each round: nothing may be learned from the one before.
  await at(page, 'start-words').click();
  await at(page, 'words-learn').click();
  await at(page, 'layer-close').click();
  for (const delay of DELAYS) {
    await analyze(page, text());
    const before = await count(page);
    await drag(page, 'brass band');
    await page.keyboard.press('o');
    await page.waitForTimeout(delay);
    await dropFile(page, 'other.txt', `Another article of ${delay}.\n\nMary Smith went to Oslo, said Anna Lee.`);
    await page.waitForFunction((wanted) => document.querySelector('#article')?.textContent.includes(wanted), `Another article of ${delay}`);
    await page.again();
    await ready(page);
    await at(page, 'new-article').click();
    await at(page, 'recent').nth(1).click();
    await ready(page);
    assert.equal(await count(page), before + 1, `after ${delay} ms`);
    await at(page, 'new-article').click();
    // The next round begins with an empty list.
    for (let left = await at(page, 'forget').count(); left > 0; left -= 1) {
      await at(page, 'forget').first().click();
      await page.waitForFunction((n) => document.querySelectorAll('[data-testid=forget]').length < n, left);
    }
  }
  await who.close();
});

test('a note is one step, and white space in it stays while it is typed', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  await pick(page);
  await at(page, 'inspector-note').pressSequentially('ask her ');
  await valued(at(page, 'inspector-note'), 'ask her ');
  await at(page, 'inspector-note').pressSequentially('again');
  await valued(at(page, 'inspector-note'), 'ask her again');
  await at(page, 'article').click({ position: { x: 2, y: 2 } });
  await at(page, 'undo').click();
  assert.equal(await note(page), '');
  await who.close();
});

test('“Saved” is said of exactly what is there', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  for (let round = 0; round < 5; round += 1) {
    await pick(page);
    await at(page, 'inspector-note').fill(`round ${round}`);
    await saved(page);
    const shown = await count(page);
    await page.again();
    await ready(page);
    assert.equal(await note(page), `round ${round}`);
    assert.equal(await count(page), shown);
  }
  await who.close();
});

test('“Saved” is not said of an article while another one is written', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  const long = Array.from({ length: 30 }, () => sample('feature-many-quotes')).join('\n\n');
  await dropFile(page, 'long.txt', long);
  // The first “Saved” of the long article must mean the long article.
  await page.waitForFunction(() => document.querySelector('#article')?.textContent.length > 50000);
  await saved(page);
  const shown = await at(page, 'article').evaluate((article) => article.textContent.slice(0, 200));
  await page.again();
  await ready(page);
  assert.equal(await at(page, 'article').evaluate((article) => article.textContent.slice(0, 200)), shown);
  await who.close();
});

test('“Saved” is said again when another tab wrote the very same', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  await saved(page);
  await page.again();
  await ready(page);
  await saved(page);
  // What such a tab leaves behind: one version more, and its word of it.
  await page.evaluate(async () => {
    const database = await new Promise((done) => (indexedDB.open('article-annotator').onsuccess = (event) => done(event.target.result)));
    const writes = database.transaction(['claims', 'records'], 'readwrite');
    const records = writes.objectStore('records');
    const [record] = await new Promise((done) => (records.getAll().onsuccess = (event) => done(event.target.result)));
    const { id, version } = record;
    records.put({ ...record, version: version + 1 });
    writes.objectStore('claims').add(null, [id, version + 1]);
    await new Promise((done) => (writes.oncomplete = done));
    database.close();
    window.seen = [];
    new MutationObserver(() => window.seen.push(document.querySelector('[data-testid=saved]').textContent)).observe(
      document.querySelector('[data-testid=saved]'),
      { childList: true, characterData: true, subtree: true },
    );
    new BroadcastChannel('article-annotator').postMessage(`article ${version + 1} ${id}`);
  });
  await page.waitForFunction(() => window.seen.length > 0);
  await saved(page);
  // And it writes on top of what it has seen.
  await pick(page);
  await at(page, 'inspector-note').fill('behind it');
  await saved(page);
  await page.again();
  await cameBack(page);
  assert.equal(await note(page), 'behind it');
  await who.close();
});

/** As the browser does when the person clears the data of the page. */
const deleteDatabase = (page) =>
  page.evaluate(
    () =>
      new Promise((done, failed) => {
        const request = indexedDB.deleteDatabase('article-annotator');
        request.onsuccess = done;
        request.onerror = failed;
      }),
  );

test('a database that is deleted under the page is told of and written anew', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  await saved(page);
  const before = await count(page);
  await deleteDatabase(page);
  await at(page, 'toast').filter({ hasText: 'was deleted while it was open' }).waitFor();
  await saved(page);
  await page.again();
  await ready(page);
  assert.equal(await count(page), before);
  await who.close();
});

test('a database that is deleted under two tabs is written anew by both, and the article is there once', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  await saved(page);
  const other = await who.tab();
  await other.open();
  await ready(other);
  for (const one of [page, other]) {
    await saved(one);
    assert.equal(await note(one), '');
  }
  // What is told of it goes when all is saved again, which may be soon.
  for (const one of [page, other]) {
    await one.evaluate(() => {
      const look = () => (window.told ||= document.body.textContent.includes('was deleted while it was open'));
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  }
  await deleteDatabase(page);
  for (const one of [page, other]) {
    await one.waitForFunction(() => window.told);
    await saved(one);
  }
  // What is done afterwards is seen in the other tab: they have one article.
  await pick(page);
  await at(page, 'inspector-note').fill('after it');
  await saved(page);
  await other.waitForFunction(() => document.querySelector('[data-testid=inspector-note]')?.value === 'after it');
  await saved(other);
  await at(page, 'new-article').click();
  await counted(at(page, 'recent'), 1, 'no copy beside it');
  await who.close();
});

test('no space: nothing is called saved, nothing is let go unasked, and it is tried again by itself', async () => {
  const who = await visitor(site);
  await who.context.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...all) {
      if (window.full) throw new DOMException('no space', 'QuotaExceededError');
      return put.apply(this, all);
    };
  });
  const page = await who.tab();
  await page.open();
  await page.evaluate(() => { window.full = true; });
  await analyze(page, text());
  await at(page, 'saved').filter({ hasText: 'Not saved' }).waitFor();
  await at(page, 'new-article').click();
  await at(page, 'unsaved-dialog').waitFor();
  await at(page, 'unsaved-stay').click();
  await at(page, 'article').waitFor();
  const shown = await count(page);
  // Space again: no edit is needed.
  await page.evaluate(() => { window.full = false; });
  await saved(page);
  await page.again();
  await ready(page);
  assert.equal(await count(page), shown);
  // Discarding is the person's own choice.
  await page.evaluate(() => { window.full = true; });
  await pick(page);
  await at(page, 'inspector-note').fill('lost on purpose');
  await at(page, 'saved').filter({ hasText: 'Not saved' }).waitFor();
  await at(page, 'new-article').click();
  await at(page, 'unsaved-discard').click();
  await at(page, 'start').waitFor();
  await who.close();
});

test('an older layout held open by another tab is told of, and nothing is lost', async () => {
  const who = await visitor(site);
  const holder = await who.tab();
  // A document of the same address without the program.
  await holder.route('**/empty.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await holder.goto(`${site.server.address}empty.html`);
  for (const layout of [1, 2, 3000]) {
    await holder.evaluate(
      (version) =>
        new Promise((done, failed) => {
          const gone = indexedDB.deleteDatabase('article-annotator');
          gone.onsuccess = () => {
            const request = indexedDB.open('article-annotator', version);
            request.onupgradeneeded = () => {
              request.result.createObjectStore('records', { keyPath: 'id' });
              request.result.createObjectStore('texts');
              if (version > 1) request.result.createObjectStore('changes');
            };
            request.onsuccess = () => { window.held = request.result; done(); };
            request.onerror = failed;
          };
        }),
      layout,
    );
    const page = await who.tab();
    await page.open();
    await at(page, 'toast').filter({ hasText: 'older version' }).waitFor();
    await paste(page, text());
    await at(page, 'analyzed').waitFor();
    await at(page, 'saved').filter({ hasText: 'Not saved' }).waitFor();
    const shown = await count(page);
    await holder.evaluate(() => window.held.close());
    await saved(page);
    await page.again();
    await ready(page);
    assert.equal(await count(page), shown);
    await page.close();
  }
  await who.close();
});

test('each tab comes back with its own article, and a look writes nothing', async () => {
  const who = await visitor(site);
  const one = await who.tab();
  await one.open();
  await analyze(one, text());
  await saved(one);
  const two = await who.tab();
  await two.open();
  await ready(two);
  const before = await count(two);
  await at(two, 'new-article').click();
  await analyze(two, sample('feature-many-quotes'));
  await saved(two);
  await one.again();
  await ready(one);
  assert.equal(await count(one), before);
  // A third tab that looks at the first article does not disturb it.
  const three = await who.tab();
  await three.open();
  await at(three, 'new-article').click();
  await at(three, 'recent').last().click();
  await ready(three);
  await pick(one);
  await at(one, 'inspector-note').fill('by the first');
  await saved(one);
  assert.equal(await at(one, 'toast').filter({ hasText: 'another tab' }).count(), 0);
  await one.again();
  await ready(one);
  assert.equal(await note(one), 'by the first');
  await who.close();
});

test('what is deleted lies in the trash, also after a reload, until the person empties it', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  await saved(page);
  const before = await count(page);
  await at(page, 'new-article').click();
  await at(page, 'forget').click();
  await at(page, 'trash').waitFor();
  await counted(at(page, 'recent'), 0);
  await page.again();
  await at(page, 'trash').locator('summary').click();
  await at(page, 'bring-back').click();
  await at(page, 'recent').click();
  await ready(page);
  assert.equal(await count(page), before);
  await at(page, 'new-article').click();
  await at(page, 'forget').click();
  await at(page, 'trash').locator('summary').click();
  await at(page, 'empty-trash').click();
  await at(page, 'trash').waitFor({ state: 'detached' });
  await page.again();
  await counted(at(page, 'trash'), 0);
  await who.close();
});

test('damage in the database hides nothing else and can be downloaded', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  await saved(page);
  await at(page, 'new-article').click();
  await page.evaluate(
    () =>
      new Promise((done) => {
        const request = indexedDB.open('article-annotator');
        request.onsuccess = () => {
          const change = request.result.transaction(['records', 'texts', 'changes'], 'readwrite');
          change.objectStore('records').put({ id: 'odd-1', version: 'x' });
          change.objectStore('records').put({ id: 'odd-2', version: 3, title: 'Half', updated_ms: 5 });
          change.objectStore('texts').put({ no: 'text' }, 'odd-2');
          change.objectStore('changes').put(7, ['odd-3', 1]);
          change.oncomplete = () => { request.result.close(); done(); };
        };
      }),
  );
  await page.again();
  await counted(at(page, 'recent'), 2, 'the good one, and the one whose text cannot be read');
  await counted(at(page, 'odd'), 2);
  const [file] = await Promise.all([page.waitForEvent('download'), at(page, 'odd-raw').first().click()]);
  assert.match(file.suggestedFilename(), /raw/);
  await at(page, 'recent').filter({ hasText: 'Half' }).click();
  await at(page, 'toast').filter({ hasText: 'cannot be read' }).waitFor();
  await at(page, 'toast-raw').waitFor();
  await at(page, 'recent').filter({ hasNotText: 'Half' }).click();
  await ready(page);
  await who.close();
});

test('a start that did not finish offers the list before the article', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  await saved(page);
  await page.evaluate(
    () =>
      new Promise((done) => {
        const request = indexedDB.open('article-annotator');
        request.onsuccess = () => {
          const values = request.result.transaction('values', 'readwrite').objectStore('values');
          const last = values.get('last');
          last.onsuccess = () => {
            values.put(`${Date.now() - 60000} ${last.result.text}`, 'opening').onsuccess = () => { request.result.close(); done(); };
          };
        };
      }),
  );
  await page.again();
  await at(page, 'start').waitFor();
  await at(page, 'toast').filter({ hasText: 'did not get as far' }).waitFor();
  await at(page, 'toast-reopen').click();
  await ready(page);
  await page.again();
  await ready(page);
  await who.close();
});

test('the word list is written in the same step as the change that taught it', async () => {
  const who = await visitor(site);
  const page = await who.tab();
  await page.open();
  await analyze(page, text());
  await drag(page, 'brass band');
  await page.keyboard.press('o');
  await saved(page);
  const kept = await page.evaluate(
    () =>
      new Promise((done) => {
        const request = indexedDB.open('article-annotator');
        request.onsuccess = () => {
          const words = request.result.transaction('values').objectStore('values').get('words');
          words.onsuccess = () => { request.result.close(); done(words.result?.text ?? ''); };
        };
      }),
  );
  assert.match(kept, /brass band/);
  await who.close();
});
