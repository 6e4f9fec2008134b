// SPDX-License-Identifier: EUPL-1.2
// The field to look up a region: a combobox with a list box, after the ARIA pattern.
import { make } from '../shared/nodes.js';
import { fold, search } from './search.js';

export class Combobox {
  #input;
  #list;
  #announce;
  #choose;
  #places;
  #entries;
  #active;

  /** `announce` has a screen reader say a text; `choose` returns whether the choice was followed. */
  constructor(id, words, announce, choose) {
    const list = this.#list = make('ul', { id: `${id}s`, role: 'listbox', 'aria-label': words.region, hidden: '' });
    const input = this.#input = make('input', {
      id, type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: false,
      'aria-autocomplete': 'list', 'aria-expanded': false, 'aria-controls': list.id,
    });
    this.parts = [input, list];
    this.#announce = (isFound) => announce(isFound ? '' : words.none, true);
    this.#choose = choose;
    input.addEventListener('input', () => this.#open(input.value));
    input.addEventListener('click', () => {
      if (!list.hidden) return;
      input.select();
      this.#open('');
    });
    input.addEventListener('keydown', (event) => this.#press(event));
    input.addEventListener('blur', () => this.#restore());
    // A press on the list leaves the focus in the field.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', ({ target }) => this.#take(target));
  }

  /** `places` returns the regions to choose from, each with its code, its name and other names. */
  fill(places, name) {
    this.#places = places;
    this.#entries = undefined;
    this.#input.defaultValue = name;
    // A reader who is typing is not interrupted.
    if (this.#list.hidden) this.#input.value = name;
  }

  #open(text) {
    const { compare } = new Intl.Collator('nl');
    this.#entries ??= this.#places()
      .sort((one, other) => compare(one.name, other.name))
      .map(({ code, name, also }) => ({
        item: make('li', { role: 'option', id: `option-${code}`, 'data-region': code }, name),
        names: [name, ...also].map(fold),
      }));
    const found = search(this.#entries, text);
    this.#list.replaceChildren(...found);
    this.#show(found.length > 0);
    this.#announce(found.length);
  }

  #show(isOpen) {
    this.#list.hidden = !isOpen;
    this.#input.setAttribute('aria-expanded', isOpen);
    this.#activate();
  }

  #activate(item) {
    this.#active?.removeAttribute('aria-selected');
    this.#active = item;
    this.#input.setAttribute('aria-activedescendant', item?.id ?? '');
    item?.setAttribute('aria-selected', true);
    item?.scrollIntoView({ block: 'nearest' });
  }

  #restore() {
    this.#show(false);
    this.#announce(true);
    this.#input.value = this.#input.defaultValue;
  }

  #take(item) {
    const name = item.textContent;
    if (this.#choose({ region: item.dataset.region, name })) this.#input.defaultValue = name;
    this.#restore();
  }

  #press(event) {
    const { key, altKey } = event;
    const { value, defaultValue } = this.#input;
    const isTyped = value !== defaultValue;
    const isOpen = !this.#list.hidden;
    if (event.isComposing) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const isUp = key === 'ArrowUp';
      if (!isOpen) this.#open(isTyped ? value : '');
      else if (altKey) this.#show(!isUp);
      const [next, first] = isUp ? ['previousSibling', 'lastChild'] : ['nextSibling', 'firstChild'];
      if (!altKey) this.#activate(this.#active?.[next] ?? this.#list[first]);
    } else if (key === 'Enter' && isOpen) {
      // After typing, without moving through the list, the best match is meant.
      if (this.#active || isTyped) this.#take(this.#active ?? this.#list.firstChild);
    } else if (key === 'Escape') {
      if (isOpen) this.#show(false);
      else this.#restore();
    } else {
      if (key === 'Tab' && this.#active) this.#take(this.#active);
      // The cursor moves in the text, so no option is active.
      if (/^(Home|End|Arrow.*)$/.test(key)) this.#activate();
      return;
    }
    event.preventDefault();
  }
}
