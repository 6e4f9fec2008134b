// SPDX-License-Identifier: EUPL-1.2
// The choices, in the part of the page's address that is sent nowhere. Anyone can make up an address,
// so it says nothing of where scripts and figures come from. Figures of one's own are never in it.
import { notes, putNotes } from './notes.js';

const APART = ['base', 'src', 'file', 'address', 'custom-region'];

/** The fields of a form by the names that they have in the address. */
const fieldsOf = ([prefix, form]) => [...form.elements]
  .filter(({ name, type }) => name && type !== 'submit' && !APART.includes(name) && !APART.includes(`${prefix}${name}`))
  .map((field) => [`${prefix}${field.name}`, field]);

/** What a field says; undefined where it is not chosen. */
const said = (field) => ['radio', 'checkbox'].includes(field.type) && !field.checked ? undefined : field.value;

const valuesOf = (forms) => forms.flatMap(fieldsOf)
  .map(([name, field]) => [name, said(field)]).filter(([, value]) => value !== undefined);

/** Keeps the choices in forms, each with what the names of its fields begin with in the address. */
export class Address {
  #forms;
  #defaults;

  constructor(forms) {
    this.#forms = forms;
    this.#defaults = valuesOf(forms).map(([name, value]) => `${name}=${value}`);
  }

  /** Writes what is not as it was at first. */
  write() {
    const changed = valuesOf(this.#forms).filter(([name, value]) => !this.#defaults.includes(`${name}=${value}`));
    const said = notes().map(({ period, region, text }) => ['note', [period, region, text].join('|')]);
    const hash = new URLSearchParams([...changed, ...said]).toString();
    history.replaceState(null, '', hash ? `#${hash}` : location.pathname + location.search);
  }

  /** Puts into the forms what the address says; the rest is as it was at first. Returns whether it says anything. */
  read() {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const [name, field] of this.#forms.flatMap(fieldsOf)) {
      const values = asked.has(name) ? asked.getAll(name) : this.#defaults
        .filter((one) => one.startsWith(`${name}=`)).map((one) => one.slice(name.length + 1));
      if (['radio', 'checkbox'].includes(field.type)) field.checked = values.includes(field.value);
      else field.value = values[0] ?? '';
    }
    putNotes(asked.getAll('note').slice(0, 20).map((note) => {
      const [period = '', region = '', ...text] = note.split('|');
      return { period, region, text: text.join('|') };
    }));
    return [...asked].length > 0;
  }
}
