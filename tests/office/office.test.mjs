// SPDX-License-Identifier: EUPL-1.2
// What other programs make of our files: LibreOffice opens rows and workbooks, R reads a data file.
//   cargo xtask test --office
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { load } from '../../pkg/kansrijke-start.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'office-'));
after(() => rmSync(folder, { recursive: true }));

/** How LibreOffice is told to read rows: the sign between cells, and the settings of a country. */
const READ = { csv: 'CSV:44,34,76,1,,1033,false,true', excel: 'CSV:59,34,76,1,,1043,false,true' };

/** And to write them: commas, every sheet, numbers as they are and not as they are shown. */
const WRITE = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,false,false,false,-1';

/** The cells of rows with commas. */
function cellsOf(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1 || row[0]);
}

/** What LibreOffice has in the cells of a file, by the names of its sheets. */
function opened(name, content, filter) {
  const file = join(folder, name);
  const out = mkdtempSync(join(folder, 'uit-'));
  writeFileSync(file, content);
  execFileSync('soffice', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`, '--headless',
    ...(filter ? [`--infilter=${filter}`] : []), '--convert-to', WRITE, '--outdir', out, file], { stdio: 'pipe', timeout: 120_000 });
  return Object.fromEntries(readdirSync(out).map((made) =>
    [made.replace(/\.csv$/, '').split('-').slice(1).join('-'), cellsOf(readFileSync(join(out, made), 'utf8'))]));
}

/** Numbers as numbers, so that 3.10 and 3.1 are the same. */
const compared = (row) => row.map((cell) => (/^-?[\d.]+$/.test(cell) ? Number(cell) : cell));

for (const asked of [
  { indicator: 'tienermoeders', region: 'Ameland', view: 'trend' },
  { indicator: 'eerste-kinderen', region: 'Rotterdam', view: 'ranking', within: 'PV28' },
  { region: 'Utrecht', view: 'heatmap', within: 'PV26' },
]) {
  test(`LibreOffice opens ${asked.view} of ${asked.region} in three forms, with the same values`, async () => {
    const figures = await load(asked);
    const rows = cellsOf(figures.toCSV());
    const [csv] = Object.values(opened('cijfers.csv', figures.toCSV(), READ.csv));
    assert.deepEqual(csv.map(compared), rows.map(compared));
    const [excel] = Object.values(opened('cijfers-excel.csv', figures.toCSV({ excel: true }), READ.excel));
    const { Cijfers: book, Uitleg: about } = opened('cijfers.xlsx', await figures.toXLSX());
    assert.equal(book.length, rows.length);
    const numbers = (row, from) => compared(row.slice(from, from + 6));
    rows.slice(1).forEach((row, nth) => {
      const [one, other] = [excel[nth + 1], book[nth + 1]];
      // Code of the indicator, code of the region, numbers and remark.
      assert.deepEqual([one[9], one[10], ...numbers(one, 3)], [row[0], row[1], ...numbers(row, 4)]);
      const value = row[4] || row[5] ? numbers(row, 4) : [row[9], ...numbers(row, 5).slice(0, 5)];
      assert.deepEqual([other[9], other[10], ...numbers(other, 3)], [row[0], row[1], ...value]);
    });
    const terms = new Set(about.map(([term]) => term));
    for (const term of ['Grafiek', 'Onderwerp', 'Bron', 'Licentie', 'Uitgave van de cijfers', 'Verwijzing']) assert.ok(terms.has(term), term);
  });
}

test('a text that begins as a formula stays a text', async () => {
  const data = [{ region: 'GM0344', name: '=1+1', period: '2015', value: 4 }, { region: 'NL01', name: '+2', period: '2015', value: 5 }];
  const figures = await load({ data, name: '@SUM(1)', unit: '-', source: '=3*3', kind: 'mean' });
  const { Cijfers: book, Uitleg: about } = opened('formules.xlsx', await figures.toXLSX());
  assert.ok(book.flat().includes('=1+1'), JSON.stringify(book));
  assert.ok(about.flat().some((text) => text.startsWith('=3*3')), JSON.stringify(about));
  assert.ok(![...book.flat(), ...about.flat()].some((cell) => ['2', '9'].includes(cell)));
});

test('R reads a data file as the READMEs say', () => {
  for (const name of ['README.md', 'README.en.md']) {
    const [, code] = /^```r\n([^]*?)^```$/m.exec(readFileSync(join(ROOT, name), 'utf8'));
    const printed = execFileSync('Rscript', ['--vanilla', '-'], { input: code, cwd: ROOT, encoding: 'utf8' });
    const said = code.split('\n').filter((line) => line.startsWith('#> ')).map((line) => line.slice(3));
    assert.deepEqual(printed.trimEnd().split('\n').map((line) => line.trimStart()), said, name);
  }
});

test('R counts in a data file what is in it', () => {
  const code = `
    library(jsonlite)
    for (id in c("tienermoeders", "eerste-kinderen", "leeftijd-eerste-kind")) {
      bestand <- fromJSON(file.path("pkg/data/indicator", paste0(id, ".json")))
      codes <- lapply(bestand$dimension[bestand$id], function(d) d$category$index)
      cellen <- expand.grid(rev(codes), stringsAsFactors = FALSE)
      plaats <- as.character(seq_len(nrow(cellen)) - 1)
      waarden <- if (is.list(bestand$value)) unlist(bestand$value)[plaats] else bestand$value
      goed <- !is.na(waarden)
      cat(id, nrow(cellen), sum(goed), format(sum(waarden[goed]), digits = 15), "\\n")
    }`;
  const printed = execFileSync('Rscript', ['--vanilla', '-'], { input: code, cwd: ROOT, encoding: 'utf8' });
  for (const line of printed.trim().split('\n')) {
    const [id, cells, numbers, sum] = line.split(' ');
    const { size, value } = JSON.parse(readFileSync(join(ROOT, `pkg/data/indicator/${id}.json`), 'utf8'));
    const known = Object.values(value).filter((number) => number !== null);
    assert.equal(Number(cells), size.reduce((product, length) => product * length), id);
    assert.equal(Number(numbers), known.length, id);
    const own = known.reduce((total, number) => total + number, 0);
    assert.ok(Math.abs(Number(sum) - own) < 1e-6 * own, `${id}: ${sum} and ${own}`);
  }
});
