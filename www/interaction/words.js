// SPDX-License-Identifier: EUPL-1.2

/** The words of controls and downloads, by language. The build fills them in. */
export const WORDS = __WORDS__;
