// SPDX-License-Identifier: EUPL-1.2
// The order of the rows of a heat map: by a list, or by a click on the head of a column.

const LIST = '.order select';

/** Tells `sort` the id of an indicator when a reader chooses the order; empty for the names. */
export function watchOrder(frame, sort) {
  frame.addEventListener('change', ({ target }) => target.matches(LIST) && sort(target.value));
  frame.addEventListener('click', ({ target }) => {
    const { sort: id } = target.closest('[data-sort]')?.dataset ?? {};
    if (id) sort(frame.querySelector(LIST).value === id ? '' : id);
  });
}

/** Shows the list, which does nothing without this script, and what is chosen in it. */
export function showOrder(root, sort) {
  const list = root.querySelector(LIST);
  if (!list) return;
  list.parentNode.hidden = false;
  list.value = sort ?? '';
}
