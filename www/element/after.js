// SPDX-License-Identifier: EUPL-1.2
// Fetches the scripts of what comes after the picture, each once for the page, with its rules of
// style: what a reader does, and what is left.
import { preload } from './preload.js';
import { styleSheets } from './sheet.js';

// Bundlers look for addresses in just this form, and copy the files that they name.
/** The module `interaction.js`. */
export const interaction = once(1, () => new URL('interaction.js', import.meta.url), __INTERACTION_INTEGRITY__);

/** The module `later.js`. */
export const later = once(2, () => new URL('later.js', import.meta.url), __LATER_INTEGRITY__);

function once(sheet, address, integrity) {
  let loading;
  const fetchModule = async () => {
    const { href } = address();
    await preload(href, integrity);
    const module = await import(href);
    styleSheets()[sheet].replaceSync(module.rules);
    return module;
  };
  return () => loading ??= fetchModule().catch((error) => {
    loading = undefined;
    throw error;
  });
}
