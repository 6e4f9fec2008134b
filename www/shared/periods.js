// SPDX-License-Identifier: EUPL-1.2

/** The codes of the periods of a file: a dimension, or one of each indicator. */
export function periodsOf({ dimension, extension }) {
  return dimension.period?.category.index ?? [...new Set(Object.values(extension.periods))].sort();
}
