// SPDX-License-Identifier: EUPL-1.2
// The module without a page: shipped figures, custom data, and what cannot be true.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { draw, load, proportion } from '../../pkg/kansrijke-start.js';

const ROOT = new URL('../../', import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));

const SOURCE = { name: 'Kinderen met een hond', source: 'Eigen onderzoek', direction: 'higher' };
const NL = { region: 'Nederland', period: 2020, numerator: 1500, denominator: 10_000 };
const row = (changes) => ({ region: 'Leiden', period: 2020, numerator: 30, denominator: 200, ...changes });
const own = (rows, options) => load({ ...SOURCE, data: rows, ...options });

/** What is refused, as its code and the problems. */
async function refused(rows, options) {
  try {
    await own(rows, options);
  } catch (error) {
    assert.ok(error instanceof Error);
    assert.equal(error.code, 'row-invalid');
    assert.equal(error.hint, error.problems.map(({ hint }) => hint).join(' '));
    return error.problems.map(({ row: nth, name, found, expected }) => [nth, name, found, expected]);
  }
  assert.fail('nothing was refused');
}

test('our figures say and find what the page says', async () => {
  const figures = await load({ indicator: 'tienermoeders', region: 'Utrecht' });
  assert.match(figures.describe(), /^In Utrecht hadden 3,6 van de 1\.000 kinderen die in 2015 werden geboren een moeder jonger dan 20 jaar\. Dat is lager, en dus gunstiger, dan in Nederland \(6,5 per 1\.000\)\./);
  const finding = figures.findings().find(({ region, period }) => region === 'GM0344' && period === '2015');
  assert.deepEqual({ ...finding, lower: 0, upper: 0 }, {
    indicator: 'tienermoeders', region: 'GM0344', name: 'Utrecht', period: '2015', status: 'shown', method: 'poisson',
    verdict: 'lower', source: 'CBS, StatLine, tabellen 37201 en 85722NED, CC BY 4.0', value: 3.613732182, lower: 0, upper: 0,
    numerator: 18, denominator: 4981, level: 'municipality', parents: ['GG2514', 'CR17', 'PV26'],
  });
  assert.ok(finding.lower < finding.value && finding.value < finding.upper);
  assert.match(figures.describe({ region: 'Leiden', lang: 'en' }), /^In Leiden, 5\.0 in every 1,000 children/);
  assert.deepEqual(figures.regions.find(({ code }) => code === 'GM0344'), { code: 'GM0344', name: 'Utrecht', level: 'municipality', parents: ['GG2514', 'CR17', 'PV26'] });
  assert.deepEqual(figures.regions.find(({ code }) => code === 'NL01'), { code: 'NL01', name: 'Nederland', level: 'country', parents: [] });
  const years = Array.from({ length: 24 }, (_, nth) => String(2000 + nth));
  assert.deepEqual(figures.periods.filter((period) => period.length === 4), years);
  assert.deepEqual(figures.periods.filter((period) => period.length > 4), ['2010-2015', '2019-2023']);
});

