// SPDX-License-Identifier: EUPL-1.2
// Writes the tag of each chart below it, as it stands in the page.
for (const chart of document.querySelectorAll('kansrijke-start')) {
  const tag = document.createElement('pre');
  const code = document.createElement('code');
  code.textContent = chart.outerHTML;
  tag.append(code);
  tag.tabIndex = 0;
  chart.after(tag);
}
