// SPDX-License-Identifier: EUPL-1.2
// The order of the rows of a heat map, chosen from a list or by a click on the header of a column.

const LIST = '.order select';

const hostOf = (frame) => frame.getRootNode().host;

/** Gives the element the indicator by which a reader orders the rows; an empty text for their names. */
export function watchOrder(frame) {
  const sort = (id) => { hostOf(frame).sort = id; };
  frame.addEventListener('change', ({ target }) => target.matches(LIST) && sort(target.value));
  frame.addEventListener('click', ({ target }) => {
    const id = target.closest('[data-sort]')?.dataset.sort;
    if (id) sort(frame.querySelector(LIST).value === id ? '' : id);
  });
}

/** Shows the list, which is hidden where there is no script, with the current order. */
export function showOrder(frame) {
  const list = frame.querySelector(LIST);
  if (!list) return;
  list.parentNode.hidden = false;
  list.value = hostOf(frame).sort;
}
