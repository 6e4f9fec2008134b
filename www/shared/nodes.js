// SPDX-License-Identifier: EUPL-1.2
// Nodes of the page, also those of the node stream in which the core gives a figure.

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element with attributes and children. */
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes ?? {})) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}

/** Builds the nodes of a node stream. No markup is parsed anywhere. */
export function buildNodes(stream) {
  const root = document.createDocumentFragment();
  let node = root;
  for (const token of stream.split('\u0001')) {
    const rest = token.slice(1);
    switch (token[0]) {
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
