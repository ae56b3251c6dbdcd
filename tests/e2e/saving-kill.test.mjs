// The browser is killed twenty times; `node tests/e2e/kill.mjs 500` does it as often as one likes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rounds } from './kill.mjs';

test('nothing that was called saved is lost when the browser is killed', { timeout: 600_000 }, async () => {
  const told = await rounds(20);
  assert.equal(told.lost, 0, JSON.stringify(told));
  assert.equal(told.unopened, 0, JSON.stringify(told));
});
