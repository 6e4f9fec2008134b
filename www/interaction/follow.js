// SPDX-License-Identifier: EUPL-1.2
// A reader chooses a region in one chart, and those that follow it show it, too.

/** Sets the region of a chart, and of those of the page's `charts` that follow it; keeps it among the `chosen`. */
export function follow(chart, region, charts, chosen) {
  const name = chart.follow;
  for (const other of charts) {
    if (other === chart || (name && other.follow === name)) other.region = region;
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
