// SPDX-License-Identifier: EUPL-1.2
// The data files of the page.
import { fetchFile } from './fetch.js';

/** The views of many indicators. */
export const OVERVIEWS = ['profile', 'heatmap'];

const files = new Map();

/** The address of the file that a chart needs; none without an indicator. */
export function addressOf({ indicator, view, src }) {
  // A view of many indicators has a file of its own.
  const file = OVERVIEWS.includes(view?.trim()) ? 'overview' : indicator && `indicator/${encodeURIComponent(indicator.trim())}`;
  if (!file) return undefined;
  const base = src ? new URL(src, globalThis.document?.baseURI ?? import.meta.url) : new URL('data/', import.meta.url);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return new URL(`${file}.json`, base).href;
}

/** A file as a core takes it: numbers cross in one piece. */
export function packed(file) {
  if (!Array.isArray(file?.value)) return file;
  return { ...file, value: Float64Array.from(file.value, (cell) => typeof cell === 'number' ? cell : NaN) };
}

async function fetchJson(address) {
  let found;
  try {
    const response = await fetchFile(address);
    if (response.ok) return response.json();
    found = String(response.status);
    // One file less, or no figures at all?
    const folder = await fetchFile(new URL('../index.json', address));
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
  }
  return file;
}

const read = new WeakMap();

/** What a core reads of a file, when both are there. */
async function readBy(core, file, address, asked) {
  const json = await file.catch((error) => String(error?.message ?? error));
  await core.load();
  if (json?.unreachable) throw core.api.unreachable({ ...asked, address, found: json.unreachable });
  return core.api.read(json, asked);
}

/** What a core read of the file at an address, once for each core; or of a file that is there. */
export function loadData(core, source, asked) {
  if (typeof source !== 'string') return readBy(core, Promise.resolve(source), '', asked);
  if (!read.has(core)) read.set(core, new Map());
  const known = read.get(core);
  let data = known.get(source);
  if (!data) {
    data = readBy(core, loadFile(source), source, asked);
    known.set(source, data);
    // What failed may succeed for the next chart.
    data.catch(() => {
      files.delete(source);
      known.delete(source);
    });
  }
  return data;
}
