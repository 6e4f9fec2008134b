// SPDX-License-Identifier: EUPL-1.2
// The page of the element itself: it names the script and waits for its events.
import { painted } from './page.js';

let waiting = document.querySelectorAll('kansrijke-start').length;
document.addEventListener('kansrijke-start-ready', () => {
  waiting -= 1;
  if (waiting === 0) painted();
});
