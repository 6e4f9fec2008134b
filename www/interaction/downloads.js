// SPDX-License-Identifier: EUPL-1.2
// What a reader downloads: files made on the spot, and texts for the clipboard.
import { make } from '../shared/nodes.js';
import { coreFile } from '../shared/stem.js';
import { TAG } from '../shared/tag.js';
import { WORDS } from './words.js';

/** The forms of the core that are files, with the end of their name. */
const FILES = {
  png: ['Png', '.png'],
  'png-2': ['Png2', '-2.png'],
  'png-print': ['PngPrint', '-print.png'],
  svg: ['Svg', '.svg'],
  csv: ['Csv', '.csv'],
  excel: ['Excel', '-excel.csv'],
  xlsx: ['Workbook', '.xlsx'],
  bibtex: ['Bibtex', '.bib'],
  csl: ['Csl', '.csl.json'],
};

const PICTURES = ['png', 'png-2', 'png-print', 'svg'];
const ROWS = ['csv', 'excel', 'xlsx'];
const COPIES = ['text', 'embed'];
const CITES = ['cite', 'bibtex', 'csl'];

function save(file, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The lines that show the same chart on another page: `script` is the address of ours. */
function embedOf(element, figure, script) {
  const copy = document.createElement(TAG);
  for (const name of element.constructor.observedAttributes) {
    const value = element.getAttribute(name);
    if (value !== null) copy.setAttribute(name, name === 'src' ? new URL(value, document.baseURI) : value);
  }
  const fallback = document.createElement('p');
  fallback.textContent = figure.querySelector('.sentence').textContent;
  copy.append('\n  ', fallback, '\n');
  const annotations = figure.querySelector('.annotations');
  if (annotations) {
    // Without the class, by which a page could mean something else.
    const list = make('ol', {});
    list.append(...annotations.cloneNode(true).children);
    copy.append(list, '\n');
  }
  const core = new URL(coreFile({ view: element.getAttribute('view'), lang: figure.lang }), script);
  return `<link rel="preload" href="${core}" as="fetch" crossorigin><script type="module" src="${script}"></script>\n${copy.outerHTML}\n`;
}

/**
 * Fills a menu with the downloads of an element's figure. `ask` asks the tools for a form of the core,
 * with a name; `script` is the address of our script, where another page can name it.
 */
export function fill(menu, element, ask, script) {
  if (menu.querySelector('ul')) return;
  const figure = menu.closest('figure');
  const download = (form) => ask('download', form);
  const { pictures, rows, copy: copies, copied, cite: cites, cited } = WORDS[figure.lang];
  const said = make('p', { role: 'status' });
  const list = make('ul', {});
  const offer = (kind, label, done) => {
    const button = make('button', { type: 'button', value: kind }, label);
    button.addEventListener('click', () => take(kind, done));
    list.append(make('li', {}, button));
  };

  /** Does what a button says. */
  async function take(kind, done) {
    try {
      if (FILES[kind]) {
        const [form, end] = FILES[kind];
        const { name, content } = await download(form);
        save(content, name + end);
      } else {
        await copy(kind, done);
      }
    } catch (failure) {
      said.textContent = failure.message;
      console.warn(`${TAG} ${failure.hint ?? failure.message}`);
    }
  }

  /** Gives a text to the clipboard, or as a file. */
  async function copy(kind, done) {
    const text = kind === 'embed' ? embedOf(element, figure, script)
      : (await download(kind === 'cite' ? 'Cite' : 'Text')).content;
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = done;
    } catch {
      // Pages without https have no clipboard, and readers may refuse it.
      const { name } = await download('Text');
      save(new Blob([text], { type: 'text/plain;charset=utf-8' }), `${name}${kind === 'text' ? '' : `-${kind}`}.txt`);
    }
  }

  if (figure.querySelector('svg')) PICTURES.forEach((kind, nth) => offer(kind, pictures[nth]));
  ROWS.forEach((kind, nth) => offer(kind, rows[nth]));
  COPIES.slice(0, script ? 2 : 1).forEach((kind, nth) => offer(kind, copies[nth], copied[nth]));
  CITES.forEach((kind, nth) => offer(kind, cites[nth], cited));
  menu.append(list, said);
}
