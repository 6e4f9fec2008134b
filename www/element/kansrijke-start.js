// SPDX-License-Identifier: EUPL-1.2
// The one script that a page names. What a visitor reads comes from the core; the script fetches,
// keeps time and holds the place.
import { define } from './element.js';
import { TAG } from '../shared/tag.js';

export { initSync, proportion, rate, compare, recentTrend, funnelLimits } from './core.js';
export { draw, load } from './module.js';
export { buildNodes as build } from '../shared/nodes.js';

/** The version of the script and of the core that it goes with. */
export const version = __VERSION__;

// A page that names the script twice, or in two versions, keeps the first.
if (globalThis.customElements && !customElements.get(TAG)) define();
