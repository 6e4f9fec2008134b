// SPDX-License-Identifier: EUPL-1.2
import embed from 'vega-embed';
import { ranking, run } from '../page.js';

const x = { field: 'at', type: 'quantitative', title: null };

run(ranking, (box, { points, benchmark }) =>
  embed(
    box,
    {
      width: 'container',
      height: 'container',
      data: { values: points },
      layer: [
        {
          mark: { type: 'rule', color: '#0a5ea8' },
          encoding: {
            x,
            y: { field: 'lower', type: 'quantitative', scale: { zero: true }, title: null },
            y2: { field: 'upper' },
          },
        },
        {
          mark: { type: 'circle', color: '#0a5ea8', size: 20 },
          encoding: { x, y: { field: 'value', type: 'quantitative' } },
        },
        {
          mark: { type: 'rule', color: '#444', strokeDash: [5, 4] },
          encoding: { y: { datum: benchmark } },
        },
      ],
    },
    { actions: false, renderer: 'canvas' },
  ),
);
