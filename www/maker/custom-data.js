// SPDX-License-Identifier: EUPL-1.2
// Figures of one's own, from a CSV file that stays in the browser.
import Papa from 'papaparse';

/** What columns may be called. */
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

/** What our own files say of a row, and its status: too few is not none. */
const REMARKS = __REMARKS__;

const COUNTS = ['numerator', 'denominator'];
const VALUES = ['value', 'lower', 'upper'];
const NUMBERS = [...VALUES, ...COUNTS];

/** The text of a file: UTF-8, or what Dutch spreadsheets write where it is not. */
async function textOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // What Excel calls Unicode text begins so.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A first line that is not a row, by which Excel learns what stands between cells. */
const SEPARATOR = /^sep=(.)\r?\n/i;

/** The field that a column's head means. */
function fieldOf(head) {
  const name = head.trim().toLowerCase();
  return Object.keys(NAMES).find((field) => NAMES[field].includes(name));
}

/**
 * Whether commas are decimal: some number has one and none has a point. A comma before three
 * digits could be either, so a file of nothing but those is refused rather than guessed.
 */
function decimalOf(cells) {
  const numbers = cells.filter((cell) => /[.,]/.test(cell));
  const comma = numbers.filter((cell) => /^-?\d{1,3}(\.\d{3})*,\d+%?$|^-?\d+,\d+%?$/.test(cell));
  const point = numbers.filter((cell) => /^-?\d{1,3}(,\d{3})*\.\d+%?$|^-?\d+\.\d+%?$/.test(cell));
  const sure = (list, sign) => list.some((cell) => !new RegExp(`^-?\\d{1,3}(\\${sign}\\d{3})+%?$`).test(cell));
  if (sure(comma, ',') && !sure(point, '.')) return ',';
  if (sure(point, '.') && !sure(comma, ',')) return '.';
  return numbers.length ? undefined : '.';
}

/** The rows of a file, or what is wrong with it: `{rows, problems}`, problems in plain Dutch. */
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
  const cells = lines.flatMap((line) => line.filter((_, at) => VALUES.includes(fields[at])).map((cell) => cell.trim()));
  const decimal = decimalOf(cells);
  if (!decimal) return { rows: [], problems: ['Het is niet te zien of een komma of een punt de decimalen scheidt. Schrijf getallen zonder punten voor duizendtallen.'] };
  const valueOf = (cell) => cell.trim().replace(/%$/, '').replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.');
  // Persons are whole, so what stands between three digits of a count divides thousands.
  const countOf = (cell) => /^\s*\d{1,3}([.,]\d{3})+\s*$/.test(cell) ? cell.replace(/[.,]/g, '') : cell.trim();
  const rows = lines.map((line) => Object.fromEntries(line.flatMap((cell, at) => {
    const field = fields[at];
    if (!field) return [];
    if (field === 'remark') return [['status', REMARKS[cell.trim()] ?? '']];
    if (field === 'status') return [[field, REMARKS[cell.trim()] ?? cell.trim()]];
    return [[field, COUNTS.includes(field) ? countOf(cell) : VALUES.includes(field) ? valueOf(cell) : cell.trim()]];
  })));
  return { rows, problems };
}

/** What the module refused, with the row as a spreadsheet counts it: the head is the first. */
export const reported = ({ problems, message, hint }) => problems?.map(({ row, hint }) => (
  row ? `Rij ${row + 1}: ${hint}` : hint)) ?? [`${message} ${hint ?? ''}`];
