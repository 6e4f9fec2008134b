// SPDX-License-Identifier: EUPL-1.2
// What a page changes while it lives: a switch to dark, a reader who comes to prefer that or forces
// colours, a style sheet that comes late. The figures follow.

let isDue;

/** Gives the charts the colours that suit their page, now and whenever it may have changed. */
export function watch({ charts, dress }) {
  const again = () => {
    if (isDue) return;
    isDue = requestAnimationFrame(() => {
      isDue = 0;
      for (const chart of charts) dress(chart).catch(() => {});
    });
  };
  again();
  new MutationObserver(again).observe(document, { attributes: true, subtree: true });
  for (const wish of ['prefers-color-scheme: dark', 'forced-colors: active']) matchMedia(`(${wish})`).addEventListener('change', again);
  // Of style sheets, and at the end of a fading colour.
  for (const name of ['load', 'transitionend']) addEventListener(name, again, true);
}
