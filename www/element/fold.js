// SPDX-License-Identifier: EUPL-1.2
// The table of a figure, folded away: most of a figure's nodes, which need not be there before the
// picture is seen.
import { nodes } from './pieces.js';
import { TAG } from './tag.js';

/** What folds away the table. */
export const TABLE = 'details:not(.downloads)';

/** What puts a table into its details. */
const unfolding = new WeakMap();

/**
 * Takes what is folded away out of a figure's pieces: the table is most of a figure, and need
 * not be there before the picture is seen. Its summary stays.
 */
function takeFolded(pieces) {
  const start = pieces.indexOf('<details');
  if (start < 0 || pieces[start + 1] !== '<summary') return [];
  const from = pieces.indexOf('>', start) + 1;
  let end = from;
  for (let depth = 0; depth > 0 || pieces[end] !== '>'; end++) {
    if (pieces[end][0] === '<') depth++;
    else if (pieces[end] === '>') depth--;
  }
  return pieces.splice(from, end - from);
}

/** A figure of the core's pieces, its table to come; `open` says whether that is seen at once. */
export function folded(text, open) {
  const pieces = text.split('\u0001');
  let rest = takeFolded(pieces);
  const figure = nodes(pieces);
  const details = figure.querySelector(TABLE);
  if (!details) return figure;
  const unfold = () => {
    details.append(nodes(rest));
    rest = [];
  };
  unfolding.set(details, unfold);
  if (open !== undefined) details.toggleAttribute('open', open);
  if (details.open) unfold();
  details.addEventListener('toggle', unfold);
  return figure;
}

/** Puts the table of a frame into it, if it is not there. */
export const unfold = (frame) => unfolding.get(frame.querySelector(TABLE))?.();

/** Printed, a figure shows its table. */
globalThis.addEventListener?.('beforeprint', () => {
  for (const { shadowRoot } of document.querySelectorAll(TAG)) {
    if (!shadowRoot) continue;
    unfold(shadowRoot);
    for (const details of shadowRoot.querySelectorAll(`${TABLE}:not([open])`)) {
      details.open = true;
      globalThis.addEventListener('afterprint', () => { details.open = false; }, { once: true });
    }
  }
});
