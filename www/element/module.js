// SPDX-License-Identifier: EUPL-1.2
// The module for journalists: figures without an element, in a page and in Node.js, and figures
// drawn by a script.
import { coreFor, coreUnavailable } from './core.js';
import { ATTRIBUTES, FILE, TAG, define } from './element.js';
import { addressOf, loadData, loadFile, packed } from './files.js';
import { codeOf, fileOf } from './rows.js';

/** The width of a picture in pixels when none is given. */
const WIDTH = 640;

/** How many problems of somebody's own figures are told at once. */
const TOLD = 10;

/** Options as the core takes them: the element's attributes, by their name or in camel case. */
function attributesOf(options, isOwn) {
  const text = (option) => Array.isArray(option) ? option.map(isOwn ? codeOf : String).join() : String(option);
  return Object.fromEntries([...ATTRIBUTES, 'date'].map((name) => {
    const option = options[name] ?? options[name.replace(/-./, (pair) => pair[1].toUpperCase())];
    return [name, option === undefined || option === null ? undefined : text(option)];
  }));
}

/** What a core refused, as an error of JavaScript. */
function errorOf(failure) {
  // A defect of ours has a stack of its own.
  if (!failure?.tree) return failure;
  const { code, message, hint, problems } = failure;
  return Object.assign(new Error(`${message} ${hint}`), { name: 'KansrijkeStartError', code, hint, problems });
}

/** Figures of one's own as a file; or a failure that names the rows. */
function ownFile({ api }, options, language) {
  const problems = [];
  const file = fileOf(options.data, options, (row, name, found, expected) => {
    found = String(found ?? '');
    if (problems.length < TOLD) problems.push({ ...api.refuse(row, name, found, expected, language), row, name, found, expected });
  });
  if (!problems.length) return packed(file);
  const told = problems.map(({ row, name, found, expected, hint }) => ({ row, name, found, expected, hint }));
  throw { ...problems[0], hint: told.map(({ hint }) => hint).join(' '), problems: told };
}

/** What was loaded: figures to be asked for by region, view and period. */
class Data {
  #core;
  #read;
  #file;
  #options;
  #language;
  #isWarned = false;

  constructor(core, read, file, options, language) {
    this.#core = core;
    this.#read = read;
    this.#file = file;
    this.#options = options;
    this.#language = language;
  }

  /** The regions of the file: code and name. */
  get regions() {
    const { index, label } = this.#file.dimension.region.category;
    return index.map((code) => ({ code, name: label?.[code] ?? code }));
  }

  /** The codes of the periods of the file. */
  get periods() {
    return [...this.#file.dimension.period.category.index];
  }

  /** What is said and found, as plain objects. */
  findings(changes) {
    return this.#ask(changes, (api, ...asked) => api.findings(...asked)).findings;
  }

  /** What the figure says, in sentences. */
  describe(changes) {
    return this.#ask(changes, (api, ...asked) => api.findings(...asked)).sentences.join(' ');
  }

  /** The picture as a file. */
  toSVG(changes) {
    return this.#form('Svg', changes);
  }

  /** The figures as rows: for machines, or for Excel with Dutch settings. */
  toCSV(changes) {
    return this.#form(changes?.excel ? 'Excel' : 'Csv', changes);
  }

  #form(form, changes) {
    const width = changes?.width ?? this.#options.width ?? WIDTH;
    const { text, warning } = this.#ask(changes, (api, ...asked) => api.draw(...asked, width, undefined, TAG, api.Form[form]));
    if (warning && !this.#isWarned) console.warn(`${TAG} [${warning.code}] ${warning.hint}`);
    this.#isWarned = Boolean(warning);
    return text;
  }

  #ask(changes, question) {
    const options = { ...this.#options, ...changes };
    try {
      const { api } = this.#core;
      if (coreFor(options.view) !== this.#core) throw api.refuse(0, 'view', '', `load({ view: '${options.view}' })`, this.#language);
      return question(api, this.#read, attributesOf(options), this.#language);
    } catch (failure) {
      throw errorOf(failure);
    }
  }

  /** Puts the file, where it was not fetched, and the attributes on an element. */
  dress(element) {
    element[FILE] = this.#options.data && this.#file;
    for (const [name, value] of Object.entries(attributesOf(this.#options))) {
      if (value === undefined) element.removeAttribute(name);
      else if (name !== 'date') element.setAttribute(name, value);
    }
  }
}

/** Loads figures: of an indicator of ours, or the rows or the JSON-stat dataset in `data`. */
export async function load(options = {}) {
  const language = options.lang ?? globalThis.document?.documentElement.lang ?? '';
  const core = coreFor(options.view);
  try {
    await core.load(options.module).catch((error) => {
      throw coreUnavailable(error, language);
    });
    let asked = options;
    let source = addressOf(attributesOf(options));
    if (options.data) {
      source = ownFile(core, options, language);
      const { dimension, extension } = source;
      const region = dimension.region.category.index[0];
      asked = { indicator: extension.definitions[0]?.id, region, ...options };
    }
    if (!source) throw core.api.refuse(0, 'indicator', '', 'tienermoeders', language);
    const read = await loadData(core, source, asked.indicator, language);
    return new Data(core, read, await (options.data ? source : loadFile(source)), asked, language);
  } catch (failure) {
    throw errorOf(failure);
  }
}

/** Draws a figure into an element of the page, which is given or named by a selector. */
export async function draw(target, options) {
  const host = typeof target === 'string' ? document.querySelector(target) : target;
  const element = document.createElement(define());
  let asked = options;
  let data;
  let round = 0;
  const show = async () => {
    const mine = ++round;
    const loaded = await load(asked);
    // What cannot be drawn leaves the page as it is.
    loaded.describe();
    if (mine !== round) return;
    data = loaded;
    data.dress(element);
    const isShown = new Promise((done) => {
      for (const name of ['ready', 'error']) element.addEventListener(`${TAG}-${name}`, done, { once: true });
    });
    if (!element.isConnected) host.append(element);
    // What has no room is drawn when it gets some.
    if (element.offsetWidth) await isShown;
  };
  await show();
  return {
    element,
    findings: () => data.findings(),
    describe: () => data.describe(),
    toSVG: (changes) => data.toSVG(changes),
    toCSV: (changes) => data.toCSV(changes),
    async update(changes) {
      asked = { ...asked, ...changes };
      await show();
    },
    destroy: () => element.remove(),
  };
}
