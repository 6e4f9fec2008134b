// SPDX-License-Identifier: EUPL-1.2
// Choosing, pointing and downloading: what comes after the picture, fetched only where a figure has
// something to choose, point at or download.
export { fill } from './downloads.js';
export { compare } from './edition.js';
export { Marks } from './marks.js';
export { Picker } from './picker.js';

/** The rules of style for what this adds to a figure. */
export const rules = __INTERACTION_STYLE__;
