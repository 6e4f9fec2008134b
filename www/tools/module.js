// SPDX-License-Identifier: EUPL-1.2
// Figures without an element, in a page and in Node.js; figures drawn by a script; figures as files.
// What they are and say, the tools core knows. The names in capitals are filled in by the build.
import makeGlue from 'glue';
import makeSheetGlue from 'sheet-glue';
import { Core } from '../shared/core.js';
import { fetchFile } from '../shared/fetch.js';
import { periodsOf } from '../shared/periods.js';
import { coreFile, stemOf } from '../shared/stem.js';
import { TAG } from '../shared/tag.js';
import { coreUnavailable } from '../shared/unavailable.js';

/** What it refuses, in words, keeps what was asked: that may be read though it is not written so. */
class Telling extends Core {
  ask(options, question) {
    try {
      return super.ask(options, question);
    } catch (failure) {
      throw failure?.tree ? { options, question, ...failure } : failure;
    }
  }

  unreachable(options) {
    const refusal = super.unreachable(options);
    return { ...refusal, ...refusal.question(this.api, options) };
  }
}

const core = new Telling(makeGlue, () => new URL('tools_bg.wasm', import.meta.url), __TOOLS_INTEGRITY__);

/** The core that writes workbooks. It comes when somebody asks for one. */
const sheet = new Core(makeSheetGlue, () => new URL('sheet_bg.wasm', import.meta.url), __SHEET_INTEGRITY__);

/** Whether the core of the tools is said to lie at another address, where the others are beside it. */
const isAddress = (module) => typeof module === 'string' || module instanceof URL;

/** The types of the forms that are saved as files and are no picture of dots. */
const TYPES = {
  Svg: 'image/svg+xml;charset=utf-8',
  Csv: 'text/csv;charset=utf-8',
  Excel: 'text/csv;charset=utf-8',
  Workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  Bibtex: 'application/x-bibtex;charset=utf-8',
  Csl: 'application/vnd.citationstyles.csl+json',
};

/** The file of a workbook. */
async function workbookOf(book, options) {
  const { module } = options;
  await sheet.load(isAddress(module) ? new URL('sheet_bg.wasm', module) : undefined).catch((error) => {
    throw errorOf(coreUnavailable(error, languages(options)));
  });
  return sheet.api.workbook(book);
}

/** In which language a failure is put before any core can tell. */
const languages = ({ lang } = {}) => ({ lang: lang?.toString(), language: globalThis.document?.documentElement.lang });

/** Has the core loaded, or tells why it cannot be. */
const loadCore = (given, options) => core.load(given).catch((error) => {
  throw coreUnavailable(error, languages(options));
});

/** Options as the core takes them: attributes by their name, and the rest. */
function attributesOf(options) {
  const plain = { ...options, src: options.src?.toString() };
  return { ...core.api.attributes(plain, Boolean(options.data)), language: languages().language, id: TAG };
}

/** What a core refused, as an error of JavaScript. */
function errorOf(failure) {
  // A defect of ours has a stack of its own.
  if (!failure?.tree) return failure;
  const { code, message, hint, problems } = failure;
  return Object.assign(new Error(`${message} ${hint}`), { name: 'KansrijkeStartError', code, hint, problems });
}

/** Whether a failure may be about what was typed, and no fault of a file or a core. */
const isMistake = ({ code } = {}) => /^(attribute|indicator|region|period|no)-/.test(code);

/** Annotations as an element has them: a list, if there are any. */
function listed(annotations = []) {
  const items = annotations.map(({ period, region, text }) => {
    const item = document.createElement('li');
    item.dataset.period = period ?? '';
    if (region) item.dataset.region = region;
    item.textContent = text;
    return item;
  });
  const list = document.createElement('ul');
  list.append(...items);
  return items.length ? [list] : [];
}

