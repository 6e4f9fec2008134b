// SPDX-License-Identifier: EUPL-1.2
// The marks of a picture of one place, which comes without any: its periods. What each of them
// says stands in the table, and where it lies follows from the labels below the plot.
import { WORDS } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';

/** How far the labels of periods reach below their line, in units of the picture. */
const BELOW = 60;

const textOf = ({ textContent }) => textContent;
const textsOf = ({ cells }) => [...cells].map(textOf);

function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
  return element;
}

/** What a row of the table says: the figure, its counts and its interval, or why there is none. */
function lineOf(row, heads, words) {
  const [value, ...others] = textsOf(row).slice(2);
  if (row.querySelector('[colspan]')) return value;
  const [head, ...names] = heads;
  const at = (name) => others[names.indexOf(name)];
  const [, unit] = /\((.*)\)$/.exec(head) ?? [];
  let line = unit ? `${value} ${unit}` : value;
  const [interval, numerator, denominator] = [words.interval, words.numerator, words.denominator].map(at);
  if (/\d/.test(numerator) && /\d/.test(denominator)) {
    line += ` (${words.counts.replace('{numerator}', numerator).replace('{denominator}', denominator)})`;
  }
  return interval ? `${line}; ${words.interval}: ${interval}` : line;
}

/** The rows of a table by their period, each with its region, whether that is the benchmark, and a line. */
function periodsOf(table, words) {
  const heads = textsOf(table.tHead.rows[0]).slice(2);
  const periods = new Map();
  for (const row of table.tBodies[0].rows) {
    const [name, region] = textsOf(row);
    // How firm a figure is stands behind its period.
    const period = name.replace(/ \(.*/, '');
    if (!periods.has(period)) periods.set(period, { name, rows: [] });
    periods.get(period).rows.push({ region, isBenchmark: row.className === 'benchmark', line: lineOf(row, heads, words) });
  }
  return periods;
}

/** When a period begins, in years, and what tells periods of one length from those of another. */
function timesOf(period, { months }) {
  const [first, last] = period.split('-').map((part) => {
    const month = months.indexOf(part.trim().split(' ')[0]);
    return Number(/\d{4}/.exec(part)) + Math.max(month, 0) / 12;
  });
  return { first, length: `${/\p{L}/u.test(period)} ${Math.round((last - first) * 12)}` };
}

/** The plots of a picture: how far they reach, and the labels of their periods, the latest first. */
function plotsOf(svg, periods) {
  const plots = [{ labels: [] }];
  for (const node of svg.children) {
    let plot = plots.at(-1);
    if (node.matches('.line:is(.grid, .axis)')) {
      if (plot.labels.length) plots.push(plot = { labels: [] });
      const numbers = node.getAttribute('d').match(/\d+/g).map(Number);
      [plot.left, plot.bottom, plot.right] = numbers;
      plot.top ??= numbers.at(-1);
    } else if (node.matches('[text-anchor=middle]') && periods.has(textOf(node))) {
      const [x, y] = ['x', 'y'].map((name) => Number(node.getAttribute(name)));
      plot.labels.push({ period: textOf(node), x, y });
    }
  }
  return plots.filter(({ labels }) => labels.length);
}

/** The periods of a plot, each with the middle and half the width of its column. */
function columnsOf({ labels, left, right }, periods, words) {
  const [last] = labels;
  const first = labels.at(-1);
  const [end, begin] = [last, first].map(({ period }) => timesOf(period, words));
  const times = [...periods.keys()].map((period) => ({ period, ...timesOf(period, words) }))
    .filter(({ length }) => length === end.length)
    .sort((one, other) => one.first - other.first);
  const step = Math.min(...times.slice(1).map(({ first }, nth) => first - times[nth].first));
  if (times.length < 2) return [{ period: last.period, x: (left + right) / 2, half: (right - left) / 2 }];
  const scale = first === last ? (right - left) / (end.first - times[0].first + step)
    : (last.x - first.x) / (end.first - begin.first);
  return times.map(({ period, first }) => ({ period, x: Math.round(last.x + (first - end.first) * scale), half: step * scale / 2 }))
    .filter(({ x }) => x > left && x < right);
}

/** Puts the stops into a picture that has no marks, by the table of its figure. */
export function addStops(svg, figure, table) {
  const words = WORDS[figure.lang];
  const periods = periodsOf(table, words);
  const now = textOf(figure.querySelector('.about')).split(', ').at(-1);
  const add = (period, rows, [left, top, right, bottom], ...shapes) => {
    const said = rows.map(({ region, line }) => `${region}: ${line}`);
    const stop = shape('g', { class: 'mark', 'aria-label': `${periods.get(period).name}: ${said.join('; ')}` });
    stop.classList.toggle('now', period === now);
    stop.append(shape('rect', { class: 'hit', x: left, y: top, width: right - left, height: bottom - top }), ...shapes);
    svg.append(stop);
  };
  const plots = plotsOf(svg, periods);
  for (const [nth, plot] of plots.entries()) {
    const isAlone = plots.length === 1;
    for (const { period, x, half } of columnsOf(plot, periods, words)) {
      const { rows } = periods.get(period);
      const here = isAlone ? rows : rows.filter(({ isBenchmark }, row) => isBenchmark || row === nth);
      const line = shape('path', { class: 'guide', d: `M${x} ${plot.top}V${plot.bottom}` });
      add(period, here, [x - half, isAlone ? 0 : plot.top, x + half, plot.labels[0].y + BELOW], line);
    }
  }
  // A number is one period, which is all of the picture.
  if (!plots.length && periods.has(now)) {
    const { width, height } = svg.viewBox.baseVal;
    add(now, periods.get(now).rows, [0, 0, width, height]);
  }
}
