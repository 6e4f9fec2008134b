// SPDX-License-Identifier: EUPL-1.2
// The statistics in Node.js, without a page. Literals of 16 digits were computed outside the
// project, in 50 digits with Python's mpmath, from the formula named beside them; where a paper
// printed the value, the rounding that it printed is checked as well.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import {
  compare, discoveries, funnelLimits, gap, initSync, overdispersion, proportion, rankSets, rate, recentTrend, replay, stabilise,
} from '../../pkg/core.js';

initSync({ module: await readFile(new URL('../../pkg/tools_bg.wasm', import.meta.url)) });

function near(actual, expected, what) {
  assert.ok(Math.abs(actual - expected) <= 1e-9, `${what}: ${actual}, expected ${expected}`);
}

function nearAll(actual, expected) {
  assert.deepEqual(Object.keys(actual), Object.keys(expected));
  for (const [name, value] of Object.entries(expected)) {
    if (typeof value === 'number') near(actual[name], value, name);
    else assert.equal(actual[name], value);
  }
}

/** Refused with a RangeError that tells which argument, what it is and what is allowed. */
function refused(call, name, found) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof RangeError, `${error}`);
    const start = `${name} is ${found}; allowed: `;
    assert.ok(error.message.startsWith(start), `"${error.message}" should start with "${start}"`);
    assert.ok(error.message.length > start.length, 'says what is allowed');
    return true;
  });
}

const NOT_COUNTS = [NaN, -1, Infinity, -Infinity];
const NOT_ABOVE_ZERO = [...NOT_COUNTS, 0];
const NOT_CONFIDENCES = [NaN, 0, 1, 1.5, -0.95, Infinity];

test('proportion: the four examples of Newcombe (1998), table I, method 3', () => {
  // Statistics in Medicine 17: 857-872. Wilson: (2x + z² ± z√(z² + 4x(1 − x/n))) / (2(n + z²)).
  const examples = [
    [81, 263, 0.25528851987827423, 0.3662095769828001, '0.2553', '0.3662'],
    [15, 148, 0.06238639953073628, 0.16048724172330804, '0.0624', '0.1605'],
    [0, 20, 0, 0.16112515805281939, '0.0000', '0.1611'],
    [1, 29, 0.00611321429276266, 0.17175521879320288, '0.0061', '0.1718'],
  ];
  for (const [x, n, lower, upper, printedLower, printedUpper] of examples) {
    const share = proportion(x, n);
    nearAll(share, { value: x / n, lower, upper });
    assert.deepEqual([share.lower.toFixed(4), share.upper.toFixed(4)], [printedLower, printedUpper]);
  }
});

test('proportion: none and all give limits of exactly 0 and 1', () => {
  assert.equal(proportion(0, 20).lower, 0);
  assert.equal(proportion(29, 29).upper, 1);
  near(proportion(29, 29).lower, 0.8830302015002592, 'lower');
});

test('proportion: other confidences, and a large denominator', () => {
  nearAll(proportion(30, 200, 0.8), { value: 0.15, lower: 0.12049935386505096, upper: 0.185202136677001 });
  nearAll(proportion(30, 200, 0.998), { value: 0.15, lower: 0.08807326825618831, upper: 0.24382694556072168 });
  nearAll(proportion(1e11, 1e12), { value: 0.1, lower: 0.09999941201234122, upper: 0.10000058799073195 });
});

test('proportion: what cannot be used is refused by name', () => {
  for (const x of NOT_COUNTS) refused(() => proportion(x, 10), 'numerator', x);
  refused(() => proportion(11, 10), 'numerator', 11);
  refused(() => proportion(undefined, 10), 'numerator', NaN);
  for (const n of NOT_ABOVE_ZERO) refused(() => proportion(0, n), 'denominator', n);
  for (const c of NOT_CONFIDENCES) refused(() => proportion(1, 10, c), 'confidence', c);
});

