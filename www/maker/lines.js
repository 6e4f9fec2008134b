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
  const href = new URL(coreFile(options.attributes.view), options.base).href;
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

/**
 * The lines for a page that allows neither, as `draw --format html` writes them: the current figure
 * with the picture of the SVG file, which has its colours in it.
 */
export function staticLines({ attributes, shadow, svg }) {
  const shown = shadow.querySelector('figure');
  // A deferred table is added by this event.
  for (const details of shown.querySelectorAll('details:not(.downloads)')) details.dispatchEvent(new Event('toggle'));
  const figure = shown.cloneNode(true);
  const id = ['kansrijke-start', WIDTH, ...Object.entries(attributes).flat()].join('-').replace(/[^a-z0-9]/giu, '-');
  // Remove what needs a script.
  figure.querySelector('.downloads')?.remove();
  figure.querySelector('.order')?.setAttribute('hidden', '');
  for (const details of figure.querySelectorAll('details')) details.toggleAttribute('open', attributes.details === 'open');
  const picture = pictureIn(svg, id);
  if (picture) figure.querySelector('svg').replaceWith(picture);
  for (const child of [figure, ...figure.querySelectorAll('*')]) {
    child.removeAttribute('class');
    for (const name of ['id', 'for', 'aria-labelledby', 'aria-describedby']) {
      const value = child.getAttribute(name);
      if (value?.startsWith('kansrijke-start-') && !value.startsWith(id)) child.setAttribute(name, id + value.slice(15));
    }
  }
  return tag('kansrijke-start', attributes, figure);
}

/**
 * The chart of an SVG file, without the heading and the sentences, which the figure has. It gets a
 * white background, because the page's may be dark, and is no wider than the page.
 */
function pictureIn(svg, id) {
  const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('svg svg');
  if (!picture) return undefined;
  const [viewBox, height] = ['viewBox', 'height'].map((name) => picture.getAttribute(name));
  for (const name of picture.getAttributeNames()) picture.removeAttribute(name);
  const attributes = {
    viewBox, height, role: 'img', 'aria-labelledby': `${id}-heading`, 'aria-describedby': `${id}-sentence`,
    width: '100%', preserveAspectRatio: 'xMinYMin', overflow: 'visible',
  };
  for (const [name, value] of Object.entries(attributes)) picture.setAttribute(name, value);
  const paper = picture.ownerDocument.createElementNS(picture.namespaceURI, 'rect');
  const [, , wide, tall] = viewBox.split(' ');
  for (const [name, value] of Object.entries({ width: wide, height: tall, fill: '#fff' })) paper.setAttribute(name, value);
  picture.prepend(paper);
  return picture;
}
