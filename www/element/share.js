// SPDX-License-Identifier: EUPL-1.2
// A region that charts share: those with the same name in `follow` show the same region. If the
// name begins with `?`, the region is kept in the address of the page.

/** The charts of the page. */
export const charts = new Set();
const chosen = new Map();

/** What is accepted from an address: a code or a short name, never a sentence. */
const REGION = /^[\w-]{2,20}$/;

const nameOf = (chart) => chart.follow;

/** Adds a chart of the page, with the region that was chosen there. */
export function join(chart) {
  charts.add(chart);
  const name = nameOf(chart);
  if (!name) return;
  const given = name[0] === '?' && new URLSearchParams(location.search).get(name.slice(1));
  const region = REGION.test(given || '') ? given : chosen.get(name);
  if (region) chart.region = region;
}

/** Removes a chart. */
export const part = (chart) => charts.delete(chart);

/** Sets the region of a chart and of those that follow it. */
export function follow(chart, region) {
  const name = nameOf(chart);
  for (const other of charts) {
    if (other === chart || (name && nameOf(other) === name)) other.region = region;
  }
  if (!name) return;
  chosen.set(name, region);
  if (name[0] !== '?') return;
  const address = new URL(location);
  address.searchParams.set(name.slice(1), region);
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // What stands in srcdoc has no address, and a browser may allow only so many changes.
  }
}
