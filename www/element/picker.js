// SPDX-License-Identifier: EUPL-1.2
// What a reader may choose beside a figure. The core gives the controls with their words.
import { Combobox } from './combobox.js';

const indexes = new Map();

/** The indicators of a folder of data, fetched when a reader comes near their list. */
function indicatorsOf(base) {
  if (!indexes.has(base)) {
    indexes.set(base, fetch(new URL('index.json', base)).then((response) => response.json())
      .then(({ link }) => link.item.filter(({ extension }) => extension?.name)
        .map(({ href, extension }) => ({ id: href.slice(href.indexOf('/') + 1, -'.json'.length), ...extension })))
      // Without the index there is the choice that was made.
      .catch(() => []));
  }
  return indexes.get(base);
}

export class Picker {
  #frame;
  #choose;
  #bar;
  #combobox;
  #signature;
  #base;
  #indicators;

  constructor(frame, choose) {
    this.#frame = frame;
    this.#choose = choose;
  }

  /** The height that is taken from the figure. */
  get height() {
    return this.#bar?.offsetHeight ?? 0;
  }

  /**
   * Shows the controls. Those that stand there already get new lists and stay themselves, so
   * that the focus stays.
   */
  show(fresh, signature) {
    if (!fresh || signature !== this.#signature) {
      this.#bar?.remove();
      this.#bar = fresh;
      if (fresh) this.#begin();
    } else {
      const twin = (node) => fresh.querySelector(`#${node.id}`);
      for (const select of this.#bar.querySelectorAll('select')) select.replaceChildren(...twin(select).children);
      const [input, list] = this.#field;
      if (input) this.#combobox.refresh(twin(input), twin(list));
      this.#bar.dataset.region = fresh.dataset.region;
    }
    this.#signature = signature;
    if (fresh) this.#fill();
  }

  /** Whether something is on offer. */
  has(name) {
    return Boolean(this.#bar?.querySelector(`.${name}`));
  }

  get #field() {
    return this.#bar.querySelectorAll('.region > :not(label)');
  }

  #begin() {
    const [input, list] = this.#field;
    if (input) this.#combobox = new Combobox(input, list, (text) => this.say(text, true), this.#choose);
    this.#bar.addEventListener('change', ({ target }) => {
      const name = target.id.split('-').pop();
      if (target.localName === 'select' && !this.#choose({ [name]: target.value })) {
        for (const option of target.options) option.selected = option.defaultSelected;
      }
    });
    this.#frame.prepend(this.#bar);
  }

  /** Says a text to a screen reader; what stands nowhere else can be seen too. */
  say(text, isSeen = false) {
    const said = this.#bar?.querySelector('.said');
    if (!said) return;
    said.classList.toggle('seen', Boolean(isSeen && text));
    said.textContent = text;
  }

  /** Whether something is on offer. */
  has(name) {
    return Boolean(this.#bar?.querySelector(`.${name}`));
  }

  /** A reader comes near: the indicators that may be chosen besides this one are fetched. */
  async approach(base) {
    if (base === this.#base || !this.has('indicator')) return;
    this.#base = base;
    this.#indicators = await indicatorsOf(base);
    this.#fill();
  }

  /** Lists the indicators that have figures of such a region. */
  #fill() {
    const select = this.#bar.querySelector('.indicator select');
    const { lang, dataset } = this.#bar;
    const all = select && this.#indicators?.filter(({ id, regions }) => id === select.value || regions.includes(dataset.region.slice(0, 2)));
    if (!all?.some(({ id }) => id === select.value)) return;
    select.replaceChildren(...all.map(({ id, name }) => new Option(name[lang], id, id === select.value, id === select.value)));
  }
}
