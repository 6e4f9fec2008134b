// SPDX-License-Identifier: EUPL-1.2
// The lines to paste into a page.
import { coreFile } from '../shared/stem.js';

const SCRIPT = 'kansrijke-start.js';
const LISTENER = 'frame-listener.js';

/** The width of pictures and frames, in pixels. */
const WIDTH = '640';

/** The HTML of an element, escaped by the browser, which needs no name for a space that does not break. */
function tag(name, attributes, ...children) {
  const element = document.implementation.createHTMLDocument('').createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(attribute, value);
  }
  element.append(...children);
  return element.outerHTML.replaceAll('&nbsp;', '\u00a0');
}

/** The tag of a script in the folder, with its version and its hash. */
function script({ base, hashes, version }, file, kind) {
  const src = new URL(file, base).href;
  return tag('script', { ...kind, src, integrity: hashes[file], crossorigin: 'anonymous', 'data-version': version });
}

/** The lines for a page that allows scripts. The core is preloaded, in parallel with the script. */
export function scriptLines(options) {
  const href = new URL(coreFile(options.attributes), options.base).href;
  const core = tag('link', { rel: 'preload', href, as: 'fetch', crossorigin: 'anonymous' });
  return `${core}${script(options, SCRIPT, { type: 'module' })}\n${tag('kansrijke-start', options.attributes)}`;
}

/** The lines for a page that allows frames, and the small script that sets their height. */
export function frameLines({ title, ...options }) {
  const src = new URL('frame.html', options.base);
  for (const [name, value] of Object.entries(options.attributes)) src.searchParams.set(name, value);
  const frame = tag('iframe', { src: src.href, title, width: WIDTH, height: '560', loading: 'lazy' });
  return `${frame}\n${script(options, LISTENER, { defer: '' })}`;
}
