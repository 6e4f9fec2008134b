// SPDX-License-Identifier: EUPL-1.2
// The element itself: it keeps time and holds the place of its figure.
import { coreFor, coreUnavailable } from './core.js';
import { isNamed, takeAlong } from './downloads.js';
import { addressOf, loadData } from './files.js';
import { showOrder, watchOrder } from './order.js';
import { build, nodes, takeFolded } from './pieces.js';
import { hold, leave, take, written } from './place.js';
import { NEAR, RESIZED, arrive, nearness, sizes } from './watch.js';

/** The name of the element, with which its events begin. */
export const TAG = 'kansrijke-start';

/** What an element is asked by. */
export const ATTRIBUTES = ['indicator', 'region', 'compare', 'view', 'within', 'sort', 'period', 'src', 'lang',
  'heading-level', 'theme', 'details', 'loading'];

/** Where a file stands that was not fetched: figures of one's own. */
export const FILE = Symbol('file');

/** What folds away the table. */
const TABLE = 'details:not(.downloads)';

/** How wide a picture is that leaves the page, in pixels, whatever the page it leaves. */
const NARROW = 640;
const WIDE = 800;

const whenIdle = globalThis.requestIdleCallback ?? ((task) => setTimeout(task));

let sheet;

function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(__STYLE__);
  }
  return sheet;
}

