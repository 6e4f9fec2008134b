// SPDX-License-Identifier: EUPL-1.2
// A region that charts share: those with the same name in `follow` show the same region. If the
// name begins with `?`, the region is kept in the address of the page.

/** The charts of the page. */
export const charts = new Set();

/** The regions that were chosen, by the names of who follow. */
export const chosen = new Map();

/** What is accepted from an address: a code or a short name, never a sentence. */
const REGION = /^[\w-]{2,20}$/;

/** Adds a chart of the page, with the region that was chosen there. */
export function join(chart) {
  charts.add(chart);
  const name = chart.follow;
  if (!name) return;
  const given = name[0] === '?' && new URLSearchParams(location.search).get(name.slice(1));
  const region = REGION.test(given || '') ? given : chosen.get(name);
  if (region) chart.region = region;
}

/** Removes a chart. */
export const part = (chart) => charts.delete(chart);
