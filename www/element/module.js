// SPDX-License-Identifier: EUPL-1.2
// The module for journalists: figures without an element, in a page and in Node.js, and figures
// drawn by a script.
import { ATTRIBUTES } from './options.js';
import { coreFor, coreUnavailable } from './core.js';
import { FILE, define } from './element.js';
import { addressOf, loadData, loadFile, packed } from './files.js';
import { MEASURES, codeOf } from '../shared/codes.js';
import { TAG } from '../shared/tag.js';
import { NEAR } from './watch.js';

/** The width of a picture in pixels when none is given. */
const WIDTH = 640;

/** The members of a finding as the core gives them: so many texts, and then numbers. */
const MEMBERS = ['indicator', 'region', 'name', 'period', 'status', 'answer', 'method', 'verdict', 'source', ...MEASURES];
const TEXTS = MEMBERS.length - MEASURES.length;

/** How many problems of somebody's own figures are told at once. */
const TOLD = 10;

/** Options as the core takes them: attributes by their name or in camel case, and the rest. */
function askedBy(options) {
  const text = (option) => Array.isArray(option) ? option.map(options.data ? codeOf : String).join() : option?.toString();
  const attributes = ATTRIBUTES.map((name) => {
    const camel = name.replace(/-./, (pair) => pair[1].toUpperCase());
    return [name, text(options[camel] ?? options[name])];
  });
  const { width = WIDTH, date } = options;
  return { ...Object.fromEntries(attributes), width, date, language: globalThis.document?.documentElement.lang, id: TAG };
}

/** What a core refused, as an error of JavaScript. */
function errorOf(failure) {
  // A defect of ours has a stack of its own.
  if (!failure?.tree) return failure;
  const { code, message, hint, problems } = failure;
  return Object.assign(new Error(`${message} ${hint}`), { name: 'KansrijkeStartError', code, hint, problems });
}

/**
 * Figures of one's own as a file; or a failure that names the rows. What reads them is a script of
 * its own, which a page of published figures never needs.
 */
async function ownFile({ api }, options, { lang, language }) {
  const { fileOf } = await import('./own.js');
  const problems = [];
  const file = fileOf(options.data, options, (row, name, found, expected) => {
    if (problems.length === TOLD) return;
    const problem = { row, name, found: String(found ?? ''), expected };
    const failure = api.refuse({ ...problem, lang, language });
    problems.push({ ...problem, hint: failure.hint });
    problems.failure ??= failure;
  });
  if (!problems.length) return packed(file);
  throw { ...problems.failure, hint: problems.map(({ hint }) => hint).join(' '), problems };
}

/** What an indicator of ours, or the rows or the JSON-stat dataset in `data`, come to. */
async function loaded(options = {}) {
  let asked = askedBy(options);
  const core = coreFor(asked.view);
  try {
    await core.load(options.module).catch((error) => {
      throw coreUnavailable(error, asked);
    });
    let source = addressOf(asked);
    if (options.data) {
      source = await ownFile(core, options, asked);
      const { dimension, extension } = source;
      const { indicator = extension.definitions[0]?.id, region = dimension.region.category.index[0] } = options;
      options = { ...options, indicator, region };
      asked = askedBy(options);
    }
    core.api.check({ ...asked, region: asked.region ?? TAG });
    const read = await loadData(core, source, asked);
    return { core, read, file: options.data ? source : await loadFile(source), options };
  } catch (failure) {
    throw errorOf(failure);
  }
}

/** Figures that were loaded, to be asked for by region, view and period. */
class Figures {
  #state;

  constructor(state) {
    this.#state = state;
  }

  /** Gives it other figures. */
  static change(figures, state) {
    figures.#state = state;
  }

  /** The regions of the file: code and name. */
  get regions() {
    const { index, label } = this.#state.file.dimension.region.category;
    return index.map((code) => ({ code, name: label?.[code] ?? code }));
  }

  /** The codes of the periods of the file. */
  get periods() {
    return [...this.#state.file.dimension.period.category.index];
  }

  /** What was found, as plain objects with the members that are there. */
  findings(changes) {
    return this.#ask('Findings', changes).split('\n').slice(0, -1).map((line) => Object.fromEntries(
      line.split('\u0001').map((cell, at) => [MEMBERS[at], at < TEXTS ? cell : Number(cell), cell]).filter((member) => member.pop()),
    ));
  }

  /** What the figure says, in sentences. */
  describe(changes) {
    return this.#ask('Text', changes).split('\n')[1];
  }

  /** The picture as a file. */
  toSVG(changes) {
    return this.#ask('Svg', changes);
  }

  /** The figures as rows: for machines, or for Excel with Dutch settings. */
  toCSV(changes) {
    return this.#ask(changes?.excel ? 'Excel' : 'Csv', changes);
  }

  #ask(form, changes) {
    const state = this.#state;
    const options = { ...state.options, ...changes };
    const { core } = state;
    try {
      if (coreFor(options.view) !== core) throw core.api.refuse({ ...options, name: 'view', found: '', expected: `load({ view: '${options.view}' })` });
      const { text, warning } = core.draw(state.read, { ...askedBy(options), form });
      if (warning && !state.isWarned) console.warn(`${TAG} [${warning.code}] ${warning.hint}`);
      state.isWarned ||= warning;
      return text;
    } catch (failure) {
      throw errorOf(failure);
    }
  }
}

/** A figure in a page. */
class Chart extends Figures {
  element = document.createElement(define());
  #host;
  #options;
  #round = 0;

  constructor(host) {
    super();
    this.#host = host;
  }

  /** Draws it anew with these options changed; what cannot be drawn leaves the page as it is. */
  async update(changes) {
    const round = ++this.#round;
    const options = { ...this.#options, ...changes };
    const state = await loaded(options);
    new Figures(state).describe();
    if (round !== this.#round) return;
    Figures.change(this, state);
    this.#options = options;
    const { element } = this;
    element[FILE] = options.data && state.file;
    const asked = askedBy(state.options);
    for (const name of ATTRIBUTES) {
      if (asked[name] === undefined) element.removeAttribute(name);
      else element.setAttribute(name, asked[name]);
    }
    const isShown = new Promise((done) => {
      for (const name of ['ready', 'error']) element.addEventListener(`${TAG}-${name}`, done, { once: true });
    });
    if (!element.isConnected) this.#host.append(element);
    // A script that asks for a figure waits for it, wherever on the page it is.
    element[NEAR]();
    // What has no room is drawn when it gets some.
    if (element.offsetWidth) await isShown;
  }

  /** Takes it out of the page. */
  destroy() {
    this.element.remove();
  }
}

/** Loads figures, in a page or in Node.js. */
export const load = async (options) => new Figures(await loaded(options));

/** Draws a figure into an element of the page, which is given or named by a selector. */
export async function draw(target, options) {
  const chart = new Chart(typeof target === 'string' ? document.querySelector(target) : target);
  await chart.update(options);
  return chart;
}
