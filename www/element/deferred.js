// SPDX-License-Identifier: EUPL-1.2
// The deferred part of a figure: its table, which has most of its nodes and is not needed before
// the picture is on the screen.
import { buildNodes } from '../shared/nodes.js';
import { TABLE } from '../shared/table.js';

/** For each of these details, what puts the table into it. */
const completing = new WeakMap();

/**
 * Builds a figure without its table, which `rest` gives later, as details of its own. `open` is
 * whether the table is shown; without it, what the figure says.
 */
export function buildDeferred(text, open, rest) {
  const figure = buildNodes(text);
  const details = figure.querySelector(TABLE);
  if (!details) return figure;
  const complete = () => {
    if (details.childNodes.length === 1) details.append(...[...rest().firstChild.childNodes].slice(1));
  };
  completing.set(details, complete);
  if (open !== undefined) details.toggleAttribute('open', open);
  if (details.open) complete();
  details.addEventListener('toggle', complete);
  return figure;
}

/** Puts the table into the figure of a frame, unless it is there. */
export const complete = (frame) => completing.get(frame.querySelector(TABLE))?.();
