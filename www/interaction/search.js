// SPDX-License-Identifier: EUPL-1.2
// Finding a name in the way that readers type it.

/** Folds a name: no capitals, diacritics, apostrophes or hyphens. "’s-Gravenhage" is "s gravenhage". */
export function fold(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
}

const pack = (text) => text.replaceAll(' ', '');

/** How well a folded name matches: 0 at its start, 1 at the start of a word, 2 elsewhere, 9 not. */
function rank(name, wanted) {
  if (name.startsWith(wanted)) return 0;
  if (` ${name}`.includes(` ${wanted}`)) return 1;
  return pack(name).includes(pack(wanted)) ? 2 : 9;
}

/**
 * The items with a name that matches, the best first and equals in their own order. `names` are
 * folded; the first is the one that is shown, and the others count a little less. COROP regions,
 * which few readers know, come after others that match as well by another name.
 */
export function search(entries, text) {
  const wanted = fold(text);
  return entries
    .map(({ item, names }) => ({ item, fit: Math.min(...names.map((name, nth) => rank(name, wanted) + (nth && 0.5))) }))
    .map(({ item, fit }) => ({ item, fit: fit + (/^CR/.test(item.dataset?.region) ? 0.7 : 0) }))
    .filter(({ fit }) => fit < 9)
    .sort((one, other) => one.fit - other.fit)
    .map(({ item }) => item);
}
