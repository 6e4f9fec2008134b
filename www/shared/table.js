// SPDX-License-Identifier: EUPL-1.2

/** The details that hold the table of a figure. */
export const TABLE = 'details:not(.downloads)';
