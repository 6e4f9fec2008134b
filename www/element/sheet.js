// SPDX-License-Identifier: EUPL-1.2
// The style sheets of the figures, which all elements of a document share: those of one document are
// of no use in another, such as a frame into which an element is moved. The build fills the first in;
// the others have their rules when their scripts come.

const rules = [__STYLE__, '', '', ''];
const known = new WeakMap();

/** Those of all documents, which may be gone by now. */
const all = [];

/** The style sheets of a document. */
export function styleSheets(document) {
  if (!known.has(document)) {
    const sheets = rules.map((text) => {
      const sheet = new document.defaultView.CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    known.set(document, sheets);
    all.push(new WeakRef(sheets));
  }
  return known.get(document);
}

/** Gives one of them its rules, in all documents. */
export function setRules(nth, text) {
  rules[nth] = text;
  for (const sheets of all) sheets.deref()?.[nth].replaceSync(text);
}
