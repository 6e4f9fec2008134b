// SPDX-License-Identifier: EUPL-1.2

/** The details that hold the table of a figure: the others have a name. */
export const TABLE = 'details:not([class])';
