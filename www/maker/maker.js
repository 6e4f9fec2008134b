// SPDX-License-Identifier: EUPL-1.2
// The embed maker: turns choices into a preview, and into lines that show the same on another page.
import { choices, offer } from './choices.js';
import { frameLines, scriptLines } from './lines.js';
import { rowsOf, reported } from './custom-data.js';
import { stemOf } from '../shared/stem.js';

const base = new URL('.', import.meta.url);
const { draw, load, version } = await import(new URL('kansrijke-start.js', base));

const find = (id) => document.getElementById(id);
const [form, forms, customForm] = ['choices', 'forms', 'custom'].map(find);

/** The views that compare regions. */
const WITHIN = ['ranking', 'funnel', 'heatmap', 'map'];

/** Whether a view shows all indicators. */
const isOverview = (view) => /^(over|st)/.test(stemOf(view));

const known = await choices(base);
const hashes = await (await fetch(new URL('integrity.json', base))).json();
offer(known);
form.elements.indicator.value = 'tienermoeders';
forms.elements.base.value = base.href;

/** The attributes of the element, without those that are empty or have no effect. */
function attributes() {
  const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  const region = known.regions.find(({ code, name }) => [code, name].includes(given.region.trim()));
  given.region = region?.code ?? given.region;
  if (given.view === 'number') delete given.view;
  if (isOverview(given.view)) delete given.indicator;
  if (!WITHIN.includes(given.view)) delete given.within;
  if (given.view !== 'map') delete given.map;
  const { indicator, region: place, view, ...rest } = given;
  return Object.fromEntries(Object.entries({ indicator, region: place, view, ...rest }).filter(([, value]) => value));
}

/** The lines, in the chosen form. */
async function lines(element) {
  const given = attributes();
  // A region that was read as another is written as the one that is shown.
  const { region } = element.shadowRoot.querySelector('figure')?.dataset ?? {};
  if (given.region && region) given.region = region;
  const base = forms.elements.base.value.replace(/\/?$/, '/');
  const options = { base, attributes: given, hashes, version };
  switch (forms.elements.form.value) {
    case 'frame':
      return frameLines({ ...options, title: element.shadowRoot.querySelector('h1, h2, h3, h4, h5, h6')?.textContent });
    case 'static':
      return (await load(options.attributes)).toHTML();
    default:
      return scriptLines(options);
  }
}

let preview;

async function show() {
  find('within-field').hidden = !WITHIN.includes(form.elements.view.value);
  find('map-field').hidden = form.elements.view.value !== 'map';
  form.elements.indicator.disabled = isOverview(form.elements.view.value);
  const element = document.createElement('kansrijke-start');
  for (const [name, value] of Object.entries(attributes())) element.setAttribute(name, value);
  element.setAttribute('loading', 'eager');
  preview = element;
  const drawn = new Promise((done) => {
    for (const name of ['ready', 'error']) element.addEventListener(`kansrijke-start-${name}`, done, { once: true });
  });
  find('preview').replaceChildren(element);
  await drawn;
  if (preview === element) await write();
}

async function write() {
  find('copied').value = '';
  find('lines').value = await lines(preview).catch(({ message }) => message);
}

/** Acts on every change of a form, and on its button for those who expect one. */
function follow(form, act) {
  form.addEventListener('change', act);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(event);
  });
}

follow(form, show);
follow(forms, write);

find('copy').addEventListener('click', async () => {
  const text = find('lines');
  try {
    await navigator.clipboard.writeText(text.value);
    find('copied').value = 'Gekopieerd.';
  } catch {
    text.select();
    find('copied').value = 'Kopieer de geselecteerde tekst met Ctrl+C.';
  }
});

let rows = [];

/** Draws the custom data, or lists what is wrong with it, row by row. */
async function showCustomData() {
  const given = Object.fromEntries(new FormData(customForm));
  delete given.file;
  try {
    await draw('#custom-preview', { ...given, data: rows, loading: 'eager' });
    problemsAre([]);
  } catch (failure) {
    problemsAre(reported(failure));
  }
}

function problemsAre(problems) {
  const list = document.createElement('ul');
  list.append(...problems.slice(0, 50).map((problem) => {
    const item = document.createElement('li');
    item.textContent = problem;
    return item;
  }));
  find('custom-problems').replaceChildren(...(problems.length ? [list] : []));
}

async function take(file) {
  if (!file) return;
  find('custom-preview').replaceChildren();
  const read = await rowsOf(file);
  rows = read.rows;
  problemsAre(read.problems);
  const regions = [...new Set(rows.map(({ region }) => region))];
  find('custom-region').replaceChildren(...regions.map((region) => new Option(region)));
  if (rows.length) await showCustomData();
}

find('file').addEventListener('change', ({ target }) => take(target.files[0]));
follow(customForm, ({ target }) => {
  if (target.id !== 'file' && rows.length) {
    find('custom-preview').replaceChildren();
    showCustomData();
  }
});
const drop = find('drop');
for (const name of ['dragover', 'drop']) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.toggle('over', name === 'dragover');
    if (name === 'drop') take(event.dataTransfer.files[0]);
  });
}
drop.addEventListener('dragleave', () => drop.classList.remove('over'));

await show();
document.documentElement.dataset.ready = '';
