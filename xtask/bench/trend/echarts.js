// SPDX-License-Identifier: EUPL-1.2
import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { lines, run } from '../page.js';

use([GridComponent, LineChart, SVGRenderer]);

run(lines, (box, { points }) => {
  const line = (data, look) => ({ type: 'line', data, showSymbol: false, ...look });
  const none = { lineStyle: { opacity: 0 }, stack: 'interval' };
  init(box, null, { renderer: 'svg' }).setOption({
    animation: false,
    grid: { left: 40, right: 16, top: 16, bottom: 28 },
    xAxis: { type: 'category', data: points.map((point) => point.year), boundaryGap: false },
    yAxis: { type: 'value', min: 0 },
    series: [
      line(points.map((point) => point.lower), none),
      line(points.map((point) => point.upper - point.lower), {
        ...none,
        areaStyle: { color: '#cfe0f0' },
      }),
      line(points.map((point) => point.benchmark), {
        color: '#444',
        lineStyle: { type: 'dashed', width: 2 },
      }),
      line(points.map((point) => point.value), {
        color: '#0a5ea8',
        showSymbol: true,
        lineStyle: { width: 2.5 },
      }),
    ],
  });
});
