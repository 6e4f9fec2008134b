// SPDX-License-Identifier: EUPL-1.2
// The data files of the page.
import { later } from './after.js';
import { fetchWhole } from '../shared/fetch.js';
import { stemOf } from '../shared/stem.js';
import { TAG } from '../shared/tag.js';

/** More places for each indicator than these are many: browsers fetch six files of a host at a time. */
const MANY = 4;

const files = new Map();

/** The names of editions become part of an address, too. The core refuses any other form. */
const EDITION = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(-[1-9]\d{0,2})?$/;

/** The address of a file in the data folder, or in that of an edition beside it. */
function inside(file, { src, edition }) {
  try {
    const base = src ? new URL(src, globalThis.document?.baseURI ?? import.meta.url) : new URL('data/', import.meta.url);
    const id = edition?.trim();
    base.pathname = base.pathname.replace(/\/?$/, EDITION.test(id) ? `-${id}/` : '/');
    return new URL(`${file}.json`, base).href;
  } catch {
    // An address that cannot be parsed becomes one that is never answered, and is reported as such.
    return '//';
  }
}

const given = (text) => text?.trim();

/** Ids become part of an address. The core refuses any other form. */
const ID = /^[a-z\d-]+$/;

/** The address of the file that has all of an indicator, or of many; nothing without an indicator. */
export function addressOf(options) {
  const { indicator, view } = options;
  const id = given(indicator) ?? '';
  const stem = stemOf(view);
  // The views of many indicators share a file.
  const file = /^(over|st)/.test(stem) ? stem : ID.test(id) && `indicator/${id}`;
  return file && inside(file, options);
}

/** A code as CBS writes them, and one of a place larger than a municipality. */
const CODE = /^[a-z]{2}\d+$/i;
const LARGE = /^(NL|PV|CR|GG)\d+$/i;
const AREA = /^(PV|CR|GG)\d+$/i;

/** The name of a place's file: see `src/prepare/publish/address.rs`. */
const fileOf = (region) => CODE.test(region) ? region.toUpperCase() : region.toLowerCase().replace(/[^a-z\d]+/g, '-');

/**
 * The addresses of the files that hold what a chart needs and little more: one, or two that the core
 * puts together. It is the whole file where readers choose for themselves (`isWhole` says so of a
 * script), where a chart sets municipalities beside each other in a period of its own, and where one
 * of many indicators is about regions of several sorts.
 */
export function addressesOf(options, isWhole) {
  const whole = addressOf(options);
  const { indicator, view, region, compare, period, within, controls } = options;
  const stem = stemOf(view);
  const part = (folder) => inside(`${folder}/${indicator.trim()}`, options);
  const place = given(region) ?? '';
  const ofPlace = () => inside(`region/${fileOf(place)}`, options);
  if (stem === 'story') return /^NL\d/i.test(place) ? [whole] : [whole, ofPlace()];
  if (!whole || isWhole || typeof controls === 'string') return whole && [whole];
  const beside = given(compare)?.split(/[, ]+/).filter(Boolean) ?? [];
  if (stem === 'overview') {
    const many = (name) => inside(`overview/${name}`, options);
    const area = given(within) || 'NL01';
    if (AREA.test(area)) return [many('definitions'), many(area.toUpperCase())];
    // The country's other regions are municipalities, or larger ones.
    if (!/^(NL01|similar|neighbours|peers)$/i.test(area)) return [whole];
    return [AREA.test(place) ? many('larger') : beside.some((code) => AREA.test(code)) ? whole : many('NL01')];
  }
  if (/^[rm]/.test(stem)) return [given(period) ? whole : part('ranking')];
  if (!place || !beside.every((code) => LARGE.test(code))) return [whole];
  // A comparison sets a place beside all that it lies in.
  const isBeside = given(view) === 'compare' || [...beside, place].some((code) => AREA.test(code));
  const benchmark = part(isBeside ? 'benchmark' : 'country');
  if (LARGE.test(place)) return [benchmark];
  return areMany() ? [whole] : [benchmark, ofPlace()];
}

let many;

/**
 * Whether the page sets so many places beside each other that one file of all of them comes sooner
 * than a file of each. Counted once for the charts that arrive in the same task.
 */
function areMany() {
  const count = (name) => new Set([...document.querySelectorAll(TAG)].map((chart) => chart.getAttribute(name))).size;
  if (many == null) queueMicrotask(() => many = null);
  return many ??= count('region') > MANY * count('indicator');
}

/** The address of the list of files, which says what edition they are. */
export const indexOf = (options) => inside('index', options);

/** The address of the geometry, for a view that needs it: that of an area by its code is finer. */
const placesOf = (options) => {
  const { map, view, within } = options;
  const area = given(within);
  return stemOf(view) === 'map' && inside(given(map) === 'tiles' ? 'tiles' : AREA.test(area) ? `geometry/${fileOf(area)}` : 'geometry', options);
};

