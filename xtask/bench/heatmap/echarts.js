// SPDX-License-Identifier: EUPL-1.2
import { HeatmapChart } from 'echarts/charts';
import { GridComponent, VisualMapComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { run, verdicts } from '../page.js';

use([CanvasRenderer, GridComponent, HeatmapChart, VisualMapComponent]);

run(verdicts, (box, { cells, names, indicators }) => {
  init(box).setOption({
    animation: false,
    grid: { left: 120, right: 16, top: 16, bottom: 28 },
    xAxis: { type: 'category', data: indicators },
    yAxis: { type: 'category', data: names },
    visualMap: { show: false, min: -1, max: 1, inRange: { color: ['#1b5fa8', '#d0d0d0', '#b85300'] } },
    series: [{
      type: 'heatmap',
      data: cells.map(({ row, column, verdict }) => [column, row, verdict ?? '-']),
    }],
  });
});
