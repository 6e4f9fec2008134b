// SPDX-License-Identifier: EUPL-1.2
// The look of a figure, one sheet for all of a page. It is filled in by the build.

let sheet;

/** The style sheet. */
export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(__STYLE__);
  }
  return sheet;
}
