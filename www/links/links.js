// SPDX-License-Identifier: EUPL-1.2
// What a text keeps in an editor that knows no custom elements: a link to the page for frames beside
// this script, alone in its paragraph, or in a sentence where it asks for a view that stands in one, and `<div data-kansrijke-start data-indicator="…">`. Each becomes
// an element, with what stood there as its fallback. A block may hold figures of its own, as JSON.
import { TAG } from '../shared/tag.js';

const FRAME = new URL('frame.html', import.meta.url);
const DIV = `div[data-${TAG}]`;
const LINK = `a[href*="frame.html?"]`;

/** What a link can be all of. A link in a list, a table or a menu leads somewhere, as one in a sentence does. */
const BLOCK = 'p, div, figure, blockquote, section, article, main, body';
const ELSEWHERE = `${TAG}, li, td, th, nav, header, footer, button, summary, h1, h2, h3, h4, h5, h6`;

/** What may be asked for: not the figures of another folder, which are its manager's choice. */
const NAMES = customElements.get(TAG).observedAttributes.filter((name) => name !== 'src');

/** A view that stands in a sentence, so that a link to it there is the figure. */
const INLINE = /[?&]view=(value|sentence)(&|$)/;
const PRESSED = `${TAG}, nav, button, summary`;

/** The text, without the blanks of any kind that editors leave around a link. */
const plain = (node) => node.textContent.replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, ' ').trim();

/** Whether the link is all that its block holds. */
function isAlone(link) {
  const block = link.parentElement?.closest(BLOCK);
  return block && !link.closest(ELSEWHERE) && plain(block) === plain(link)
    && !block.querySelector('img, svg, video, iframe, form, table') && block.querySelectorAll('a').length === 1;
}

/** The values of a link by name; nothing where it leads elsewhere, or asks for what no address may. */
function asked(link) {
  const { origin, pathname, searchParams } = new URL(link.href);
  if (origin !== FRAME.origin || pathname !== FRAME.pathname || searchParams.has('src')) return;
  // As in the page for frames: a heading of somebody's own is no part of an address.
  if (!['message', 'name'].includes(searchParams.get('heading'))) searchParams.delete('heading');
  return (name) => searchParams.get(name);
}

/** Puts an element in the place of a node, which it keeps inside if that says something. */
function replace(node, value, ...inside) {
  const chart = document.createElement(TAG);
  for (const name of NAMES) {
    const given = value(name);
    if (given !== null && given !== undefined) chart.setAttribute(name, given);
  }
  for (const name of ['id', 'class']) {
    if (node.matches('div') && node.hasAttribute(name)) chart.setAttribute(name, node.getAttribute(name));
  }
  node.replaceWith(chart);
  chart.append(...inside);
}

/**
 * Draws the figures that stand as JSON in a block, whatever it says of a folder or a core elsewhere. What
 * else stands there is still to be read where that fails.
 */
async function drawOwn(block, text) {
  block.removeAttribute(`data-${TAG}`);
  const inside = [...block.childNodes];
  try {
    const { module, src, ...figures } = JSON.parse(text);
    const { draw } = await import('./kansrijke-start.js');
    for (const name of NAMES) figures[name] = block.getAttribute(`data-${name}`) ?? figures[name];
    await draw(block, figures);
    for (const node of inside) node.remove();
  } catch ({ message }) {
    console.warn(`${TAG} ${message}`);
  }
}

/** What is to be read where a block's figure fails; a heading of it must not pass for one of the page. */
function inside(block) {
  const box = document.createElement('div');
  if (block.querySelector(':scope > figure')) return block.childNodes;
  box.append(...block.childNodes);
  return [box];
}

/** Turns all that there is now. A page that is being edited keeps its links. */
function turn() {
  for (const div of document.querySelectorAll(DIV)) {
    const own = div.querySelector(':scope > script[type="application/json"]');
    if (div.isContentEditable) continue;
    if (own) drawOwn(div, own.textContent);
    else replace(div, (name) => div.getAttribute(`data-${name}`), ...inside(div));
  }
  for (const link of document.querySelectorAll(LINK)) {
    const isInline = INLINE.test(link.search) && !link.closest(PRESSED);
    const value = !link.isContentEditable && (isInline || isAlone(link)) && asked(link);
    if (value) replace(link, value, link);
  }
}

turn();
let isWaiting = false;
// What a page adds later, all that it adds in one task at once.
new MutationObserver(() => {
  if (isWaiting) return;
  isWaiting = true;
  setTimeout(() => {
    isWaiting = false;
    turn();
  });
}).observe(document.documentElement, { childList: true, subtree: true });
