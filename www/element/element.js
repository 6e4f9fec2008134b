// SPDX-License-Identifier: EUPL-1.2
// The element: when it loads, draws and redraws, and the box that it reserves for its figure.
import { interaction, later } from './after.js';
import { ATTRIBUTES, READ, optionsOf } from './options.js';
import { coreFor, takePreloaded } from './cores.js';
import { addressesOf, indexOf, loadData, loadFile } from './files.js';
import { buildDeferred, complete } from './deferred.js';
import { dress } from './dress.js';
import { buildNodes } from '../shared/nodes.js';
import { figureOf, leave, take } from './place.js';
import { startRest } from './rest.js';
import { SCRIPT_ADDRESS } from './script.js';
import { charts, chosen, join, part } from './share.js';
import { styleSheets } from './sheet.js';
import { stemOf } from '../shared/stem.js';
import { TABLE } from '../shared/table.js';
import { TAG } from '../shared/tag.js';
import { said } from './said.js';
import { tools } from './tools.js';
import { coreUnavailable } from '../shared/unavailable.js';
import { NEAR, RESIZED, ROOT, arrive, nearness, sizes, turn, whenSeen } from './watch.js';

/** The property with the file of custom data, which is not fetched. */
export const FILE = Symbol('file');

/** The property of an element whose script may ask for anything of its indicator. */
export const WHOLE = Symbol('whole');

/** What draws where WebAssembly is off: the tools have all views as plain JavaScript. */
let plain;

