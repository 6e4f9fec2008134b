// SPDX-License-Identifier: EUPL-1.2
// What a mark says, beside it.
import { make } from '../shared/nodes.js';

/** Between a mark and its tooltip, in pixels: so little that the pointer can move onto it. */
const GAP = 4;

export class Tooltip {
  #frame;
  // It repeats the name of the mark, which a screen reader reads already.
  #element = make('div', { class: 'tooltip', 'aria-hidden': true, hidden: '' });
  #height = 0;

  constructor(frame) {
    this.#frame = frame;
    frame.append(this.#element);
  }

  contains(node) {
    return this.#element.contains(node);
  }

  get isPointedAt() {
    return this.#element.matches(':hover');
  }

  hide() {
    this.#element.hidden = true;
  }

  /** Shows what a label says, beside a box, about `clientX`. */
  show(label, box, clientX) {
    const [name, ...details] = label.split(/: (.*)/s);
    this.#element.replaceChildren(make('strong', {}, name), ...details.join('').split('; ').map((text) => make('span', {}, text)));
    this.#element.hidden = false;
    this.#place(box, clientX);
  }

  /**
   * Places it above or below a box, inside the frame and never over the box: on the side that the
   * pointer or the keys came from, out of the way of where they go.
   */
  #place(box, clientX) {
    const frame = this.#frame.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#element;
    const above = box.top - GAP - height;
    const below = box.bottom + GAP;
    const isAbove = above > Math.max(frame.top, 0);
    const isBelow = below + height < Math.min(frame.bottom, innerHeight);
    const isUpwards = box.top < this.#height;
    // Rather above the frame than out of sight.
    const isSeen = below + height < innerHeight || above < 0;
    const top = (isAbove || !isSeen) && !(isUpwards && isBelow) ? above : below;
    const left = Math.max(Math.min(clientX - width / 2, frame.right - width), frame.left);
    this.#height = box.top;
    this.#element.style.translate = `${left - frame.left}px ${top - frame.top}px`;
  }

  /** Whether a pointer that goes on as it goes reaches it: what it meets before does not take that away. */
  isReached(x, y, dx, dy) {
    const { left, right, top, bottom } = this.#element.getBoundingClientRect();
    const steps = ((dy < 0 ? bottom : top) - y) / dy;
    // Where its edge lies within a pixel, an engine may not find it there yet.
    return steps > -1 && x + steps * dx > left && x + steps * dx < right;
  }
}
