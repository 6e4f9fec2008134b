// SPDX-License-Identifier: EUPL-1.2
// Fetches what lets a reader choose, once for the page.

let loading;

/**
 * The module `choosing.js`, with the hash that this script knows: a browser that can preload a
 * module with a hash keeps that one for the import.
 */
export function chooser() {
  return loading ??= fetchModule().catch((error) => {
    loading = undefined;
    throw error;
  });
}

async function fetchModule() {
  const { href } = new URL('choosing.js', import.meta.url);
  const link = document.createElement('link');
  if (link.relList.supports('modulepreload')) {
    await new Promise((resolve, reject) => {
      Object.assign(link, { rel: 'modulepreload', href, integrity: __CHOOSING_INTEGRITY__, onload: resolve });
      link.onerror = () => reject(new Error(href));
      document.head.append(link);
    });
  }
  return import(href);
}
