// SPDX-License-Identifier: EUPL-1.2
// Fetches the scripts of what comes after the picture, each once for the page, with its rules of
// style: what a reader does, and what is left.
import { preload } from './preload.js';
import { SCRIPT_ADDRESS } from './script.js';
import { styleSheets } from './sheet.js';

/** The module `interaction.js`. Bundlers look for addresses in just this form, and copy the file. */
export const interaction = once(1, async () => {
  const { href } = new URL('interaction.js', import.meta.url);
  await preload(href, __INTERACTION_INTEGRITY__);
  return import(href);
});

/** Not in that form: it is so small that a bundler would put it into an address, which policies forbid. */
const LATER = 'later.js';

/** The module `later.js`. */
export const later = once(2, async () => {
  if (SCRIPT_ADDRESS) await preload(new URL(LATER, SCRIPT_ADDRESS).href, __LATER_INTEGRITY__);
  return import('./later.js');
});

/** What fetches a module, with the rules for one of the style sheets; after a failure it tries again. */
function once(sheet, fetchModule) {
  let loading;
  const dress = (module) => {
    styleSheets()[sheet].replaceSync(module.rules);
    return module;
  };
  return () => loading ??= fetchModule().then(dress).catch((error) => {
    loading = undefined;
    throw error;
  });
}
