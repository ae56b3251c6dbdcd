// Kills the whole browser at random moments and looks what is there afterwards. Everything that was called saved must be.
// node tests/e2e/kill.mjs ROUNDS; prints the counts.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { at, chromiumPath, mark, paste, ready, sample, serveDist } from './harness.mjs';

/** Kills every process of the browser with this profile: those that carry its folder in their command line. */
async function kill(context, profile) {
  const { execFileSync } = await import('node:child_process');
  let pids = '';
  try {
    pids = execFileSync('pgrep', ['-f', `user-data-dir=${profile}`], { encoding: 'utf8' });
  } catch {
    // Gone already.
  }
  for (const pid of pids.split('\n').filter(Boolean)) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It went with its parent.
    }
  }
  await context.close().catch(() => {});
}

async function launch(profile) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  context.setDefaultTimeout(30_000);
  return context;
}

export async function rounds(wanted) {
  const server = await serveDist();
  const profile = mkdtempSync(join(tmpdir(), 'annotator-kill-'));
  const told = { kills: 0, acknowledged: 0, lost: 0, newer: 0, unopened: 0 };
  // What was called saved last.
  let known = null;
  try {
    for (let round = 0; round < wanted; round += 1) {
      const context = await launch(profile);
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(server.address);
      await page.locator('[data-testid=start], [data-testid=article]').first().waitFor();
      if (await at(page, 'start').count()) {
        if (known === null) {
          await paste(page, sample('news-wire'));
        } else {
          // A kill while the article was being opened: it is offered.
          await at(page, 'recent').first().click();
        }
      }
      await ready(page).catch(() => { told.unopened += 1; });
      await page.locator('[data-testid=mark]').first().click();
      const field = at(page, 'inspector-note');
      await field.waitFor();
      if (known !== null) {
        const found = Number((await field.inputValue()) || 0);
        if (found < known) told.lost += 1;
        if (found > known) told.newer += 1;
        assert.ok(found >= known, `round ${round}: ${known} was called saved, ${found} is there`);
        known = found;
      }
      const end = Date.now() + 300 + Math.random() * 1_500;
      let number = known ?? 0;
      while (Date.now() < end) {
        number += 1;
        await field.fill(String(number));
        // The state after this key, called saved.
        const saved = await page
          .waitForFunction(() => document.querySelector('[data-testid=saved]')?.classList.contains('ok'), null, { timeout: 5_000, polling: 5 })
          .then(() => true, () => false);
        if (saved) {
          known = number;
          told.acknowledged += 1;
        }
        if (Math.random() < 0.2) await page.waitForTimeout(Math.random() * 80);
      }
      // One more, killed in its flight.
      await field.fill(String(number + 1));
      await page.waitForTimeout(Math.random() * 30);
      await kill(context, profile);
      told.kills += 1;
    }
  } finally {
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
  return told;
}

if (process.argv[1]?.endsWith('kill.mjs')) {
  console.log(await rounds(Number(process.argv[2] ?? 20)));
}
