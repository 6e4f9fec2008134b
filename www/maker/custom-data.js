// SPDX-License-Identifier: EUPL-1.2
// Custom data from a CSV file, which never leaves the browser.
import Papa from 'papaparse';
import { evidence, numberOf, periodOf, signOf } from './cells.js';

/** The names by which a column is recognised. */
const NAMES = {
  region: ['region', 'gebied', 'gemeente', 'regio', 'code', 'statcode', 'regios', "regio's", 'area'],
  period: ['period', 'periode', 'perioden', 'jaar', 'year'],
  value: ['value', 'waarde', 'cijfer', 'percentage', '%'],
  numerator: ['numerator', 'teller', 'aantal'],
  denominator: ['denominator', 'noemer', 'totaal'],
  lower: ['lower', 'lower limit', 'ondergrens'],
  upper: ['upper', 'upper limit', 'bovengrens'],
  name: ['region_name'],
  status: ['status'],
  remark: ['toelichting', 'remark'],
};

/** The statuses for the remarks in downloaded files. */
const REMARKS = __REMARKS__;

const COUNTS = ['numerator', 'denominator'];
const LIMITS = ['lower', 'upper'];
const NUMBERS = ['value', ...LIMITS, ...COUNTS];

/** The text of a file: UTF-8, or otherwise the encoding of Dutch spreadsheets. */
async function textOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Excel's "Unicode text" begins with this byte order mark.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A first line that tells Excel the delimiter. */
const SEPARATOR = /^sep=(.)\r?\n/i;

/** The field for the header of a column. */
function fieldOf(head) {
  const name = head.trim().toLowerCase();
  return Object.keys(NAMES).find((field) => NAMES[field].includes(name));
}

/** A count with a sign before each three digits: it is whole, so those are thousands. */
const isWhole = (cell) => /^\s*\d{1,3}([.,]\d{3})+\s*$/.test(cell);

/** The sign before decimals that the numbers of a file show; `unclear` where they contradict each other, or none does and it matters. */
function decimalOf(cells) {
  const signs = new Set(cells.map(evidence).filter(Boolean));
  const isOpen = cells.some((cell) => numberOf(cell) === 'open');
  return signs.size > 1 || (isOpen && !signs.size) ? 'unclear' : [...signs][0];
}

/** The status of a row in words of ours, or as it stands there. */
const statusOf = (cell) => REMARKS[cell] ?? cell;

/** A row of a file, by its cells with the names of their fields; what is wrong goes to `report`. */
function rowOf(cells, decimal, report) {
  const row = {};
  let isWithheld = false;
  let isProvisional = false;
  for (const [field, cell] of cells) {
    if (NUMBERS.includes(field)) {
      const sign = signOf(cell);
      // What may be secret is kept so; a limit that may be is lacking.
      isWithheld ||= sign === 'secret' || (sign === 'either' && !LIMITS.includes(field));
      if (sign) continue;
      const number = COUNTS.includes(field) && isWhole(cell) ? Number(cell.replace(/[.,\s]/g, '')) : numberOf(cell, decimal);
      if (typeof number !== 'number') report(`"${cell}" is geen getal.`);
      else if (number < 0) report(`"${cell}" is kleiner dan nul.`);
      else row[field] = number;
    } else if (field === 'period') {
      const period = periodOf(cell);
      isProvisional = period?.isProvisional ?? false;
      row.period = period?.code ?? cell;
    } else if (field === 'status') row.status = statusOf(cell);
    else if (field === 'remark') row.status ||= REMARKS[cell] ?? '';
    else row[field] = cell;
  }
  const { region, name, period, status } = row;
  if (isWithheld || status === 'withheld') return { region, name, period, status: 'withheld' };
  const isEmpty = !NUMBERS.some((field) => field in row);
  return { ...row, status: status || (isEmpty ? 'missing' : isProvisional ? 'provisional' : undefined) };
}

/** Reads a file into `{rows, problems}`, with the problems in plain Dutch. */
export async function rowsOf(file) {
  const text = await textOf(file);
  const [first = '', delimiter] = SEPARATOR.exec(text) ?? [];
  const { data, errors } = Papa.parse(text.slice(first.length), { delimiter, skipEmptyLines: 'greedy' });
  const [head = [], ...lines] = data;
  const fields = head.map(fieldOf);
  const problems = [];
  const lacks = ['region', 'period'].filter((field) => !fields.includes(field));
  if (lacks.length) problems.push(`Rij 1: er is geen kolom ${lacks.map((field) => NAMES[field].slice(0, 3).join(' of ')).join(', en geen kolom ')}. Er staat: ${head.join(', ') || 'niets'}.`);
  if (!NUMBERS.some((field) => fields.includes(field))) problems.push('Rij 1: er is geen kolom met cijfers (value, of numerator en denominator).');
  for (const twice of fields.filter((field, at) => field && fields.indexOf(field) !== at)) problems.push(`Rij 1: twee kolommen zijn ${twice}.`);
  if (head.length && !lines.length) problems.push('Onder de kop staan geen rijen.');
  for (const { row, code } of errors) {
    if (code !== 'UndetectableDelimiter') problems.push(`Rij ${(row ?? 0) + 1}: de aanhalingstekens kloppen niet.`);
  }
  lines.forEach((line, at) => {
    if (line.length !== head.length) problems.push(`Rij ${at + 2}: ${line.length} cellen, verwacht ${head.length}.`);
  });
  if (problems.length) return { rows: [], problems };
  const decimal = decimalOf(lines.flatMap((line) => line.filter((cell, at) => (
    NUMBERS.includes(fields[at]) && !signOf(cell) && !(COUNTS.includes(fields[at]) && isWhole(cell))))));
  if (decimal === 'unclear') return { rows: [], problems: ['Het is niet te zien of een komma of een punt de decimalen scheidt. Schrijf getallen zonder punten voor duizendtallen.'] };
  const rows = lines.map((line, nth) => {
    const cells = line.map((cell, at) => [fields[at], cell.trim()]).filter(([field]) => field);
    return rowOf(cells, decimal, (problem) => problems.push(`Rij ${nth + 2}: ${problem}`));
  });
  if (problems.length) return { rows: [], problems };
  return { rows, problems };
}

/** What the module refused, with rows numbered as in a spreadsheet, where the header is row 1. */
export const reported = ({ problems, message, hint }) => problems?.map(({ row, hint }) => (
  row ? `Rij ${row + 1}: ${hint}` : hint)) ?? [`${message} ${hint ?? ''}`];
