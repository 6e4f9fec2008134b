// SPDX-License-Identifier: EUPL-1.2
// The options of an element: its attributes, and what the page around it decides.
import { languageAround } from '../shared/around.js';
import { TAG } from '../shared/tag.js';

/** The attributes that an element observes. */
export const ATTRIBUTES = ('indicator region compare view within map sort period edition src lang heading heading-level theme'
  + ' details loading controls follow').split(' ');

/** The property with what attributes are read as that mean nothing as they stand. */
export const READ = Symbol('read');

/**
 * What the page says of figures, in items of a list inside the element, a line for each; also those of
 * a static figure, whose text stands in a span. Undefined without any.
 */
function annotationsOf(element) {
  const line = (item) => [item.dataset.period, item.dataset.region, (item.querySelector('span') ?? item).textContent].join('|');
  const items = element.querySelectorAll('li[data-period], li[data-region]');
  return [...items].map((item) => line(item).replace(/\s+/g, ' ')).join('\n') || undefined;
}

/** The options of an element as its core takes them. */
export function optionsOf(element) {
  const attributes = ATTRIBUTES.map((name) => [name, element.getAttribute(name)]);
  const date = new Date().toISOString().slice(0, 10);
  const annotations = annotationsOf(element);
  return { ...Object.fromEntries(attributes), annotations, language: languageAround(element), pin: element.dataset.integrity, date, id: TAG, strange: element.getAttributeNames().join(' '), ...element[READ] };
}
