// SPDX-License-Identifier: EUPL-1.2
// A row for each region in each period: which rows there are, what stands in them, and that nothing
// withheld can be computed from them.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { load } from '../../pkg/kansrijke-start.js';
import { heard } from './heard.mjs';

const DATA = new URL('../../pkg/data/', import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, DATA), 'utf8'));
const MOTHERS = json('indicator/tienermoeders.json');
const { index: CODES } = MOTHERS.dimension.region.category;
const of = (letters) => CODES.filter((code) => code.startsWith(letters));
const figures = await load({ indicator: 'tienermoeders' });
const unique = (rows, name) => [...new Set(rows.map((row) => row[name]))];

test('every municipality in every period is one row', () => {
  const rows = figures.findings({ regions: 'municipalities', periods: 'all' });
  assert.deepEqual(unique(rows, 'region'), of('GM'));
  const periods = unique(rows, 'period');
  assert.equal(rows.length, of('GM').length * periods.length);
  assert.equal(new Set(rows.map(({ region, period }) => `${region} ${period}`)).size, rows.length);
  assert.deepEqual(unique(rows, 'level'), ['municipality']);
  assert.ok(periods.includes('2015') && periods.includes('2010-2015'));
  const utrecht = rows.find(({ region, period }) => region === 'GM0344' && period === '2015');
  const [same] = figures.findings({ region: 'Utrecht' }).filter(({ region, period }) => region === 'GM0344' && period === '2015');
  assert.deepEqual(utrecht, same, 'a row is what the figure finds');
  assert.deepEqual([utrecht.level, utrecht.parents.includes('PV26'), utrecht.verdict, utrecht.numerator], ['municipality', true, 'lower', 18]);
});

test('regions are asked for by sort, by code, by name and by what they lie in', () => {
  const regions = (asked) => unique(figures.findings({ period: 2015, ...asked }), 'region');
  assert.deepEqual(regions({ regions: 'provinces' }), of('PV'));
  assert.deepEqual(regions({ regions: 'health regions' }), of('GG'));
  assert.deepEqual(regions({ regions: 'COROP regions' }), of('CR'));
  assert.deepEqual(regions({ regions: ['countries'] }), ['NL01']);
  assert.deepEqual(regions({ regions: 'all' }), CODES);
  assert.deepEqual(regions({ regions: ['Leiden', 'PV26', 'gm0344', 'Leiden'] }), ['GM0546', 'PV26', 'GM0344']);
  const inside = regions({ regions: 'municipalities', within: 'PV26' });
  assert.ok(inside.includes('GM0344') && !inside.includes('GM0546') && inside.length > 20);
  assert.deepEqual(inside, figures.regions.filter(({ level, parents }) => level === 'municipality' && parents.includes('PV26')).map(({ code }) => code));
  assert.deepEqual(regions({ periods: 2015 }), CODES, 'of no region in particular');
  assert.deepEqual(regions({ periods: 2015, region: 'Leiden' }), ['GM0546']);
});

test('periods are a number, a text, a list, or the newest that most have', () => {
  const periods = (asked) => unique(figures.findings({ regions: ['Utrecht', 'Leiden'], ...asked }), 'period');
  assert.deepEqual(periods({ periods: 2015 }), ['2015']);
  assert.deepEqual(periods({ period: 2015 }), ['2015']);
  assert.deepEqual(periods({ periods: [2015, '2010-2015', 2011, 2015] }), ['2011', '2010-2015', '2015']);
  assert.deepEqual(periods({}), unique(figures.findings({ regions: 'municipalities' }), 'period'));
  assert.equal(figures.describe({ region: 'Utrecht', period: 2011 }), figures.describe({ region: 'Utrecht', period: '2011' }));
});

