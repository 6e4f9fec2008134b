// SPDX-License-Identifier: EUPL-1.2
// The data files of the page.

const files = new Map();

/** One request for each data file of the page. */
export function fetchFile(address) {
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
    })().then((json) => {
      // Numbers cross into the core in one piece.
      if (Array.isArray(json?.value)) {
        json.value = Float64Array.from(json.value, (cell) => typeof cell === 'number' ? cell : NaN);
      }
      return json;
    });
    files.set(address, file);
  }
  return file;
}

const read = new WeakMap();

/** A data file as a core read it, once for each core; it goes there when the core is loaded. */
export function loadData(core, address, indicator, language) {
  if (!read.has(core)) read.set(core, new Map());
  const known = read.get(core);
  let data = known.get(address);
  if (!data) {
    data = fetchFile(address).then(async (json) => {
      await core.load();
      if (json?.unreachable) {
        throw core.api.unreachable(address, indicator, json.unreachable, language);
      }
      return core.api.read(json, language);
    }, async (error) => {
      await core.load();
      throw core.api.read(String(error?.message ?? error), language);
    });
    known.set(address, data);
    // What failed may succeed for the next chart.
    data.catch(() => {
      files.delete(address);
      known.delete(address);
    });
  }
  return data;
}
