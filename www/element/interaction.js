// SPDX-License-Identifier: EUPL-1.2
// Fetches the script of what a reader does after the picture, once for the page.
import { preload } from './preload.js';

let loading;

/** The module `interaction.js`. */
export function interaction() {
  return loading ??= fetchModule().catch((error) => {
    loading = undefined;
    throw error;
  });
}

async function fetchModule() {
  const { href } = new URL('interaction.js', import.meta.url);
  await preload(href, __INTERACTION_INTEGRITY__);
  return import(href);
}
