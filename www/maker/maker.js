// SPDX-License-Identifier: EUPL-1.2
// The embed maker: turns choices into a preview, and into lines that show the same on another page.
import { Address } from './address.js';
import { attributesOf, codeOf, showFields } from './attributes.js';
import { choices, grouped, heldBy, offerIndicators, offerRegions } from './choices.js';
import { custom } from './custom.js';
import { FORMS } from './lines.js';
import { addNote, listed, notes } from './notes.js';
import { copies, follow, given } from './page.js';
import { TAG } from '../shared/tag.js';

const base = new URL('.', import.meta.url);
const { draw, load, version } = await import(new URL('kansrijke-start.js', base));

const find = (id) => document.getElementById(id);
const [form, sizes, forms] = ['choices', 'sizes', 'forms'].map(find);
const output = { lines: find('lines'), file: find('download'), copied: find('copied') };

const known = await choices(base);
const hashes = await (await fetch(new URL('integrity.json', base))).json();
offerRegions(known.regions);
forms.elements.base.value = base.href;

/** What lines of all sorts need. */
const shared = () => ({ base: forms.elements.base.value.replace(/\/?$/, '/'), hashes, version });

const NETHERLANDS = 'NL01';
const nameOf = (code) => known.regions.find((one) => one.code === code)?.name;
let listedFor;
let held;

/** Lists the subjects by what there is of a region. */
async function listSubjects(code) {
  if (listedFor === code) return;
  listedFor = code;
  const found = await heldBy(code, base).catch(() => {});
  if (listedFor !== code) return;
  held = found;
  offerIndicators(grouped(known.indicators, nameOf(code), held));
}

/** What is remarked, with the codes of regions. */
const remarks = () => notes().map((note) => ({ ...note, region: note.region && codeOf(note.region, known.regions) }));

let preview;
let failure;

/** Draws what was chosen, and gives its lines if there is something to see. */
async function show() {
  showFields(form);
  const { region = NETHERLANDS } = attributesOf(form, known.regions);
  if (nameOf(region)) await listSubjects(region);
  address.write();
  const element = document.createElement(TAG);
  for (const [name, value] of Object.entries(attributesOf(form, known.regions))) element.setAttribute(name, value);
  element.setAttribute('loading', 'eager');
  element.append(...listed(remarks()));
  preview = element;
  const drawn = new Promise((done) => {
    element.addEventListener(`${TAG}-ready`, () => done(), { once: true });
    element.addEventListener(`${TAG}-error`, ({ detail }) => done(detail), { once: true });
  });
  find('preview').replaceChildren(element);
  const failed = await drawn;
  if (preview !== element) return;
  failure = failed;
  await listSubjects(shown()?.dataset.region ?? listedFor);
  await write();
}

/** The figure in the preview, or the words amid text, if there is one. */
const shown = () => preview.shadowRoot.querySelector('figure, .inline');

/** What the figure says in words: its sentence, or the words themselves. */
const worded = () => shown().matches('.inline') ? shown().firstChild.data : shown().querySelector('.sentence')?.textContent ?? '';

/** Subject and region, for a link or a frame: a heading that says what there is to see may name no subject. */
function titled({ indicator, region, lang }) {
  const one = known.indicators.find(({ id }) => id === indicator);
  return one && [lang === 'en' ? one.english : one.name, nameOf(region)].filter(Boolean).join(': ');
}

/** The lines, in the chosen form. */
async function made() {
  const attributes = attributesOf(form, known.regions);
  // A region that was read as another is written as the one that is shown.
  const { region } = shown().dataset;
  if (attributes.region && region) attributes.region = region;
  const title = titled(attributes) ?? shown().querySelector('h1, h2, h3, h4, h5, h6')?.textContent ?? '';
  return FORMS[forms.elements.form.value]({ ...shared(), load, attributes, notes: remarks(), title, said: worded() });
}

/** Writes the lines; for what does not draw, why there are none. */
async function write() {
  address.write();
  const element = preview;
  const result = shown() ? await made().catch(({ message }) => ({ lost: message })) : { lost: failure?.message ?? '' };
  if (preview !== element) return;
  given(output, result);
  find('copy').disabled = !result.lines;
  const { lost, told } = result;
  const said = lost === undefined ? [lacking(), told] : [`Er zijn geen regels: ${lost}`];
  find('why').replaceChildren(...said.filter(Boolean).flatMap((text) => [text, ' ']), ...instead());
}

/** Whether the figure is about one subject, of which the region has nothing. */
function isLacking() {
  const { indicator, within } = form.elements;
  return held && !indicator.disabled && within.disabled && !held.includes(indicator.value);
}

/** That a figure says there is none, in words; empty where it has one. */
const lacking = () => isLacking() ? `Van ${nameOf(listedFor)} is er geen cijfer over dit onderwerp. Dat zegt de grafiek ook.` : '';

/** A button for the country, where there are figures of nowhere else. */
function instead() {
  const { indicator, within, region, view } = form.elements;
  const one = known.indicators.find(({ id }) => id === indicator.value);
  if (!one?.isNational || !(isLacking() || !within.disabled)) return [];
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Kies Nederland' });
  button.addEventListener('click', () => {
    region.value = nameOf(NETHERLANDS);
    if (!within.disabled) view.value = 'number';
    region.focus();
    show();
  });
  return [button];
}

const size = () => {
  find('preview').dataset.width = sizes.querySelector(':checked').value;
  address.write();
};

/** Puts the choices of the address into the forms; the subjects that a region has come in between. */
async function restore() {
  address.read();
  const { region = NETHERLANDS } = attributesOf(form, known.regions);
  await listSubjects(nameOf(region) ? region : undefined);
  const isShared = address.read();
  find('restored').textContent = isShared ? 'Deze keuzes komen uit het adres van de pagina.' : '';
  for (const part of form.querySelectorAll('details')) {
    part.open = isShared && [...part.querySelectorAll('input, select')].some((field) => (
      field.type === 'checkbox' ? field.checked : field.value && !field.disabled));
  }
  size();
  await show();
}

await listSubjects(known.regions.find(({ name }) => name === form.elements.region.value)?.code);
form.elements.indicator.value = 'tienermoeders';
const address = new Address([['', form], ['', sizes], ['', forms], ['custom-', find('custom')], ['custom-', find('custom-forms')]]);
follow(form, show);
follow(sizes, size);
follow(forms, write);
follow(find('custom'), () => address.write());
find('add-note').addEventListener('click', () => addNote()?.querySelector('input').focus());
copies(find('copy'), () => output.lines.value, output.copied, output.lines);
copies(find('share'), () => location.href, find('shared'));
custom({ draw, load, options: shared });
addEventListener('hashchange', restore);

// The page on editors is where the folder was uploaded whole.
find('more').hidden = !(find('more').querySelector('a').getAttribute('href') in hashes);

await restore();
document.documentElement.dataset.ready = '';
