// SPDX-License-Identifier: EUPL-1.2
// The order of the rows of a heat map, chosen from a list or by a click on the header of a column.

const LIST = '.order select';

/** Calls `sort` with the indicator by which a reader orders the rows; empty for their names. */
export function watchOrder(frame, sort) {
  frame.addEventListener('change', ({ target }) => target.matches(LIST) && sort(target.value));
  frame.addEventListener('click', ({ target }) => {
    const id = target.closest('[data-sort]')?.dataset.sort;
    if (id) sort(frame.querySelector(LIST).value === id ? '' : id);
  });
}

/** Shows the list, which is hidden where there is no script, with the current order. */
export function showOrder(root, sort) {
  const list = root.querySelector(LIST);
  if (!list) return;
  list.parentNode.hidden = false;
  list.value = sort ?? '';
}
