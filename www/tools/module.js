// SPDX-License-Identifier: EUPL-1.2
// Figures without an element, in a page and in Node.js; figures drawn by a script; figures as files.
// What they are and say, the tools core knows.
import { attributesOf, core, errorOf, isAddress, isBlocked, isMistake, languages, loadCore, workbookOf } from './core.js';
import { conclude } from './conclusions.js';
import { Figures, STYLES } from './figures.js';
import { languageAround } from '../shared/around.js';
import { fetchFile } from '../shared/fetch.js';
import { coreFile } from '../shared/stem.js';
import { TAG } from '../shared/tag.js';
import { coreUnavailable } from '../shared/unavailable.js';

/** The least and the greatest width of a downloaded picture, in pixels. */
const NARROW = 640;
const WIDE = 800;

/** A figure as wide as on the page, within limits that suit print. */
function sized(attributes) {
  const width = Math.min(Math.max(attributes.width, NARROW), WIDE);
  return { ...attributes, width, height: width === attributes.width ? attributes.height : undefined };
}

/** The types of the forms that are saved as files and are no picture of dots. */
const TYPES = {
  Svg: 'image/svg+xml;charset=utf-8',
  Csv: 'text/csv;charset=utf-8',
  Excel: 'text/csv;charset=utf-8',
  Workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  Bibtex: 'application/x-bibtex;charset=utf-8',
  Csl: 'application/vnd.citationstyles.csl+json',
};

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

/** What a page's script shares with these tools: its files, its cores and its element. */
export const start = ({ addressesOf, come, coreFor, define, FILE, indexOf, loadData, loadFile, packed, WHOLE }) => {
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
    const figure = { view: options.view?.toString(), lang: options.lang?.toString(), language: languageAround(host) };
    try {
      await coreFor(figure).load(isAddress(module) ? new URL(coreFile(figure), module) : undefined);
    } catch (error) {
      // The element draws with what these tools have instead.
      if (!isBlocked()) throw errorOf(coreUnavailable(error, languages(options)));
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
      if (options.integrity) element.dataset.integrity = options.integrity;
      else delete element.dataset.integrity;
      element.replaceChildren(...listed(options.annotations));
      if (!element.isConnected) this.#host.append(element);
      // A script that asks for a figure waits for it, wherever on the page it is. In a document that
      // nobody sees it comes when it gets into one.
      if (element.ownerDocument.defaultView) come([element]);
      // What has no room is drawn when it gets some.
      if (element.offsetWidth) await isShown;
    }

    /** Takes it out of the page. */
    destroy() {
      this.element.remove();
    }
  }

  /**
   * A form of a figure with what can be concluded. All regions of its sort are in the whole file, which
   * is fetched now unless it was.
   */
  async function concluded(source, options, form) {
    await loadCore(undefined, options);
    const data = await loadData(core, Array.isArray(source) ? addressesOf(options, true) : source, options);
    return core.draw(data, { ...options, insight: form, form }).text;
  }

  return {
    /** The core of the tools, which draws all views, also with annotations. */
    core,

    /** That core as plain JavaScript, where WebAssembly is off; else nothing. */
    async plain() {
      if (!isBlocked()) return undefined;
      await core.load();
      return core;
    },

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
    async download(source, given, form) {
      const attributes = sized(given);
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

    /** Fills the block with what can be concluded of a figure; folded, a funnel gets its picture back. */
    conclude: (source, options, details) => conclude(details, (form) => concluded(source, options, form)),

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

    /** The newest edition, where its figures are others than those that `draw` draws. */
    async newest({ differ, tabled }, painter, draw, attributes, isWhole) {
      const now = { ...attributes, edition: null };
      const data = await loadData(painter, addressesOf(now, isWhole), now);
      const form = tabled(now.view);
      if (!differ(draw(form).text, painter.draw(data, { ...now, form }).text)) return undefined;
      const { extension } = await loadFile(indexOf(now), now);
      return extension.edition;
    },

    initSync: (module) => core.loadSync(module),
    statistic: (name, given) => core.api[name](...given),
  };
};
