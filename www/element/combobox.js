// SPDX-License-Identifier: EUPL-1.2
// The field in which a region is looked up: a combobox with a list, by the pattern of ARIA.
import { fold, search } from './search.js';

export class Combobox {
  #input;
  #list;
  #tell;
  #choose;
  #entries;
  #active;

  /** `tell` says a text to a screen reader; `choose` says whether the choice was followed. */
  constructor(input, list, tell, choose) {
    this.#input = input;
    this.#list = list;
    this.#tell = tell;
    this.#choose = choose;
    input.addEventListener('input', () => this.#open(input.value));
    input.addEventListener('click', () => {
      if (this.#isOpen) return;
      input.select();
      this.#open('');
    });
    input.addEventListener('keydown', (event) => this.#press(event));
    input.addEventListener('blur', () => this.#restore());
    // While the list is pointed at, the field keeps the focus.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', ({ target }) => this.#take(target.closest('li')));
  }

  get #isOpen() {
    return !this.#list.hidden;
  }

  /** Takes over from a field that was made anew, unless the reader is busy with this one. */
  refresh(input, list) {
    if (this.#isOpen) return;
    this.#input.defaultValue = input.defaultValue;
    this.#input.value = input.defaultValue;
    this.#list.replaceChildren(...list.children);
    this.#entries = undefined;
  }

  #open(text) {
    const { compare } = new Intl.Collator('nl');
    this.#entries ??= [...this.#list.children]
      .sort((one, other) => compare(one.textContent, other.textContent))
      .map((item) => ({ item, names: [item.textContent, ...item.dataset.also.split('|')].map(fold).filter(Boolean) }));
    const found = search(this.#entries, text);
    this.#list.replaceChildren(...found);
    this.#list.scrollTop = 0;
    this.#show(found.length);
    this.#tell(found.length ? '' : this.#input.dataset.none);
  }

  #show(isOpen) {
    this.#list.hidden = !isOpen;
    this.#input.setAttribute('aria-expanded', Boolean(isOpen));
    this.#activate();
  }

  #activate(item) {
    this.#active?.removeAttribute('aria-selected');
    this.#active = item;
    if (!item) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    item.id = `option-${item.dataset.region}`;
    item.setAttribute('aria-selected', true);
    item.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', item.id);
  }

  #restore() {
    this.#show(false);
    this.#tell('');
    this.#input.value = this.#input.defaultValue;
  }

  #take(item) {
    if (!item) return;
    const name = item.textContent;
    if (this.#choose({ region: item.dataset.region, name })) this.#input.defaultValue = name;
    this.#restore();
  }

  #press(event) {
    const { key, altKey, isComposing } = event;
    const { value, defaultValue } = this.#input;
    const isTyped = value !== defaultValue;
    const [first, last] = key === 'ArrowUp' ? ['lastElementChild', 'previousElementSibling'] : ['firstElementChild', 'nextElementSibling'];
    if (isComposing) return;
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (altKey && key === 'ArrowUp') this.#show(false);
        else if (!this.#isOpen) this.#open(isTyped ? value : '');
        if (!altKey && this.#isOpen) this.#activate(this.#active?.[last] ?? this.#list[first]);
        break;
      case 'Enter':
        if (!this.#isOpen) return;
        // Who typed a name and did not walk the list means the best that fits.
        this.#take(this.#active ?? (isTyped && this.#list.firstElementChild));
        break;
      case 'Escape':
        if (this.#isOpen) this.#show(false);
        else this.#restore();
        break;
      case 'Tab':
        this.#take(this.#active);
        return;
      case 'Home':
      case 'End':
      case 'ArrowLeft':
      case 'ArrowRight':
        // Back to the text.
        this.#activate();
        return;
      default:
        return;
    }
    event.preventDefault();
  }
}
