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
 * Fetches a module ahead, with the hash that this script knows. Chromium, which is known by what it
 * alone can do, checks what is preloaded, also under Trusted Types, where no script may name one. The
 * others check the hash of a script. All keep that module for the import.
 */
export function preload(href, integrity) {
  const link = () => fetched('link', { rel: 'modulepreload', integrity, href });
  const script = () => fetched('script', { type: 'module', crossOrigin: '', integrity, src: href }).catch((error) => {
    if (error instanceof TypeError) return link();
    throw error;
  });
  return (HTMLScriptElement.supports('speculationrules') ? link() : script()).catch(() => failed(href));
}