test('rate: exact limits below 10 events (Garwood 1936), to the two decimals of printed tables', () => {
  // Biometrika 28: 437-442. Half the chi-square quantiles at (1 − c)/2 with 2x and at (1 + c)/2
  // with 2x + 2 degrees of freedom, by bisection on the regularised incomplete gamma function.
  const examples = [
    [0, 0, 3.6888794541139363, '0.00', '3.69'],
    [1, 0.02531780798428988, 5.571643390938899, '0.03', '5.57'],
    [2, 0.2422092785439649, 7.224687667723961, '0.24', '7.22'],
    [5, 1.6234863901184205, 11.66833207932267, '1.62', '11.67'],
    [9, 4.115373097378332, 17.08480345141917, '4.12', '17.08'],
  ];
  for (const [x, lower, upper, printedLower, printedUpper] of examples) {
    const estimate = rate(x, 1);
    nearAll(estimate, { value: x, lower, upper });
    assert.deepEqual([estimate.lower.toFixed(2), estimate.upper.toFixed(2)], [printedLower, printedUpper]);
  }
  assert.equal(rate(0, 1).lower, 0);
  nearAll(rate(5, 1, 0.99), { value: 5, lower: 1.0779282406523195, upper: 14.149759411023015 });
});

test('rate: Byar from 10 events, and close to the exact limits', () => {
  // Breslow & Day (1987), p. 69: x(1 − 1/(9x) − z/(3√x))³, the upper limit with x + 1 and + z.
  nearAll(rate(10, 1), { value: 10, lower: 4.787449913967562, upper: 18.391458605756476 });
  nearAll(rate(100, 1), { value: 100, lower: 81.36210549052786, upper: 121.62793757920648 });
  nearAll(rate(100, 1, 0.998), { value: 100, lower: 71.90369187259838, upper: 134.94362176226318 });
  // The exact limits of 100 events, from chi-square with 200 and 202 degrees of freedom.
  assert.ok(Math.abs(rate(100, 1).lower / 81.36399125092314 - 1) < 1e-4);
  assert.ok(Math.abs(rate(100, 1).upper / 121.62679379242639 - 1) < 1e-4);
});

test('rate: per unit of exposure', () => {
  nearAll(rate(5, 250), { value: 0.02, lower: 1.6234863901184205 / 250, upper: 11.66833207932267 / 250 });
});

test('rate: what cannot be used is refused by name', () => {
  for (const x of NOT_COUNTS) refused(() => rate(x, 10), 'events', x);
  for (const n of NOT_ABOVE_ZERO) refused(() => rate(1, n), 'exposure', n);
  for (const c of NOT_CONFIDENCES) refused(() => rate(1, 10, c), 'confidence', c);
  // More events than exposure is a rate above 1, and no mistake.
  assert.equal(rate(20, 10).value, 2);
});

test('the confidence is 0.95 when left out', () => {
  assert.deepEqual(proportion(30, 200), proportion(30, 200, 0.95));
  assert.deepEqual(rate(30, 200), rate(30, 200, 0.95));
  const counts = { numerator: 30, denominator: 200, benchmark: 0.1 };
  assert.deepEqual(compare(counts), compare({ ...counts, confidence: 0.95 }));
  assert.notDeepEqual(proportion(30, 200), proportion(30, 200, 0.94));
});

test('compare: the interval below, around and above the benchmark', () => {
  const counts = { numerator: 30, denominator: 200 };
  const interval = { value: 0.15, lower: 0.10713593562241997, upper: 0.20605579284166664 };
  nearAll(compare({ ...counts, benchmark: 0.21 }), { verdict: 'lower', ...interval });
  nearAll(compare({ ...counts, benchmark: 0.148 }), { verdict: 'similar', ...interval });
  nearAll(compare({ ...counts, benchmark: 0.1 }), { verdict: 'higher', ...interval });
  // Just inside and outside either limit.
  const verdict = (benchmark) => compare({ ...counts, benchmark }).verdict;
  assert.deepEqual([0.10713, 0.10714, 0.20605, 0.20606].map(verdict),
    ['higher', 'similar', 'similar', 'lower']);
});

test('compare: a wider interval can no longer tell', () => {
  const counts = { numerator: 30, denominator: 200, benchmark: 0.21 };
  assert.equal(compare({ ...counts, confidence: 0.95 }).verdict, 'lower');
  assert.equal(compare({ ...counts, confidence: 0.998 }).verdict, 'similar');
});

