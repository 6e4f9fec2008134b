// SPDX-License-Identifier: EUPL-1.2
// A region that charts share: those with one name in `follow` show the same. With `?` before the
// name, the address of the page says which.

const charts = new Set();
const chosen = new Map();

/** What an address may bring into a page: a code or a short name, no sentence. */
const REGION = /^[\w-]{2,20}$/;

const nameOf = (chart) => chart.getAttribute('follow');

/** A chart comes into the page, and takes what was chosen there. */
export function join(chart) {
  charts.add(chart);
  const name = nameOf(chart);
  if (!name) return;
  const given = name[0] === '?' && new URLSearchParams(location.search).get(name.slice(1));
  const region = REGION.test(given || '') ? given : chosen.get(name);
  if (region) chart.setAttribute('region', region);
}

/** A chart leaves the page. */
export const part = (chart) => charts.delete(chart);

/** Gives a chart a region, and with it those that follow it. */
export function follow(chart, region) {
  const name = nameOf(chart);
  for (const other of charts) {
    if (other === chart || (name && nameOf(other) === name)) other.setAttribute('region', region);
  }
  if (!name) return;
  chosen.set(name, region);
  if (name[0] !== '?') return;
  const address = new URL(location);
  address.searchParams.set(name.slice(1), region);
  history.replaceState(history.state, '', address);
}
