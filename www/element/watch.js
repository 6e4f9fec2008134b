// SPDX-License-Identifier: EUPL-1.2
// The moments at which a chart acts: its box is measured, it is almost in view, it is its turn, its
// picture is seen.
import { hold } from './place.js';

/** How far outside the window a chart starts to load, in pixels, so that it is ready when a reader gets there. */
const MARGIN = 300;

/** For how long the other charts wait for those near a reader, in milliseconds. */
const PATIENCE = 5_000;

/** For how long charts are drawn in one task, in milliseconds: a reader who scrolls or types waits no longer. */
const TURN = 30;

/** The methods of an element for when its box is measured, when it is almost in view, and that makes its frame. */
export const RESIZED = Symbol('resized');
export const NEAR = Symbol('near');
export const ROOT = Symbol('root');

/** The browser reports sizes after its own layout, so that drawing never forces one. */
export const sizes = globalThis.ResizeObserver && new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) target.getRootNode().host[RESIZED](contentRect);
});

/** Lets charts begin, those with a static figure together; returns for each the promise to be there. */
export function come(charts) {
  // One that a script draws before it is in the page gets its frame there.
  const rootless = charts.filter(({ isConnected, shadowRoot }) => isConnected && !shadowRoot);
  hold(rootless, (chart) => chart[ROOT]());
  measure(rootless);
  return charts.map((chart) => chart[NEAR]());
}

/** Calls the elements that are almost in view. */
export const nearness = globalThis.IntersectionObserver && new IntersectionObserver((entries) => {
  come(entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target));
}, { rootMargin: `${MARGIN}px` });

let arrived = [];

/**
 * Measures a new chart together with all that arrive in the same task, in one layout. `startRest` is
 * called at once where none of them is near, and soon where those that are do not come.
 */
export function arrive(chart, startRest) {
  if (arrived.push(chart) === 1) queueMicrotask(() => lookAround(startRest));
}

/** Sees to size and nearness at once, without waiting for the observers in the next frame. */
function lookAround(startRest) {
  const charts = arrived.filter(({ isConnected }) => isConnected);
  arrived = [];
  measure(charts.filter(({ shadowRoot }) => shadowRoot));
  const near = charts.filter((chart) => {
    const { top, bottom } = chart.getBoundingClientRect();
    return chart.loading === 'eager' || bottom > -MARGIN && top < innerHeight + MARGIN;
  });
  come(near);
  if (near.length) setTimeout(startRest, PATIENCE);
  else whenSeen(startRest);
}

/** Tells charts the size of their frames. */
const measure = (charts) => {
  for (const chart of charts) chart[RESIZED](getComputedStyle(chart.shadowRoot.firstChild.firstChild));
};

/** When drawing began in this task; zero in a new one. */
let began = 0;

const begin = (now) => {
  began = now;
  setTimeout(() => { began = 0; });
};

// On paper is what was drawn before a page is printed.
globalThis.addEventListener?.('beforeprint', () => begin(Infinity));

/** What to wait for where drawing has taken too long in this task for one more chart. */
export function turn() {
  const now = performance.now();
  if (!began) begin(now);
  return now - began > TURN && new Promise((resolve) => setTimeout(resolve));
}

const whenIdle = globalThis.requestIdleCallback ?? setTimeout;

/** Runs a task when the picture has been painted: the frame after that one has begun. */
export const whenSeen = (task) => requestAnimationFrame(() => requestAnimationFrame(() => whenIdle(task)));
