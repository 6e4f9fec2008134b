// SPDX-License-Identifier: EUPL-1.2
// The element itself: it keeps time and holds the place of its figure.
import { coreFor, coreUnavailable } from './core.js';
import { loadData } from './files.js';
import { Marks } from './marks.js';
import { Picker } from './picker.js';
import { build, nodes, takeFolded } from './pieces.js';
import { join, leave, share } from './share.js';
import { NEAR, RESIZED, arrive, nearness, sizes } from './watch.js';

/** The name of the element, with which its events begin. */
export const TAG = 'kansrijke-start';

const ATTRIBUTES = ['indicator', 'region', 'compare', 'view', 'within', 'period', 'src', 'lang',
  'heading-level', 'theme', 'details', 'loading',
  'controls', 'follow'];

/** The views of many indicators. */
const OVERVIEWS = ['profile', 'heatmap'];

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
  #body;
  #marks;
  #picker;
  #isChosen = false;
  #core;
  #width = 0;
  #height;
  #drawnWidth = 0;
  #isNear = false;
  #data;
  #base;
  #round = 0;
  #isWaiting = false;
  #unfold;

  connectedCallback() {
    if (!this.#frame) {
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [styleSheet()];
      this.#frame = document.createElement('div');
      this.#frame.className = 'frame';
      this.#body = document.createElement('div');
      this.#body.append(document.createElement('slot'));
      this.#frame.append(this.#body);
      root.append(this.#frame);
      const choose = (choice) => this.#choose(choice);
      this.#marks = new Marks(this.#frame, choose);
      for (const sign of ['pointerover', 'focusin']) this.#frame.addEventListener(sign, () => this.#base && this.#picker.approach(this.#base.href));
      this.#picker = new Picker(this.#frame, choose);
    }
    join(this);
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
    leave(this);
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#isNear || this.#isWaiting) return;
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
    if (!this.#drawnWidth) this.#height = Math.round(height);
    if (!this.#data || !this.#width || this.#width === this.#drawnWidth) return;
    if (this.#drawnWidth) this.#redraw();
    else this.#draw();
  }

  /** What was asked for, as it stands in the page. */
  get #attributes() {
    return Object.fromEntries(ATTRIBUTES.map((name) => [name, this.getAttribute(name) ?? undefined]));
  }

  get #language() {
    return this.closest('[lang]')?.lang ?? '';
  }

  async #load() {
    const round = ++this.#round;
    this.#data = undefined;
    const indicator = this.getAttribute('indicator')?.trim() ?? '';
    const view = this.getAttribute('view')?.trim();
    const core = this.#core = coreFor(view);
    const base = this.#base = new URL(this.getAttribute('src') ?? 'data/', this.hasAttribute('src') ? document.baseURI : import.meta.url);
    if (!base.pathname.endsWith('/')) base.pathname += '/';
    // A view of many indicators has a file of its own.
    const file = OVERVIEWS.includes(view) ? 'overview' : indicator && `indicator/${encodeURIComponent(indicator)}`;
    let failure;
    try {
      const waiting = file && loadData(core, new URL(`${file}.json`, base).href, indicator, this.#language);
      // The core and the file come side by side; attributes are judged before the file is.
      waiting && waiting.catch(() => {});
      try {
        await core.load();
      } catch (error) {
        throw coreUnavailable(error, this.getAttribute('lang') ?? this.#language);
      }
      core.api.check(this.#attributes, this.#language);
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
    const height = this.#height && this.#height - this.#picker.height;
    return this.#core.api.draw(this.#data, this.#attributes, this.#language, this.#width, height, TAG, form);
  }

  /** What a reader may choose; it stays while figures come and go. */
  #offer() {
    const list = this.getAttribute('controls');
    const pieces = list !== null && this.#core.api.controls(this.#data, this.#attributes, this.#language, TAG);
    this.#picker.show(pieces && build(pieces).firstChild, [list, this.getAttribute('lang'), this.#language].join());
  }

  #draw() {
    const open = this.#frame.querySelector('details')?.open;
    const isChosen = this.#isChosen;
    this.#isChosen = false;
    let drawn;
    try {
      this.#offer();
      drawn = this.#render(this.#core.api.Form.Figure);
    } catch (failure) {
      this.#fail(failure);
      return;
    }
    const pieces = drawn.text.split('\u0001');
    let folded = takeFolded(pieces);
    const figure = nodes(pieces);
    const details = figure.querySelector('details');
    const unfold = this.#unfold = () => {
      details?.append(nodes(folded));
      folded = [];
    };
    if (open !== undefined) details?.toggleAttribute('open', open);
    if (details?.open) unfold();
    details?.addEventListener('toggle', unfold);
    this.#frame.classList.remove('failed');
    this.#put(() => this.#body.replaceChildren(figure));
    whenIdle(unfold);
    if (isChosen) this.#picker.say(this.#body.querySelector('.sentence').textContent);
    if (drawn.warning) this.#report(drawn.warning);
    this.#tell('ready');
  }

  /** Only the picture depends on the width: text, focus and an opened table stay as they are. */
  #redraw() {
    const picture = this.#frame.querySelector('svg');
    if (picture) this.#put(() => picture.replaceWith(build(this.#render(this.#core.api.Form.Picture).text)));
    else this.#drawnWidth = this.#width;
  }

  /** Puts a new picture into the page, with the focus where the one before had it. */
  #put(replace) {
    const before = this.#body.querySelector('svg');
    const hasFocus = before && this.shadowRoot.activeElement === before;
    replace();
    this.#marks.attach(this.#body.querySelector('svg'), hasFocus);
  }

  /** The reason in words; what stands inside the element stays to be read. */
  #fail(failure) {
    // A defect of ours, not of the page: there is no sentence for it.
    if (!failure.tree) throw failure;
    this.#drawnWidth = 0;
    this.#data = undefined;
    this.#frame.classList.add('failed');
    this.#body.replaceChildren(document.createElement('slot'), build(failure.tree));
    this.#marks.attach();
    this.#report(failure);
  }

  #report({ code, message, hint }) {
    console.warn(`${TAG} [${code}] ${hint}`);
    this.#tell('error', { code, message, hint });
  }

  /** Whether nobody objects. */
  #tell(name, detail) {
    const cancelable = name === 'select';
    return this.dispatchEvent(new CustomEvent(`${TAG}-${name}`, { bubbles: true, composed: true, cancelable, detail }));
  }

  /**
   * A reader chose: a mark, or one of what is offered. The page is told; where it does not object
   * and the choice is on offer, the chart follows it. Says whether it does.
   */
  #choose(choice) {
    const { region, name, period } = this.#body.querySelector('.figure')?.dataset ?? {};
    const [indicator, view] = ['indicator', 'view'].map((one) => this.getAttribute(one)?.trim());
    const isFree = this.#tell('select', { region, name, indicator, period, view: view || 'number', ...choice });
    const [[what, value]] = Object.entries(choice);
    if (!isFree || !this.#picker.has(what)) return false;
    this.#isChosen = true;
    if (what === 'region') share(this, value);
    else this.setAttribute(what, value);
    return true;
  }

  /** Printed, a figure shows its table. */
  static {
    globalThis.addEventListener?.('beforeprint', () => {
      for (const element of document.querySelectorAll(TAG)) {
        if (#unfold in element) element.#unfold?.();
        for (const details of element.shadowRoot?.querySelectorAll('details:not([open])') ?? []) {
          details.open = true;
          globalThis.addEventListener('afterprint', () => { details.open = false; }, { once: true });
        }
      }
    });
  }
}
