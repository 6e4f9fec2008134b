// SPDX-License-Identifier: EUPL-1.2
import { cell, plot } from '@observablehq/plot';
import { run, verdicts } from '../page.js';

run(verdicts, (box, { cells }) => {
  box.append(
    plot({
      width: box.clientWidth,
      height: box.clientHeight,
      marginLeft: 120,
      color: { type: 'categorical', domain: [-1, 0, 1], range: ['#1b5fa8', '#d0d0d0', '#b85300'] },
      marks: [
        cell(cells.filter(({ verdict }) => verdict !== null), {
          x: 'column', y: 'name', fill: 'verdict',
        }),
      ],
    }),
  );
});
