// SPDX-License-Identifier: EUPL-1.2
// What a reader does by hand: choose, point, take along. Fetched where there is something to do,
// when the figure can be seen already.
export { fill } from './downloads.js';
export { Marks } from './marks.js';
export { Picker } from './picker.js';

/** The style of what this adds to a figure. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(__INTERACTION_STYLE__);
