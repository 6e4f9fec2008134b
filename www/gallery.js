// SPDX-License-Identifier: EUPL-1.2
// Writes under each chart the tag that makes it, taken from the page itself.
for (const chart of document.querySelectorAll('kansrijke-start')) {
  const tag = document.createElement('pre');
  const code = document.createElement('code');
  code.textContent = chart.outerHTML;
  tag.append(code);
  tag.tabIndex = 0;
  chart.after(tag);
}
