// SPDX-License-Identifier: EUPL-1.2
import { PATIENCE, failed } from './fetch.js';

/** Puts an element into the page that fetches a module; done when the module is there. */
const fetched = (name, properties) => new Promise((resolve, reject) => {
  const element = document.createElement(name);
  Object.assign(element, { onload: resolve, onerror: reject, ...properties });
  setTimeout(reject, PATIENCE);
  document.head.append(element);
});

/**
 * Fetches a module ahead, with the hash that this script knows. All browsers check the hash of a
 * script, and keep that module for the import. Under Trusted Types no script may name one; browsers
 * that know those check what is preloaded as well.
 */
export const preload = (href, integrity) => fetched('script', { type: 'module', crossOrigin: '', integrity, src: href })
  .catch((error) => {
    if (error instanceof TypeError) return fetched('link', { rel: 'modulepreload', integrity, href });
    throw error;
  })
  .catch(() => failed(href));
