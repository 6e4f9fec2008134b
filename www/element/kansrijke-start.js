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

/** Defines the element; on a page with the script twice, or in two versions, the first one does. */
function start() {
  if (customElements.get(TAG)) return;
  define();
  seek();
  // A script that did not wait for the page.
  addEventListener('load', seek);
}

const base = globalThis.document?.querySelector('script[type=module][data-base]')?.dataset.base;
const own = base && new URL(base.replace(/\/*$/, '/kansrijke-start.js'), document.baseURI).href;
// Of a script that was moved the files are where they were: the script beside them takes its place.
// Bundlers complain of an import of which they know no letter.
if (own && own !== import.meta.url) import(`http${own.slice(4)}`).then(start, start);
else if (globalThis.customElements) start();