/** The element. */
export class KansrijkeStart extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ATTRIBUTES;

  #frame;
  #marks;
  #picker;
  #core;
  #width = 0;
  #height;
  #drawnWidth = 0;
  #isNear = false;
  #data;
  #source;
  #file;
  #round = 0;
  #isWaiting = false;
  #isWhole;
  #details;
  [FILE];
  [WHOLE];
  [READ] = {};

  connectedCallback() {
    // What a script set before it was this element hides the property of that name.
    for (const [name, value] of Object.entries(this)) {
      if (!(name in KansrijkeStart.prototype)) continue;
      delete this[name];
      this[name] = value;
    }
    // A document that nobody sees, such as one in which a script prepares a page.
    if (!this.ownerDocument.defaultView) return;
    join(this);
    const isEager = this.loading === 'eager';
    // A static figure is read as it is until a reader is near: it has no root until then.
    if (this.shadowRoot || !figureOf(this)) {
      // Fetch while the frame is being made.
      if (isEager) this[NEAR]();
      this[ROOT]();
    }
    if (!isEager) nearness.observe(this);
    arrive(this, startRest);
  }

  /** Makes its frame, unless it has one; gives it the style of its document. Returns the frame. */
  [ROOT]() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = styleSheets(this.ownerDocument);
    if (!this.#frame) {
      // The last is as wide as the figure and never as high: a drawn picture that is higher resizes nothing observed.
      root.replaceChildren(buildNodes(['<div', '@class=box', '<div', '@class=frame', '<slot', '>', '>', '<div'].join('\u0001')));
      this.#frame = root.firstChild.firstChild;
    }
    sizes.observe(this.#frame.nextSibling);
    return this.#frame;
  }

  disconnectedCallback() {
    if (this.#frame) sizes.unobserve(this.#frame.nextSibling);
    nearness.unobserve(this);
    part(this);
  }

  attributeChangedCallback(name, before, after) {
    delete this[READ][name];
    if (before === after || !this.#isNear || this.#isWaiting) return;
    // Another order of the rows changes nothing but the picture.
    if (name === 'sort' && this.#data && this.#drawnWidth) {
      this.#redraw();
      return;
    }
    // Attributes that change in one task lead to one new figure.
    this.#isWaiting = true;
    queueMicrotask(() => {
      this.#isWaiting = false;
      this.#load();
    });
  }

  /** Starts, unless it has; promises to be there. */
  [NEAR]() {
    nearness.unobserve(this);
    if (this.#isNear) return;
    this.#isNear = true;
    return this.#load();
  }

  [RESIZED]({ width, height }) {
    this.#width = Math.round(parseFloat(width));
    // Until the first figure this is the height that is reserved, afterwards the figure's own.
    if (!this.#drawnWidth) this.#height = parseFloat(height) || parseFloat(getComputedStyle(this.#frame).height) || 0;
    if (!this.#data || !this.#width || this.#width === this.#drawnWidth) return;
    if (this.#drawnWidth) this.#redraw();
    else this.#draw();
  }

  async #load(isWhole = this[WHOLE]) {
    const round = ++this.#round;
    this.#isWhole = isWhole;
    this.#data = undefined;
    const options = optionsOf(this);
    // Annotations are drawn by the core that has everything.
    const core = plain || (options.annotations ? await tools().then((all) => all.core, () => coreFor(options)) : coreFor(options));
    if (round !== this.#round) return;
    this.#core = core;
    const source = this.#source = this[FILE] ?? addressesOf(options, isWhole);
    // In parallel with the core as well.
    if (this.hasAttribute('controls')) interaction().catch(() => {});
    // When there is a frame. Where its colours cannot be had it gets paper of its own.
    const dressed = Promise.resolve(this).then(dress).catch(() => this.theme = 'light');
    let failure;
    try {
      // In parallel with the core, which the page may have preloaded; failures are reported below.
      const waiting = source && loadData(core, source, options);
      waiting && waiting.catch(() => {});
      await core.load().catch(async (error) => {
        plain ||= await tools().then((all) => all.plain()).catch(() => {});
        if (!plain) throw coreUnavailable(error, options);
      });
      if (plain && core !== plain) return round === this.#round && this.#load(isWhole);
      // Report what is wrong with the attributes before what is wrong with the file.
      core.ask(options, (api, asked) => api.check(asked));
      const data = await waiting;
      await dressed;
      for (let wait; wait = turn();) await wait;
      if (round !== this.#round) return;
      this.#data = data;
      this.#file = data.file;
    } catch (error) {
      failure = error;
    }
    if (round !== this.#round) return;
    if (failure) this.#fail(failure);
    else if (this.#width) this.#draw();
    else later().then(({ miss }) => miss(this)).catch(() => {});
    whenSeen(startRest);
  }

  /** Returns what draws the figure as it is now, in any form, also later. */
  #drawing() {
    const core = this.#core;
    const data = this.#data;
    const options = { ...optionsOf(this), width: this.#width, height: this.#height };
    this.#drawnWidth = this.#width;
    return (form) => core.draw(data, { ...options, form });
  }

  /** Fills the menu of downloads when a reader opens it. */
  async #take(menu) {
    try {
      const { fill } = await interaction();
      fill(menu, this, this.#ask, !this[FILE] && SCRIPT_ADDRESS);
      await (await tools()).prepare();
    } catch (error) {
      this.#lack(error);
    }
  }

  /** Asks the tools something about the figure: for a download, or for what can be concluded. */
  #ask = async (what, given) => (await tools())[what](this.#source, { ...optionsOf(this), width: this.#width, height: this.#height }, given);

  #draw() {
    // A table that was open stays open, also that of a static figure.
    const open = (this.#frame.querySelector(TABLE) ?? this.querySelector(':scope > figure details'))?.open;
    if (!this.#drawnWidth) take(this.#frame, this.#height);
    const draw = this.#drawing();
    let drawn;
    try {
      drawn = draw('Figure');
    } catch (failure) {
      // A part of many indicators has not all regions. The whole has, or tells what is wrong.
      if (!this.#isWhole && stemOf(this.view) === 'overview') {
        this.#load(true);
        return;
      }
      const round = this.#round;
      this.#fail(failure).then(() => round === this.#round && this.#offer());
      return;
    }
    this.#details = () => buildNodes(draw('Details').text);
    const figure = buildDeferred(drawn.text, open, this.#details);
    const menu = figure.querySelector('.downloads');
    menu?.addEventListener('toggle', () => this.#take(menu));
    this.#frame.classList.remove('failed');
    const { region, tree } = this[READ];
    this.#put(() => {
      this.#fill(buildNodes(region && tree || ''), figure);
      if (this.#marks) this.#makeInteractive();
    });
    // Controls come after the picture, unless the reader is already using them.
    if (this.#picker) this.#offer();
    whenSeen(() => {
      complete(this.#frame);
      if (!this.#picker) this.#offer();
      if (this.edition.trim() && !this[FILE]) this.#compare(draw, this.#data);
    });
    if (drawn.warning) said(drawn.warning).then((warning) => this.#report(warning));
    this.#dispatch('ready');
  }

  /** Only the picture depends on the width: text, focus and an open table stay as they are. */
  #redraw() {
    leave(this.#frame);
    const picture = this.#frame.querySelector('svg');
    if (picture) this.#put(() => this.#replace(picture));
    else this.#drawnWidth = this.#width;
  }

  #replace(picture) {
    this.#frame.querySelector('.legend')?.remove();
    picture.replaceWith(...buildNodes(this.#drawing()('Picture').text).firstChild.childNodes);
  }

  /** A picture of hundreds of marks comes without what makes them interactive. */
  #makeInteractive() {
    const picture = this.#frame.querySelector('svg.deferred');
    if (picture) this.#replace(picture);
  }

  /** Puts a new picture into the page, which keeps the focus of the one before. */
  #put(replace) {
    const before = this.#frame.querySelector('svg');
    const hasFocus = before && this.shadowRoot.activeElement === before;
    replace();
    this.#marks?.attach(this.#frame.querySelector('svg'), hasFocus);
  }

  /** Fills the frame, and keeps the controls and the tooltip in it. */
  #fill(...nodes) {
    for (const child of [...this.#frame.children]) if (!child.matches('.controls, .tooltip')) child.remove();
    const controls = this.#frame.querySelector(':scope > .controls');
    if (controls) controls.after(...nodes);
    else this.#frame.prepend(...nodes);
  }

  /** Offers the controls and the marks. */
  async #offer() {
    const index = this[FILE] ? undefined : () => loadFile(indexOf(optionsOf(this)), optionsOf(this));
    const hasPicture = this.#frame.querySelector('svg');
    if (!this.#picker && !hasPicture && !this.hasAttribute('controls')) return;
    try {
      const { Marks, Picker } = await interaction();
      if (!this.#picker) {
        this.#picker = new Picker(this, this.#frame, charts, chosen);
        this.#marks = new Marks(this.#frame, this.#picker.choose, () => this.#details());
        this.#put(() => this.#makeInteractive());
      }
      this.#picker.show(this.#file, index, this.#ask);
    } catch (error) {
      this.#lack(error);
    }
  }

  /** The figure is there, without controls; and without a menu, which would open to nothing. */
  #lack({ message }) {
    console.warn(`${TAG} ${message}`);
    this.#frame.querySelector('.downloads > :only-child')?.parentNode.remove();
  }

  /**
   * Says so when the newest figures are others than those of the edition that the figure stays with.
   * It stands there without this, too: where the newest cannot be had, nothing is said.
   */
  #compare(draw, data) {
    const asked = [this.#core, draw, optionsOf(this), this.#isWhole];
    // Nobody asked, so nobody hears of a failure.
    interaction().then(({ compare }) => compare(tools(), asked, this.#frame, () => data === this.#data)).catch(() => {});
  }

  /** Shows the reason in words. The content of the element can still be read. */
  async #fail(refusal) {
    const round = this.#round;
    this.#drawnWidth = 0;
    this.#data = undefined;
    const failure = await said(refusal);
    if (round !== this.#round) return;
    // What can be read in one way is drawn, though it is not written so.
    if (failure.changes) {
      Object.assign(this[READ], failure.changes);
      this.#load();
      return;
    }
    // A defect of this script, for which there is no sentence.
    if (!failure.tree) throw failure;
    leave(this.#frame);
    this.#frame.classList.add('failed');
    this.#put(() => this.#fill(document.createElement('slot'), buildNodes(failure.tree)));
    this.#report(failure);
  }

  #report({ code, message, advice, hint }) {
    console.warn(`${TAG} [${code}] ${hint}`);
    this.#dispatch('error', { code, message, advice, hint });
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(`${TAG}-${name}`, { bubbles: true, composed: true, detail }));
  }
}

// Each attribute is a property as well, in camel case: a text, empty where it has none or is not there.
for (const name of ATTRIBUTES) {
  Object.defineProperty(KansrijkeStart.prototype, name.replace('-l', 'L'), {
    get() {
      return this.getAttribute(name) ?? '';
    },
    set(value) {
      if (value == null || value === false) this.removeAttribute(name);
      else this.setAttribute(name, value === true ? '' : value);
    },
  });
}

let tag;

/** Defines the element; under another name if another script has defined this one. */
export function define() {
  if (!tag) {
    tag = TAG;
    for (let nth = 2; customElements.get(tag); nth++) tag = `${TAG}-${nth}`;
    customElements.define(tag, KansrijkeStart);
    takePreloaded();
  }
  return tag;
}
