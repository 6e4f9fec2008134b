// SPDX-License-Identifier: EUPL-1.2
// The element <kansrijke-start>: fetches, keeps time and holds the place; everything that a
// visitor reads comes from the core. The names in capitals are filled in by the build.
import init, * as core from '../pkg/core.js';

export { initSync, proportion, rate, compare, recentTrend, funnelLimits } from '../pkg/core.js';

/** The version of the script and of the core that it goes with. */
export const version = __VERSION__;

const TAG = 'kansrijke-start';
const SVG = 'http://www.w3.org/2000/svg';
const ATTRIBUTES = ['indicator', 'region', 'compare', 'view', 'within', 'period', 'src', 'lang',
  'heading-level', 'theme', 'details', 'loading'];

/** How far outside the window a chart begins to load, so that it is there when it is reached. */
const MARGIN = 300;

let loading;

/** One core for every chart of the page, with the hash that this script knows. */
function loadCore() {
  return loading ??= (async () => {
    const address = new URL('core_bg.wasm', import.meta.url);
    const response = await fetch(address, { integrity: __WASM_INTEGRITY__ });
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    // Hosts that do not know the type of .wasm still give its bytes.
    const known = response.headers.get('content-type')?.startsWith('application/wasm');
    await init({ module_or_path: known ? response : await response.arrayBuffer() });
  })();
}

const files = new Map();

/** One request for each data file of the page; the file goes to the core when that is there. */
function loadData(address, indicator, language) {
  let file = files.get(address);
  if (!file) {
    file = (async () => {
      let found;
      try {
        const response = await fetch(address);
        if (response.ok) return response.json();
        found = String(response.status);
        // One file less, or no figures at all?
        const folder = await fetch(new URL('../index.json', address));
        if (!folder.ok) found = `${found} (index.json: ${folder.status})`;
      } catch (error) {
        found = String(error?.message ?? error);
      }
      return { unreachable: found };
    })().then(async (json) => {
      await loadCore();
      // Numbers cross into the core in one piece.
      if (Array.isArray(json?.value)) {
        json.value = Float64Array.from(json.value, (cell) => typeof cell === 'number' ? cell : NaN);
      }
      if (json?.unreachable) throw core.unreachable(address, indicator, json.unreachable, language);
      return core.read(json, language);
    }, async (error) => {
      await loadCore();
      throw core.read(String(error?.message ?? error), language);
    });
    files.set(address, file);
    // What failed may succeed for the next chart.
    file.catch(() => files.delete(address));
  }
  return file;
}

/** Makes nodes of the core's pieces: no markup is parsed anywhere. */
export function build(pieces) {
  return nodes(pieces.split('\u0001'));
}

function nodes(pieces) {
  const root = document.createDocumentFragment();
  let node = root;
  for (const piece of pieces) {
    const rest = piece.slice(1);
    switch (piece[0]) {
      case '<': {
        const child = rest === 'svg' || node.namespaceURI === SVG
          ? document.createElementNS(SVG, rest) : document.createElement(rest);
        node.append(child);
        node = child;
        break;
      }
      case '@': {
        const split = rest.indexOf('=');
        node.setAttribute(rest.slice(0, split), rest.slice(split + 1));
        break;
      }
      case '"':
        node.append(rest);
        break;
      case '>':
        node = node.parentNode;
    }
  }
  return root;
}

/**
 * Takes what is folded away out of a figure's pieces: the table is most of a figure, and need
 * not be there before the picture is seen. Its summary stays.
 */
function takeFolded(pieces) {
  const start = pieces.indexOf('<details');
  if (start < 0 || pieces[start + 1] !== '<summary') return [];
  const from = pieces.indexOf('>', start) + 1;
  let end = from;
  for (let depth = 0; depth > 0 || pieces[end] !== '>'; end++) {
    if (pieces[end][0] === '<') depth++;
    else if (pieces[end] === '>') depth--;
  }
  return pieces.splice(from, end - from);
}

const whenIdle = globalThis.requestIdleCallback ?? ((task) => setTimeout(task));

let sheet;

function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(__STYLE__);
  }
  return sheet;
}

const RESIZED = Symbol('resized');
const NEAR = Symbol('near');

