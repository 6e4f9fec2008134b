// SPDX-License-Identifier: EUPL-1.2
// The data files of the page.
import { fetchWhole } from './fetch.js';

/** The views of many indicators. */
export const OVERVIEWS = ['profile', 'heatmap'];

const files = new Map();

/** The address of a file in the folder with data. */
function inside(file, { src }) {
  try {
    const base = src ? new URL(src, globalThis.document?.baseURI ?? import.meta.url) : new URL('data/', import.meta.url);
    if (!base.pathname.endsWith('/')) base.pathname += '/';
    return new URL(`${file}.json`, base).href;
  } catch {
    // What is no address gets no answer, and that is reported.
    return '//';
  }
}

/** Ids become part of an address; what has another form, the core refuses. */
const ID = /^[a-z\d-]+$/;

/** The address of the file that a chart needs; none without an indicator. */
export function addressOf(options) {
  const { indicator, view } = options;
  const id = indicator?.trim();
  // A view of many indicators has a file of its own.
  const file = OVERVIEWS.includes(view?.trim()) ? 'overview' : ID.test(id) && `indicator/${id}`;
  return file && inside(file, options);
}

/** The address of the file that says where regions lie, for a view that needs it. */
const placesOf = (options) => options.view?.trim() === 'map' ? inside('geometry', options) : '';

/** Lists of codes and of nothing else, and cells with nothing but numbers and nulls, as JSON. */
const CODES = /^\[("[^\s"\\]+",?)*\]$/;
const CELLS = /^\[[-+.,\deEnul]*\]$/;

/** The cells of a file, NaN where there is none. */
function numbers(cells) {
  const all = new Float64Array(cells);
  for (let at = -1; (at = cells.indexOf(null, at + 1)) >= 0;) all[at] = NaN;
  return all;
}

/**
 * A file as a core takes it: what is long crosses in one piece. In a script that has just come a
 * walk through thousands takes ten times as long as what the browser does by itself.
 */
export function packed(file) {
  try {
    return packedWell(file);
  } catch {
    // What is nested without end, the core refuses.
    return file;
  }
}

function packedWell(file) {
  const { value, arcs, extension } = file ?? {};
  if (Array.isArray(arcs)) return { ...file, arcs: arcs.map((arc) => Float64Array.from(arc.flat())) };
  // What is no list of numbers or of codes stays as it is, for the core to refuse.
  if (!Array.isArray(value) || !CELLS.test(JSON.stringify(value))) return file;
  const parents = { ...extension?.parents };
  const lists = Object.values(parents);
  if (lists.every(Array.isArray) && CODES.test(JSON.stringify(lists.flat()))) {
    for (const code in parents) parents[code] = ['', ...parents[code]].join(' ');
  }
  return { ...file, value: numbers(value), extension: { ...extension, parents } };
}

async function fetchJson(address) {
  let found;
  try {
    const response = await fetchWhole(address);
    if (response.ok) return response.json();
    found = String(response.status);
    // One file less, or no figures at all?
    const folder = await fetchWhole(new URL('../index.json', address));
    if (!folder.ok) found = `${found} (index.json: ${folder.status})`;
  } catch (error) {
    found = String(error?.message ?? error);
  }
  return { unreachable: found };
}

/** The file of an address, one request for all charts of the page. */
export function loadFile(address) {
  let file = files.get(address);
  if (!file) {
    file = fetchJson(address).then(packed);
    files.set(address, file);
    // What failed may succeed for the next chart.
    const forget = () => files.delete(address);
    file.then((json) => json?.unreachable && forget(), forget);
  }
  return file;
}

const read = new WeakMap();

/** What a core reads of files, when all are there: the figures, and where their regions lie. */
async function readBy(core, file, address, options) {
  const at = placesOf(options);
  const texts = [file, at && loadFile(at)].map((json) => Promise.resolve(json).catch((error) => String(error?.message ?? error)));
  const [json, geometry] = await Promise.all(texts);
  await core.load();
  if (json?.unreachable) throw core.api.unreachable({ ...options, address, found: json.unreachable });
  if (geometry?.unreachable) throw core.api.unreachable({ ...options, address: at, found: `geometry.json: ${geometry.unreachable}` });
  return core.read(at && json?.extension ? { ...json, geometry } : json, { ...options, address });
}

/** What a core read of the file at an address, once for each core; or of a file that is there. */
export function loadData(core, source, options) {
  if (typeof source !== 'string') return readBy(core, source, '', options);
  if (!read.has(core)) read.set(core, new Map());
  const known = read.get(core);
  const key = `${source} ${placesOf(options)}`;
  let data = known.get(key);
  if (!data) {
    data = readBy(core, loadFile(source), source, options);
    known.set(key, data);
    data.catch(() => known.delete(key));
  }
  return data;
}
