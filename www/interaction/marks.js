// SPDX-License-Identifier: EUPL-1.2
// The marks of a picture: a tooltip under the pointer and in focus, and choosing one.
import { showOrder, watchOrder } from './order.js';
import { fold } from './search.js';
import { addStops } from './stops.js';
import { Tooltip } from './tooltip.js';

/** How far from a mark the pointer may be, in units of the picture, which are tenths of a pixel. */
const REACH = 300;

/** The weight of a distance along the row or the column of a mark. */
const ASIDE = 0.02;

/** For how long a pointer on its way to a tooltip may rest on another mark, in milliseconds. */
const REST = 150;

/** Within how many milliseconds typed letters make one word. */
const TYPING = 700;

const STEPS = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };

const whenIdle = globalThis.requestIdleCallback ?? ((task) => setTimeout(task));

const labelOf = (mark) => mark.getAttribute('aria-label');

export class Marks {
  #frame;
  #choose;
  #details;
  #tooltip;
  #svg;
  #marks = [];
  #places;
  #active;
  #shown;
  #pointer;
  #resting;
  #typed = '';
  #timer;

  /** `choose` is told a region; `details` gives those of the figure, with its table. */
  constructor(frame, choose, details) {
    this.#frame = frame;
    // The tools have put another picture there.
    frame.addEventListener('repaint', () => this.attach(frame.querySelector('svg')));
    this.#choose = choose;
    this.#details = details;
    this.#tooltip = new Tooltip(frame);
    watchOrder(frame);
    frame.addEventListener('pointermove', (event) => this.#point(event));
    frame.addEventListener('pointerleave', ({ pointerType }) => {
      this.#pointer = undefined;
      clearTimeout(this.#resting);
      if (pointerType !== 'touch') this.#leave();
    });
    frame.addEventListener('click', (event) => {
      const mark = this.#found(event);
      if (mark) {
        this.#activate(mark);
        this.#take();
      }
    });
    frame.addEventListener('focusin', ({ target }) => {
      if (target === this.#svg && target.matches(':focus-visible')) this.#walk(this.#active ?? this.#own ?? this.#marks[0]);
    });
    // Whoever marks the text of the tooltip takes the focus away.
    frame.addEventListener('focusout', () => this.#tooltip.isPointedAt || this.#hide());
    frame.addEventListener('keydown', (event) => event.target === this.#svg && this.#press(event));
  }

  /** Attaches to a new picture, which gets the focus if the one before had it. */
  attach(svg, hasFocus) {
    this.#hide();
    showOrder(this.#frame);
    this.#svg = svg;
    this.#marks = [];
    this.#active = undefined;
    this.#places = undefined;
    if (!svg) return;
    if (hasFocus) {
      this.#prepare(svg);
      svg.focus();
    } else {
      whenIdle(() => this.#prepare(svg));
    }
  }

  get #figure() {
    return this.#svg.closest('figure');
  }

  get #own() {
    const { region } = this.#figure.dataset;
    return this.#marks.find((mark) => mark.dataset.region === region || mark.matches('.now'));
  }

  /** Turns the picture into a list box with one tab stop, whose options are its marks. */
  #prepare(svg) {
    if (svg !== this.#svg || svg.hasAttribute('tabindex')) return;
    if (this.#isOne && !svg.querySelector('.mark')) addStops(svg, this.#figure, this.#details().querySelector('table'));
    this.#marks = [...svg.querySelectorAll('.mark')];
    if (!this.#marks.length) return;
    for (const child of svg.children) {
      if (!child.matches('.mark')) child.setAttribute('aria-hidden', true);
    }
    const own = this.#own;
    // Words on two lines are two words, also to who reads them as one text.
    for (const line of svg.querySelectorAll('.mark text:not(:last-child)')) line.append(' ');
    this.#marks.forEach((mark, nth) => {
      mark.id = `mark-${nth}`;
      mark.setAttribute('role', 'option');
      mark.setAttribute('aria-selected', mark === own);
    });
    svg.setAttribute('role', 'listbox');
    svg.setAttribute('tabindex', 0);
  }

  /** The places of the marks. Where they stand in rows or columns, the other axis hardly counts. */
  get #where() {
    if (!this.#places) {
      const marks = this.#marks.map((mark) => {
        const { x, y, width, height } = mark.getBBox();
        return { mark, x: x + width / 2, y: Number(mark.dataset.y ?? y + height / 2), width };
      });
      const isFree = this.#isView('funnel') || this.#isView('map');
      // The marks in columns are vertical lines.
      const isColumn = !marks[0].width;
      this.#places = { marks, dx: isColumn || isFree ? 1 : ASIDE, dy: isColumn ? ASIDE : 1 };
    }
    return this.#places;
  }

  /** Whether it is a picture of one place. */
  get #isOne() {
    return ['number', 'trend', 'compare'].some((view) => this.#isView(view));
  }

  #isView(view) {
    return this.#figure.classList.contains(view);
  }

  /** The mark that the pointer is on, or near. What has columns is met in one. */
  #found({ target, clientX, clientY }) {
    if (!this.#svg?.contains(target)) return;
    this.#prepare(this.#svg);
    const isNear = this.#marks[0]?.dataset.region && !target.closest('[data-sort]');
    return target.closest('.mark') ?? (isNear ? this.#nearest(clientX, clientY) : undefined);
  }

  #point({ target, clientX, clientY }) {
    clearTimeout(this.#resting);
    const [x, y] = this.#pointer ?? [];
    this.#pointer = [clientX, clientY];
    if (this.#tooltip.contains(target)) return;
    const meet = () => {
      const mark = this.#found({ target, clientX, clientY });
      if (!mark) this.#leave();
      else if (mark !== this.#shown) this.#show(mark, clientX);
    };
    if (this.#tooltip.isReached(clientX, clientY, clientX - x, clientY - y)) this.#resting = setTimeout(meet, REST);
    else meet();
  }

  /** The pointer is at no mark: show the one in focus, if any. */
  #leave() {
    if (this.#svg?.getRootNode().activeElement !== this.#svg || !this.#active) this.#hide();
    else if (this.#shown !== this.#active) this.#show(this.#active);
  }

  /** The mark with the least `measure`, if that is less than `least`. */
  #least(measure, least) {
    let best;
    for (const place of this.#where.marks) {
      const length = measure(place);
      if (length < least) [best, least] = [place.mark, length];
    }
    return best;
  }

  #nearest(clientX, clientY) {
    const box = this.#svg.getBoundingClientRect();
    const scale = this.#svg.viewBox.baseVal.width / box.width;
    const { dx, dy } = this.#where;
    const [px, py] = [(clientX - box.left) * scale, (clientY - box.top) * scale];
    return this.#least(({ x, y }) => Math.hypot((x - px) * dx, (y - py) * dy), REACH);
  }

  #activate(mark) {
    this.#active = mark;
    this.#svg.setAttribute('aria-activedescendant', mark.id);
    this.#show(mark);
  }

  /** Activates a mark that need not be in sight. */
  #walk(mark) {
    mark.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#activate(mark);
  }

  #show(mark, clientX) {
    this.#hide();
    this.#shown = mark;
    mark.classList.add('active');
    // A picture of one place that is not high is left free as a whole.
    const picture = this.#svg.getBoundingClientRect();
    const isFree = this.#isOne && picture.height < innerHeight / 2;
    const box = mark.getBoundingClientRect();
    this.#tooltip.show(labelOf(mark), isFree ? picture : box, clientX ?? (box.left + box.right) / 2);
    document.addEventListener('keydown', this.#dismiss);
    document.addEventListener('pointerup', this.#away);
  }

  #hide() {
    clearTimeout(this.#resting);
    document.removeEventListener('keydown', this.#dismiss);
    document.removeEventListener('pointerup', this.#away);
    this.#shown?.classList.remove('active');
    this.#shown = undefined;
    this.#tooltip.hide();
  }

  /** Escape hides the tooltip, wherever the focus is, until another mark is reached. */
  #dismiss = ({ key }) => {
    if (key !== 'Escape') return;
    const shown = this.#shown;
    this.#hide();
    this.#shown = shown;
  };

  /** So does a tap elsewhere. */
  #away = (event) => {
    const [target] = event.composedPath();
    const { clientX, clientY } = event;
    if (!this.#tooltip.contains(target) && !this.#found({ target, clientX, clientY })) this.#hide();
  };

  #take() {
    const { region } = this.#active.dataset;
    if (region) this.#choose({ region, name: labelOf(this.#active).split(': ')[0] });
  }

  #press(event) {
    const { key } = event;
    const marks = this.#marks;
    const nth = marks.indexOf(this.#active);
    let next;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (STEPS[key]) next = this.#step(STEPS[key], nth);
    else if (key === 'Home') next = marks[0];
    else if (key === 'End') next = marks.at(-1);
    else if (key === 'Enter' || (key === ' ' && !this.#typed)) this.#take();
    else if (key.length === 1) next = this.#type(key, nth);
    else return;
    event.preventDefault();
    if (next) this.#walk(next);
  }

  /** On a map the nearest mark in a direction; elsewhere the next in order. */
  #step([dx, dy], nth) {
    if (!this.#isView('map')) return this.#marks[nth + dx + dy];
    const from = this.#where.marks[nth];
    return this.#least(({ x, y }) => {
      const along = (x - from.x) * dx + (y - from.y) * dy;
      const across = Math.abs((x - from.x) * dy + (y - from.y) * dx);
      return along > across / 2 ? along + 2 * across : Infinity;
    }, Infinity);
  }

  /** The next mark whose name begins with what was typed. A first letter moves on from the active one. */
  #type(letter, nth) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.#typed = ''; }, TYPING);
    const from = nth + (this.#typed ? 0 : 1);
    this.#typed += letter;
    const wanted = fold(this.#typed);
    return [...this.#marks.slice(from), ...this.#marks].find((mark) => fold(labelOf(mark)).startsWith(wanted));
  }
}
