// SPDX-License-Identifier: EUPL-1.2

/** The attributes of `<kansrijke-start>`, as they stand in a page. */
export interface KansrijkeStartAttributes {
  /**
   * The indicator's id, such as `tienermoeders`; `data/index.json` lists them all. A profile, a
   * heat map and a story show all of them, or those in a list.
   */
  indicator: string;
  /**
   * A CBS code, or a name; a municipality wins over a province of that name. Views that set
   * regions beside each other need none.
   */
  region: string;
  /** Codes of the regions beside it, split by commas or spaces; the first is the benchmark. */
  compare?: string;
  /** The form in which the figures are shown. */
  view?: 'number' | 'trend' | 'compare' | 'table' | 'ranking' | 'funnel' | 'profile' | 'heatmap' | 'map' | 'story' | 'value' | 'sentence' | 'icons';
  /** The area whose regions are set beside each other: a code or a name; or of a municipality its `neighbours`, its `peers`, or what is `similar` in size. */
  within?: string;
  /** What a map draws regions as: their borders, or tiles of one size. */
  map?: 'borders' | 'tiles';
  /** The indicator that puts the rows of a heat map in order; by name when left out. */
  sort?: string;
  /** `2015`, `2010-2015` or `2022-07`; the newest figure when left out. */
  period?: string;
  /**
   * The edition of the figures, such as `2026-11-28`: those in the folder beside that of the data
   * with this behind its name. The newest when left out.
   */
  edition?: string;
  /** The address of the folder with the data; `data/` beside the script when left out. */
  src?: string;
  /** The language; that of the page around the element when left out. */
  lang?: string;
  /** What the heading says: `message`, what the figure shows; `name`, the topic and the area; or a text of your own, of at most 160 characters. */
  heading?: string;
  /** The level of the heading. */
  'heading-level'?: '1' | '2' | '3' | '4' | '5' | '6';
  /** Light or dark; `auto` follows the page. */
  theme?: 'auto' | 'light' | 'dark';
  /** The table behind the chart: folded, shown at once, or left out. The downloads stay. */
  details?: 'closed' | 'open' | 'none';
  /** `eager` does not wait until the chart is nearly in sight, `lazy` always does. Without it the others follow when the browser is idle. */
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
  | 'all-withheld'
  | 'no-funnel'
  | 'data-unreachable'
  | 'data-malformed'
  | 'data-version'
  | 'data-undisclosed'
  | 'row-invalid'
  | 'no-picture'
  | 'no-place'
  | 'core-unavailable';

/** What the event `kansrijke-start-error` tells. */
export interface Failure {
  code: FailureCode;
  /** What a visitor reads. */
  message: string;
  /** Of that, what repeats nothing that stood in the page: what may have been meant. */
  advice?: string;
  /** What a web master can do about it. */
  hint: string;
}

/** What the event `kansrijke-start-select` tells: what the chart would show after the choice. */
export interface SelectDetail {
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

/** A text in Dutch and English; a plain string stands for both. */
export type Text = string | { nl: string; en: string };

/** One row of figures of one's own. */
export interface Row {
  /** A CBS code, or a name. The Netherlands (`NL01`) is what the others are compared with. */
  region: string;
  /** The region's name, where `region` is a code. */
  name?: string;
  /** `2015`, `2010-2015`, `2022-07` or `2022-Q3`. */
  period: string | number;
  /** In the unit shown: 14.8 for 14,8%. May be left out where there are counts. */
  value?: number | string | null;
  numerator?: number | string | null;
  denominator?: number | string | null;
  /**
   * The limits of a published interval, in the unit shown. Of the kind `range` the two ends,
   * without a value.
   */
  lower?: number | string | null;
  upper?: number | string | null;
  status?: Exclude<Finding['status'], 'shown' | 'answered'>;
}

/** A dataset of JSON-stat 2.0, whoever published it. */
export interface JsonStat {
  version: string;
  class: string;
  id: string[];
  size: number[];
  dimension: Record<string, { label?: string; category: object }>;
  value: (number | null)[] | Record<string, number | null>;
  status?: unknown;
  role?: unknown;
  label?: string;
  source?: string;
  updated?: string;
  extension?: unknown;
}

/** What figures of one's own are. */
export interface OwnFigures {
  /** Rows, or a JSON-stat dataset; a data file of this package as well. */
  data: Row[] | JsonStat;
  /** Of a JSON-stat dataset: the category of each dimension that has more than one. */
  where?: Record<string, string>;
  /** What the figures are about; the heading begins with it. */
  name?: Text;
  /** What it is, in plain words. */
  definition?: Text;
  /** What is counted, and out of what. */
  numerator?: Text;
  denominator?: Text;
  /** The figure in a sentence, with `{region}`, `{period}` and `{value}`. */
  sentence?: Text;
  /** `%`, or what a mean or a count is measured in. */
  unit?: Text;
  /** What sort of number it is; with counts a share, without a unit of per cent a mean. */
  kind?: 'share' | 'rate' | 'count' | 'mean' | 'range';
  /** Which way is better; `context` is neither, and never worded as good or bad. */
  direction?: 'lower' | 'higher' | 'context';
  /** `municipalities` where no persons are counted, and so nothing needs to be withheld. */
  counted?: 'persons' | 'municipalities';
  /** Decimals shown. */
  decimals?: number;
  /** Who published the figures. */
  source?: string | { publisher: string; publication?: string; updated?: string; more?: string };
  licence?: string;
  /** What every reader must know beside the figure. */
  note?: Text;
  /** Changes of definition, across which no line is drawn. */
  break?: { at: string; reason: Text }[];
  /** Values to reach. */
  target?: { region: string; value: number; label: Text; year?: number }[];
}

/** What to show: the attributes of the element, by their name or in camel case. */
export interface Choice extends Partial<Omit<KansrijkeStartAttributes, 'compare' | 'src' | 'period'>> {
  compare?: string | string[];
  src?: string | URL;
  period?: string | number;
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  /**
   * In a page: the hash of `integrity.json` in the folder with the data, such as `sha256-…`. Then no
   * figure is shown of which the file has another hash than that list says.
   */
  integrity?: string;
  /** Remarks on figures, at most 20 of at most 200 characters; without a region, on the one asked for. */
  annotations?: { period?: string | number; region?: string; text: string }[];
}

/** What to load: an indicator of ours, or figures of one's own. */
export interface LoadOptions extends Choice, Partial<OwnFigures> {
  /** The width of a picture in pixels, 240 to 1200; 640 when left out. */
  width?: number;
  /** The day to be told in a picture (`2026-11-22`). */
  date?: string;
  /**
   * The core of the tools, `tools_bg.wasm`, where it does not stand beside the script: its whole
   * address, or its bytes. Beside another address `draw` looks for the core that paints.
   */
  module?: string | URL | BufferSource | WebAssembly.Module;
}

/** One thing that is wrong with figures of one's own. */
export interface Problem {
  /** The row, from 1; 0 is an option. */
  row: number;
  name: string;
  found: string;
  expected: string;
  /** The same in a sentence. */
  hint: string;
}

/** What a property of the element may be set to: `true` is an attribute without a value, nothing takes it away. */
type Settable<T> = T | boolean | null | undefined;

/**
 * `<kansrijke-start>`: each attribute is a property as well, in camel case, and the two are one. One
 * that is not there is an empty text.
 */
export interface KansrijkeStartElement extends HTMLElement {
  get indicator(): string;
  set indicator(value: Settable<string>);
  get region(): string;
  set region(value: Settable<string>);
  get compare(): string;
  set compare(value: Settable<string | string[]>);
  get view(): string;
  set view(value: Settable<KansrijkeStartAttributes['view']>);
  get within(): string;
  set within(value: Settable<string>);
  get map(): string;
  set map(value: Settable<KansrijkeStartAttributes['map']>);
  get sort(): string;
  set sort(value: Settable<string>);
  get period(): string;
  set period(value: Settable<string | number>);
  get edition(): string;
  set edition(value: Settable<string>);
  get src(): string;
  set src(value: Settable<string | URL>);
  get heading(): string;
  set heading(value: Settable<string>);
  get headingLevel(): string;
  set headingLevel(value: Settable<KansrijkeStartAttributes['heading-level'] | 1 | 2 | 3 | 4 | 5 | 6>);
  get theme(): string;
  set theme(value: Settable<KansrijkeStartAttributes['theme']>);
  get details(): string;
  set details(value: Settable<KansrijkeStartAttributes['details']>);
  get loading(): string;
  set loading(value: Settable<KansrijkeStartAttributes['loading']>);
  get controls(): string;
  set controls(value: Settable<string>);
  get follow(): string;
  set follow(value: Settable<string>);
}

/** The events of the element, which bubble up to `document` and `window`. */
export interface KansrijkeStartEventMap {
  /** The figure stands in the page. */
  'kansrijke-start-ready': CustomEvent<null>;
  /** The figure cannot be drawn, or (`data-undisclosed`) not all of it. */
  'kansrijke-start-error': CustomEvent<Failure>;
  /** A reader chose; `preventDefault()` keeps the chart as it is. */
  'kansrijke-start-select': CustomEvent<SelectDetail>;
}

/** What `load` and `draw` reject with. */
export interface KansrijkeStartError extends Error {
  code: FailureCode;
  hint: string;
  /** For `row-invalid`. */
  problems?: Problem[];
}

/** What sort of region a code is of. */
export type Level = 'municipality' | 'health region' | 'COROP region' | 'province' | 'country';

/** A region of what was loaded. */
export interface Region {
  code: string;
  name: string;
  /** Absent for a code of a page's own. */
  level?: Level;
  /** The codes of the health region, the COROP region and the province that it lies in. */
  parents: string[];
}

/** Regions: all of them, those of one sort, or by code or name. */
export type Regions =
  | 'all'
  | 'municipalities'
  | 'health regions'
  | 'COROP regions'
  | 'provinces'
  | 'countries'
  | (string & {});

/** Which findings are asked for: `within` and `compare` count here as well. */
export interface Panel extends Choice {
  /** Those of the figure when left out; with `periods`, the region asked for, or all. */
  regions?: Regions | Regions[];
  /**
   * `all` of which there is a record, or some of them. When left out that of `period`, or the newest
   * of which most of the regions have a figure.
   */
  periods?: 'all' | string | number | (string | number)[];
}

/** What is known of one region in one period. What is withheld has no number at all. */
export interface Finding {
  indicator: string;
  region: string;
  name: string;
  /** Absent for a code of a page's own. */
  level?: Level;
  /** The codes of what the region lies in. */
  parents: string[];
  period: string;
  status:
    | 'shown'
    | 'provisional'
    | 'estimate'
    | 'answered'
    | 'withheld'
    | 'missing'
    | 'border-change'
    | 'incomplete'
    | 'not-applicable'
    | 'not-fetched';
  /** What a municipality answered. */
  answer?: string;
  /** In the unit shown. A range has `lower` and `upper`, and no `value`. */
  value?: number;
  lower?: number;
  upper?: number;
  /** How the interval came about. */
  method?: 'wilson' | 'poisson' | 'published';
  numerator?: number;
  denominator?: number;
  /** Beside the benchmark, where the two can be compared. */
  verdict?: 'lower' | 'similar' | 'higher';
  source: string;
}

/** A number of persons more (or, below 0, fewer) than at the benchmark, with its limits. */
export interface GapNumber {
  /** 0 stands for fewer than one (or than one multiple, where counts are rounded). */
  number: number;
  lower: number;
  upper: number;
  /** On average per year, of a figure of several. */
  perYear?: number;
}

/** The best and the worst rank that an area can have, with 95 % confidence. */
export interface RankSet {
  best: number;
  worst: number;
}

/** A finding, and what can be concluded of it. What is withheld has nothing of it. */
export interface ConcludedFinding extends Omit<Finding, 'level' | 'parents'> {
  gap?: GapNumber;
  /** When this region alone is looked at. */
  rank?: RankSet;
  /** When the ranks of several regions are looked at. */
  rankAmongAll?: RankSet;
  /** The p value of the difference, corrected for the number of regions. */
  adjusted?: number;
  /** Whether the difference holds then. */
  holds?: boolean;
  /** The stabilised figure (empirical Bayes), in the unit shown; beside the own figure, never instead. */
  stabilised?: { value: number; lower?: number; upper?: number; weight: number };
  /** The counts of 20 draws, had chance played anew. */
  replay?: number[];
  /** The same in sentences. */
  sentences: string[];
}

/** What can be concluded from all regions of one sort together. Made of figures that are shown alone. */
export interface Insight {
  indicator: string;
  period: string;
  /** How many regions have a rank, or might have one. */
  areas: number;
  /** Of how many it is unknown, such as those that are withheld. */
  unknown: number;
  /** Spiegelhalter's φ; absent where fewer than 20 regions are large enough. */
  phi?: number;
  isOverdispersed?: boolean;
  /** The variance between regions for `funnelLimits`, of fractions. */
  tau2?: number;
  /** How many regions differ from the benchmark. */
  coloured: number;
  /** How many of them chance gives at most. */
  expected?: number;
  /** At how many the difference holds when that is corrected for. */
  holding?: number;
  /** How many persons the stabilised figures borrow. */
  priorSize?: number;
  sentences: string[];
  findings: ConcludedFinding[];
}

/**
 * What was loaded. Every question may change what is shown; only a view that sets regions beside
 * each other must be named when loading.
 */
export interface Data {
  readonly regions: Region[];
  readonly periods: string[];
  /** What the figure shows; or, with `regions` or `periods`, a row for each region in each period. */
  findings(changes?: Panel): Finding[];
  /** What can be concluded from all regions of the sort of the one that is shown, in that period. */
  insight(changes?: Choice): Insight;
  /** What the figure says, in sentences. */
  describe(changes?: Choice): string;
  /** The picture as a file. */
  toSVG(changes?: Choice & { width?: number; date?: string }): string;
  /**
   * The element with the figure inside, for a page without script, or until it runs. It has no `src`:
   * a page whose figures do not lie beside the script adds its own.
   */
  toHTML(changes?: Choice & { width?: number }): string;
  /** How high a frame around the figure must be that is this wide, in pixels; 640 wide without `width`. */
  frameHeight(changes?: Choice & { width?: number }): number;
  /** The figures as rows; with `excel` for Excel with Dutch settings. */
  toCSV(changes?: Choice & { excel?: boolean }): string;
  /**
   * The bytes of a workbook (`.xlsx`): the figures, and a sheet that says what they are. The core that
   * writes it, `sheet_bg.wasm`, is fetched when this is asked for the first time.
   */
  toXLSX(changes?: Choice & { date?: string }): Promise<Uint8Array>;
  /** A reference to the figure, with edition and, in a page, its address: a line, or for programs. */
  cite(changes?: Choice & { style?: 'text' | 'bibtex' | 'csl'; date?: string }): Promise<string>;
}

/** A figure in a page. */
export interface Chart extends Omit<Data, 'describe'> {
  readonly element: KansrijkeStartElement;
  describe(): string;
  /** Draws it anew with other options; the rest stays. */
  update(changes: LoadOptions): Promise<void>;
  destroy(): void;
}

/**
 * Loads figures, in a page or in Node.js.
 * @throws KansrijkeStartError
 */
export function load(options: LoadOptions): Promise<Data>;

/**
 * Draws a figure into an element of the page, or the one that a selector finds.
 * @throws KansrijkeStartError, and leaves the page as it is.
 */
export function draw(target: Element | string, options: LoadOptions): Promise<Chart>;

/** Gives the statistics their core in Node.js: the bytes of `tools_bg.wasm`. */
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
 * The limits between which a share of this denominator falls by chance around an average; wider ones
 * with the variance between areas, `tau2`.
 * @throws RangeError naming the argument, its value and what is allowed.
 */
export function funnelLimits(average: number, denominator: number, options?: { tau2?: number }): FunnelLimits;

/** How many of how many, in one area. */
export interface Counts {
  numerator: number;
  denominator: number;
}

/**
 * The statistics of many areas together, which `core.js` exports besides those above. Each throws a
 * RangeError naming the argument, its value and what is allowed.
 */
export interface Statistics {
  /**
   * The gap to a benchmark, a fraction, as a number of persons; why there is none in `reason`. `step`
   * is what the counts are rounded to.
   */
  gap(input: Counts & { kind?: 'share' | 'rate'; benchmark: number; years?: number; step?: number }): {
    reason: 'similar' | 'benchmark-coarse' | null;
    number: number | null;
    lower: number | null;
    upper: number | null;
    perYear: number | null;
  };
  /** The ranks that areas can have, all together; `null` for one with too few events to have a place. */
  rankSets(
    areas: Counts[],
    options?: { kind?: 'share' | 'rate'; first?: 'lowest' | 'highest'; unknown?: number },
  ): (RankSet | null)[];
  /** Whether areas differ by more than chance around an average; `null` where fewer than 20 are large enough. */
  overdispersion(
    areas: Counts[],
    average: number,
    options?: { kind?: 'share' | 'rate'; threshold?: number },
  ): { areas: number; phi: number; statistic: number; critical: number; isOver: boolean; tau2: number } | null;
  /** Which of many p values hold at a false discovery rate of 5 %, with `withheld` that count as 1. */
  discoveries(
    p: number[],
    options?: { withheld?: number },
  ): { areas: number; expected: number; adjusted: number[]; holds: boolean[] };
  /** A stabilised figure, from the size of a prior or from all areas; `null` where these give none. */
  stabilise(
    input: Counts & { kind?: 'share' | 'rate'; mean: number } & ({ size: number } | { areas: Counts[]; threshold?: number }),
  ): { value: number; lower: number | null; upper: number | null; weight: number } | null;
  /** 20 draws, had chance played anew; `null` below 10 events or non-events. */
  replay(
    input: Counts & { kind?: 'share' | 'rate'; indicator: string; region: string; period: string; benchmark?: number },
  ): { draws: number[]; lower?: number; equal?: number; higher?: number } | null;
}

/** Builds the nodes of the node stream in which the core gives a figure. */
export function build(stream: string): DocumentFragment;

/** The version of the script, and of the core that goes with it. */
export const version: string;

declare global {
  interface HTMLElementTagNameMap {
    'kansrijke-start': KansrijkeStartElement;
  }

  interface HTMLElementEventMap extends KansrijkeStartEventMap {}
  interface DocumentEventMap extends KansrijkeStartEventMap {}
  interface WindowEventMap extends KansrijkeStartEventMap {}
}
