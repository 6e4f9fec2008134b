// SPDX-License-Identifier: EUPL-1.2
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { ranking, run } from '../page.js';

run(ranking, (box, { points, benchmark }) => {
  const column = (key) => points.map((point) => point[key]);
  const interval = (u) => {
    const { ctx } = u;
    ctx.save();
    ctx.strokeStyle = '#0a5ea8';
    ctx.beginPath();
    for (const { at, lower, upper } of points) {
      const x = u.valToPos(at, 'x', true);
      ctx.moveTo(x, u.valToPos(lower, 'y', true));
      ctx.lineTo(x, u.valToPos(upper, 'y', true));
    }
    ctx.stroke();
    ctx.restore();
  };
  new uPlot(
    {
      width: box.clientWidth,
      height: box.clientHeight,
      legend: { show: false },
      scales: { x: { time: false }, y: { range: (_, low, high) => [0, high * 1.05] } },
      hooks: { draw: [interval] },
      series: [
        {},
        { stroke: 'transparent', points: { show: false } },
        { paths: () => null, stroke: '#0a5ea8', points: { show: true, size: 5 } },
        { stroke: '#444', width: 2, dash: [5, 4], points: { show: false } },
      ],
    },
    [column('at'), column('upper'), column('value'), points.map(() => benchmark)],
    box,
  );
});
