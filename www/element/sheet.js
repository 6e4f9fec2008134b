// SPDX-License-Identifier: EUPL-1.2
// The style sheets of the figures, which all elements of a page share. The build fills the first in;
// the others have their rules when their scripts come.

let sheets;

/** The style sheets. */
export function styleSheets() {
  if (!sheets) {
    sheets = [__STYLE__, '', '', ''].map((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      return sheet;
    });
  }
  return sheets;
}
