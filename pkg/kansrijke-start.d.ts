// SPDX-License-Identifier: EUPL-1.2

/** The attributes of `<kansrijke-start>`, as they stand in a page. */
export interface KansrijkeStartAttributes {
  /** The indicator's id, such as `tienermoeders`; `data/index.json` lists them all. */
  indicator: string;
  /** A CBS code, or a name; a municipality wins over a province of that name. */
  region: string;
  /** Codes of the regions beside it, split by commas or spaces; the first is the benchmark. */
  compare?: string;
  /** The form in which the figures are shown. */
  view?: 'number' | 'trend' | 'compare' | 'table';
  /** `2015`, `2010-2015` or `2022-07`; the newest figure when left out. */
  period?: string;
  /** The address of the folder with the data; `data/` beside the script when left out. */
  src?: string;
  /** The language; that of the page around the element when left out. */
  lang?: string;
  /** The level of the heading. */
  'heading-level'?: '1' | '2' | '3' | '4' | '5' | '6';
  /** Light or dark; `auto` follows the page. */
  theme?: 'auto' | 'light' | 'dark';
  /** The table behind the chart: folded, shown at once, or left out. */
  details?: 'closed' | 'open' | 'none';
  /** `eager` does not wait until the chart is nearly in sight. */
  loading?: 'lazy' | 'eager';
  /** What may be chosen above the chart: `region`, `indicator`, `period`; empty is the region. */
  controls?: string;
  /** Charts with the same name share a chosen region; `?name` puts it in the address, too. */
  follow?: string;
}

/** What went wrong, for programs. */
export type FailureCode =
  | 'argument-invalid'
  | 'attribute-invalid'
  | 'indicator-unknown'
  | 'region-unknown'
  | 'period-unknown'
  | 'no-figures'
  | 'data-unreachable'
  | 'data-malformed'
  | 'data-version'
  | 'data-undisclosed'
  | 'core-unavailable';

/** What the event `kansrijke-start-error` tells. */
export interface Failure {
  code: FailureCode;
  /** What a visitor reads. */
  message: string;
  /** What a web master can do about it. */
  hint: string;
}

/** What the event `kansrijke-start-select` tells: what the chart would show after the choice. */
export interface Choice {
  /** The code of the region: of the mark or the name that was chosen, else of the chart's own. */
  region: string;
  /** Its name, where a region was chosen. */
  name?: string;
  /** The indicator's id; absent in a view of many. */
  indicator?: string;
  /** The period that is shown; empty for the latest figure. */
  period: string;
  view: string;
}

/** A figure with the limits of its interval, in one unit. */
export interface Estimate {
  value: number;
  lower: number;
  upper: number;
}

/** The counts of one year. */
export interface Year {
  year: number;
  numerator: number;
  denominator: number;
}

/** A share beside a benchmark. */
export interface Comparison extends Estimate {
  verdict: 'lower' | 'similar' | 'higher';
}

/** A recent trend with the test value that it rests on. */
export interface Trend {
  verdict: 'increasing' | 'decreasing' | 'no-change' | 'cannot-be-calculated';
  /** Chi-square for trend, one degree of freedom; `null` where it cannot be calculated. */
  chiSquared: number | null;
}

/** The control limits of a funnel plot, fractions. */
export interface FunnelLimits {
  lower95: number;
  upper95: number;
  lower998: number;
  upper998: number;
}

/** Gives the statistics their core where there is no page: the bytes of `core_bg.wasm`. */
export function initSync(module: { module: BufferSource }): unknown;

/**
 * The Wilson interval of a share, as fractions; `confidence` is 0.95 when left out.
 * @throws RangeError naming the argument, its value and what is allowed.
 */
export function proportion(numerator: number, denominator: number, confidence?: number): Estimate;

/**
 * The Poisson interval of a rate, per unit of exposure: exact below 10 events, Byar from 10 up.
 * @throws RangeError naming the argument, its value and what is allowed.
 */
export function rate(events: number, exposure: number, confidence?: number): Estimate;

/**
 * Whether a share lies below or above a benchmark, itself a fraction, by more than chance.
 * @throws RangeError naming the argument, its value and what is allowed.
 */
export function compare(input: {
  numerator: number;
  denominator: number;
  benchmark: number;
  confidence?: number;
}): Comparison;

/**
 * Whether a share rose or fell over its last five years, which come in any order and once.
 * @throws RangeError naming the argument, its value and what is allowed.
 */
export function recentTrend(years: Year[]): Trend;

/**
 * The limits between which a share of this denominator falls by chance around an average.
 * @throws RangeError naming the argument, its value and what is allowed.
 */
export function funnelLimits(average: number, denominator: number): FunnelLimits;

/** Makes nodes of the pieces in which the core gives a figure. */
export function build(pieces: string): DocumentFragment;

/** The version of the script, and of the core that goes with it. */
export const version: string;

declare global {
  interface HTMLElementTagNameMap {
    'kansrijke-start': HTMLElement;
  }

  interface HTMLElementEventMap {
    /** The figure stands in the page. */
    'kansrijke-start-ready': CustomEvent<null>;
    /** The figure cannot be drawn, or (`data-undisclosed`) not all of it. */
    'kansrijke-start-error': CustomEvent<Failure>;
    /** A reader chose; `preventDefault()` keeps the chart as it is. */
    'kansrijke-start-select': CustomEvent<Choice>;
  }
}
