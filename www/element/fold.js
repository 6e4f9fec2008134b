// SPDX-License-Identifier: EUPL-1.2
// The table of a figure, folded away: most of a figure's nodes, which need not be there before the
// picture is seen.
import { build } from '../shared/pieces.js';
import { TAG } from '../shared/tag.js';

/** What folds away the table. */
export const TABLE = 'details:not(.downloads)';

/** What puts a table into its details. */
const unfolding = new WeakMap();

/**
 * A figure of the core's pieces, its table to come: `rest` gives the details whole. `open` says
 * whether they are seen at once.
 */
export function folded(text, open, rest) {
  const figure = build(text);
  const details = figure.querySelector(TABLE);
  if (!details) return figure;
  const unfold = () => {
    if (details.childNodes.length === 1) details.append(...[...build(rest()).firstChild.childNodes].slice(1));
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
