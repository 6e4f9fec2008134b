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

/** The lines for a page without either: the figure as it is now, its colours written out. */
export function staticLines({ attributes, shadow, svg }) {
  const figure = shadow.querySelector('figure').cloneNode(true);
  const id = ['kansrijke-start', attributes.indicator, attributes.region, attributes.view].filter(Boolean).join('-');
  for (const button of figure.querySelectorAll('button')) button.closest('details')?.remove();
  for (const child of figure.querySelectorAll('*')) {
    child.removeAttribute('class');
    for (const name of ['id', 'aria-labelledby', 'aria-describedby']) {
      const value = child.getAttribute(name);
      if (value) child.setAttribute(name, value.replace(/^kansrijke-start/, id));
    }
  }
  figure.removeAttribute('class');
  const old = figure.querySelector('svg');
  // The chart inside the picture that explains itself, whose words stand around it already.
  const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('svg svg');
  if (old && picture) {
    for (const { name, value } of old.attributes) {
      if (name === 'role' || name.startsWith('aria-')) picture.setAttribute(name, value);
    }
    for (const name of ['x', 'y', 'overflow']) picture.removeAttribute(name);
    picture.setAttribute('width', '100%');
    picture.setAttribute('preserveAspectRatio', 'xMinYMin');
    old.replaceWith(picture);
  }
  return tag('kansrijke-start', attributes, figure);
}
