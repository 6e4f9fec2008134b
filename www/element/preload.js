// SPDX-License-Identifier: EUPL-1.2
import { whyNot } from '../shared/fetch.js';

/**
 * Fetches a module ahead, with the hash that this script knows: a browser that can preload a module
 * with a hash keeps that one for the import.
 */
export async function preload(href, integrity) {
  const link = document.createElement('link');
  if (!link.relList.supports('modulepreload')) return;
  await new Promise((resolve, reject) => {
    Object.assign(link, { rel: 'modulepreload', href, integrity, onload: resolve });
    link.onerror = async () => reject(await whyNot(href));
    document.head.append(link);
  });
}
