// SPDX-License-Identifier: EUPL-1.2
// The colours of a figure. Those of the sheet are for a plain page, white and without a house style;
// theme.js, which comes beside the core where it is needed, has those for others, and for readers who
// force colours of their own.
import { theme } from './after.js';

let module;

/** Gives an element the colours that suit its page as it is now. */
export async function dress(element) {
  const page = getComputedStyle(element.shadowRoot.firstChild.lastChild);
  // What is painted under it, the lowest first: the canvas, and whatever has a colour.
  const layers = [page.backgroundColor];
  for (let node = element; node; node = node.assignedSlot ?? node.parentNode ?? node.host) {
    if (node.style) layers.splice(1, 0, getComputedStyle(node).backgroundColor);
  }
  const own = element.theme;
  const isWhite = /^rgb\((2[45]\d,? ?)+\)$/.test(layers.findLast((layer) => layer !== 'rgba(0, 0, 0, 0)'));
  if (own === 'dark' || own !== 'light' && (!isWhite || page.getPropertyValue('--house') || matchMedia('(forced-colors: active)').matches)) module ??= await theme();
  module?.dress(element, layers);
}
