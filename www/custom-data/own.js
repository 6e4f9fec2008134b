// SPDX-License-Identifier: EUPL-1.2
// Figures of one's own: rows, checked and put into the shape of our files.
import { COUNTS, MEASURES, codeOf } from '../shared/codes.js';
import { cubeOf } from './cube.js';

const TEXTS = ['name', 'definition', ...COUNTS, 'sentence', 'unit', 'note'];
const STATUSES = ['provisional', 'withheld', 'missing', 'border-change', 'incomplete', 'not-applicable'];

const PERIOD = /^\d{4}(-(0[1-9]|1[0-2])|-\d{4}|KW0[1-4])?$/;
/** Fewer persons than this are withheld; without counts there is nothing to judge. */
const THRESHOLD = 10;

const both = (text) => typeof text === 'string' ? { nl: text, en: text } : text;

/**
 * The file that a core reads, of an array of rows or of a JSON-stat dataset. What cannot be true
 * is told to `refuse`: the row (from 1; 0 is an option), the name, what stands there, what may.
 */
export function fileOf(data, options, refuse) {
  if (data.extension?.format) return data;
  const isList = Array.isArray(data);
  if (isList ? !data.length : !data.dimension) return refuse(0, 'data', '', '[{ region, period, value }]');
  const { rows, ...said } = isList ? { rows: data.map((row) => row ?? {}) } : cubeOf(data, options, refuse);
  const regions = new Map();
  const periods = new Set();
  const records = new Map();
  rows.forEach((given, nth) => {
    const tell = (...what) => refuse(nth + 1, ...what);
    const region = codeOf(given.region);
    if (!region) tell('region', '', 'Utrecht, GM0344');
    const period = periodOf(given.period);
    if (!isPeriod(period)) tell('period', given.period, '2015, 2010-2015, 2022-07');
    const key = `${region} ${period}`;
    if (records.has(key)) tell('region, period', key, '1×');
    if (!regions.has(region)) regions.set(region, String(given.name ?? given.region));
    periods.add(period);
    records.set(key, { tell, ...recordOf(given, tell) });
  });

  const all = [...records.values()];
  const has = (measure) => all.some((record) => record[measure] !== undefined);
  const measures = MEASURES.filter(has);
  if (!measures.length) measures.push('value');
  const definition = definitionOf({ ...said, ...options }, has('numerator'));
  const factor = { share: 100, rate: 1000 }[definition.kind];
  for (const { value, numerator, denominator, tell } of all) {
    if (factor === 100 && !(value === undefined || (value >= 0 && value <= 100))) tell('value', value, '0 – 100');
    // As far apart as rounding to whole numbers brings them.
    else if (Math.abs(value - factor * numerator / denominator) > 0.5) tell('value', value, `${factor} × numerator / denominator`);
  }

  const places = [...regions.keys()];
  const times = [...periods];
  const cells = [];
  const status = {};
  for (const measure of measures) {
    for (const region of places) {
      for (const period of times) {
        const record = records.get(`${region} ${period}`);
        if (record?.status && measure === measures[0]) status[cells.length] = record.status;
        cells.push(record?.[measure] ?? null);
      }
    }
  }
  const category = (index) => ({ category: { index } });
  return {
    version: '2.0',
    class: 'dataset',
    id: ['indicator', 'measure', 'region', 'period'],
    size: [1, measures.length, places.length, times.length],
    dimension: {
      indicator: category([definition.id]),
      measure: category(measures),
      region: { category: { index: places, label: Object.fromEntries(regions) } },
      period: category(times),
    },
    value: cells,
    status,
    extension: {
      format: 1,
      threshold: has('numerator') ? THRESHOLD : 0,
      definitions: [definition],
      // Under the name that the rows have for it, too.
      aliases: Object.fromEntries(rows.map(({ region }) => [String(region), codeOf(region)])),
    },
  };
}

/** `2015-Q2` and `2015M07` as our files write them, and a year that is a number. */
function periodOf(period) {
  return String(period ?? '').trim().replace('/', '-').replace(/-?Q(?=[1-4]$)/, 'KW0')
    .replace(/MM?(?=\d\d$)/, '-').replace(/JJ00$/, '');
}

function isPeriod(period) {
  return PERIOD.test(period) && (period.length < 9 || period.slice(0, 4) <= period.slice(5));
}

/** The numbers of a row, those that are there, and its status. */
function recordOf(given, tell) {
  const record = {};
  for (const measure of MEASURES) {
    const cell = given[measure];
    if (cell === undefined || cell === null || cell === '') continue;
    const number = typeof cell === 'string' && cell.trim() ? Number(cell) : cell;
    if (!Number.isFinite(number)) tell(measure, cell, '12.5');
    else if (COUNTS.includes(measure) && !(number >= 0 && Number.isInteger(number))) tell(measure, cell, '0, 1, 2, …');
    record[measure] = number;
  }
  const { value, numerator, denominator, lower, upper } = record;
  if (denominator === 0) tell('denominator', 0, '> 0');
  else if (numerator > denominator) tell('numerator', numerator, '≤ denominator');
  if (lower !== undefined || upper !== undefined) {
    if (!(lower <= value && value <= upper)) tell('lower, upper', `${lower} – ${upper}`, 'lower ≤ value ≤ upper');
  }
  if (given.status) {
    if (!STATUSES.includes(given.status)) tell('status', given.status, STATUSES.join(', '));
    record.status = given.status;
  }
  return record;
}

/** What the figures are, as the catalogue says it of ours. */
function definitionOf({ data, where, module, ...options }, hasCounts) {
  const { indicator: id = 'eigen-cijfers', name = id, unit, source = '', updated } = options;
  const isPercentage = /^(%|percent)/i.test(unit?.nl ?? unit);
  const definition = {
    phase: 'programme',
    kind: hasCounts || isPercentage ? 'share' : 'mean',
    direction: 'context',
    counted: 'persons',
    decimals: options.kind === 'count' ? 0 : 1,
    definition: name,
    // The only words in it are the journalist's own.
    sentence: '{region} {period}: {value}.',
    ...options,
    id,
    name,
    unit: isPercentage ? undefined : unit,
    source: typeof source === 'string' ? { publisher: source, updated } : source,
    break: options.break?.map((one) => ({ ...one, reason: both(one.reason) })),
    target: options.target?.map((one) => ({ ...one, label: both(one.label) })),
  };
  for (const member of TEXTS) definition[member] = both(definition[member]);
  return definition;
}
