// SPDX-License-Identifier: EUPL-1.2
// The lines to paste.

const SCRIPT = 'kansrijke-start.js';
const LISTENER = 'frame-listener.js';

/** An element as it stands in a page; the browser escapes what must be. */
function tag(name, attributes, ...children) {
  const element = document.implementation.createHTMLDocument('').createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(attribute, value);
  }
  element.append(...children);
  return element.outerHTML;
}

/** A script of the folder, with the hash by which a browser knows that it is the right one. */
function script(base, file, hashes) {
  const src = new URL(file, base).href;
  return tag('script', { type: 'module', src, integrity: hashes[file], crossorigin: 'anonymous' });
}

/** The lines for a page that allows scripts. */
export function scriptLines({ base, attributes, hashes }) {
  return `${script(base, SCRIPT, hashes)}\n${tag('kansrijke-start', attributes)}`;
}

/** The lines for a page that allows frames and one small script, which gives them their height. */
export function frameLines({ base, attributes, hashes, title }) {
  const src = new URL('frame.html', base);
  for (const [name, value] of Object.entries(attributes)) src.searchParams.set(name, value);
  const frame = tag('iframe', { src: src.href, title, width: '100%', height: '560', loading: 'lazy' });
  return `${frame}\n${script(base, LISTENER, hashes)}`;
}