/** The element. */
export class KansrijkeStart extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ATTRIBUTES;

  #frame;
  #core;
  #width = 0;
  #height;
  #drawnWidth = 0;
  #isNear = false;
  #data;
  #round = 0;
  #isWaiting = false;
  #unfold;
  [FILE];

  connectedCallback() {
    if (!this.#frame) {
      const place = written(this);
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [styleSheet()];
      this.#frame = document.createElement('div');
      this.#frame.className = 'frame';
      this.#frame.append(document.createElement('slot'));
      this.#frame.addEventListener('click', (event) => this.#take(event.target));
      root.append(this.#frame);
      watchOrder(this.#frame, (id) => this.setAttribute('sort', id));
      if (place) hold(this.#frame, place);
    }
    sizes.observe(this.#frame);
    if (this.getAttribute('loading') === 'eager') this[NEAR]();
    else {
      nearness.observe(this);
      arrive(this);
    }
  }

  disconnectedCallback() {
    sizes.unobserve(this.#frame);
    nearness.unobserve(this);
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#isNear || this.#isWaiting) return;
    // Rows in another order are another picture of the same.
    if (name === 'sort' && this.#data && this.#drawnWidth) {
      this.#redraw();
      return;
    }
    // Several attributes that change together make one new figure.
    this.#isWaiting = true;
    queueMicrotask(() => {
      this.#isWaiting = false;
      this.#load();
    });
  }

  [NEAR]() {
    nearness.unobserve(this);
    if (this.#isNear) return;
    this.#isNear = true;
    this.#load();
  }

  [RESIZED]({ width, height }) {
    this.#width = Math.round(width);
    // The box that was kept for the figure; afterwards it is the figure's own.
    if (!this.#drawnWidth) this.#height = height;
    if (!this.#data || !this.#width || this.#width === this.#drawnWidth) return;
    if (this.#drawnWidth) this.#redraw();
    else this.#draw();
  }

  /** What was asked for, as it stands in the page. */
  get #asked() {
    const attributes = ATTRIBUTES.map((name) => [name, this.getAttribute(name)]);
    return { ...Object.fromEntries(attributes), language: this.closest('[lang]')?.lang, id: TAG };
  }

  async #load() {
    const round = ++this.#round;
    this.#data = undefined;
    const asked = this.#asked;
    const core = this.#core = coreFor(asked.view);
    const source = this[FILE] ?? addressOf(asked);
    let failure;
    try {
      const waiting = source && loadData(core, source, asked);
      // The core and the file come side by side; attributes are judged before the file is.
      waiting && waiting.catch(() => {});
      try {
        await core.load();
      } catch (error) {
        throw coreUnavailable(error, asked);
      }
      core.api.check(asked);
      const data = await waiting;
      if (round !== this.#round) return;
      this.#data = data;
    } catch (error) {
      failure = error;
    }
    if (round !== this.#round) return;
    if (failure) this.#fail(failure);
    else if (this.#width) this.#draw();
  }

  #render(form) {
    this.#drawnWidth = this.#width;
    return this.#core.api.draw(this.#data, { ...this.#asked, width: this.#width, height: this.#height, form });
  }

  /** What a button of the downloads asks for. */
  #take(target) {
    const button = target.closest('.downloads button');
    if (!button) return;
    // As it stands in the page, where it fits a page of print.
    const width = Math.min(Math.max(this.#width, NARROW), WIDE);
    const size = { width, height: width === this.#width ? this.#height : undefined };
    const asked = { ...this.#asked, ...size, date: new Date().toISOString().slice(0, 10) };
    takeAlong(button, this, (form) => this.#core.api.draw(this.#data, { ...asked, form }).text);
  }

  #draw() {
    // A table that was opened stays open, also one that was written into the page.
    const open = (this.#frame.querySelector(TABLE) ?? this.querySelector(':scope > figure details'))?.open;
    if (!this.#drawnWidth) {
      const padding = take(this.#frame, this.#height);
      this.#width -= padding;
      this.#height -= padding;
    }
    let drawn;
    try {
      drawn = this.#render('Figure');
    } catch (failure) {
      this.#fail(failure);
      return;
    }
    const pieces = drawn.text.split('\u0001');
    let folded = takeFolded(pieces);
    const figure = nodes(pieces);
    if (this[FILE] || !isNamed()) figure.querySelector('[value=embed]')?.parentNode.remove();
    showOrder(figure, this.getAttribute('sort'));
    const details = figure.querySelector(TABLE);
    const unfold = this.#unfold = () => {
      details?.append(nodes(folded));
      folded = [];
    };
    if (open !== undefined) details?.toggleAttribute('open', open);
    if (details?.open) unfold();
    details?.addEventListener('toggle', unfold);
    this.#frame.classList.remove('failed');
    this.#frame.replaceChildren(figure);
    whenIdle(unfold);
    if (drawn.warning) this.#report(drawn.warning);
    this.#tell('ready');
  }

  /** Only the picture depends on the width: text, focus and an opened table stay as they are. */
  #redraw() {
    leave(this.#frame);
    const picture = this.#frame.querySelector('svg');
    showOrder(this.#frame, this.getAttribute('sort'));
    if (picture) picture.replaceWith(build(this.#render('Picture').text));
    else this.#drawnWidth = this.#width;
  }

  /** The reason in words; what stands inside the element stays to be read. */
  #fail(failure) {
    // A defect of ours, not of the page: there is no sentence for it.
    if (!failure.tree) throw failure;
    this.#drawnWidth = 0;
    this.#data = undefined;
    leave(this.#frame);
    this.#frame.classList.add('failed');
    this.#frame.replaceChildren(document.createElement('slot'), build(failure.tree));
    this.#report(failure);
  }

  #report({ code, message, hint }) {
    console.warn(`${TAG} [${code}] ${hint}`);
    this.#tell('error', { code, message, hint });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`${TAG}-${name}`, { bubbles: true, composed: true, detail }));
  }

  /** Printed, a figure shows its table. */
  static {
    globalThis.addEventListener?.('beforeprint', () => {
      for (const element of document.querySelectorAll(TAG)) {
        if (#unfold in element) element.#unfold?.();
        for (const details of element.shadowRoot?.querySelectorAll(`${TABLE}:not([open])`) ?? []) {
          details.open = true;
          globalThis.addEventListener('afterprint', () => { details.open = false; }, { once: true });
        }
      }
    });
  }
}

let tag;

/** Gives the element its name; a page that has it from another script keeps that, besides. */
export function define() {
  if (!tag) {
    tag = TAG;
    for (let nth = 2; customElements.get(tag); nth++) tag = `${TAG}-${nth}`;
    customElements.define(tag, KansrijkeStart);
  }
  return tag;
}