test('what is typed wrong is read or refused as elsewhere', async () => {
  const [rows, said] = await heard(() => figures.findings({ regions: ['Gemeente Utrecht', '546'], periods: '2010 t/m 2015' }));
  assert.deepEqual(rows.map(({ region, period }) => [region, period]), [['GM0344', '2010-2015'], ['GM0546', '2010-2015']]);
  assert.ok(said.length === 1 && said[0].includes('region="GM0344"') && said[0].includes('period="2010-2015"'), said.join('\n'));
  assert.throws(() => figures.findings({ regions: 'Amersfort' }), { code: 'region-unknown', message: /Bedoelt u Amersfoort\?/ });
  assert.throws(() => figures.findings({ regions: 'provinces', periods: 1901 }), { code: 'period-unknown' });
  assert.throws(() => figures.findings({ regions: 'provinces', periods: 'vorig jaar' }), { code: 'attribute-invalid' });
  assert.throws(() => figures.findings({ regions: 'municipalities', within: 'similar' }), { code: 'attribute-invalid' });
  assert.throws(() => figures.findings({ regions: {} }), { code: 'region-unknown' });
});

test('of many indicators each has its own period', async () => {
  const many = await load({ view: 'heatmap' });
  const rows = many.findings({ regions: 'provinces', periods: 'all' });
  assert.ok(unique(rows, 'indicator').length > 3);
  for (const indicator of unique(rows, 'indicator')) {
    assert.equal(unique(rows.filter((row) => row.indicator === indicator), 'period').length, 1, indicator);
  }
});

/** The members of a row that has no number. */
const BARE = ['indicator', 'level', 'name', 'parents', 'period', 'region', 'source', 'status'];

test('a withheld row has no number, whatever stands in the file', async () => {
  const rows = figures.findings({ regions: 'all', periods: 'all' });
  const withheld = rows.filter(({ status }) => status === 'withheld');
  assert.ok(withheld.length > 500);
  for (const row of withheld) assert.deepEqual(Object.keys(row).sort(), BARE);
  // Two files that differ only in what is too small, or marked as withheld, give the same rows.
  const told = async (numerator, denominator, status) => {
    const data = structuredClone(MOTHERS);
    const { id, size } = data;
    const at = (place) => id.reduce((cell, name, nth) => cell * size[nth] + place[name], 0);
    const { index: measures } = data.dimension.measure.category;
    const { index: periods } = data.dimension.period.category;
    const place = { indicator: 0, region: CODES.indexOf('GM0344'), period: periods.indexOf('2015') };
    const set = (measure, value) => {
      const cell = at({ ...place, measure: measures.indexOf(measure) });
      data.value[cell] = value;
      delete data.status[cell];
      if (status) data.status[cell] = status;
    };
    set('numerator', numerator);
    set('denominator', denominator);
    if (measures.includes('value')) set('value', null);
    const hidden = await load({ data, region: 'Utrecht' });
    const [found] = await heard(() => hidden.findings({ regions: 'all', periods: 'all' }));
    const own = found.find(({ region, period }) => region === 'GM0344' && period === '2015');
    assert.deepEqual([own.status, Object.keys(own).sort()], ['withheld', BARE]);
    return JSON.stringify(found);
  };
  const one = await told(3, 5000);
  assert.equal(await told(9, 4000), one);
  assert.equal(await told(4991, 5000), one);
  assert.equal(await told(500, 5000, 'withheld'), one);
});

test('no withheld count follows from the sums of what is shown', async () => {
  let sums = 0;
  for (const name of readdirSync(new URL('indicator/', DATA))) {
    const indicator = name.replace('.json', '');
    const loaded = await load({ indicator }).catch(() => {});
    if (!loaded?.regions.some(({ level }) => level === 'municipality')) continue;
    const all = loaded.findings({ regions: 'all', periods: 'all' });
    // The municipalities without a count in each area and period.
    const unknown = {};
    for (const { level, numerator, parents, period, region, status } of all) {
      if (level !== 'municipality' || numerator !== undefined) continue;
      for (const whole of [...parents, 'NL01']) (unknown[`${whole} ${period}`] ??= []).push([region, status]);
    }
    for (const { level, numerator, period, region } of all) {
      if (level === 'municipality' || numerator === undefined) continue;
      const [[part, status] = [], ...others] = unknown[`${region} ${period}`] ?? [];
      sums += 1;
      assert.ok(status !== 'withheld' || others.length, `${indicator} ${region} ${period}: ${part}`);
    }
  }
  assert.ok(sums > 100, `only ${sums} sums`);
});
