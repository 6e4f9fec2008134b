// SPDX-License-Identifier: EUPL-1.2
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { lines, run } from '../page.js';

run(lines, (box, { points }) => {
  const column = (key) => points.map((point) => point[key]);
  new uPlot(
    {
      width: box.clientWidth,
      height: box.clientHeight,
      legend: { show: false },
      scales: { x: { time: false }, y: { range: (_, low, high) => [0, high * 1.05] } },
      axes: [{ incrs: [1], values: (_, years) => years }, {}],
      bands: [{ series: [2, 1], fill: '#cfe0f0' }],
      series: [
        {},
        { stroke: 'transparent', points: { show: false } },
        { stroke: 'transparent', points: { show: false } },
        { stroke: '#444', width: 2, dash: [5, 4], points: { show: false } },
        { stroke: '#0a5ea8', width: 2.5, points: { show: true } },
      ],
    },
    ['year', 'lower', 'upper', 'benchmark', 'value'].map(column),
    box,
  );
});
