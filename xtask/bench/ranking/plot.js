// SPDX-License-Identifier: EUPL-1.2
import { dot, plot, ruleX, ruleY } from '@observablehq/plot';
import { ranking, run } from '../page.js';

run(ranking, (box, { points, benchmark }) => {
  box.append(
    plot({
      width: box.clientWidth,
      height: box.clientHeight,
      y: { zero: true, grid: true },
      marks: [
        ruleX(points, { x: 'at', y1: 'lower', y2: 'upper', stroke: '#0a5ea8' }),
        dot(points, { x: 'at', y: 'value', r: 2.5, fill: '#0a5ea8' }),
        ruleY([benchmark], { stroke: '#444', strokeWidth: 2, strokeDasharray: '5 4' }),
      ],
    }),
  );
});
