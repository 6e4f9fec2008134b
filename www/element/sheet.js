// SPDX-License-Identifier: EUPL-1.2
// The style sheet of the figures, which all elements of a page share. The build fills it in.

let sheet;

/** The style sheet. */
export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(__STYLE__);
  }
  return sheet;
}
