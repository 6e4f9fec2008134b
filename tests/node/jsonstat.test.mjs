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

/** Whether a file is that of a place by its code. */
const isOfCode = (name) => /^(region\/)?[A-Z]{2}\d+\.json$/.test(name);

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
  // What holds of a whole record is said of its first measure.
  const first = (region, period) => cell(young, { measure: 'value', region, period });
  assert.deepEqual(first('GM0047', '2015'), [null, 'withheld']);
  assert.deepEqual(numerator('GM0047', '2010-2015'), [18, null]);
  assert.deepEqual(first('GM0796', '2013'), [null, 'border-change']);
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
    if (statuses.every((status) => ['provisional', 'estimate'].includes(status))) continue;
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
  // Not in it are parts of others: files by names of places, and those of a few regions or periods.
  const files = ['indicator', 'region'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, DATA)).map((name) => `${folder}/${name}`))
    .filter((href) => !href.startsWith('region/') || isOfCode(href));
  assert.deepEqual(item.map(({ href }) => href).sort(), [...files, 'overview.json'].sort());
  for (const { href, extension } of item) {
    const hash = createHash('sha256').update(readFileSync(new URL(href, DATA))).digest('hex');
    assert.equal(extension.sha256, hash, href);
  }
});

/** What a dataset holds, record by record: its numbers, and the status that stands at one of them. */
function filled(dataset) {
  const found = new Map();
  if (!dataset.n) return found;
  dataset.Unflatten(({ indicator, measure, region, period = dataset.extension.periods[indicator] }, { value, status }) => {
    if (value === null && !status) return;
    const key = `${indicator} ${region} ${period}`;
    if (!found.has(key)) found.set(key, {});
    if (value !== null) found.get(key)[measure] = value;
    if (status) found.get(key).status = status;
  });
  return found;
}

test('every region has the same records in its own file, and no others', () => {
  const places = new Map();
  for (const [key, record] of indicators.flatMap((id) => [...filled(open(`indicator/${id}.json`))])) {
    const region = key.split(' ')[1];
    if (!places.has(region)) places.set(region, []);
    places.get(region).push([key, record]);
  }
  const files = readdirSync(new URL('region/', DATA)).filter(isOfCode);
  assert.equal(files.length, 420);
  let compared = 0;
  for (const name of files) {
    const dataset = open(`region/${name}`);
    const regions = dataset.Dimension('region').id;
    assert.ok(regions.includes(name.replace('.json', '')), name);
    const measures = dataset.Dimension('measure').id;
    const expected = regions.flatMap((region) => places.get(region) ?? []);
    for (const [key, record] of expected) {
      const [indicator, region, period] = key.split(' ');
      const found = {};
      for (const measure of measures) {
        const [value, status] = cell(dataset, { indicator, measure, region, period });
        if (value !== null) found[measure] = value;
        if (status) found.status = status;
      }
      assert.deepEqual(found, record, `${name} ${key}`);
      compared += 1;
    }
    // As many numbers and statuses as those records have, so nothing else.
    const count = (list) => Object.values(list ?? {}).filter((one) => one !== null && one !== undefined && one !== '').length;
    const parts = expected.map(([, { status, ...numbers }]) => [count(numbers), status ? 1 : 0]);
    const total = (at) => parts.reduce((sum, part) => sum + part[at], 0);
    assert.deepEqual([count(dataset.value), count(dataset.status)], [total(0), total(1)], name);
  }
  assert.ok(compared > 10_000, `${compared} records`);
});

test('the parts of an indicator have records of its own file, and no others', () => {
  let compared = 0;
  for (const folder of ['benchmark', 'ranking']) {
    for (const name of readdirSync(new URL(`${folder}/`, DATA))) {
      const known = filled(open(`indicator/${name}`));
      const part = filled(open(`${folder}/${name}`));
      const periods = new Set(open(`${folder}/${name}`).Dimension('period').id);
      const expected = [...known].filter(([key]) => {
        const [, region, period] = key.split(' ');
        return folder === 'benchmark' ? !region.startsWith('GM') : periods.has(period);
      });
      assert.deepEqual(part, new Map(expected), `${folder}/${name}`);
      compared += part.size;
    }
  }
  assert.ok(compared > 3_000, `${compared} records`);
});

