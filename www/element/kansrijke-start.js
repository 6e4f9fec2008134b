// SPDX-License-Identifier: EUPL-1.2
// The one script that a page names. What a visitor reads comes from the core; the script fetches
// the data, decides when to draw, and reserves the box.
import { seek } from './after.js';
import { define } from './element.js';
import { TAG } from '../shared/tag.js';

export { draw, load, initSync, proportion, rate, compare, recentTrend, funnelLimits } from './tools.js';
export { buildNodes as build } from '../shared/nodes.js';

/** The version of the script, and of the core that belongs to it. */
export const version = __VERSION__;

// On a page with the script twice, or in two versions, the first one defines the element.
if (globalThis.customElements && !customElements.get(TAG)) {
  define();
  seek();
  // A script that did not wait for the page.
  addEventListener('load', seek);
}