test('compare: what cannot be used is refused by name', () => {
  const good = { numerator: 3, denominator: 10, benchmark: 0.2 };
  for (const x of NOT_COUNTS) refused(() => compare({ ...good, numerator: x }), 'numerator', x);
  refused(() => compare({ ...good, numerator: 11 }), 'numerator', 11);
  for (const n of NOT_ABOVE_ZERO) {
    refused(() => compare({ ...good, numerator: 0, denominator: n }), 'denominator', n);
  }
  for (const b of [NaN, -0.01, 1.01, 14.8, Infinity]) refused(() => compare({ ...good, benchmark: b }), 'benchmark', b);
  for (const c of NOT_CONFIDENCES) refused(() => compare({ ...good, confidence: c }), 'confidence', c);
  refused(() => compare({ numerator: 3, denominator: 10 }), 'benchmark', NaN);
  refused(() => compare({ ...good, numerator: '3' }), 'numerator', NaN);
  // The ends of the scale are benchmarks too.
  assert.equal(compare({ ...good, benchmark: 0 }).verdict, 'higher');
  assert.equal(compare({ ...good, benchmark: 1 }).verdict, 'lower');
});

const years = (rows) => rows.map(([year, numerator, denominator]) => ({ year, numerator, denominator }));
const RISING = years([2011, 2012, 2013, 2014, 2015].map((year, nth) => [year, 50 + 10 * nth, 1000]));
const NETHERLANDS = years([
  [2011, 1717, 180060], [2012, 1592, 175959], [2013, 1360, 171341], [2014, 1276, 175181], [2015, 1109, 170510],
]);

test('recentTrend: the example of Agresti, and trends in either direction', () => {
  // Agresti, Categorical Data Analysis: malformations by the mother's use of alcohol, with the
  // scores 0, 0.5, 1.5, 4 and 7; printed as 6.57. In exact fractions: T²/V with
  // T = Σt(x − np), V = p(1 − p)(Σnt² − (Σnt)²/N).
  const alcohol = years([[0, 48, 17114], [0.5, 38, 14502], [1.5, 5, 793], [4, 1, 127], [7, 1, 38]]);
  nearAll(recentTrend(alcohol), { verdict: 'no-change', chiSquared: 6.570133944705556 });
  assert.equal(recentTrend(alcohol).chiSquared.toFixed(2), '6.57');
  nearAll(recentTrend(RISING), { verdict: 'increasing', chiSquared: 15.360983102918587 });
  // Children of mothers under 20 in the Netherlands, CBS table 37201.
  nearAll(recentTrend(NETHERLANDS), { verdict: 'decreasing', chiSquared: 133.8678997722762 });
});

test('recentTrend: one odd year is no trend, however large the test value', () => {
  const odd = years([[2011, 100, 1000], [2012, 100, 1000], [2013, 100, 1000], [2014, 99, 1000], [2015, 200, 1000]]);
  nearAll(recentTrend(odd), { verdict: 'no-change', chiSquared: 37.555017659895934 });
});

test('recentTrend: the order of the years does not matter, and only the last five count', () => {
  const expected = recentTrend(RISING);
  assert.deepEqual(recentTrend(RISING.toReversed()), expected);
  assert.deepEqual(recentTrend([3, 0, 4, 1, 2].map((nth) => RISING[nth])), expected);
  const older = { year: 2010, numerator: 900, denominator: 1000 };
  assert.deepEqual(recentTrend([RISING[4], older, ...RISING.slice(0, 4)]), expected);
  assert.notDeepEqual(recentTrend([older, ...RISING.slice(1)]), expected);
});

test('recentTrend: what cannot be calculated says so', () => {
  const unknown = { verdict: 'cannot-be-calculated', chiSquared: null };
  assert.deepEqual(recentTrend([]), unknown);
  assert.deepEqual(recentTrend(RISING.slice(1)), unknown);
  for (const numerator of [0, 1000]) {
    assert.deepEqual(recentTrend([{ ...RISING[0], numerator }, ...RISING.slice(1)]), unknown);
  }
});