/** The forms of a reference, by the names of their styles. */
const FORMS = { text: 'Cite', bibtex: 'Bibtex', csl: 'Csl' };
const STYLES = new Set(Object.values(FORMS));

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

  /** The regions of the file: code and name, of which sort, and what they lie in. */
  get regions() {
    return core.of(this.#state.read, (api, data) => api.regions(data));
  }

  /** The codes of the periods of the file. */
  get periods() {
    return [...periodsOf(this.#state.file)];
  }

  /**
   * What was found, as plain objects with the members that are there: by the figure, or of any
   * `regions` in any `periods`.
   */
  findings({ regions, periods, ...changes } = {}) {
    if (!regions && !periods) return this.#ask(changes, (api, data, attributes) => api.findings(data, attributes)).findings;
    const { names, options } = this.#state;
    const wanted = { names, periods, regions: regions ?? changes.region ?? options.region ?? 'all' };
    // A table of regions is nobody's own.
    return this.#ask(changes, (api, data, attributes) => api.panel(data, { region: 'NL01', ...attributes, ...wanted })).findings;
  }

  /** What the figure says, in sentences. */
  describe(changes) {
    return this.#text('Text', changes).split('\n')[2];
  }

  /** The picture as a file. */
  toSVG(changes) {
    return this.#text('Svg', changes);
  }

  /** The element with the figure inside, for a page that has no script, or until it runs. */
  toHTML(changes) {
    return this.#ask(changes, (api, data, attributes) => api.html(data, attributes)).text;
  }

  /** How high a frame around the figure must be. */
  frameHeight(changes) {
    return this.#ask(changes, (api, data, attributes) => api.frameHeight(data, attributes)).height;
  }

  /** The figures as rows: for machines, or for Excel with Dutch settings. */
  toCSV(changes) {
    return this.#text(changes?.excel ? 'Excel' : 'Csv', changes);
  }

  /** The bytes of a workbook: the figures, and a sheet that says what they are. */
  async toXLSX(changes) {
    const { options, cited } = this.#state;
    const more = await cited(attributesOf({ ...options, ...changes }), !options.data);
    const { book } = this.#ask(changes, (api, data, attributes) => api.book(data, { ...attributes, ...more }));
    return workbookOf(book, options);
  }

  /** A reference to the figure: a line to read, or for programs. */
  async cite({ style = 'text', ...changes } = {}) {
    const { options, cited } = this.#state;
    const attributes = attributesOf({ ...options, ...changes });
    if (!Object.hasOwn(FORMS, style)) {
      throw errorOf(core.api.refuse({ ...attributes, name: 'style', found: String(style), expected: Object.keys(FORMS).join(', ') }));
    }
    return this.#text(FORMS[style], changes, await cited(attributes, !options.data));
  }

  #text(form, changes, more) {
    return this.#ask(changes, (api, data, attributes) => api.draw(data, { ...attributes, ...more, form })).text;
  }

  #ask(changes, question) {
    const state = this.#state;
    const options = { ...state.options, ...changes };
    try {
      const attributes = attributesOf(options);
      if (stemOf(attributes.view) !== stemOf(state.options.view?.toString())) {
        throw core.api.refuse({ ...attributes, name: 'view', found: '', expected: `load({ view: '${attributes.view}' })` });
      }
      const answer = this.#answer(attributes, question);
      const { hint, warning } = answer;
      if (hint) console.warn(`${TAG} ${hint}`);
      if (warning && !state.isWarned) console.warn(`${TAG} [${warning.code}] ${warning.hint}`);
      state.isWarned ||= warning;
      return answer;
    } catch (failure) {
      throw errorOf(failure);
    }
  }

  /** Asks it once more where it is refused, as it can be read though it is not written so. */
  #answer(attributes, question) {
    const { read, names } = this.#state;
    const answer = (asked) => core.of(read, (api, data) => question(api, data, asked));
    try {
      return answer(attributes);
    } catch (failure) {
      if (!isMistake(failure)) throw failure;
      const asked = { ...attributes, names };
      const { changes, hint } = core.of(read, (api, data) => api.correctedOf(data, asked)) ?? {};
      const given = answer({ ...asked, ...changes });
      if (hint) console.warn(`${TAG} [${failure.code}] ${hint}`);
      return given;
    }
  }
}

