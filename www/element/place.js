// SPDX-License-Identifier: EUPL-1.2
// The place of a static figure inside the element. The figure that is drawn takes exactly its
// place, so that nothing around it moves.

/** Less than this, in pixels, nobody sees move. */
const STILL = 0.1;

/** The static figure of an element. */
export const figureOf = (element) => element.querySelector(':scope > figure');

/** The top of the static figure of an element, or of what has none. */
const top = (element) => (figureOf(element) ?? element).getBoundingClientRect().top;

/** The top of an element, and that of what follows it. */
function edges(element) {
  let next = element.nextElementSibling;
  // A script has no place.
  while (next && !next.getClientRects().length) next = next.nextElementSibling;
  return [top(element), next ? top(next) : element.parentElement?.getBoundingClientRect().bottom ?? 0];
}

/**
 * Makes the frames of elements as high as the static figures in them; `frameOf` makes a frame. The
 * figures' margins no longer collapse with those of the page, and a frame may have padding: the slots'
 * margins make up for both. In a long page each layout takes long: there are as few as the page
 * allows, however many figures.
 */
export function hold(elements, frameOf) {
  const before = elements.map(edges);
  const slots = elements.map((element) => {
    const { style, firstChild: slot } = frameOf(element);
    style.minHeight = '0';
    slot.style.display = 'block';
    slot.style.marginInline = 'calc(0px - var(--pad, 0px))';
    return { style: slot.style, by: [0, 0] };
  });
  const move = (nth, side, more) => {
    const { style, by } = slots[nth];
    by[side] += more;
    style.marginBlock = `${by[0]}px ${by[1]}px`;
  };
  const off = (element, nth) => edges(element).map((edge, side) => before[nth][side] - edge);
  // What is off above moves all below. So each edge takes what is not from above it.
  for (const side of [0, 1]) {
    let above = 0;
    elements.map(off).forEach(([start, end], nth) => {
      move(nth, side, side ? end - start : start - above);
      above = end;
    });
  }
  // That holds for figures below each other. Others, such as in cards side by side, one by one.
  elements.forEach((element, nth) => {
    for (const side of [0, 1]) {
      const by = off(element, nth)[side];
      if (Math.abs(by) > STILL) move(nth, side, by);
    }
  });
}

/** Keeps a frame of a static figure at its height, which is `height`, for the figure that is drawn. */
export function take({ style }, height) {
  if (style.minHeight) style.minHeight = `${height}px`;
}

/** Gives a frame the height that the style sheet reserves: at another width, or after a failure. */
export function leave({ style }) {
  style.minHeight = '';
}
