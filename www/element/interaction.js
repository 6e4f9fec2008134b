// SPDX-License-Identifier: EUPL-1.2
// Fetches what lets a reader choose, point and take along, once for the page.

let loading;

/**
 * The module `interaction.js`, with the hash that this script knows: a browser that can preload a
 * module with a hash keeps that one for the import.
 */
export function interaction() {
  return loading ??= fetchModule().catch((error) => {
    loading = undefined;
    throw error;
  });
}

async function fetchModule() {
  const { href } = new URL('interaction.js', import.meta.url);
  const link = document.createElement('link');
  if (link.relList.supports('modulepreload')) {
    await new Promise((resolve, reject) => {
      Object.assign(link, { rel: 'modulepreload', href, integrity: __INTERACTION_INTEGRITY__, onload: resolve });
      link.onerror = () => reject(new Error(href));
      document.head.append(link);
    });
  }
  return import(href);
}
