// SPDX-License-Identifier: EUPL-1.2

/** The name of the element, with which its events begin. */
export const TAG = 'kansrijke-start';
