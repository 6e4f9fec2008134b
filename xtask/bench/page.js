// SPDX-License-Identifier: EUPL-1.2
// What every page of the benchmark shares: the same data, fetched and read in the same way, and
// the same end signal.

const Z = 1.959963984540054;

/** A file of figures, by the codes of its dimensions. */
async function figures(address) {
  const data = await (await fetch(address)).json();
  const members = (name) => data.dimension[name].category.index;
  const places = (name) => new Map(members(name).map((code, at) => [code, at]));
  const at = Object.fromEntries(data.id.map((name) => [name, places(name)]));
  const number = (codes) => {
    const index = data.id.reduce((sum, name, axis) => sum * data.size[axis] + at[name].get(codes[name]), 0);
    return data.value[index] ?? null;
  };
  return {
    members,
    label: (code) => data.dimension.region.category.label[code] ?? code,
    /** The value with its Wilson interval, per 100 or per 1.000; null where there is none. */
    finding(indicator, region, period) {
      const scale = data.extension.definitions.find(({ id }) => id === indicator).kind === 'rate' ? 1000 : 100;
      const x = number({ indicator, measure: 'numerator', region, period });
      const n = number({ indicator, measure: 'denominator', region, period });
      if (x === null || !n) return { value: null, lower: null, upper: null };
      const middle = 2 * x + Z * Z;
      const half = Z * Math.sqrt(Z * Z + 4 * x * (1 - x / n));
      const limit = (sum) => (scale * sum) / (2 * (n + Z * Z));
      return { value: (scale * x) / n, lower: limit(middle - half), upper: limit(middle + half) };
    },
  };
}

const wanted = () => document.querySelector('main').dataset;

/** For each region its years, and the benchmark's. */
export async function lines() {
  const { indicator, regions } = wanted();
  const file = await figures(`/pkg/data/indicator/${indicator}.json`);
  // Pools of years are no part of a line of years.
  const years = file.members('period').filter((code) => /^\d{4}$/.test(code));
  const points = (region) =>
    years.map((year) => ({ year: Number(year), ...file.finding(indicator, region, year) }));
  const benchmark = points('NL01').map((point) => point.value);
  return regions.split(' ').map((code) => ({
    name: file.label(code),
    points: points(code).map((point, i) => ({ ...point, benchmark: benchmark[i] })),
  }));
}

/** Every municipality in the order of its value, and the benchmark: one chart. */
export async function ranking() {
  const { indicator, period } = wanted();
  const file = await figures(`/pkg/data/indicator/${indicator}.json`);
  const points = file.members('region').filter((code) => code.startsWith('GM'))
    .map((code) => ({ name: file.label(code), ...file.finding(indicator, code, period) }))
    .filter((point) => point.value !== null)
    .sort((one, other) => one.value - other.value)
    .map((point, at) => ({ ...point, at }));
  return [{ points, benchmark: file.finding(indicator, 'NL01', period).value }];
}

/** For every municipality and indicator the verdict, -1, 0 or 1, or null: one chart. */
export async function verdicts() {
  const file = await figures('/bench/data/overview.json');
  const [period] = file.members('period');
  const indicators = file.members('indicator');
  const codes = file.members('region').filter((code) => code.startsWith('GM'));
  const benchmarks = indicators.map((id) => file.finding(id, 'NL01', period).value);
  const cells = codes.flatMap((code, row) => indicators.map((id, column) => {
    const { value, lower, upper } = file.finding(id, code, period);
    const verdict = upper < benchmarks[column] ? -1 : lower > benchmarks[column] ? 1 : 0;
    return { row, column, name: file.label(code), indicator: id, verdict: value === null ? null : verdict };
  }));
  return [{ cells, names: codes.map(file.label), indicators }];
}

/** Draws every chart in a box of its own, then says so. */
export async function run(data, draw) {
  const main = document.querySelector('main');
  const drawn = (await data()).map((chart) => {
    const box = document.createElement('div');
    box.className = 'chart';
    main.append(box);
    return draw(box, chart);
  });
  await Promise.all(drawn);
  painted();
}

/**
 * The end signal: the frame after the one in which the charts are painted has begun. The page
 * tells it by itself, as a browser that is asked again and again has less time to draw.
 */
export function painted() {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    performance.mark('painted');
    fetch('/bench/painted');
  }));
}
