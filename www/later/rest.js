// SPDX-License-Identifier: EUPL-1.2
// The charts that no reader has come near. They come when the browser has nothing else to do, one
// after another, so that a page with many stays smooth; and all that are left when it is printed.
import { make } from '../shared/nodes.js';
import { ready, restore } from './paper.js';
import { watch } from './theme.js';

/** For how long the next chart waits for one whose host does not answer, in milliseconds. */
const PATIENCE = 4_000;

const idle = () => new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));

/**
 * Where it is asked for, a chart comes only near a reader; and one that is hidden has no place. What
 * shows a static figure has no root, and is there.
 */
const isLeft = (chart) => chart.shadowRoot && chart.getAttribute('loading') !== 'lazy' && chart.getClientRects().length;

/** How attributes begin that a page has for itself. Of others that are none of ours its master hears. */
const OWN = /^(class|id|style|title|hidden|slot|part|role|tabindex|dir|is|item|on(?!derw)|(aria|ng|v|x)-|data-(?!indic|regi)|.*[^a-z-])/;

/**
 * What nobody writes into an element for a page without script. A tag that closes itself, which HTML
 * does not know, has all that follows inside.
 */
const FOLLOWS = 'kansrijke-start,kansrijke-start>:is(h1,h2,h3,h4,h5,h6,script)';

/** Shows what stands inside an element by mistake; has the tools look at attributes that may be meant as others. */
function look({ charts, come, optionsOf, tools }) {
  for (const chart of charts) {
    const isOpen = chart.querySelector(FOLLOWS) || chart.matches('kansrijke-start :last-child');
    if (isOpen) {
      come([chart]);
      chart.shadowRoot.append(make('slot'));
    }
    if (isOpen || chart.getAttributeNames().some((name) => !chart.constructor.observedAttributes.includes(name) && !OWN.test(name))) {
      tools().then(({ hint }) => hint(optionsOf(chart), isOpen)).catch(() => {});
    }
  }
}

/**
 * Nothing is drawn in a box without width. Inside closed details or a hidden tab an element waits for
 * its box in silence; otherwise it warns.
 */
export function miss(chart) {
  const [box] = chart.getClientRects();
  const isOut = box ? !box.width : getComputedStyle(chart).display === 'none' && !chart.hidden;
  if (isOut) console.warn('kansrijke-start [no-room] 0 px wide, or display: none');
}

let isKnown;
let isBusy;

/** Attends to the charts of a page, with what they and their tables are told by. */
export async function attend(page) {
  if (!isKnown) {
    isKnown = true;
    addEventListener('beforeprint', () => ready(page));
    addEventListener('afterprint', restore);
    watch(page);
    look(page);
  }
  if (isBusy || navigator.connection?.saveData) return;
  isBusy = true;
  for (const chart of page.charts) {
    const [started] = isLeft(chart) ? page.come([chart]) : [];
    if (!started) continue;
    await Promise.race([started, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    await idle();
  }
  isBusy = false;
}
