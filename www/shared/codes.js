// SPDX-License-Identifier: EUPL-1.2
// What figures are called, ours and others'.

export const COUNTS = ['numerator', 'denominator'];

/** The numbers of a finding. */
export const MEASURES = ['value', 'lower', 'upper', ...COUNTS];

/** What the country is called: it is what regions are compared with. */
const COUNTRY = /^(nl|nl01|nederland|(the )?netherlands)$/i;

/** A region's code; codes stand in lists, split by commas and spaces. */
export function codeOf(text) {
  const code = String(text ?? '').trim();
  return COUNTRY.test(code) ? 'NL01' : code.replace(/[\s,]+/g, '-');
}
