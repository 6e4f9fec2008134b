// SPDX-License-Identifier: EUPL-1.2
// The controls above a figure: region, indicator and period.
import { Combobox } from './combobox.js';
import { follow } from './follow.js';
import { make } from '../shared/nodes.js';
import { periodsOf } from '../shared/periods.js';
import { WORDS } from './words.js';

const CONTROLS = ['region', 'indicator', 'period'];

const indexes = new Map();

/** The indicators in the folder of a file. */
function indicatorsBeside(address) {
  const index = new URL('../index.json', address).href;
  if (!indexes.has(index)) {
    indexes.set(index, fetch(index).then((response) => response.json())
      .then(({ link }) => link.item.filter(({ extension }) => extension.regions))
      // Without the index there is only the current one.
      .catch(() => []));
  }
  return indexes.get(index);
}

/** The name of a period: of a month in words, else its code. */
function periodName(code, { months }) {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(code) ?? [];
  return month ? `${months[month - 1]} ${year}` : code;
}

/** Fills a select with options of a value and a name. */
function list(select, values, chosen) {
  select?.replaceChildren(...values.map(([value, name]) => new Option(name, value, false, value === chosen)));
}

export class Picker {
  #host;
  #frame;
  #choose;
  #bar;
  #names = '';
  #field;
  #selects = {};
  #status = make('p', { class: 'status', role: 'status' });
  #beside = [];
  #now;

  constructor(host, frame, choose) {
    this.#host = host;
    this.#frame = frame;
    this.#choose = choose;
    // Fetch the other indicators when a reader approaches.
    for (const sign of ['pointerover', 'focusin']) frame.addEventListener(sign, () => this.#approach());
  }

  /** Has the charts that follow one another show a region. */
  follow = follow;

  /** Whether there is such a control. */
  offers(name) {
    return this.#names.includes(name);
  }

  /** Has a screen reader read a text, which `isSeen` also shows. */
  announce(text, isSeen) {
    this.#status.classList.toggle('seen', Boolean(isSeen && text));
    this.#status.textContent = text;
  }

  /**
   * Shows the controls: `now` has the file, its address if it was fetched, the language, the region
   * and the id of the heading. Controls that are there stay, with their focus, and get new lists.
   */
  show(now) {
    const { file, lang, region } = this.#now = now;
    const { dimension, extension } = file;
    const wanted = this.#host.getAttribute('controls');
    const isOffered = (name) => wanted !== null && (wanted.trim() || 'region').includes(name)
      && (name !== 'indicator' || extension.definitions.length < 2);
    const names = CONTROLS.filter(isOffered);
    const words = WORDS[lang];
    if (this.#names !== names + lang) this.#begin(names, words);
    this.#names = names + lang;

    const { index, label } = dimension.region.category;
    const nameOf = (code) => {
      if (code === 'NL01') return words.country;
      const level = { PV: words.province, CR: words.corop }[code.slice(0, 2)] ?? '{name}';
      return level.replace('{name}', label[code]);
    };
    const aliases = Object.entries(extension.aliases ?? {});
    this.#field?.fill(() => index.map((code) => ({
      code, name: nameOf(code), also: aliases.filter(([, of]) => of === code).map(([alias]) => alias),
    })), region ? nameOf(region) : '');
    const periods = [...periodsOf(file)].reverse().sort((one, other) => one.length - other.length);
    list(this.#selects.period, [['', words.latest], ...periods.map((code) => [code, periodName(code, words)])], this.#attribute('period'));
    this.#fill();
  }

  #attribute(name) {
    return this.#host.getAttribute(name)?.trim() ?? '';
  }

  #begin(names, words) {
    this.#bar?.remove();
    this.#field = undefined;
    this.#selects = {};
    if (!names.length) return;
    const { lang, heading } = this.#now;
    const controls = names.map((name) => {
      const id = `choose-${name}`;
      let parts;
      if (name === 'region') {
        this.#field = new Combobox(id, words, (text, isSeen) => this.announce(text, isSeen), this.#choose);
        parts = this.#field.parts;
      } else {
        const select = this.#selects[name] = make('select', { id });
        parts = [select];
        select.addEventListener('change', () => {
          if (!this.#choose({ [name]: select.value })) select.value = this.#attribute(name);
        });
      }
      return make('div', { class: `control ${name}` }, make('label', { for: id }, words[name]), ...parts);
    });
    this.#bar = make('div', { class: 'controls', role: 'group', lang, 'aria-labelledby': heading }, ...controls, this.#status);
    this.#frame.prepend(this.#bar);
  }

  async #approach() {
    if (!this.#selects.indicator || this.#beside.length || !this.#now.source) return;
    this.#beside = await indicatorsBeside(this.#now.source);
    this.#fill();
  }

  /** Lists the current indicator, and the others with figures for this kind of region. */
  #fill() {
    const { file, lang, region } = this.#now;
    const chosen = this.#attribute('indicator');
    const values = file.extension.definitions.map(({ id, name }) => [id, name[lang]]);
    for (const { href, extension: { name, regions } } of this.#beside) {
      const id = href.slice('indicator/'.length, -'.json'.length);
      if (id !== chosen && regions.includes(region?.slice(0, 2))) values.push([id, name[lang]]);
    }
    list(this.#selects.indicator, values, chosen);
  }
}
