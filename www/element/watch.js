// SPDX-License-Identifier: EUPL-1.2
// The moments at which a chart acts: its box is measured, it is almost in view, its picture is seen.

/** How far outside the window a chart starts to load, in pixels, so that it is ready when a reader gets there. */
const MARGIN = 300;

/** For how long the other charts wait for those near a reader, in milliseconds. */
const PATIENCE = 5_000;

/** The methods of an element for when its box is measured, and when it is almost in view. */
export const RESIZED = Symbol('resized');
export const NEAR = Symbol('near');

/** The browser reports sizes after its own layout, so that drawing never forces one. */
export const sizes = globalThis.ResizeObserver && new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) target.getRootNode().host[RESIZED](contentRect);
});

/** Calls an element that is almost in view. */
export const nearness = globalThis.IntersectionObserver && new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) target[NEAR]();
  }
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
  for (const chart of charts) chart[RESIZED](getComputedStyle(chart.shadowRoot.firstChild.firstChild));
  const near = charts.filter((chart) => {
    const { top, bottom } = chart.getBoundingClientRect();
    return bottom > -MARGIN && top < innerHeight + MARGIN;
  });
  for (const chart of near) chart[NEAR]();
  if (near.length) setTimeout(startRest, PATIENCE);
  else whenSeen(startRest);
}

const whenIdle = globalThis.requestIdleCallback ?? setTimeout;

/** Runs a task when the picture has been painted: the frame after that one has begun. */
export const whenSeen = (task) => requestAnimationFrame(() => requestAnimationFrame(() => whenIdle(task)));
