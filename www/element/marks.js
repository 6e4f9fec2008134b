// SPDX-License-Identifier: EUPL-1.2
// The marks of a picture: their details under the pointer and in focus, and choosing one.
import { fold } from './search.js';

/** Views in which a neighbour is one in space, not the next in the order. */
const SPATIAL = ['heatmap', 'map'];

/** How far from a mark the pointer may be, in units of the picture: tenths of a pixel. */
const REACH = 240;

/** Where more marks than this stand, they adjoin: nothing but the one that is hit is near. */
const MANY = 1000;

/** Between a mark and its details, in pixels: near enough to reach them with the pointer. */
const GAP = 4;

/** How long letters make one word, in milliseconds. */
const TYPING = 700;

const STEPS = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };

const whenIdle = globalThis.requestIdleCallback ?? ((task) => setTimeout(task));

export class Marks {
  #frame;
  #choose;
  #tip = document.createElement('div');
  #svg;
  #marks = [];
  #places;
  #active;
  #shown;
  #top = 0;
  #typed = '';
  #timer;

  constructor(frame, choose) {
    this.#frame = frame;
    this.#choose = choose;
    this.#tip.className = 'tip';
    // All that it says is the name of the mark, which a screen reader has already.
    this.#tip.ariaHidden = 'true';
    this.#tip.hidden = true;
    frame.append(this.#tip);
    frame.addEventListener('pointermove', (event) => this.#point(event));
    frame.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'touch' || this.#leave());
    frame.addEventListener('click', ({ target }) => {
      const mark = target.closest('.mark');
      if (!mark) return;
      this.#activate(mark);
      this.#take();
    });
    frame.addEventListener('focusin', ({ target }) => {
      if (target === this.#svg && target.matches(':focus-visible')) this.#activate(this.#active ?? this.#own ?? this.#marks[0]);
    });
    frame.addEventListener('focusout', () => this.#hide());
    frame.addEventListener('keydown', (event) => event.target === this.#svg && this.#press(event));
  }

  /** Takes up a new picture, with the focus where the one before had it. */
  attach(svg, hasFocus) {
    this.#hide();
    this.#svg = svg;
    this.#marks = [...svg?.querySelectorAll('.mark') ?? []];
    this.#places = this.#active = undefined;
    if (!this.#marks.length) return;
    if (hasFocus) {
      this.#prepare(svg);
      svg.focus();
    } else {
      whenIdle(() => this.#prepare(svg));
    }
  }

  get #own() {
    const { region } = this.#svg.closest('.figure').dataset;
    return this.#marks.find((mark) => mark.dataset.region === region);
  }

  /** What is drawn as a picture becomes a list that a keyboard can walk through: one tab stop. */
  #prepare(svg) {
    if (svg !== this.#svg || svg.hasAttribute('tabindex')) return;
    for (const child of svg.children) {
      if (!child.matches('.mark')) child.setAttribute('aria-hidden', true);
    }
    const own = this.#own;
    this.#marks.forEach((mark, nth) => {
      mark.id = `mark-${nth}`;
      mark.setAttribute('role', 'option');
      mark.setAttribute('aria-selected', mark === own);
    });
    svg.setAttribute('role', 'listbox');
    svg.setAttribute('tabindex', 0);
  }

  /** Where the marks lie: their middles, and the boxes around them. */
  get #where() {
    return this.#places ??= this.#marks.map((mark) => {
      const { x, y, width, height } = this.#marks.length > MANY ? {} : mark.getBBox();
      return { mark, x: Number(mark.dataset.x), y: Number(mark.dataset.y), left: x, top: y, right: x + width, bottom: y + height };
    });
  }

  #point({ target, clientX, clientY }) {
    if (this.#tip.contains(target)) return;
    const mark = target.closest('.mark') ?? (this.#svg?.contains(target) && this.#nearest(clientX, clientY));
    if (!mark) this.#leave();
    else if (mark !== this.#shown) this.#show(mark, clientX);
  }

  /** The pointer is at no mark: back to the one in focus, if any. */
  #leave() {
    if (!this.#shown) return;
    const isFocused = this.#svg.getRootNode().activeElement === this.#svg;
    if (!isFocused || !this.#active) this.#hide();
    else if (this.#shown !== this.#active) this.#show(this.#active);
  }

  /** The mark whose box is next to the pointer; where several are, the one whose middle is. */
  #nearest(clientX, clientY) {
    if (this.#marks.length > MANY) return undefined;
    const box = this.#svg.getBoundingClientRect();
    const scale = this.#svg.viewBox.baseVal.width / box.width;
    const px = (clientX - box.left) * scale;
    const py = (clientY - box.top) * scale;
    let best;
    let least = REACH;
    let nearer;
    for (const { mark, x, y, left, top, right, bottom } of this.#where) {
      const outside = Math.hypot(Math.max(left - px, 0, px - right), Math.max(top - py, 0, py - bottom));
      const distance = Math.hypot(x - px, y - py);
      if (outside < least || (outside === least && distance < nearer)) [best, least, nearer] = [mark, outside, distance];
    }
    return best;
  }

  #activate(mark) {
    this.#prepare(this.#svg);
    this.#active = mark;
    this.#svg.setAttribute('aria-activedescendant', mark.id);
    mark.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#show(mark);
  }

  #show(mark, clientX) {
    this.#shown?.classList.remove('active');
    this.#shown = mark;
    mark.classList.add('active');
    const [name, ...rest] = mark.getAttribute('aria-label').split(': ');
    const line = (tag, text) => {
      const node = document.createElement(tag);
      node.textContent = text;
      return node;
    };
    this.#tip.replaceChildren(line('strong', name), ...rest.join(': ').split('; ').map((text) => line('span', text)));
    if (this.#tip.hidden) document.addEventListener('keydown', this.#dismiss);
    this.#tip.hidden = false;
    this.#place(mark.getBoundingClientRect(), clientX);
  }

  /**
   * Above or below the mark, never on it, inside the frame: on the side from which the pointer
   * or the arrow keys came, so that it does not lie where they go.
   */
  #place(box, clientX = (box.left + box.right) / 2) {
    const frame = this.#frame.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#tip;
    const above = box.top - GAP - height;
    const below = box.bottom + GAP;
    const fitsAbove = above > Math.max(frame.top, 0);
    const fitsBelow = below + height < Math.min(frame.bottom, innerHeight);
    const isUpwards = box.top < this.#top;
    const top = (isUpwards ? fitsBelow || !fitsAbove : !fitsAbove) ? below : above;
    const left = Math.max(Math.min(clientX - width / 2, frame.right - width), frame.left);
    this.#top = box.top;
    this.#tip.style.translate = `${left - frame.left}px ${top - frame.top}px`;
  }

  #hide() {
    document.removeEventListener('keydown', this.#dismiss);
    this.#shown?.classList.remove('active');
    this.#shown = undefined;
    this.#tip.hidden = true;
  }

  /** Escape, wherever the focus is: the details go, until another mark is met. */
  #dismiss = ({ key }) => {
    if (key !== 'Escape') return;
    const shown = this.#shown;
    this.#hide();
    this.#shown = shown;
  };

  #take() {
    const { region } = this.#active.dataset;
    this.#choose({ region, name: this.#active.getAttribute('aria-label').split(': ')[0] });
  }

  #press(event) {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const marks = this.#marks;
    const nth = marks.indexOf(this.#active);
    let next;
    if (STEPS[key]) next = this.#step(STEPS[key], nth);
    else if (key === 'Home') next = marks[0];
    else if (key === 'End') next = marks.at(-1);
    else if (key === 'Enter' || (key === ' ' && !this.#typed)) this.#active && this.#take();
    else if (key.length === 1) next = this.#type(key, nth);
    else return;
    event.preventDefault();
    if (next) this.#activate(next);
  }

  #step([dx, dy], nth) {
    const isSpatial = SPATIAL.includes(this.#svg.closest('.figure').classList[1]);
    if (nth < 0 || !isSpatial) return this.#marks[nth + dx + dy];
    const from = this.#where[nth];
    let best;
    let least = Infinity;
    for (const { mark, x, y } of this.#where) {
      const along = (x - from.x) * dx + (y - from.y) * dy;
      const across = Math.abs((x - from.x) * dy + (y - from.y) * dx);
      if (along > across / 2 && along + 2 * across < least) [best, least] = [mark, along + 2 * across];
    }
    return best;
  }

  /** The next mark whose name begins with what was typed. */
  #type(letter, nth) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.#typed = ''; }, TYPING);
    this.#typed += letter;
    // The first letter goes on from where it is, a longer word may stay there.
    const from = nth + (this.#typed.length === 1 ? 1 : 0);
    const marks = [...this.#marks.slice(Math.max(from, 0)), ...this.#marks.slice(0, Math.max(from, 0))];
    return marks.find((mark) => fold(mark.getAttribute('aria-label')).startsWith(fold(this.#typed)));
  }
}