/** What a file is asked for that says beside what an area is set; nothing where none is. */
const besideOf = ({ region, within, lang, language }) => /^(neighbours|peers)$/.test(given(within)) && [region, within, lang, language];

/** JSON of a list of codes, and of cells that are numbers or null. */
const CODES = /^\[("[^\s"\\]+",?)*\]$/;
const CELLS = /^\[[-+.,\deEnul]*\]$/;

/** The cells of a file, with NaN for null. */
function numbers(cells) {
  const all = new Float64Array(cells);
  for (let at = -1; (at = cells.indexOf(null, at + 1)) >= 0;) all[at] = NaN;
  return all;
}

/**
 * A file in the form that a core takes: long lists cross over in one piece. In a script that has
 * only just been loaded, looping over thousands of cells takes ten times as long as the browser's
 * own functions.
 */
export function packed(file) {
  try {
    return packedWell(file);
  } catch {
    // The core refuses what is nested too deep.
    return file;
  }
}

function packedWell(file) {
  const { value, arcs, extension } = file ?? {};
  if (Array.isArray(arcs)) return { ...file, arcs: arcs.map((arc) => Float64Array.from(arc.flat())) };
  // What is not a list of numbers or of codes stays as it is, for the core to refuse.
  if (!Array.isArray(value) || !CELLS.test(JSON.stringify(value))) return file;
  const parents = { ...extension?.parents };
  const lists = Object.values(parents);
  if (lists.every(Array.isArray) && CODES.test(JSON.stringify(lists.flat()))) {
    for (const code of Object.keys(parents)) parents[code] = ['', ...parents[code]].join(' ');
  }
  return { ...file, value: numbers(value), extension: { ...extension, parents } };
}

async function fetchJson(address, options) {
  const index = indexOf(options);
  const { pin } = options;
  const answer = async (address) => pin == null ? fetchWhole(address) : (await later()).fetchPinned(address, index, pin);
  let found;
  try {
    const response = await answer(address);
    if (response.ok) return response.json();
    found = String(response.status);
    // Find out whether this file is missing, or the whole folder.
    const folder = await answer(index);
    if (!folder.ok) found = `${found} (index.json: ${folder.status})`;
  } catch (error) {
    found = String(error?.message ?? error);
  }
  return { unreachable: found };
}

/** The file at an address, in the folder that options name, fetched once for all charts of the page. */
export function loadFile(address, options) {
  const key = [address, options.pin].join(' ');
  let file = files.get(key);
  if (!file) {
    file = fetchJson(address, options).then(packed);
    files.set(key, file);
    // After a failure the next chart tries again.
    const forget = () => files.delete(key);
    file.then((json) => json?.unreachable && forget(), forget);
  }
  return file;
}

const read = new WeakMap();

/** What stands at an address; the text of the failure for what is no JSON, which no core can read. */
const load = (address, options) => loadFile(address, options).catch((error) => String(error?.message ?? error));

/** The files at some addresses; the first is the whole one where any of them is not there. */
async function loadFiles([first, ...others], options) {
  const files = await Promise.all([first, ...others].map((address) => load(address, options)));
  const whole = addressOf(options);
  // Some servers send a page for what they have not.
  if (first === whole || !files.some((file) => file?.unreachable || typeof file === 'string')) return [first, ...files];
  return [whole, await load(whole, options)];
}

/** Has a core read files, with the geometry and what is chosen if the view needs them, when all have arrived. */
async function readBy(core, source, options) {
  const at = placesOf(options);
  const [[address, file, place], geometry] = await Promise.all([
    Array.isArray(source) ? loadFiles(source, options) : ['', source],
    // A folder of an earlier version has the country's alone.
    at && load(at, options).then((file) => file?.unreachable ? load(inside('geometry', options), options) : file),
  ]);
  await core.load();
  if (file?.unreachable) throw core.unreachable({ ...options, address, found: file.unreachable });
  if (geometry?.unreachable) throw core.unreachable({ ...options, address: at, found: geometry.unreachable });
  const chosen = besideOf(options) && await (await later()).chosenFor(file, options, inside, load, core);
  const isMore = (place && !place.unreachable || at || chosen) && file?.extension;
  return core.read(isMore ? { ...file, place, chosen, ...(at && { geometry }) } : file, { ...options, address });
}

/** What a core read from the files at some addresses, read once per core; or from a file itself. */
export function loadData(core, source, options) {
  if (!Array.isArray(source)) return readBy(core, source, options);
  if (!read.has(core)) read.set(core, new Map());
  const known = read.get(core);
  const key = [...source, placesOf(options), besideOf(options), options.pin].join(' ');
  let data = known.get(key);
  if (!data) {
    data = readBy(core, source, options);
    known.set(key, data);
    data.catch(() => known.delete(key));
  }
  return data;
}
