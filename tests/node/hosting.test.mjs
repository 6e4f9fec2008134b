// SPDX-License-Identifier: EUPL-1.2
// The page on hosting: what it computes comes out, from files as large as they are.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

const ROOT = new URL('../../', import.meta.url);
const page = readFileSync(new URL('www/hosting.html', ROOT), 'utf8');
const [, section] = /<section id="landelijk">([^]*?)\n<\/section>\n\n/.exec(page);
const data = [...section.matchAll(/<data value="(\d+)">/g)].map(([, value]) => Number(value));
const [requests, kilobytes, requestsAgain, kilobytesAgain, new100, hour, rush] = data;
const rows = [...section.matchAll(/<tr><th scope="row">[^<]*<\/th>(.*?)<\/tr>/g)]
  .map(([, cells]) => [...cells.matchAll(/<td>([\d.]+)<\/td>/g)].map(([, cell]) => Number(cell.replaceAll('.', ''))));

/** Of a number of charts a day: requests and gigabytes, and what comes in a second of the rush. */
function load(charts) {
  const first = new100 / 100;
  const asked = charts * (first * requests + (1 - first) * requestsAgain);
  const sent = charts * (first * kilobytes + (1 - first) * kilobytesAgain) / 1e6;
  const perSecond = (amount) => amount / hour / 3600 * rush;
  return [asked, sent, perSecond(asked), perSecond(sent) * 8000].map((amount) => Math.round(amount + 1e-6));
}

test('the table is what its assumptions come to', () => {
  assert.equal(rows.length, 3);
  for (const [charts, ...rest] of rows) assert.deepEqual(rest, load(charts), String(charts));
  const [full, origin] = data.slice(7);
  // A line of a gigabit is full where the rush takes all of it.
  assert.ok(load(full)[3] === 1000 && load(full + 20_000)[3] > 1000);
  assert.equal(Math.round(full / 1e6), 20);
  // Twenty-one hundred files, asked for once in ten minutes by a hundred places.
  assert.equal(origin, 2100 * 100 / 600);
  assert.equal(Math.round(100 - 100 * origin / load(50e6)[2]), 99);
});

test('a first visit is no more than it assumes', () => {
  const files = ['kansrijke-start.js', 'core_bg.wasm', 'data/country/tienermoeders.json', 'data/region/GM0344.json', 'later.js', 'interaction.js'];
  assert.equal(files.length, requests);
  const sizes = files.map((name) => brotliCompressSync(readFileSync(new URL(`pkg/${name}`, ROOT))).length);
  const total = sizes.reduce((sum, size) => sum + size) / 1000;
  assert.ok(total < kilobytes && total > kilobytes * 0.8, String(total));
  const all = readdirSync(new URL('pkg/', ROOT), { recursive: true, withFileTypes: true });
  const count = all.filter((entry) => entry.isFile() && !`${entry.parentPath}/`.includes('/integrations/')).length;
  assert.ok(count < 2100, String(count));
});
