// SPDX-License-Identifier: EUPL-1.2
// Figures of one's own: read from a file, drawn, and given as lines.
import { rowsOf, reported } from './custom-data.js';
import { CUSTOM_FORMS } from './custom-lines.js';
import { copies, follow, given } from './page.js';
import { released } from './released.js';

const find = (id) => document.getElementById(`custom-${id}`);

/** Follows the forms for figures of one's own; `shared` draws, loads, and has the options of all lines. */
export function custom(shared) {
  const form = document.querySelector('#custom');
  const forms = find('forms');
  const output = { lines: find('lines'), file: find('download'), copied: find('copied') };
  let rows = [];
  let chart;

  function problemsAre(problems) {
    const list = document.createElement('ul');
    list.append(...problems.slice(0, 50).map((problem) => {
      const item = document.createElement('li');
      item.textContent = problem;
      return item;
    }));
    find('problems').replaceChildren(...(problems.length ? [list] : []));
  }

  /** The name of the form that was chosen. */
  const chosen = () => forms.querySelector(':checked').value;

  function clear() {
    find('preview').replaceChildren();
    find('paste').hidden = true;
    given(output, {});
  }

  /** Draws the figures, or lists what is wrong with them, row by row. */
  async function show() {
    const { file, ...options } = Object.fromEntries(new FormData(form));
    clear();
    try {
      chart = await shared.draw('#custom-preview', { ...options, data: rows, loading: 'eager' });
      problemsAre([]);
      await write();
    } catch (failure) {
      problemsAre(reported(failure));
    }
  }

  async function write() {
    if (!chart) return;
    const { file, ...options } = Object.fromEntries(new FormData(form));
    const figures = Object.fromEntries(Object.entries({ ...options, data: released(rows, await shared.load({ ...options, data: rows })) }).filter(([, value]) => value));
    const { base } = shared.options();
    find('address').value ||= new URL('../eigen-cijfers.js', base).href;
    find('address-field').hidden = chosen() !== 'file';
    const address = URL.canParse(find('address').value) ? find('address').value : new URL('../eigen-cijfers.js', base).href;
    given(output, CUSTOM_FORMS[chosen()]({ ...shared.options(), figures, address, said: chart.describe() }));
    find('paste').hidden = false;
  }

  async function take(file) {
    if (!file) return;
    chart = undefined;
    clear();
    const read = await rowsOf(file);
    rows = read.rows;
    problemsAre(read.problems);
    const regions = [...new Set(rows.map(({ region }) => region))];
    find('region').replaceChildren(...regions.map((region) => new Option(region)));
    if (rows.length) await show();
  }

  document.querySelector('#file').addEventListener('change', ({ target }) => take(target.files[0]));
  follow(form, ({ target }) => target.type !== 'file' && rows.length && show());
  follow(forms, write);
  copies(find('copy'), () => output.lines.value, output.copied, output.lines);
  const drop = document.querySelector('#drop');
  for (const name of ['dragover', 'drop']) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle('over', name === 'dragover');
      if (name === 'drop') take(event.dataTransfer.files[0]);
    });
  }
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
}
