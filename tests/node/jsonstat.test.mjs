// SPDX-License-Identifier: EUPL-1.2
// The data files through a reader that knows nothing of this project: the JSON-stat Toolkit.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const JSONstat = createRequire(new URL('../../xtask/package.json', import.meta.url))('jsonstat-toolkit');
const DATA = new URL('../../pkg/data/', import.meta.url);
const read = (href) => JSON.parse(readFileSync(new URL(href, DATA), 'utf8'));
const open = (href) => JSONstat(read(href));
const indicators = readdirSync(new URL('indicator/', DATA)).map((name) => name.replace(/\.json$/, ''));

/** One cell as the reader sees it. */
const cell = (dataset, at) => {
  const { value, status } = dataset.Data(at);
  return [value, status];
};

test('every indicator is a dataset with the roles of time, place and measure', () => {
  assert.ok(indicators.length >= 90, `${indicators.length} files`);
  for (const id of indicators) {
    const file = read(`indicator/${id}.json`);
    const dataset = JSONstat(file);
    assert.equal(file.version, '2.0', id);
    assert.equal(dataset.class, 'dataset', id);
    assert.deepEqual(dataset.id, ['indicator', 'measure', 'region', 'period'], id);
    assert.deepEqual(dataset.role.time, ['period'], id);
    assert.deepEqual(dataset.role.geo, ['region'], id);
    assert.deepEqual(dataset.role.metric, ['measure'], id);
    assert.equal(dataset.n, file.size.reduce((product, size) => product * size, 1), id);
    assert.deepEqual(dataset.Dimension('indicator').id, [id]);
    assert.equal(dataset.Dimension('indicator').Category(id).label, dataset.label, id);
    assert.ok(dataset.source, id);
  }
});

test('counts of CBS table 37201: births and young mothers', () => {
  const dataset = open('indicator/tienermoeders.json');
  const record = (region, period) => ['numerator', 'denominator']
    .map((measure) => dataset.Data({ measure, region, period }).value);
  assert.deepEqual(record('NL01', '2015'), [1109, 170510]);
  assert.deepEqual(record('GM0344', '2015'), [18, 4981]);
  assert.equal(dataset.Dimension('region').Category('GM0344').label, 'Utrecht');
  // The table's births of the six years, added up by hand.
  const born = [184397, 180060, 175959, 171341, 175181, 170510].reduce((sum, year) => sum + year);
  assert.equal(record('NL01', '2010-2015')[1], born);
});

test('figures as RIVM, Perined and others printed them', () => {
  const value = (id, period) => open(`indicator/${id}.json`).Data({ measure: 'value', region: 'NL01', period }).value;
  // Monitor Kansrijke Start 2023 and 2024.
  assert.equal(value('lokale-coalitie', '2023'), 62);
  assert.equal(value('samenwerkingsafspraken', '2024'), 90);
});

test('withheld, moved borders, missing and provisional are four things', () => {
  const young = open('indicator/tienermoeders.json');
  const numerator = (region, period) => cell(young, { measure: 'numerator', region, period });
  assert.deepEqual(numerator('GM0047', '2015'), [null, 'withheld']);
  assert.deepEqual(numerator('GM0047', '2010-2015'), [18, null]);
  assert.deepEqual(numerator('GM0796', '2013'), [null, 'border-change']);
  const value = (id, period) => cell(open(`indicator/${id}.json`), { measure: 'value', region: 'NL01', period });
  assert.deepEqual(value('doodgeboorte-cbs', '2016'), [4.7, 'provisional']);
  assert.deepEqual(value('kinderen-armoederisico-langdurig', '1985'), [null, 'missing']);
});

/** Every record that the reader finds: its cells as [value, status], by measure. */
function* records(id) {
  const dataset = open(`indicator/${id}.json`);
  // The reader has no cells to give of an indicator without figures.
  if (!dataset.n) return;
  for (const region of dataset.Dimension('region').id) {
    for (const period of dataset.Dimension('period').id) {
      const cells = dataset.Dimension('measure').id.map((measure) =>
        [measure, cell(dataset, { measure, region, period })]);
      yield { at: `${id} ${region} ${period}`, cells: Object.fromEntries(cells), dataset };
    }
  }
}

test('a record without a figure holds no number in any measure', () => {
  let withheld = 0;
  for (const { at, cells } of indicators.flatMap((id) => [...records(id)])) {
    const statuses = Object.values(cells).map(([, status]) => status).filter(Boolean);
    if (statuses.every((status) => status === 'provisional')) continue;
    withheld += statuses.includes('withheld');
    assert.ok(Object.values(cells).every(([value]) => value === null), at);
  }
  assert.ok(withheld > 1000, `${withheld} withheld records`);
});

test('no count of persons, or of the others, lies below the threshold', () => {
  let counted = 0;
  for (const { at, cells, dataset } of indicators.flatMap((id) => [...records(id)])) {
    const { threshold, definitions: [definition] } = dataset.extension;
    assert.equal(threshold, 10, at);
    const [count, all] = ['numerator', 'denominator'].map((measure) => cells[measure]?.[0] ?? null);
    if (definition.counted !== 'persons' || count === null) continue;
    counted += 1;
    assert.ok(count >= threshold, at);
    if (all !== null) assert.ok(all - count >= threshold, at);
  }
  assert.ok(counted > 1000, `${counted} records with a count`);
});

test('every status that is used is explained in the file', () => {
  for (const id of indicators) {
    const { status, extension } = read(`indicator/${id}.json`);
    // A list of statuses has nothing for most cells.
    for (const word of new Set(Object.values(status).filter(Boolean))) assert.ok(extension.status.label[word], `${id}: ${word}`);
  }
});

test('the collection lists every file, with its hash', () => {
  const collection = open('index.json');
  assert.equal(collection.class, 'collection');
  const { item } = collection.link;
  const files = ['indicator', 'region'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, DATA)).map((name) => `${folder}/${name}`));
  assert.deepEqual(item.map(({ href }) => href).sort(), files.sort());
  for (const { href, extension } of item) {
    const hash = createHash('sha256').update(readFileSync(new URL(href, DATA))).digest('hex');
    assert.equal(extension.sha256, hash, href);
  }
});

test('a region has the same cells in its own file', () => {
  const region = open('region/GM0344.json');
  let compared = 0;
  for (const indicator of region.Dimension('indicator').id) {
    const dataset = open(`indicator/${indicator}.json`);
    for (const measure of dataset.Dimension('measure').id) {
      for (const place of region.Dimension('region').id) {
        for (const period of dataset.Dimension('period').id) {
          const at = { indicator, measure, region: place, period };
          assert.deepEqual(cell(region, at), cell(dataset, at), JSON.stringify(at));
          compared += 1;
        }
      }
    }
  }
  assert.ok(compared > 1000, `${compared} cells`);
});