/** What a page's script shares with these tools: its files, its cores and its element. */
export const start = ({ addressesOf, coreFor, define, FILE, indexOf, loadData, loadFile, NEAR, packed, WHOLE }) => {
  /** What a reference says besides: the address of the page, and the edition of our own figures. */
  async function cited(attributes, isOurs) {
    const page = globalThis.location?.href.replace(/#.*/, '');
    if (attributes.edition?.trim() || !isOurs) return { page };
    const index = await loadFile(indexOf(attributes), attributes);
    return { page, edition: index?.extension?.edition?.id };
  }

  /** The names by which a folder's figures are asked for; nothing where it has no list of them. */
  const namesOf = async (options) => {
    try {
      return await loadFile(new URL('names.json', indexOf(options)).href, options);
    } catch {
      // A folder of an earlier version.
    }
  };

  /** The element that a selector finds; none where it is no selector. */
  function found(selector) {
    try {
      return globalThis.document?.querySelector(selector);
    } catch {
      return null;
    }
  }

  /** The element of the page in which a script draws: itself, or the one that a selector finds. */
  async function placeOf(target, options) {
    const place = typeof target === 'string' ? found(target) : target;
    if (globalThis.document && place?.append) return place;
    await loadCore(options?.module, options);
    throw errorOf(core.api.unreachable({ ...attributesOf({ ...options }), found: 'place', address: String(target) }));
  }

  /** Whether a list of names has the indicator, as far as is known. */
  const isKnown = ({ names, indicator }) => !names?.indicators || names.indicators.some(({ id }) => id === indicator?.trim());

  /** Whether what could not be read is a page, as some servers send for what they have not. */
  async function isPage({ code }, { address }) {
    if (code !== 'data-malformed' || !address) return false;
    const answer = await fetchFile(address).catch(() => {});
    return (await answer?.text())?.trimStart().startsWith('<');
  }

  /** What is wrong where a page is: the file of an indicator that there is, or the indicator. */
  const pageAt = (asked) => core.api.unreachable({ ...asked, found: isKnown(asked) ? 'html' : '404' });

  /** What an indicator of ours, or the rows or the JSON-stat dataset in `data`, come to. */
  async function state(options, told) {
    let attributes = { ...attributesOf(options), names: told };
    let source = addressesOf(attributes, true);
    const naming = options.data ? undefined : namesOf(attributes);
    if (options.data) {
      source = packed(core.ask(attributes, (api) => api.custom(options.data, options, attributes)));
      const { dimension, extension } = source;
      const { indicator = extension.definitions[0]?.id, region = dimension.region.category.index[0] } = options;
      options = { ...options, indicator, region };
      attributes = attributesOf(options);
    }
    core.api.check({ ...attributes, region: attributes.region ?? TAG });
    const [read, names] = await Promise.all([loadData(core, source, attributes), naming]);
    return { read, file: read.file, options, cited, names };
  }

  /** The same; what is refused is read once more, as it can be read though it is not written so. */
  async function loaded(options = {}) {
    try {
      await loadCore(options.module, options);
      return await state(options).catch(async (failure) => {
        if (!failure?.tree || options.data) throw failure;
        const attributes = attributesOf(options);
        const [address] = addressesOf(attributes, true) || [];
        const asked = { ...attributes, address, names: await namesOf(attributes) };
        const { changes, hint } = core.api.corrected(asked) ?? {};
        if (!changes && await isPage(failure, asked)) throw pageAt(asked);
        if (!isMistake(failure)) throw failure;
        const read = await state({ ...options, ...changes }, asked.names);
        if (hint) console.warn(`${TAG} [${failure.code}] ${hint}`);
        return read;
      });
    } catch (failure) {
      throw errorOf(failure);
    }
  }

  /** Has the core loaded that paints in a place of the page; of tools that lie elsewhere, the one beside them. */
  async function painting(host, { module, ...options }) {
    const figure = { view: options.view?.toString(), lang: options.lang?.toString(), language: host.closest?.('[lang]')?.lang };
    try {
      await coreFor(figure).load(isAddress(module) ? new URL(coreFile(figure), module) : undefined);
    } catch (error) {
      throw errorOf(coreUnavailable(error, languages(options)));
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
      const [state] = await Promise.all([loaded(options), painting(this.#host, options)]);
      new Figures(state).describe();
      if (round !== this.#round) return;
      Figures.change(this, state);
      this.#options = options;
      const { element } = this;
      element[FILE] = options.data && state.file;
      element[WHOLE] = true;
      const attributes = attributesOf(state.options);
      for (const name of element.constructor.observedAttributes) {
        if (attributes[name] === undefined) element.removeAttribute(name);
        else element.setAttribute(name, attributes[name]);
      }
      const isShown = new Promise((done) => {
        for (const name of ['ready', 'error']) element.addEventListener(`${TAG}-${name}`, done, { once: true });
      });
      element.replaceChildren(...listed(options.annotations));
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

  return {
    /** The core of the tools, which draws all views, also with annotations. */
    core,

    /** Loads figures, in a page or in Node.js. */
    load: async (options) => new Figures(await loaded(options)),

    /** Draws a figure into an element of the page, which is given or named by a selector. */
    async draw(target, options) {
      const chart = new Chart(await placeOf(target, options));
      await chart.update(options);
      return chart;
    },

    /** Has the core loaded, for a reader who is about to choose a file. */
    prepare: loadCore,

    /** A figure as a file: its name without the end, and its content; a text that is only read as a text. */
    async download(source, attributes, form) {
      await loadCore(undefined, attributes);
      const data = await loadData(core, source, attributes);
      const type = TYPES[form];
      const isBook = form === 'Workbook';
      const more = (isBook || STYLES.has(form)) && await cited(attributes, Array.isArray(source));
      if (isBook) {
        const { name, book } = core.of(data, (api, figures) => api.book(figures, { ...attributes, ...more }));
        return { name, content: new Blob([await workbookOf(book, attributes)], { type }) };
      }
      const { name, content } = core.of(data, (api, figures) => api.download(figures, { ...attributes, ...more, form }));
      return { name, content: type ? new Blob([content], { type }) : await content };
    },

    /**
     * What a core without words refused, in words; or `changes` of the attributes, where they can be
     * read in one way though they are not written so.
     */
    async explain({ options, question }) {
      await loadCore(undefined, options);
      const failed = (given) => {
        try {
          const answer = core.ask(given, question);
          return answer.warning || answer;
        } catch (refusal) {
          return refusal;
        }
      };
      let failure = failed(options);
      if (!failure?.tree) return failure;
      // Where there is no folder there are no names either.
      const asked = { ...options, names: failure.code === 'data-unreachable' ? undefined : await namesOf(options) };
      failure = failed(asked);
      if (await isPage(failure, asked)) failure = pageAt(asked);
      const { changes, hint, tree } = core.api.corrected(asked) ?? {};
      if (!changes) return { ...failure, hint: [core.api.strange(options), failure.hint].filter(Boolean).join(' ') };
      console.warn(`${TAG} [${failure.code}] ${hint}`);
      return { changes: { ...changes, tree } };
    },

    /** Tells the web master of attributes that are none, and of a tag that nobody closed. */
    async hint(options, isOpen) {
      await loadCore(undefined, options);
      if (isOpen) console.warn(`${TAG} [tag-unclosed] ${core.api.unclosed(options)}`);
      const hint = core.api.strange(options);
      if (hint) console.warn(`${TAG} [attribute-unknown] ${hint}`);
    },

    initSync: (module) => core.loadSync(module),
    statistic: (name, given) => core.api[name](...given),
  };
};