test('recentTrend: what cannot be used is refused by name', () => {
  const withYear = (change) => [{ ...RISING[0], ...change }, ...RISING.slice(1)];
  for (const year of [NaN, Infinity, -Infinity]) refused(() => recentTrend(withYear({ year })), 'year', year);
  refused(() => recentTrend(withYear({ year: '2011' })), 'year', NaN);
  refused(() => recentTrend(withYear({ year: 2013 })), 'year', 2013);
  // Twice is twice, also where a series is too short for a trend.
  refused(() => recentTrend([RISING[0], RISING[0]]), 'year', 2011);
  for (const x of NOT_COUNTS) refused(() => recentTrend(withYear({ numerator: x })), 'numerator', x);
  refused(() => recentTrend(withYear({ numerator: 1001 })), 'numerator', 1001);
  for (const n of NOT_ABOVE_ZERO) refused(() => recentTrend(withYear({ numerator: 0, denominator: n })), 'denominator', n);
});

test('funnelLimits: a ± z√(a(1 − a)/n), within 0 and 1', () => {
  // Spiegelhalter (2005), Statistics in Medicine 24: 1185-1202, section 2; z at 0.975 and 0.999.
  nearAll(funnelLimits(0.15, 200), {
    lower95: 0.10051333514781477, upper95: 0.19948666485218523,
    lower998: 0.07197545890793034, upper998: 0.22802454109206966,
  });
  nearAll(funnelLimits(0.0065, 1000), {
    lower95: 0.0015193192534215273, upper95: 0.011480680746578473, lower998: 0, upper998: 0.014352930294225148,
  });
  nearAll(funnelLimits(0.99, 50), {
    lower95: 0.962420862114681, upper95: 1, lower998: 0.946516577068905, upper998: 1,
  });
  for (const end of [0, 1]) {
    assert.deepEqual(funnelLimits(end, 10), { lower95: end, upper95: end, lower998: end, upper998: end });
  }
});

test('funnelLimits: what cannot be used is refused by name', () => {
  for (const a of [NaN, -0.01, 1.01, Infinity]) refused(() => funnelLimits(a, 100), 'average', a);
  for (const n of NOT_ABOVE_ZERO) refused(() => funnelLimits(0.5, n), 'denominator', n);
});

const AREAS = Array.from({ length: 20 }, (_, nth) => ({ numerator: 80 + 40 * (nth % 2), denominator: 1000 }));

test('gap: a number of persons, halves away from zero', () => {
  const rotterdam = { kind: 'rate', numerator: 84, denominator: 7879, benchmark: 1109 / 170510 };
  assert.deepEqual(gap(rotterdam), { reason: null, number: 33, lower: 16, upper: 53, perYear: null });
  assert.equal(gap({ ...rotterdam, years: 6 }).perYear, 5);
  // 12.25 % of 200 is exactly 24.5: 45 is 20.5 more.
  const half = { kind: 'share', numerator: 45, denominator: 200, benchmark: 0.1225 };
  assert.equal(gap(half).number, 21);
  assert.equal(gap({ ...half, step: 5 }).number, 20);
  assert.equal(gap({ ...half, benchmark: 0.2 }).reason, 'similar');
  for (const x of NOT_COUNTS) refused(() => gap({ ...half, numerator: x }), 'numerator', x);
  for (const n of NOT_ABOVE_ZERO) refused(() => gap({ ...half, numerator: 0, denominator: n }), 'denominator', n);
  for (const n of NOT_ABOVE_ZERO) refused(() => gap({ ...rotterdam, denominator: n }), 'denominator', n);
  for (const b of NOT_COUNTS) refused(() => gap({ ...half, benchmark: b }), 'benchmark', b);
  for (const years of [0, -1]) refused(() => gap({ ...half, years }), 'years', years);
  refused(() => gap({ ...half, step: 0.5 }), 'step', 0.5);
  refused(() => gap({ ...half, kind: 'mean' }), 'kind', 'mean');
});

