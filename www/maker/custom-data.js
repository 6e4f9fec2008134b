// SPDX-License-Identifier: EUPL-1.2
// Custom data from a CSV file, which never leaves the browser.
import Papa from 'papaparse';

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
const VALUES = ['value', 'lower', 'upper'];
const NUMBERS = [...VALUES, ...COUNTS];

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

/**
 * The decimal separator: the one that some number has and none contradicts. Before three digits it
 * could also separate thousands, so a file with only such numbers is refused.
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
  const cells = lines.flatMap((line) => line.filter((_, at) => VALUES.includes(fields[at])).map((cell) => cell.trim()));
  const decimal = decimalOf(cells);
  if (!decimal) return { rows: [], problems: ['Het is niet te zien of een komma of een punt de decimalen scheidt. Schrijf getallen zonder punten voor duizendtallen.'] };
  const valueOf = (cell) => cell.trim().replace(/%$/, '').replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.');
  // Counts are whole, so a separator before three digits separates thousands.
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

/** What the module refused, with rows numbered as in a spreadsheet, where the header is row 1. */
export const reported = ({ problems, message, hint }) => problems?.map(({ row, hint }) => (
  row ? `Rij ${row + 1}: ${hint}` : hint)) ?? [`${message} ${hint ?? ''}`];
