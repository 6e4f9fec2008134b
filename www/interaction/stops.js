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
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

/** What a row of the table says: the figure, its counts and its interval, or why there is none. */
function lineOf(row, [head, ...heads], words) {
  const [value, ...others] = textsOf(row).slice(2);
  if (row.querySelector('[colspan]')) return value;
  const [, unit] = /\((.*)\)$/.exec(head) ?? [];
  let line = unit ? `${value} ${unit}` : value;
  const { interval: name, numerator, denominator } = words;
  const [interval, some, all] = [name, numerator, denominator].map((wanted) => others[heads.indexOf(wanted)]);
  if (/\d/.test(some) && /\d/.test(all)) line += ` (${words.counts.replace('{numerator}', some).replace('{denominator}', all)})`;
  return interval ? `${line}; ${name.toLowerCase()}: ${interval}` : line;
}

/** The rows of a table by their period, each with what it says, and whether it is the benchmark's. */
function periodsOf(table, words) {
  const heads = textsOf(table.tHead.rows[0]).slice(2);
  const periods = new Map();
  for (const row of table.tBodies[0].rows) {
    const [name, region] = textsOf(row);
    // How firm a figure is stands behind its period.
    const period = name.replace(/ \(.*/, '');
    if (!periods.has(period)) periods.set(period, { name, rows: [] });
    const isBenchmark = row.className === 'benchmark';
    periods.get(period).rows.push({ isBenchmark, said: `${region}: ${lineOf(row, heads, words)}` });
  }
  return periods;
}

/** When a period begins, in years, and what only periods of its length have. */
function timeOf(period, { months }) {
  const [first, last] = period.split('-').map((part) => {
    const month = months.indexOf(part.trim().split(' ')[0]);
    return Number(/\d{4}/.exec(part)) + Math.max(month, 0) / 12;
  });
  return { first, length: [/[a-z]/.test(period), Math.round((last - first) * 12)].join() };
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

/** The periods of a plot, which are of one length, each with the middle and half the width of its column. */
function columnsOf({ labels, left, right }, periods, words) {
  const timed = (label) => ({ ...label, ...timeOf(label.period, words) });
  const [begin, end] = [labels.at(-1), labels[0]].map(timed);
  const times = [...periods.keys()].map((period) => timed({ period }))
    .filter(({ length }) => length === end.length)
    .sort((one, other) => one.first - other.first);
  const steps = times.slice(1).map(({ first }, nth) => first - times[nth].first);
  const step = Math.min(...steps, steps.length ? Infinity : 1);
  const scale = labels.length > 1 ? (end.x - begin.x) / (end.first - begin.first)
    : (right - left) / (end.first - times[0].first + step);
  return times.map(({ period, first }) => ({ period, x: Math.round(end.x + (first - end.first) * scale), half: step * scale / 2 }))
    .filter(({ x }) => x > left && x < right);
}

/** Puts the stops into a picture that has no marks, by the table of its figure. */
export function addStops(svg, figure, table) {
  const words = WORDS[figure.lang];
  const periods = periodsOf(table, words);
  const now = textOf(figure.querySelector('.about')).split(', ').at(-1);
  const add = (period, isMeant, [x, y, right, bottom], ...shapes) => {
    const { name, rows } = periods.get(period);
    const said = rows.filter(isMeant).map((row) => row.said).join('; ');
    const stop = shape('g', { class: period === now ? 'mark now' : 'mark', 'aria-label': `${name}: ${said}` });
    stop.append(shape('rect', { class: 'hit', x, y, width: right - x, height: bottom - y }), ...shapes);
    svg.append(stop);
  };
  const plots = plotsOf(svg, periods);
  const isAlone = plots.length < 2;
  plots.forEach((plot, region) => {
    const { labels, top, bottom } = plot;
    for (const { period, x, half } of columnsOf(plot, periods, words)) {
      const box = [x - half, isAlone ? 0 : top, x + half, labels[0].y + BELOW];
      const line = shape('path', { class: 'guide', d: `M${x} ${top}V${bottom}` });
      add(period, ({ isBenchmark }, nth) => isAlone || isBenchmark || nth === region, box, line);
    }
  });
  // A number is one period, which is all of the picture.
  if (!plots.length && periods.has(now)) {
    const { width, height } = svg.viewBox.baseVal;
    add(now, () => true, [0, 0, width, height]);
  }
}