// Sizes are told by the browser after its own layout, so that drawing never forces one.
const sizes = globalThis.ResizeObserver && new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) target.getRootNode().host[RESIZED](contentRect);
});

const nearness = globalThis.IntersectionObserver && new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) target[NEAR]();
  }
}, { rootMargin: `${MARGIN}px` });

let arrived = [];

/** Charts that are near from the start do not wait for the browser's next frame to say so. */
function lookAround() {
  const charts = arrived;
  arrived = [];
  const near = charts.filter((chart) => {
    const { top, bottom } = chart.getBoundingClientRect();
    return chart.isConnected && bottom > -MARGIN && top < innerHeight + MARGIN;
  });
  for (const chart of near) chart[NEAR]();
}

class KansrijkeStart extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ATTRIBUTES;

  #frame;
  #width = 0;
  #height;
  #drawnWidth = 0;
  #isNear = false;
  #data;
  #round = 0;
  #isWaiting = false;
  #unfold;

  connectedCallback() {
    if (!this.#frame) {
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [styleSheet()];
      this.#frame = document.createElement('div');
      this.#frame.className = 'frame';
      this.#frame.append(document.createElement('slot'));
      root.append(this.#frame);
    }
    sizes.observe(this.#frame);
    if (this.getAttribute('loading') === 'eager') this[NEAR]();
    else {
      nearness.observe(this);
      if (arrived.push(this) === 1) queueMicrotask(lookAround);
    }
  }

  disconnectedCallback() {
    sizes.unobserve(this.#frame);
    nearness.unobserve(this);
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
    const base = new URL(this.getAttribute('src') ?? 'data/', this.hasAttribute('src') ? document.baseURI : import.meta.url);
    if (!base.pathname.endsWith('/')) base.pathname += '/';
    const address = new URL(`indicator/${encodeURIComponent(indicator)}.json`, base).href;
    let failure;
    try {
      const waiting = indicator && loadData(address, indicator, this.#language);
      // The core and the file come side by side; attributes are judged before the file is.
      waiting && waiting.catch(() => {});
      try {
        await loadCore();
      } catch (error) {
        loading = undefined;
        throw this.#coreUnavailable(error);
      }
      core.check(this.#attributes, this.#language);
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

  #coreUnavailable(error) {
    const found = String(error?.message ?? error);
    const language = (this.getAttribute('lang') ?? this.#language).startsWith('en') ? 'en' : 'nl';
    const { code, message, hint } = __CORE_UNAVAILABLE__[language];
    const tree = ['<p', '@class=notice', '@role=status', `"${message}`, '>'].join('\u0001');
    return { code, message, hint: hint.replace('{found}', found), tree };
  }

  #render(form) {
    this.#drawnWidth = this.#width;
    return core.draw(this.#data, this.#attributes, this.#language, this.#width, this.#height, TAG, form);
  }

  #draw() {
    const open = this.#frame.querySelector('details')?.open;
    let drawn;
    try {
      drawn = this.#render(core.Form.Figure);
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
    this.#frame.replaceChildren(figure);
    whenIdle(unfold);
    if (drawn.warning) this.#report(drawn.warning);
    this.#tell('ready');
  }

  /** Only the picture depends on the width: text, focus and an opened table stay as they are. */
  #redraw() {
    const picture = this.#frame.querySelector('svg');
    if (picture) picture.replaceWith(build(this.#render(core.Form.Picture).text));
    else this.#drawnWidth = this.#width;
  }

  /** The reason in words; what stands inside the element stays to be read. */
  #fail(failure) {
    // A defect of ours, not of the page: there is no sentence for it.
    if (!failure.tree) throw failure;
    this.#drawnWidth = 0;
    this.#data = undefined;
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
        for (const details of element.shadowRoot?.querySelectorAll('details:not([open])') ?? []) {
          details.open = true;
          globalThis.addEventListener('afterprint', () => { details.open = false; }, { once: true });
        }
      }
    });
  }
}

// A page that names the script twice, or in two versions, keeps the first.
if (globalThis.customElements && !customElements.get(TAG)) customElements.define(TAG, KansrijkeStart);
