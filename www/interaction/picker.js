// SPDX-License-Identifier: EUPL-1.2
// The controls above a figure: region, indicator and period.
import { Combobox } from './combobox.js';
import { follow } from './follow.js';
import { offer } from './insight.js';
import { make } from '../shared/nodes.js';
import { periodsOf } from '../shared/periods.js';
import { TAG } from '../shared/tag.js';
import { WORDS } from './words.js';

const CONTROLS = ['region', 'indicator', 'period'];

/** The indicators of an index. */
async function indicatorsOf(index) {
  try {
    const { link } = await index();
    return link.item.filter(({ extension }) => extension.regions);
  } catch {
    // Without the index there is only the current one.
    return [];
  }
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
  #charts;
  #chosen;
  #isChosen;
  #bar;
  #names = '';
  #field;
  #selects = {};
  #status = make('p', { class: 'status', role: 'status' });
  #beside = [];
  #now;

  /** Of one of the page's `charts`; those that follow one another keep what was `chosen`. */
  constructor(host, frame, charts, chosen) {
    this.#host = host;
    this.#frame = frame;
    this.#charts = charts;
    this.#chosen = chosen;
    // Fetch the other indicators when a reader approaches.
    for (const sign of ['pointerover', 'focusin']) frame.addEventListener(sign, () => this.#approach());
  }

  /**
   * A reader chose a mark, or something in the controls. This is reported to the page; unless that
   * prevents it, and if the controls offer the choice, the chart follows it. Returns whether it does.
   */
  choose = (choice) => {
    const host = this.#host;
    const { region, period } = this.#frame.querySelector('figure')?.dataset ?? {};
    const indicator = host.indicator.trim() || undefined;
    const view = host.view.trim() || 'number';
    const detail = { region, indicator, period, view, ...choice };
    const isFree = host.dispatchEvent(new CustomEvent(`${TAG}-select`, { bubbles: true, composed: true, cancelable: true, detail }));
    const [name] = Object.keys(choice);
    if (!isFree || !this.offers(name)) return false;
    this.#isChosen = true;
    if (name === 'region') follow(host, choice.region, this.#charts, this.#chosen);
    else host[name] = choice[name];
    return true;
  };

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
   * Shows the controls of what the frame shows, from a file, and the block below the figure; `fetchIndex`
   * fetches the index of its folder, if it was fetched, and `ask` asks the tools. Controls that are there
   * stay, with their focus, and get new lists.
   */
  show(file, fetchIndex, ask) {
    const { lang, dataset: { region } } = this.#frame.querySelector('figure') ?? this.#frame.querySelector('.notice');
    this.#now = { file, index: fetchIndex, lang, region };
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
    // The new sentence for a reader who chose.
    if (this.#isChosen) this.announce(this.#frame.querySelector('figure .sentence')?.textContent ?? '');
    this.#isChosen = false;
    list(this.#selects.period, [['', words.latest], ...periods.map((code) => [code, periodName(code, words)])], this.#attribute('period'));
    this.#fill();
    offer(this.#frame, { file, lang, region, ask });
  }

  #attribute(name) {
    return this.#host.getAttribute(name)?.trim() ?? '';
  }

  #begin(names, words) {
    this.#bar?.remove();
    this.#field = undefined;
    this.#selects = {};
    if (!names.length) return;
    const { lang } = this.#now;
    const controls = names.map((name) => {
      const id = `choose-${name}`;
      let parts;
      if (name === 'region') {
        this.#field = new Combobox(id, words, (text, isSeen) => this.announce(text, isSeen), this.choose);
        parts = this.#field.parts;
      } else {
        const select = this.#selects[name] = make('select', { id });
        parts = [select];
        select.addEventListener('change', () => {
          if (!this.choose({ [name]: select.value })) select.value = this.#attribute(name);
        });
      }
      return make('div', { class: `control ${name}` }, make('label', { for: id }, words[name]), ...parts);
    });
    this.#bar = make('div', { class: 'controls', role: 'group', lang, 'aria-labelledby': `${TAG}-heading` }, ...controls, this.#status);
    this.#frame.prepend(this.#bar);
  }

  async #approach() {
    if (!this.#selects.indicator || this.#beside.length || !this.#now.index) return;
    this.#beside = await indicatorsOf(this.#now.index);
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
