// SPDX-License-Identifier: EUPL-1.2
// Looking up a name as readers write it.

/** Without capitals, diacritics, apostrophes and hyphens: "’s-Gravenhage" is "s gravenhage". */
export function fold(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
}

const pack = (text) => text.replaceAll(' ', '');

/** How well a folded name fits: at its start, at the start of a word, somewhere; 9 is not. */
function rank(name, wanted) {
  if (name.startsWith(wanted)) return 0;
  if (` ${name}`.includes(` ${wanted}`)) return 1;
  return pack(name).includes(pack(wanted)) ? 2 : 9;
}

/**
 * The items whose names fit, best first; of equals in the order that they have. `names` are
 * folded, the first is the one that is read: another name counts a little less.
 */
export function search(entries, text) {
  const wanted = fold(text);
  return entries
    .map(({ item, names }) => ({ item, fit: Math.min(...names.map((name, nth) => rank(name, wanted) + (nth && 0.5))) }))
    .filter(({ fit }) => fit < 9)
    .sort((one, other) => one.fit - other.fit)
    .map(({ item }) => item);
}
