// SPDX-License-Identifier: EUPL-1.2
// A picture on a canvas is painted by hand: by everything that the pictures hold.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const GOLDEN = new URL('../golden/', import.meta.url);
const pictures = readdirSync(GOLDEN).filter((name) => name.endsWith('.svg')).map((name) => readFileSync(new URL(name, GOLDEN), 'utf8'));
const painter = readFileSync(new URL('../../src/web/tools/paint.rs', import.meta.url), 'utf8');

const found = (pattern) => [...new Set(pictures.flatMap((svg) => [...svg.matchAll(pattern)].map(([, name]) => name)))];

/** What names and describes a picture, and marks what a reader can point at. */
const UNSEEN = /^(class|role|lang|pointer-events|xmlns|overflow|viewBox|id|aria-.*|data-.*)$/;

test('every attribute that is seen is painted', () => {
  const seen = found(/ ([\w-]+)="/g).filter((name) => !UNSEEN.test(name));
  assert.ok(seen.includes('stroke-opacity') && seen.includes('fill-rule'), 'some picture has each');
  for (const name of seen) assert.ok(painter.includes(`"${name}"`), `${name} is not painted`);
});

test('every shape is painted', () => {
  const shapes = found(/<([a-z]+)/g).filter((name) => !['title', 'desc'].includes(name));
  for (const name of shapes) assert.ok(painter.includes(`"${name}"`), `<${name}> is not painted`);
});
