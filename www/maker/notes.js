// SPDX-License-Identifier: EUPL-1.2
// Remarks on a year or a region: rows of three fields, and the list that an element holds.

/** At most this many belong to a figure. */
const MOST = 20;
const FIELDS = [['period', 'Jaar', 12], ['region', 'Gebied', 60], ['text', 'Wat u wilt zeggen', 200]];

const list = () => document.querySelector('#notes');

/** One more row, with what it says. */
export function addNote(values = {}) {
  if (list().children.length >= MOST) return;
  const item = document.createElement('li');
  item.append(...FIELDS.map(([name, text, most]) => {
    const label = document.createElement('label');
    const input = Object.assign(document.createElement('input'), { type: 'text', autocomplete: 'off', maxLength: most, value: values[name] ?? '' });
    input.dataset.note = name;
    if (name === 'region') input.setAttribute('list', 'regions');
    label.append(text, input);
    return label;
  }));
  const remove = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Weghalen' });
  remove.addEventListener('click', () => {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    const form = item.closest('form');
    item.remove();
    (next?.querySelector('input') ?? document.querySelector('#add-note')).focus();
    form.dispatchEvent(new Event('change'));
  });
  item.append(remove);
  list().append(item);
  return item;
}

/** What is said, of the rows that say something about something. */
export function notes() {
  const rows = [...list().children].map((item) => (
    Object.fromEntries([...item.querySelectorAll('[data-note]')].map((input) => [input.dataset.note, input.value.trim()]))));
  return rows.filter(({ period, region, text }) => text && (period || region));
}

/** Puts these rows in the place of those that are there. */
export function putNotes(rows) {
  list().replaceChildren();
  rows.forEach(addNote);
}

/** The list that an element holds; nothing without any. */
export function listed(rows) {
  if (!rows.length) return [];
  const items = document.createElement('ul');
  items.append(...rows.map(({ period, region, text }) => {
    const item = document.createElement('li');
    item.dataset.period = period;
    if (region) item.dataset.region = region;
    item.textContent = text;
    return item;
  }));
  return [items];
}
