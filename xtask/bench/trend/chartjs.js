// SPDX-License-Identifier: EUPL-1.2
import {
  CategoryScale, Chart, Filler, LineController, LineElement, LinearScale, PointElement,
} from 'chart.js';
import { lines, run } from '../page.js';

Chart.register(CategoryScale, Filler, LineController, LineElement, LinearScale, PointElement);

run(lines, (box, { points }) => {
  const canvas = document.createElement('canvas');
  box.append(canvas);
  // What comes first lies on top.
  const line = (key, look) => ({ data: points.map((point) => point[key]), pointRadius: 0, ...look });
  new Chart(canvas, {
    type: 'line',
    data: {
      labels: points.map((point) => point.year),
      datasets: [
        line('value', { borderColor: '#0a5ea8', borderWidth: 2.5, pointRadius: 3 }),
        line('benchmark', { borderColor: '#444', borderWidth: 2, borderDash: [5, 4] }),
        line('upper', { borderWidth: 0, fill: 3, backgroundColor: '#cfe0f0' }),
        line('lower', { borderWidth: 0 }),
      ],
    },
    options: { animation: false, maintainAspectRatio: false, scales: { y: { beginAtZero: true } } },
  });
});
