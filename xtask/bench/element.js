// SPDX-License-Identifier: EUPL-1.2
// The page of the element itself: it names the script and waits for its events.
import { painted } from './page.js';

// The document is read by now: the figures that stand in it are painted with the next frame.
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('seen')));

window.moved = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) window.moved += value;
}).observe({ type: 'layout-shift', buffered: true });

let waiting = document.querySelectorAll('kansrijke-start').length;
document.addEventListener('kansrijke-start-ready', () => {
  waiting -= 1;
  if (waiting === 0) painted();
});
