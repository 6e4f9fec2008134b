// SPDX-License-Identifier: EUPL-1.2
// What a reader takes along: files made on the spot, and texts for the clipboard.
import { paint } from './paint.js';
import { buildNodes, make } from '../shared/nodes.js';
import { coreFile } from '../shared/stem.js';
import { TAG } from '../shared/tag.js';
import { WORDS } from './words.js';

/** Pixels of a file for each pixel of the page; for print 300 to the inch, where a page has 96. */
const SCALES = { png: 1, 'png-2': 2, 'png-print': 300 / 96 };

/** The part of a PNG that says 300 pixels to the inch, with its checksum: `pHYs`. */
const PRINT = Uint8Array.of(0, 0, 0, 9, 112, 72, 89, 115, 0, 0, 46, 35, 0, 0, 46, 35, 1, 120, 165, 63, 118);

/** No browser paints more pixels above each other. */
const TALLEST = 16_000;

/** Where that part stands: after the signature and the header. */
const HEADER = 33;

/** The forms of the core that are files as they come, with their type and the end of their name. */
const FILES = {
  svg: ['Svg', 'image/svg+xml', '.svg'],
  csv: ['Csv', 'text/csv', '.csv'],
  excel: ['Excel', 'text/csv', '-excel.csv'],
};

const PICTURES = ['png', 'png-2', 'png-print', 'svg'];
const ROWS = ['csv', 'excel'];
const COPIES = ['text', 'embed'];

function save(parts, type, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The picture's bytes. */
async function pngOf(picture, kind) {
  const scale = Math.min(SCALES[kind], TALLEST / picture.height.baseVal.value);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width.baseVal.value * scale);
  canvas.height = Math.round(picture.height.baseVal.value * scale);
  const context = canvas.getContext('2d');
  context.scale(scale, scale);
  paint(context, picture);
  const blob = await new Promise((done) => canvas.toBlob(done));
  return scale === SCALES['png-print'] ? [blob.slice(0, HEADER), PRINT, blob.slice(HEADER)] : [blob];
}

/** The lines that show the same chart on another page: `script` is the address of ours. */
function embedOf(element, sentence, script) {
  const copy = document.createElement(TAG);
  for (const name of element.constructor.observedAttributes) {
    const value = element.getAttribute(name);
    if (value !== null) copy.setAttribute(name, name === 'src' ? new URL(value, document.baseURI) : value);
  }
  const fallback = document.createElement('p');
  fallback.textContent = sentence;
  copy.append('\n  ', fallback, '\n');
  const core = new URL(coreFile(element.getAttribute('view')), script);
  return `<link rel="preload" href="${core}" as="fetch" crossorigin><script type="module" src="${script}"></script>\n${copy.outerHTML}\n`;
}

/**
 * Fills a menu with what there is to take along of an element's figure. `draw` gives a form of the
 * core; `script` is the address of our script, where another page can name it.
 */
export function fill(menu, element, draw, script) {
  if (menu.querySelector('ul')) return;
  const figure = menu.closest('figure');
  const { pictures, rows, copy, copied } = WORDS[figure.lang];
  const said = make('p', { role: 'status' });
  const list = make('ul', {});
  const offer = (kind, label, done) => {
    const button = make('button', { type: 'button', value: kind }, label);
    button.addEventListener('click', () => take(kind, done));
    list.append(make('li', {}, button));
  };

  /** Does what a button says. */
  async function take(kind, done) {
    const { name } = menu.dataset;
    if (SCALES[kind]) {
      const picture = buildNodes(draw('Paper')).firstChild;
      save(await pngOf(picture, kind), 'image/png', `${name}${kind.slice(3)}.png`);
    } else if (FILES[kind]) {
      const [form, type, end] = FILES[kind];
      save([draw(form)], `${type};charset=utf-8`, name + end);
    } else {
      const text = kind === 'embed' ? embedOf(element, figure.querySelector('.sentence').textContent, script) : draw('Text');
      try {
        await navigator.clipboard.writeText(text);
        said.textContent = done;
      } catch {
        // Pages without https have no clipboard, and readers may refuse it.
        save([text], 'text/plain;charset=utf-8', `${name}${kind === 'embed' ? '-embed' : ''}.txt`);
      }
    }
  }

  if (figure.querySelector('svg')) PICTURES.forEach((kind, nth) => offer(kind, pictures[nth]));
  ROWS.forEach((kind, nth) => offer(kind, rows[nth]));
  COPIES.slice(0, script ? 2 : 1).forEach((kind, nth) => offer(kind, copy[nth], copied[nth]));
  menu.append(list, said);
}
