// SPDX-License-Identifier: EUPL-1.2
// The options of an element: its attributes, and what the page around it decides.
import { TAG } from '../shared/tag.js';

/** The attributes that an element observes. */
export const ATTRIBUTES = ['indicator', 'region', 'compare', 'view', 'within', 'map', 'sort', 'period', 'edition', 'src', 'lang',
  'heading', 'heading-level', 'theme', 'details', 'loading', 'controls', 'follow'];

/** The property with what attributes are read as that mean nothing as they stand. */
export const READ = Symbol('read');

/** The options of an element as its core takes them. */
export function optionsOf(element) {
  const attributes = ATTRIBUTES.map((name) => [name, element.getAttribute(name)]);
  const date = new Date().toISOString().slice(0, 10);
  return { ...Object.fromEntries(attributes), language: element.closest('[lang]')?.lang, date, id: TAG, strange: element.getAttributeNames().join(' '), ...element[READ] };
}
