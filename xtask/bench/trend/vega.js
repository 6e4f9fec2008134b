// SPDX-License-Identifier: EUPL-1.2
import embed from 'vega-embed';
import { lines, run } from '../page.js';

const x = { field: 'year', type: 'quantitative', axis: { format: 'd', title: null } };
const y = (field) => ({ field, type: 'quantitative', scale: { zero: true }, title: null });

run(lines, (box, { points }) =>
  embed(
    box,
    {
      width: 'container',
      height: 'container',
      data: { values: points },
      layer: [
        {
          mark: { type: 'area', color: '#cfe0f0' },
          encoding: { x, y: y('lower'), y2: { field: 'upper' } },
        },
        {
          mark: { type: 'line', color: '#444', strokeDash: [5, 4] },
          encoding: { x, y: y('benchmark') },
        },
        {
          mark: { type: 'line', color: '#0a5ea8', strokeWidth: 2.5, point: true },
          encoding: { x, y: y('value') },
        },
      ],
    },
    { actions: false, renderer: 'svg' },
  ),
);
