// SPDX-License-Identifier: EUPL-1.2
// Figures without an element: what was loaded, and what may be asked of it.
import { attributesOf, core, errorOf, isMistake, workbookOf } from './core.js';
import { periodsOf } from '../shared/periods.js';
import { stemOf } from '../shared/stem.js';
import { TAG } from '../shared/tag.js';

/** The forms of a reference, by the names of their styles. */
const FORMS = { text: 'Cite', bibtex: 'Bibtex', csl: 'Csl' };
export const STYLES = new Set(Object.values(FORMS));

/** What is loaded for one region alone; empty where any region can be asked for. */
const choiceOf = ({ region, within }) => /^(neighbours|peers)$/.test(within?.trim()) ? `region: '${region}', within: '${within}'` : '';

/** Figures that were loaded, to be asked for by region, view and period. */
export class Figures {
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

  /** What can be concluded from all regions of the sort that is shown together, in the period that is shown. */
  insight(changes) {
    return this.#ask(changes, (api, data, attributes) => api.insight(data, { region: 'NL01', ...attributes })).insight;
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
      // What is chosen for a region came with it.
      const chosen = choiceOf(attributes);
      if (chosen && chosen !== choiceOf(attributesOf(state.options))) {
        throw core.api.refuse({ ...attributes, name: 'within', found: attributes.within, expected: `load({ ${chosen} })` });
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