test('rankSets: what is unknown may have any place', () => {
  const areas = [[100, 1000], [110, 1000], [400, 1000], [9, 1000]].map(([numerator, denominator]) => ({ numerator, denominator }));
  const sets = rankSets(areas, { kind: 'share', first: 'lowest', unknown: 1 });
  assert.deepEqual(sets, [{ best: 1, worst: 4 }, { best: 1, worst: 4 }, { best: 3, worst: 5 }, null]);
  assert.deepEqual(rankSets(areas.slice(0, 3), { first: 'highest' })[2], { best: 1, worst: 1 });
  refused(() => rankSets([{ numerator: 11, denominator: 10 }]), 'numerator', 11);
  refused(() => rankSets(areas, { unknown: -1 }), 'unknown', -1);
  refused(() => rankSets(areas, { first: 'best' }), 'first', 'best');
});

test('overdispersion: φ, τ² and the test, and the limits that go with it', () => {
  const { phi, tau2, critical, isOver, areas } = overdispersion(AREAS, 0.1, { kind: 'share' });
  near(phi, 400 / 90, 'phi');
  near(tau2, (20 * phi / 19 - 1) * 0.09 / 1000, 'tau2');
  // The 95 % point of chi-square with 20 degrees of freedom, as every table prints it.
  assert.equal(critical.toFixed(3), '31.410');
  assert.deepEqual([isOver, areas], [true, 20]);
  assert.equal(overdispersion(AREAS.slice(1), 0.1), null);
  near(funnelLimits(0.1, 100, { tau2: 0.0016 }).upper95, 0.1 + 1.959963984540054 * 0.05, 'upper95');
  assert.deepEqual(funnelLimits(0.1, 100, { tau2: 0 }), funnelLimits(0.1, 100));
  for (const t of NOT_COUNTS) refused(() => funnelLimits(0.1, 100, { tau2: t }), 'tau2', t);
  refused(() => overdispersion(AREAS, 1.5), 'average', 1.5);
});

test('discoveries: Benjamini and Hochberg, in which withheld areas count', () => {
  const found = discoveries([0.01, 0.8, 0.03, 0.005]);
  assert.deepEqual(found.holds, [true, false, true, true]);
  [0.02, 0.8, 0.04, 0.02].forEach((p, nth) => near(found.adjusted[nth], p, 'adjusted'));
  assert.deepEqual(discoveries([0.01, 0.8, 0.03, 0.005], { withheld: 2 }).holds, [true, false, false, true]);
  for (const p of [NaN, -0.1, 1.1]) refused(() => discoveries([p]), 'p', p);
});

test('stabilise: between the own figure and the mean', () => {
  const area = { kind: 'share', numerator: 18, denominator: 100, mean: 0.1 };
  const { value, weight, lower, upper } = stabilise({ ...area, size: 300 });
  assert.deepEqual([value, weight], [0.12, 0.25]);
  assert.ok(lower < value && value < upper);
  const found = stabilise({ ...area, kind: 'rate', areas: AREAS });
  near(found.weight, 100 / (100 + 0.1 / 0.0003), 'weight');
  // Areas that are all the same: no difference beyond chance, and no interval.
  const same = AREAS.map(() => ({ numerator: 100, denominator: 1000 }));
  assert.deepEqual(stabilise({ ...area, areas: same }), { lower: null, upper: null, value: 0.1, weight: 0 });
  assert.equal(stabilise({ ...area, areas: [] }), null);
  for (const size of [NaN, 0, -1]) refused(() => stabilise({ ...area, size }), 'size', size);
});

test('replay: the same figure always replays the same', () => {
  const figure = { kind: 'rate', numerator: 84, denominator: 7879, indicator: 'tienermoeders', region: 'GM0599', period: '2015' };
  const { draws, lower, equal, higher } = replay({ ...figure, benchmark: 0.0065 });
  assert.deepEqual(replay(figure), { draws });
  assert.deepEqual([draws.length, lower + equal + higher], [20, 20]);
  assert.notDeepEqual(replay({ ...figure, region: 'GM0344' }).draws, draws);
  assert.equal(replay({ ...figure, numerator: 9 }), null);
  refused(() => replay({ ...figure, numerator: 10.5 }), 'numerator', 10.5);
});