test('the file of all indicators has records of theirs, and its parts have records of it', () => {
  const known = new Map(indicators.flatMap((id) => [...filled(open(`indicator/${id}.json`))]));
  const dataset = open('overview.json');
  assert.deepEqual(dataset.id, ['indicator', 'measure', 'region']);
  const overview = filled(dataset);
  for (const [key, record] of overview) assert.deepEqual(record, known.get(key), key);
  assert.ok(overview.size > 1000, `${overview.size} records`);
  let compared = 0;
  for (const name of readdirSync(new URL('overview/', DATA))) {
    const part = open(`overview/${name}`);
    const regions = part.Dimension('region').id;
    const expected = [...overview].filter(([key]) => {
      const [indicator, region] = key.split(' ');
      return regions.includes(region) && part.Dimension('indicator').id.includes(indicator);
    });
    assert.deepEqual(filled(part), new Map(expected), name);
    compared += expected.length;
  }
  assert.ok(compared > 10_000, `${compared} records`);
});

/** The rows of one of our own tables, as objects. */
function rows(name) {
  const text = readFileSync(new URL(`../../www/figures/${name}`, import.meta.url), 'utf8');
  const split = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .map(([, field]) => field.replace(/^"|"$/g, '').replaceAll('""', '"'));
  const [headings, ...records] = text.trimEnd().split('\n').filter((line) => !line.startsWith('#')).map(split);
  return records.map((record) => Object.fromEntries(headings.map((heading, at) => [heading, record[at]])));
}

test('published figures are as they stand in their table', () => {
  const answers = { yes: 2, preparation: 1, no: 0 };
  const known = new Map(indicators.flatMap((id) => [...filled(open(`indicator/${id}.json`))]));
  let compared = 0;
  for (const row of rows('published.csv')) {
    const { status, ...numbers } = known.get(`${row.indicator} ${row.region} ${row.period}`);
    // What is withheld has no numbers at all, and what could not be rebuilt neither.
    if (['withheld', 'border-change', 'missing'].includes(status)) {
      assert.deepEqual(numbers, {}, JSON.stringify(row));
      continue;
    }
    for (const measure of ['value', 'numerator', 'denominator', 'lower', 'upper']) {
      assert.equal(numbers[measure] ?? '', row[measure] === '' ? '' : Number(row[measure]), JSON.stringify(row));
    }
    if (row.answer) assert.equal(numbers.answer, answers[row.answer], JSON.stringify(row));
    compared += 1;
  }
  assert.ok(compared > 200, `${compared} figures`);
});

test('births of municipalities that never changed are those of the source, or withheld', () => {
  const changed = new Set(rows('mergers.csv').flatMap(({ from, to }) => [from, to]));
  const here = new Set(rows('regions.csv').map(({ code }) => code));
  const counts = { levendgeborenen: 'born', tienermoeders: 'mothers_under_20', 'moeders-35-plus': 'mothers_35_plus', 'eerste-kinderen': 'first_children' };
  let [same, withheld] = [0, 0];
  for (const [id, column] of Object.entries(counts)) {
    const known = filled(open(`indicator/${id}.json`));
    for (const row of rows('births.csv')) {
      if (!here.has(row.region) || changed.has(row.region) || /^(PV|CR)/.test(row.region)) continue;
      const record = known.get(`${id} ${row.region} ${row.period}`);
      if (record.status === 'withheld') {
        assert.deepEqual(record, { status: 'withheld' });
        withheld += 1;
        continue;
      }
      if (row[column] === '') {
        assert.deepEqual(record, { status: 'not-fetched' });
        continue;
      }
      const expected = { numerator: Number(row[column]) };
      if (id !== 'levendgeborenen') expected.denominator = Number(row.born);
      assert.deepEqual(record, expected, JSON.stringify(row));
      same += 1;
    }
  }
  assert.ok(same > 4000 && withheld > 500, `${same} the same, ${withheld} withheld`);
});
