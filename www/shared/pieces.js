// SPDX-License-Identifier: EUPL-1.2
// A figure as the core hands it over: pieces, of which nodes are made.

const SVG = 'http://www.w3.org/2000/svg';

/** An element with attributes and what stands inside. */
export function make(name, attributes, ...inside) {
  const element = document.createElement(name);
  for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
  element.append(...inside);
  return element;
}

/** Makes nodes of the core's pieces: no markup is parsed anywhere. */
export function build(pieces) {
  const root = document.createDocumentFragment();
  let node = root;
  for (const piece of pieces.split('\u0001')) {
    const rest = piece.slice(1);
    switch (piece[0]) {
      case '<': {
        const child = rest === 'svg' || node.namespaceURI === SVG
          ? document.createElementNS(SVG, rest) : document.createElement(rest);
        node.appendChild(child);
        node = child;
        break;
      }
      case '+': {
        const child = node.cloneNode();
        node.after(child);
        node = child;
        break;
      }
      case '@': {
        const split = rest.indexOf('=');
        node.setAttribute(rest.slice(0, split), rest.slice(split + 1));
        break;
      }
      case '"':
        node.append(rest);
        break;
      case '>':
        node = node.parentNode;
    }
  }
  return root;
}
