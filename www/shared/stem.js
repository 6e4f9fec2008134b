// SPDX-License-Identifier: EUPL-1.2
// The names of the cores. Which core draws which view, the build fills in.
const STEMS = __STEMS__;

/** What the files of the core that draws a view begin with. */
export function stemOf(view) {
  const name = view?.trim();
  return Object.hasOwn(STEMS, name) ? STEMS[name] : 'core';
}

/** The file of the core that draws a view. */
export const coreFile = (view) => `${stemOf(view)}_bg.wasm`;
