// SPDX-License-Identifier: EUPL-1.2
// Figures on paper: as wide as a page, with their tables, of which long ones are shortened.
import { make } from '../shared/nodes.js';
import { TABLE } from '../shared/table.js';

/** The width of a page of A4 between its margins, in pixels: wider pictures would get tiny letters. */
const WIDTH = 680;

/** The width of a story: four columns, in the type size of a newspaper on paper. */
const STORY = 1060;

/** How many times as high as wide a picture on paper is at most. */
const HIGHEST = 2.5;

/** The most rows that a table has on paper, and what a longer one shows of either end. */
const MOST = 20;
const ENDS = 5;

/** What undoes the print of now; nothing on the screen. */
let undo;

/** Puts every figure of a page into the form that it has on paper; starts those that are left. */
export function ready({ charts, come, complete, RESIZED }) {
  const changes = undo = [];
  const all = [...charts];
  for (const [nth, started] of come(all).entries()) {
    const chart = all[nth];
    const frame = chart.shadowRoot.querySelector('.frame');
    const show = () => {
      if (undo !== changes) return;
      complete(frame);
      changes.push(unfold(frame), shorten(frame), narrow(frame, (width) => chart[RESIZED]({ width })), leaveOut(frame), follow(chart));
    };
    // What the page has fetched already is drawn before it is printed.
    if (started) started.then(show);
    else show();
  }
}

/** Gives the figures back the form that they have on the screen. */
export function restore() {
  for (const change of undo ?? []) change();
  undo = undefined;
}

/** Shows the table of a figure; returns what undoes that. */
function unfold(frame) {
  const details = frame.querySelector(`${TABLE}:not([open])`);
  details?.toggleAttribute('open', true);
  return () => details?.toggleAttribute('open', false);
}

/**
 * Leaves a picture out that is so high, for it has a row for each municipality, that nobody could read
 * it on one page; returns what undoes that.
 */
function leaveOut(frame) {
  const svg = frame.querySelector('svg');
  const { width, height } = svg?.viewBox.baseVal ?? {};
  if (height > HIGHEST * width) svg.classList.add('left');
  return () => svg?.classList.remove('left');
}

/** Keeps a chart at the heading that the page has before it; returns what undoes that. */
function follow({ previousElementSibling: before, style }) {
  if (before?.matches('h1,h2,h3,h4,h5,h6')) style.breakBefore = 'avoid';
  return () => { style.breakBefore = ''; };
}

/**
 * Redraws a picture that is wider than the paper; returns what undoes that. A story is a page of paper
 * whatever its width on the screen.
 */
function narrow(frame, resize) {
  const { clientWidth } = frame.nextSibling;
  const isStory = frame.querySelector('.story');
  if (!isStory && clientWidth <= WIDTH || !frame.querySelector('svg')) return () => {};
  resize(isStory ? STORY : WIDTH);
  return () => resize(clientWidth);
}

/** A reason instead of a number spans the columns of numbers. */
const hasNumber = (row) => !row.querySelector('[colspan]');

/** A row begins with its period in a table of periods. */
const periodOf = (row) => row.cells[0].textContent;

/**
 * The rows of a long table that are shown: the own region's and the benchmark's, in the periods in
 * which there is a figure of the own, and the ends of the rows with a number.
 */
function chosen(rows) {
  const of = (name) => rows.filter((row) => row.className === name);
  const [all, benchmark, numbers] = [of('own'), of('benchmark'), rows.filter(hasNumber)];
  const said = all.filter(hasNumber);
  const own = said.length ? said : all.slice(0, 1);
  const periods = own.map(periodOf);
  const beside = benchmark.filter((row) => benchmark.length === 1 || periods.includes(periodOf(row)));
  const wanted = rows.filter((row) => own.includes(row) || beside.includes(row));
  for (let nth = 0; nth < ENDS; nth++) wanted.push(numbers.at(nth), numbers.at(-1 - nth));
  return [...new Set(wanted)].slice(0, MOST);
}

/** Leaves rows out of a long table, and says where they are; returns what undoes that. */
function shorten(frame) {
  // All rows of a profile are of the own region.
  const figure = frame.querySelector('.figure:not(.profile)');
  const rows = [...figure?.querySelectorAll('tbody tr') ?? []];
  if (rows.length <= MOST) return () => {};
  const kept = chosen(rows);
  const left = rows.filter((row) => !kept.includes(row));
  for (const row of left) row.hidden = true;
  const line = make('p', { class: 'whole' }, __WHOLE__[figure.lang].replace('{address}', location.href.replace(/[?#].*/, '')));
  figure.querySelector('.scroll').after(line);
  return () => {
    line.remove();
    for (const row of left) row.hidden = false;
  };
}
