// SPDX-License-Identifier: EUPL-1.2
import { areaY, lineY, plot } from '@observablehq/plot';
import { lines, run } from '../page.js';

run(lines, (box, { points }) => {
  box.append(
    plot({
      width: box.clientWidth,
      height: box.clientHeight,
      x: { tickFormat: 'd', ticks: points.length },
      y: { zero: true, grid: true },
      marks: [
        areaY(points, { x: 'year', y1: 'lower', y2: 'upper', fill: '#cfe0f0' }),
        lineY(points, { x: 'year', y: 'benchmark', stroke: '#444', strokeDasharray: '5 4' }),
        lineY(points, { x: 'year', y: 'value', stroke: '#0a5ea8', strokeWidth: 2.5, marker: 'dot' }),
      ],
    }),
  );
});
