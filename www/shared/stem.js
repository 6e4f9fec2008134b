// SPDX-License-Identifier: EUPL-1.2
// The names of the cores. Which core draws which view, the build fills in.
const STEMS = __STEMS__;

/** What the files of the cores that draw a view begin with. */
export function stemOf(view) {
  const name = view?.trim();
  return Object.hasOwn(STEMS, name) ? STEMS[name] : 'core';
}

/**
 * The language that a figure speaks: that of its `lang`, or else that of the page around it. Tags are
 * read as the core reads them (`src/request/language.rs`), which refuses other ones.
 */
export const languageOf = ({ lang, language }) => /^en(-|$)/i.test(lang?.trim() || language) ? 'en' : 'nl';

/** The name of the core that draws a figure: of its view, in its language. */
export const coreOf = (options) => stemOf(options.view) + (languageOf(options) === 'en' ? '-en' : '');

/** The file of that core. */
export const coreFile = (options) => `${coreOf(options)}_bg.wasm`;
