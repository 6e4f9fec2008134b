// SPDX-License-Identifier: EUPL-1.2
// What the maker makes of a cell is what `prepare` makes of it: `tests/prepare/cells.rs` holds the
// program to the same list.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { numberOf, periodOf, signOf } from '../../www/maker/cells.js';

const { periods, signs, numbers } = JSON.parse(readFileSync(new URL('../cells.json', import.meta.url), 'utf8'));

test('periods, signs and numbers are read as prepare reads them', () => {
  for (const [text, expected] of Object.entries(periods)) {
    const found = periodOf(text);
    assert.deepEqual(found ? [found.code, found.isProvisional] : null, expected, text);
  }
  for (const [text, expected] of Object.entries(signs)) assert.equal(signOf(text) ?? null, expected, text);
  for (const [text, decimal, expected] of numbers) assert.equal(numberOf(text, decimal ?? undefined) ?? null, expected, `${text} ${decimal}`);
});
