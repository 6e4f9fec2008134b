// SPDX-License-Identifier: EUPL-1.2
// The place of a static figure inside the element. The figure that is drawn takes exactly its
// place, so that nothing around it moves.

const top = (element) => element.getBoundingClientRect().top;

/** The static figure of an element, its top, and the top of what follows the element; if there is one. */
export function written(element) {
  const figure = element.querySelector(':scope > figure');
  if (!figure) return;
  const { nextElementSibling, parentElement } = element;
  const end = () => nextElementSibling
    ? top(nextElementSibling) : parentElement?.getBoundingClientRect().bottom ?? 0;
  return { figure, end, from: top(figure), to: end() };
}

/**
 * Makes a frame as high as the static figure in it. The figure's margins no longer collapse with
 * those of the page, which the slot's margins make up for.
 */
export function hold({ style, firstChild: slot }, { figure, end, from, to }) {
  style.minHeight = style.padding = '0';
  slot.style.display = 'block';
  slot.style.marginBlockStart = `${from - top(figure)}px`;
  slot.style.marginBlockEnd = `${to - end()}px`;
}

/**
 * Keeps a frame at its height, which is `height`, for the figure that is drawn. Returns the width
 * and the height of its padding, which it has from now on.
 */
export function take(frame, height) {
  const { style } = frame;
  if (!style.minHeight) return [0, 0];
  leave(frame);
  const { paddingBlockStart, paddingBlockEnd, paddingInlineStart } = getComputedStyle(frame);
  const block = parseFloat(paddingBlockStart) + parseFloat(paddingBlockEnd);
  style.minHeight = `${height - block}px`;
  return [2 * parseFloat(paddingInlineStart), block];
}

/** Gives a frame the height that the style sheet reserves: at another width, or after a failure. */
export function leave({ style }) {
  style.minHeight = style.padding = '';
}
