// SPDX-License-Identifier: EUPL-1.2
import embed from 'vega-embed';
import { run, verdicts } from '../page.js';

run(verdicts, (box, { cells }) =>
  embed(
    box,
    {
      width: 'container',
      height: 'container',
      data: { values: cells.filter(({ verdict }) => verdict !== null) },
      mark: 'rect',
      encoding: {
        x: { field: 'column', type: 'ordinal', title: null },
        y: { field: 'name', type: 'ordinal', title: null },
        color: {
          field: 'verdict',
          type: 'nominal',
          scale: { domain: [-1, 0, 1], range: ['#1b5fa8', '#d0d0d0', '#b85300'] },
          legend: null,
        },
      },
    },
    { actions: false, renderer: 'canvas' },
  ),
);
