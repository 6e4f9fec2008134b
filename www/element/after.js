// SPDX-License-Identifier: EUPL-1.2
// Fetches the scripts that not every picture waits for, each once for the page, with its rules of
// style: what a reader does, what is left, the colours of a page that is not plain, and links that
// stand for a figure.
import { preload } from '../shared/preload.js';
import { SCRIPT_ADDRESS } from './script.js';
import { setRules } from './sheet.js';
import { TAG } from '../shared/tag.js';

/** The module `interaction.js`. */
export const interaction = once(1, 'interaction.js', __INTERACTION_INTEGRITY__, () => import('./interaction.js'));

/** The module `later.js`. */
export const later = once(2, 'later.js', __LATER_INTEGRITY__, () => import('./later.js'));

/** The module `theme.js`. */
export const theme = once(3, 'theme.js', __THEME_INTEGRITY__, () => import('./theme.js'));

/** The module `links.js`, if a link or a block of the page stands for a figure. Without it they stay. */
export async function seek() {
  if (!document.querySelector(`[data-${TAG}],[href*="frame.html?"]`)) return;
  await check('links.js', __LINKS_INTEGRITY__);
  import('./links.js');
}

/** Checks a module where it has an address of its own; a bundler has made something else of it. */
async function check(file, integrity) {
  if (SCRIPT_ADDRESS) await preload(new URL(file, SCRIPT_ADDRESS).href, integrity);
}

/** What fetches a module of a file, with the rules for one of the style sheets; after a failure it tries again. */
function once(sheet, file, integrity, fetchModule) {
  let loading;
  const dress = (module) => {
    setRules(sheet, module.rules);
    return module;
  };
  return () => loading ??= check(file, integrity).then(fetchModule).then(dress).catch((error) => {
    loading = undefined;
    throw error;
  });
}
