// SPDX-License-Identifier: EUPL-1.2
// What lets a reader choose and point: fetched for the charts that have something to choose, when
// the figure can be seen already.
export { Marks } from './element/marks.js';
export { Picker } from './element/picker.js';

/** The style of what this adds to a figure. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(__CHOOSING_STYLE__);
