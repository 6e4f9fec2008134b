// SPDX-License-Identifier: EUPL-1.2
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { run, verdicts } from '../page.js';

const COLORS = { '-1': '#1b5fa8', 0: '#d0d0d0', 1: '#b85300' };

// uPlot has no cells of its own; its demonstration of them draws in this hook, too.
run(verdicts, (box, { cells, names, indicators }) => {
  const draw = (u) => {
    const { ctx } = u;
    const width = u.valToPos(1, 'x', true) - u.valToPos(0, 'x', true);
    const height = u.valToPos(0, 'y', true) - u.valToPos(1, 'y', true);
    for (const { row, column, verdict } of cells) {
      if (verdict === null) continue;
      ctx.fillStyle = COLORS[verdict];
      ctx.fillRect(u.valToPos(column, 'x', true), u.valToPos(row + 1, 'y', true), width, height);
    }
  };
  new uPlot(
    {
      width: box.clientWidth,
      height: box.clientHeight,
      legend: { show: false },
      scales: {
        x: { time: false, range: [0, indicators.length] },
        y: { range: [0, names.length] },
      },
      axes: [{ values: (_, all) => all.map((at) => indicators[at] ?? '') }, {
        values: (_, all) => all.map((at) => names[at] ?? ''),
      }],
      hooks: { draw: [draw] },
      series: [{}, { paths: () => null, points: { show: false } }],
    },
    [indicators.map((_, at) => at), indicators.map(() => 0)],
    box,
  );
});
