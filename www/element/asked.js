// SPDX-License-Identifier: EUPL-1.2
// What an element is asked.
import { TAG } from '../shared/tag.js';

/** What an element is asked by. */
export const ATTRIBUTES = ['indicator', 'region', 'compare', 'view', 'within', 'sort', 'period', 'src', 'lang',
  'heading-level', 'theme', 'details', 'loading', 'controls', 'follow'];

/** What was asked for, as it stands in the page. */
export function askedBy(element) {
  const attributes = ATTRIBUTES.map((name) => [name, element.getAttribute(name)]);
  return { ...Object.fromEntries(attributes), language: element.closest('[lang]')?.lang, id: TAG };
}
