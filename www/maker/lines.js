// SPDX-License-Identifier: EUPL-1.2
// The lines to paste into a page, in each form, with the file that belongs to some of them.
import { listed } from './notes.js';
import { coreFile } from '../shared/stem.js';
import { TAG } from '../shared/tag.js';

const SCRIPT = 'kansrijke-start.js';
const LISTENER = 'frame-listener.js';

/** The width of pictures and frames, in pixels. */
const WIDTH = '640';

/** An element that is in no page, so that nothing is fetched for it. */
function made(name, attributes, ...children) {
  const apart = document.implementation.createHTMLDocument('');
  // Under Trusted Types no script may give one of HTML its address, not even one that is only written down.
  const element = name === 'script' ? apart.createElementNS('', name) : apart.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(attribute, value);
  }
  element.append(...children);
  return element;
}

/** Its HTML, escaped by the browser, which needs no name for a space that does not break. */
export const tag = (...given) => made(...given).outerHTML.replaceAll('&nbsp;', '\u00a0');

/** The sentence, for a reader who sees no figure. */
export function sentence(text) {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  return text ? [paragraph] : [];
}

/** The tag of a script in the folder, with its version and its hash. */
function script({ base, hashes, version }, file, kind) {
  const src = new URL(file, base).href;
  return tag('script', { ...kind, src, integrity: hashes[file], crossorigin: 'anonymous', 'data-version': version });
}

/** The tag of the script that draws. */
export const drawing = (options) => script(options, SCRIPT, { type: 'module' });

/** What an address asks for: nothing that anyone could put under the name of another's site. */
function addressed({ src, loading, heading, ...rest }) {
  return ['message', 'name'].includes(heading) ? { ...rest, heading } : rest;
}

/** The address of the page for frames. */
function address({ base, attributes }) {
  const url = new URL('frame.html', base);
  for (const [name, value] of Object.entries(addressed(attributes))) url.searchParams.set(name, value);
  return url.href;
}

/** A link to the page for frames, which opens the figure. */
const link = (options, text) => made('a', { href: address(options) }, text);

/** The same where the figure is seen, too. */
const beside = (options) => link(options, `${options.title}: de grafiek met de cijfers`);

/** The frame, and its height: as high as the figure will be. */
async function framed(options) {
  const { load, attributes, title } = options;
  const height = (await load(addressed(attributes))).frameHeight({ width: Number(WIDTH) });
  return { height, frame: made('iframe', { src: address(options), title, width: WIDTH, height, loading: 'lazy' }) };
}

/** The name of a picture, as downloads are called. */
const pictured = ({ indicator = '', region = '', view = 'number', period = '' }) => (
  `${[TAG, indicator, region, view, period].filter(Boolean).join('_').toLowerCase().replace(/[^a-z\d_-]+/g, '-')}.svg`);

/** What an address leaves out, in words; empty where it says it all. */
function left({ attributes, notes }) {
  const lost = [
    notes.length && 'uw opmerkingen',
    attributes.src && 'de andere map met cijfers',
    attributes.heading && !addressed(attributes).heading && 'uw eigen kop',
  ].filter(Boolean);
  return lost.length ? `In een adres gaan niet mee: ${lost.join(', ')}.` : '';
}

/** The forms by name: each gives its lines, and what else belongs to them. */
export const FORMS = {
  /** For a page that allows scripts. The core is preloaded, in parallel with the script. */
  script(options) {
    const href = new URL(coreFile(options.attributes), options.base).href;
    const core = tag('link', { rel: 'preload', href, as: 'fetch', crossorigin: 'anonymous' });
    const figure = tag(TAG, options.attributes, ...sentence(options.said), ...listed(options.notes));
    return { lines: `${core}${drawing(options)}\n${figure}` };
  },

  /** For editors that keep little else; the script in the site's template draws. */
  link(options) {
    return { lines: tag('p', {}, link(options, options.title)), told: left(options) };
  },

  /** For editors that keep attributes of data. */
  block(options) {
    const { src, ...rest } = options.attributes;
    const data = Object.entries(rest).map(([name, value]) => [`data-${name}`, value]);
    const lines = tag('div', { [`data-${TAG}`]: '', ...Object.fromEntries(data) }, ...sentence(options.said), ...listed(options.notes));
    return { lines, told: src ? 'In een blok gaat niet mee: de andere map met cijfers.' : '' };
  },

  /**
   * For a page that allows frames, with the small script that sets their height. The link is what is
   * left where frames are not allowed after all.
   */
  async frame(options) {
    const { frame } = await framed(options);
    const lines = tag('p', {}, frame, made('br', {}), '\n', beside(options));
    return { lines: `${lines}\n${script(options, LISTENER, { defer: '' })}`, told: left(options) };
  },

  /** The element with the whole figure inside. */
  async static({ load, attributes, notes }) {
    return { lines: (await load({ ...attributes, annotations: notes })).toHTML() };
  },

  /** The address alone, and what a provider of oEmbed answers for it. */
  async oembed(options) {
    const { base, title } = options;
    const { frame, height } = await framed(options);
    const answer = {
      version: '1.0', type: 'rich', title, provider_name: 'Kansrijke Start in een grafiek', provider_url: base,
      width: Number(WIDTH), height, html: frame.outerHTML,
    };
    const file = { name: 'oembed.json', type: 'application/json', content: JSON.stringify(answer, null, 2) };
    return { lines: address(options), file, told: left(options) };
  },

  /** A picture as a file, with its sentence as alternative text. */
  async picture(options) {
    const { load, attributes, notes, said } = options;
    const content = (await load({ ...attributes, annotations: notes })).toSVG({ width: Number(WIDTH) });
    const [, height] = /^<svg[^>]* height="([\d.]+)"/.exec(content) ?? [];
    const name = pictured(attributes);
    const image = made('img', { src: name, alt: said, width: WIDTH, height: height && Math.round(height) });
    const lines = `${tag('p', {}, image)}\n${tag('p', {}, beside(options))}`;
    return { lines, file: { name, type: 'image/svg+xml', content }, told: `Zet eerst ${name} op uw site, en schrijf het adres ervan bij src.` };
  },
};
