// SPDX-License-Identifier: EUPL-1.2
// What every page of the benchmark shares: the same data, fetched and read in the same way, and
// the same end signal.

const Z = 1.959963984540054;

/** One region's years with their interval, and the benchmark's, per 100 or per 1.000. */
export async function lines() {
  const { indicator, regions } = document.querySelector('main').dataset;
  const answer = await fetch(`/pkg/data/indicator/${indicator}.json`);
  const data = await answer.json();
  const members = (name) => data.dimension[name].category.index;
  const scale = data.extension.definitions[0].kind === 'rate' ? 1000 : 100;
  const cell = (...at) =>
    data.value[at.reduce((index, position, axis) => index * data.size[axis] + position, 0)] ?? null;
  const measure = (name) => members('measure').indexOf(name);
  // Pools of years are no part of a line of years.
  const years = members('period').flatMap((code, period) =>
    /^\d{4}$/.test(code) ? [{ year: Number(code), period }] : [],
  );
  const points = (code) => {
    const region = members('region').indexOf(code);
    return years.map(({ year, period }) => {
      const x = cell(0, measure('numerator'), region, period);
      const n = cell(0, measure('denominator'), region, period);
      if (x === null || !n) return { year, value: null, lower: null, upper: null };
      const middle = 2 * x + Z * Z;
      const half = Z * Math.sqrt(Z * Z + 4 * x * (1 - x / n));
      const limit = (sum) => (scale * sum) / (2 * (n + Z * Z));
      return { year, value: (scale * x) / n, lower: limit(middle - half), upper: limit(middle + half) };
    });
  };
  const benchmark = points('NL01').map((point) => point.value);
  return regions.split(' ').map((code) => ({
    name: data.dimension.region.category.label[code] ?? code,
    points: points(code).map((point, i) => ({ ...point, benchmark: benchmark[i] })),
  }));
}

/** Draws every region's line in a box of its own, then says so. */
export async function run(draw) {
  const main = document.querySelector('main');
  const drawn = (await lines()).map((line) => {
    const box = document.createElement('div');
    box.className = 'chart';
    main.append(box);
    return draw(box, line);
  });
  await Promise.all(drawn);
  painted();
}

/** The end signal: the frame after the one in which the charts are painted has begun. */
export function painted() {
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('painted')));
}
