// SPDX-License-Identifier: EUPL-1.2
// The place of a figure that was written into the page: the one that is drawn takes over exactly
// that, so that nothing around it moves.

const top = (element) => element.getBoundingClientRect().top;

/** The figure in an element, and where it and what follows the element begin; or nothing. */
export function written(element) {
  const figure = element.querySelector(':scope > figure');
  if (!figure) return;
  const { nextElementSibling, parentElement } = element;
  const end = () => nextElementSibling
    ? top(nextElementSibling) : parentElement?.getBoundingClientRect().bottom ?? 0;
  return { figure, end, from: top(figure), to: end() };
}

/**
 * Lets a frame be as high as what is written in it. Margins that ran into those of the page no
 * longer do; that is made up for.
 */
export function hold({ style, firstChild: slot }, { figure, end, from, to }) {
  style.minHeight = style.padding = '0';
  slot.style.display = 'block';
  slot.style.marginBlockStart = `${from - top(figure)}px`;
  slot.style.marginBlockEnd = `${to - end()}px`;
}

/**
 * Lets a frame that is `height` high stay so; returns how much of its width and of its height
 * is padding from now on.
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

/** Lets a frame be as high as any: at another width, or when it failed. */
export function leave({ style }) {
  style.minHeight = style.padding = '';
}
