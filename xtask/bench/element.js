// SPDX-License-Identifier: EUPL-1.2
// The page of the element itself: it names the script and waits for its events.
import { painted } from './page.js';

// A page with static figures ends with a word that stays in the window: when it is on the screen, all
// that stands before it has been laid out and painted.
new PerformanceObserver((list) => {
  for (const { renderTime } of list.getEntries()) performance.mark('seen', { startTime: renderTime });
}).observe({ type: 'element', buffered: true });

window.moved = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) window.moved += value;
}).observe({ type: 'layout-shift', buffered: true });

let waiting = document.querySelectorAll('kansrijke-start').length;
document.addEventListener('kansrijke-start-ready', () => {
  waiting -= 1;
  if (waiting === 0) painted();
});