test('a figure is cited with the edition of its figures', async () => {
  const figures = await load({ indicator: 'tienermoeders', region: 'Utrecht' });
  const { id, date } = json('pkg/data/index.json').extension.edition;
  const [csl] = JSON.parse(await figures.cite({ style: 'csl', date: '2026-12-05' }));
  assert.deepEqual([csl.version, csl.issued, csl.accessed], [id, { 'date-parts': [date.split('-').map(Number)] }, { 'date-parts': [[2026, 12, 5]] }]);
  assert.match(await figures.cite(), /^CBS \(\d{4}\)\. .*, Utrecht, 2015\. In: Kansrijke Start in een grafiek, uitgave van /);
  assert.match(await figures.cite({ style: 'bibtex', lang: 'en' }), /^@misc\{kansrijke-start_tienermoeders_utrecht_2015_/);
  await assert.rejects(figures.cite({ style: 'apa' }), ({ code, hint }) => code === 'row-invalid' && hint.includes('bibtex'));
  // Figures of one's own have no edition of ours.
  const [mine] = JSON.parse(await (await own([row()])).cite({ style: 'csl' }));
  assert.equal(mine.version, undefined);
  await assert.rejects(load({ indicator: 'tienermoeders', region: 'Utrecht', edition: '../x' }), ({ code }) => code === 'attribute-invalid');
});

test('what is withheld has a status and no number', async () => {
  const figures = await load({ indicator: 'tienermoeders', region: 'GM0047' });
  const [withheld, ...others] = figures.findings().filter(({ region, period }) => region === 'GM0047' && period === '2015');
  assert.equal(others.length, 0);
  assert.deepEqual(withheld, { indicator: 'tienermoeders', region: 'GM0047', name: 'Veendam', period: '2015', status: 'withheld',
    source: 'CBS, StatLine, tabellen 37201 en 85722NED, CC BY 4.0', level: 'municipality', parents: ['GG0111', 'CR01', 'PV20'] });
  const missing = (await load({ indicator: 'tienermoeders', region: 'GM0796' })).findings().find(({ region, period }) => region === 'GM0796' && period === '2013');
  assert.equal(missing.status, 'border-change');
});

test('a region in no other is read, and one in what is no code is refused', async () => {
  const file = json('pkg/data/indicator/tienermoeders.json');
  const read = async (parents) => {
    const folder = mkdtempSync(join(tmpdir(), 'kansrijke-start-'));
    try {
      mkdirSync(join(folder, 'indicator'));
      file.extension.parents.GM0344 = parents;
      writeFileSync(join(folder, 'indicator/tienermoeders.json'), JSON.stringify(file));
      const figures = await load({ indicator: 'tienermoeders', region: 'GM0344', view: 'compare', src: `${pathToFileURL(folder)}/` });
      return new Set(figures.findings().map(({ region }) => region)).size;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  // Its health region has the same municipalities as the province, and so no row of its own.
  assert.equal(await read(['GG2514', 'PV26']), 3);
  assert.equal(await read(['PV26']), 3);
  assert.equal(await read([]), 2);
  for (const wrong of [[26], ['PV26', null]]) await assert.rejects(read(wrong), { code: 'data-malformed' });
});

test('a cell that is no number is refused', async () => {
  for (const wrong of ['5', [5]]) {
    const data = json('pkg/data/indicator/tienermoeders.json');
    data.value[100] = wrong;
    await assert.rejects(load({ data, region: 'Utrecht' }), { code: 'data-malformed' });
  }
});

test('files are those of the program', async () => {
  const asked = { indicator: 'tienermoeders', region: 'Utrecht', view: 'trend' };
  const figures = await load(asked);
  assert.equal(`${figures.toSVG()}\n`, readFileSync(new URL('www/example.svg', ROOT), 'utf8'));
  assert.match(figures.toSVG({ date: '2026-11-22', width: 320 }), /Gemaakt op 22 november<|november 2026/);
  assert.match(figures.toCSV(), /^indicator,region,region_name,period,value,/);
  assert.match(figures.toCSV(), /\ntienermoeders,GM0344,Utrecht,2015,3\.613732,/);
  assert.match(figures.toCSV({ excel: true }), /^\ufeffOnderwerp;Gebied;Periode;Cijfer;/);
  assert.match(figures.toCSV({ excel: true }), /;Utrecht;2015;3,613732;/);
  assert.throws(() => figures.toSVG({ view: 'table' }), { code: 'no-picture' });
});

test('a workbook is the same bytes each time, and another in another language', async () => {
  const figures = await load({ indicator: 'tienermoeders', region: 'Utrecht', view: 'trend' });
  const book = await figures.toXLSX();
  assert.ok(book instanceof Uint8Array && book.length > 5000);
  assert.equal(Buffer.from(book.subarray(0, 4)).toString('latin1'), 'PK\x03\x04');
  assert.deepEqual(await figures.toXLSX(), book);
  assert.notDeepEqual(await figures.toXLSX({ lang: 'en' }), book);
});

test('regions are set beside each other when that is loaded', async () => {
  const asked = { indicator: 'tienermoeders', region: 'Utrecht', view: 'ranking' };
  const figures = await load(asked);
  assert.ok(figures.findings().length > 300);
  assert.match(figures.toSVG(), /^<svg /);
  const other = await load({ ...asked, view: 'number' });
  assert.throws(() => other.describe({ view: 'ranking' }), { code: 'row-invalid', hint: /load\(\{ view: 'ranking' \}\)/ });
});

test('each mistake has its code', async () => {
  const code = (options) => load(options).then(() => 'loaded', (error) => error.code);
  assert.equal(await code({ indicator: 'bestaat-niet', region: 'Utrecht' }), 'indicator-unknown');
  assert.equal(await code({ indicator: 'tienermoeders', region: 'Utrecht', src: 'file:///nergens/' }), 'data-unreachable');
  assert.equal(await code({ indicator: 'tienermoeders', region: 'Utrecht', view: 'taart' }), 'attribute-invalid');
  assert.equal(await code({ indicator: 'tienermoeders', region: 'Utrecht', headingLevel: 9 }), 'attribute-invalid');
  assert.equal(await code({}), 'attribute-invalid');
  const figures = await load({ indicator: 'tienermoeders' });
  assert.throws(() => figures.describe(), { code: 'attribute-invalid' });
  assert.throws(() => figures.describe({ region: 'Lutjebroek' }), { code: 'region-unknown' });
  assert.throws(() => figures.describe({ region: 'Utrecht', period: '1999' }), { code: 'period-unknown' });
  for (const target of ['#grafiek', {}, null, undefined]) {
    await assert.rejects(draw(target, { indicator: 'tienermoeders', region: 'Utrecht' }), { code: 'no-place', hint: /toHTML/ });
  }
  await assert.rejects(draw('#chart', { lang: 'en' }), { code: 'no-place', hint: /no ‘#chart’ here/ });
});

test('rows of one\'s own are figures like ours', async () => {
  const figures = await own([row(), NL, row({ period: 2021, numerator: 40, denominator: 210 }), { ...NL, period: 2021 }]);
  assert.equal(figures.describe(), 'Leiden in 2021: 19,0%. Dat is geen duidelijk verschil met Nederland (15,0%): het kan toeval zijn.');
  const { lower, upper, value } = proportion(40, 210);
  const finding = figures.findings()[1];
  for (const [name, number] of Object.entries({ lower, upper, value })) assert.ok(Math.abs(finding[name] - number * 100) < 1e-8, name);
  assert.equal(finding.source, 'Eigen onderzoek');
  assert.match(figures.toSVG({ view: 'trend' }), /Leiden: geen duidelijk verschil met Nederland.*Kinderen met een hond, 2021/s);
  // The names of the regions, of the columns and of the country are the rows' own.
  assert.match(figures.toCSV(), /\neigen-cijfers,NL01,Nederland,2020,15,/);
});

test('without the country nothing is compared, and regions are distinguished by name', async () => {
  const figures = await own([row(), row({ region: 'Den Haag', numerator: 80 })]);
  assert.equal(figures.describe(), 'Leiden in 2020: 15,0%.');
  assert.equal(figures.describe({ region: 'Den Haag' }), 'Den Haag in 2020: 40,0%.');
  assert.match(figures.describe({ compare: ['Den Haag'] }), /lager, en dus ongunstiger, dan in Den Haag \(40,0%\)/);
});

test('texts can be in two languages, and values have a unit of their own', async () => {
  const figures = await load({
    data: [{ region: 'GM0546', name: 'Leiden', period: '2020', value: 29.7, lower: 29.1, upper: '30.3' }],
    name: { nl: 'Leeftijd', en: 'Age' }, unit: { nl: 'jaar', en: 'years' }, source: 'Eigen onderzoek',
    sentence: { nl: 'In {region} was dat {period} {value}.', en: 'In {region} it was {value} {period}.' },
  });
  assert.equal(figures.describe(), 'In Leiden was dat in 2020 29,7\u00a0jaar.');
  assert.equal(figures.describe({ lang: 'en' }), 'In Leiden it was 29.7\u00a0years in 2020.');
  const [finding] = figures.findings();
  assert.deepEqual([finding.value, finding.lower, finding.upper, finding.method], [29.7, 29.1, 30.3, 'published']);
  // Without counts nobody can say whether there are too few.
  assert.doesNotMatch(figures.toSVG(), /10 personen/);
});

test('rows of CBS codes can be ranked', async () => {
  const rows = ['GM0344', 'GM0363', 'GM0599', 'GM0518'].map((region, at) => row({ region, numerator: 30 + 10 * at }));
  const figures = await own([...rows, NL], { view: 'ranking', region: 'GM0363' });
  assert.deepEqual(figures.findings().map(({ region }) => region).sort(), ['GM0344', 'GM0363', 'GM0518', 'GM0599', 'NL01']);
});

test('too few persons are withheld, and that is reported', async (context) => {
  const warn = context.mock.method(console, 'warn', () => {});
  const few = (numerator, denominator) => own([row({ numerator, denominator }), NL]);
  for (const [numerator, denominator] of [[9, 200], [0, 200], [195, 200]]) {
    const figures = await few(numerator, denominator);
    const [withheld] = figures.findings();
    assert.deepEqual(withheld, { indicator: 'eigen-cijfers', region: 'Leiden', name: 'Leiden', period: '2020', status: 'withheld', source: 'Eigen onderzoek', parents: [] });
    const everything = [figures.toSVG(), figures.toCSV(), figures.toCSV({ excel: true }), figures.describe(), JSON.stringify(figures.findings())];
    // Two files that differ only in what is withheld give the same.
    const other = await few(3, 5000);
    assert.deepEqual(everything, [other.toSVG(), other.toCSV(), other.toCSV({ excel: true }), other.describe(), JSON.stringify(other.findings())]);
  }
  assert.ok(warn.mock.callCount() > 0);
  assert.match(warn.mock.calls[0].arguments[0], /data-undisclosed/);
  // Organisations are no persons.
  const [shown] = (await own([row({ numerator: 3, denominator: 8 })], { counted: 'municipalities' })).findings();
  assert.equal(shown.value, 37.5);
});

test('what cannot be true is refused by row', async () => {
  assert.deepEqual(await refused([row(), row({ period: 2021, numerator: 30, denominator: 20 })]), [[2, 'numerator', '30', '≤ denominator']]);
  assert.deepEqual(await refused([row(), NL, row()]), [[3, 'region, period', 'Leiden 2020', '1×']]);
  assert.deepEqual(await refused([row({ denominator: 0, numerator: 0 })]), [[1, 'denominator', '0', '> 0']]);
  assert.deepEqual(await refused([row({ numerator: 10.5 })]), [[1, 'numerator', '10.5', '0, 1, 2, …']]);
  assert.deepEqual(await refused([row({ numerator: -1 })]), [[1, 'numerator', '-1', '0, 1, 2, …']]);
  assert.deepEqual(await refused([row({ numerator: 'dertig' })]), [[1, 'numerator', 'dertig', '12.5']]);
  assert.deepEqual(await refused([{ region: 'Leiden', period: 2020, value: '12,5', unit: '%' }]), [[1, 'value', '12,5', '12.5']]);
  assert.deepEqual(await refused([{ region: 'Leiden', period: 2020, value: 120 }], { unit: '%' }), [[1, 'value', '120', '0 – 100']]);
  assert.deepEqual(await refused([row({ value: 25 })]), [[1, 'value', '25', '100 × numerator / denominator']]);
  assert.deepEqual(await refused([{ region: 'Leiden', period: 2020, value: 20, lower: 21, upper: 30 }]), [[1, 'lower, upper', '21 – 30', 'lower ≤ value ≤ upper']]);
  assert.deepEqual(await refused([{ region: 'Leiden', period: 2020, value: 20, lower: 10 }]), [[1, 'lower, upper', '10 – undefined', 'lower ≤ value ≤ upper']]);
  assert.deepEqual(await refused([row({ period: '2020-13' })]), [[1, 'period', '2020-13', '2015, 2010-2015, 2022-07']]);
  assert.deepEqual(await refused([row({ period: '2021-2020' })]), [[1, 'period', '2021-2020', '2015, 2010-2015, 2022-07']]);
  assert.deepEqual(await refused([row({ region: ' ' })]), [[1, 'region', '', 'Utrecht, GM0344']]);
  assert.deepEqual(await refused([row({ status: 'geheim' })]), [[1, 'status', 'geheim', 'provisional, estimate, withheld, missing, border-change, incomplete, not-applicable, not-fetched']]);
  const many = await refused(Array.from({ length: 30 }, (_, year) => row({ period: 1990 + year, denominator: 1 })));
  assert.equal(many.length, 10);
  const error = await own([row({ denominator: 20 })], { lang: 'en' }).catch((refusal) => refusal);
  assert.equal(error.hint, 'Row 1, numerator holds ‘30’. Allowed: ≤ denominator.');
});

test('what is no row at all is refused, too', async () => {
  for (const data of [[], {}, 'rows', 7, [null], [undefined], { class: 'dataset' }]) {
    const error = await own(data).then(() => undefined, (refusal) => refusal);
    assert.ok(error instanceof Error && error.code, `${JSON.stringify(data)}: ${error}`);
  }
});

/** As the statistical office of the European Union answers: no roles, sparse cells, flags. */
const eurostat = (changes) => ({
  version: '2.0', class: 'dataset', label: 'Proef: kinderen met een hond', source: 'ESTAT', updated: '2026-03-01T23:00:00+0100',
  value: { 0: 12.5, 1: 13, 3: 9.5, 4: 9.75, 5: 10 }, status: { 1: 'b', 2: 'c', 5: 'p' },
  id: ['freq', 'unit', 'geo', 'time'], size: [1, 1, 2, 3],
  dimension: {
    freq: { label: 'Time frequency', category: { index: { A: 0 }, label: { A: 'Annual' } } },
    unit: { label: 'Unit of measure', category: { index: { PC: 0 }, label: { PC: 'Percentage' } } },
    geo: { label: 'Geopolitical entity (reporting)', category: { index: { BE: 0, NL: 1 }, label: { BE: 'Belgium', NL: 'Netherlands' } } },
    time: { label: 'Time', category: { index: { 2019: 0, 2020: 1, 2021: 2 }, label: { 2019: '2019', 2020: '2020', 2021: '2021' } } },
  },
  extension: { lang: 'EN', id: 'PROEF', agencyId: 'ESTAT', status: { label: { b: 'break in time series', c: 'confidential', p: 'provisional' } } },
  ...changes,
});

test('a dataset of Eurostat is read as it comes', async () => {
  const figures = await load({ data: eurostat(), region: 'BE', view: 'trend', lang: 'en' });
  assert.deepEqual(figures.regions, [{ code: 'BE', name: 'Belgium', parents: [] }, { code: 'NL01', name: 'Netherlands', level: 'country', parents: [] }]);
  const said = figures.findings().map(({ region, period, status, value }) => [region, period, status, value]);
  assert.deepEqual(said, [
    ['BE', '2019', 'shown', 12.5], ['BE', '2020', 'shown', 13], ['BE', '2021', 'withheld', undefined],
    ['NL01', '2019', 'shown', 9.5], ['NL01', '2020', 'shown', 9.75], ['NL01', '2021', 'provisional', 10],
  ]);
  assert.match(figures.describe(), /Belgium in 2020: 13\.0%/);
  assert.match(figures.describe(), /break in time series/);
  assert.match(figures.describe({ region: 'NL' }), /^The Netherlands in 2021: 10\.0%/);
  assert.match(figures.toSVG(), /ESTAT/);
  // The source's own date is given.
  assert.match(figures.toSVG(), /1 March 2026/);
});

test('a JSON-stat dataset may come in any of the shapes of the standard', async () => {
  const lists = {
    value: [12.5, 13, null, 9.5, 9.75, 10], status: ['', 'b', 'c', '', '', 'p'], role: { time: ['jaar'], geo: ['gebied'] },
    id: ['gebied', 'jaar'], size: [2, 3],
    dimension: {
      gebied: { category: { index: ['BE', 'NL'], label: { BE: 'Belgium', NL: 'Netherlands' } } },
      jaar: { category: { index: ['2019', '2020', '2021'] } },
    },
  };
  const one = await load({ data: eurostat(), region: 'BE' });
  const other = await load({ data: eurostat(lists), region: 'BE', unit: '%' });
  assert.deepEqual(other.findings(), one.findings());
});

test('of more categories than one a choice must be made', async () => {
  const data = eurostat({ size: [1, 2, 2, 3], value: { 6: 1, 9: 2 }, status: {} });
  data.dimension.unit.category = { index: { PC: 0, NR: 1 }, label: { PC: 'Percentage', NR: 'Number' } };
  const error = await load({ data }).catch((refusal) => refusal);
  assert.deepEqual([error.code, error.problems[0].name, error.problems[0].expected], ['row-invalid', 'where.unit', 'PC, NR']);
  const figures = await load({ data, where: { unit: 'NR' }, region: 'BE' });
  assert.deepEqual(figures.findings().map(({ value }) => value).filter((value) => value !== undefined), [1, 2]);
  const lost = await load({ data: eurostat({ id: ['freq', 'unit', 'plaats', 'time'] }) }).catch((refusal) => refusal);
  assert.equal(lost.problems[0].name, 'role.geo');
});

test('a file of ours can be handed over as it is', async () => {
  const data = json('pkg/data/indicator/tienermoeders.json');
  const before = JSON.stringify(data);
  const handed = await load({ data, region: 'Utrecht' });
  const fetched = await load({ indicator: 'tienermoeders', region: 'Utrecht' });
  assert.deepEqual(handed.findings(), fetched.findings());
  assert.equal(JSON.stringify(data), before, 'the file is left as it was');
});

test('the bytes of the core can be handed over', () => {
  const code = `import { readFileSync } from 'node:fs';
    globalThis.process.getBuiltinModule = undefined;
    const { load } = await import('./pkg/kansrijke-start.js');
    const figures = await load({ module: readFileSync('pkg/tools_bg.wasm'), data: JSON.parse(readFileSync('pkg/data/indicator/tienermoeders.json')), region: 'Utrecht' });
    console.log(figures.findings().length);`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-'], { input: code, cwd: fileURLToPath(ROOT), encoding: 'utf8' });
  assert.ok(Number(said) > 5, said);
});
