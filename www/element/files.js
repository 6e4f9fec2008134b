// SPDX-License-Identifier: EUPL-1.2
// The data files of the page.
import * as core from '../../pkg/core.js';
import { loadCore } from './core.js';

const files = new Map();

/** One request for each data file of the page; the file goes to the core when that is there. */
export function loadData(address, indicator, language) {
  let file = files.get(address);
  if (!file) {
    file = (async () => {
      let found;
      try {
        const response = await fetch(address);
        if (response.ok) return response.json();
        found = String(response.status);
        // One file less, or no figures at all?
        const folder = await fetch(new URL('../index.json', address));
        if (!folder.ok) found = `${found} (index.json: ${folder.status})`;
      } catch (error) {
        found = String(error?.message ?? error);
      }
      return { unreachable: found };
    })().then(async (json) => {
      await loadCore();
      // Numbers cross into the core in one piece.
      if (Array.isArray(json?.value)) {
        json.value = Float64Array.from(json.value, (cell) => typeof cell === 'number' ? cell : NaN);
      }
      if (json?.unreachable) throw core.unreachable(address, indicator, json.unreachable, language);
      return core.read(json, language);
    }, async (error) => {
      await loadCore();
      throw core.read(String(error?.message ?? error), language);
    });
    files.set(address, file);
    // What failed may succeed for the next chart.
    file.catch(() => files.delete(address));
  }
  return file;
}
