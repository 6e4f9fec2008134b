// SPDX-License-Identifier: EUPL-1.2

/** The words beside what a reader does by hand, by language: the build fills them in. */
export const WORDS = __WORDS__;
