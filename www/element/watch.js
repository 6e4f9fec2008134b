// SPDX-License-Identifier: EUPL-1.2
// When a chart acts: when its box is measured, when it is nearly in sight, when its picture is seen.

/** How far outside the window a chart begins to load, so that it is there when it is reached. */
const MARGIN = 300;

/** What an element does when its box is measured, and when it comes near. */
export const RESIZED = Symbol('resized');
export const NEAR = Symbol('near');

/** The browser reports sizes after its own layout, so that drawing never forces one. */
export const sizes = globalThis.ResizeObserver && new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) target.getRootNode().host[RESIZED](contentRect);
});

/** Tells an element that it comes near. */
export const nearness = globalThis.IntersectionObserver && new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) target[NEAR]();
  }
}, { rootMargin: `${MARGIN}px` });

let arrived = [];

/** Measures a new chart, together with the others that arrive in the same task: one layout for all. */
export function arrive(chart) {
  if (arrived.push(chart) === 1) queueMicrotask(lookAround);
}

/** Neither their size nor that they are near waits for the browser's next frame to say so. */
function lookAround() {
  const charts = arrived.filter(({ isConnected }) => isConnected);
  arrived = [];
  for (const chart of charts) chart[RESIZED](getComputedStyle(chart.shadowRoot.firstChild.firstChild));
  const near = charts.filter((chart) => {
    const { top, bottom } = chart.getBoundingClientRect();
    return bottom > -MARGIN && top < innerHeight + MARGIN;
  });
  for (const chart of near) chart[NEAR]();
}

const whenIdle = globalThis.requestIdleCallback ?? setTimeout;

/** What can wait until the picture is seen: the frame after the one that paints it has begun. */
export const whenSeen = (task) => requestAnimationFrame(() => requestAnimationFrame(() => whenIdle(task)));
