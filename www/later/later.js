// SPDX-License-Identifier: EUPL-1.2
// What a page needs when a reader sees its first picture: the charts that no reader has come near,
// and all of them on paper.
export { chosenFor } from './chosen.js';
export { fetchPinned } from './pinned.js';
export { attend, miss } from './rest.js';

/** The rules of style for paper. */
export const rules = __PAPER_STYLE__;
