// SPDX-License-Identifier: EUPL-1.2
import { CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { ranking, run } from '../page.js';

use([CanvasRenderer, CustomChart, GridComponent, LineChart, ScatterChart]);

run(ranking, (box, { points, benchmark }) => {
  init(box).setOption({
    animation: false,
    grid: { left: 40, right: 16, top: 16, bottom: 28 },
    xAxis: { type: 'value', max: points.length },
    yAxis: { type: 'value', min: 0 },
    series: [
      {
        type: 'custom',
        data: points.map(({ at, lower, upper }) => [at, lower, upper]),
        encode: { x: 0, y: [1, 2] },
        renderItem: (_, api) => {
          const [x1, y1] = api.coord([api.value(0), api.value(1)]);
          const [, y2] = api.coord([api.value(0), api.value(2)]);
          return { type: 'line', shape: { x1, y1, x2: x1, y2 }, style: { stroke: '#0a5ea8' } };
        },
      },
      { type: 'scatter', symbolSize: 5, color: '#0a5ea8', data: points.map(({ at, value }) => [at, value]) },
      {
        type: 'line',
        showSymbol: false,
        color: '#444',
        lineStyle: { type: 'dashed', width: 2 },
        data: [[0, benchmark], [points.length, benchmark]],
      },
    ],
  });
});
