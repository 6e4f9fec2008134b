// SPDX-License-Identifier: EUPL-1.2
// The types, which are written by hand, and the built script, as the compiler sees both.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kansrijke-start-types-'));
after(() => rmSync(folder, { recursive: true }));

// What an editor reads of the package, beside the frameworks that it has types for.
mkdirSync(join(folder, 'node_modules/kansrijke-start'), { recursive: true });
for (const name of readdirSync(join(ROOT, 'pkg')).filter((file) => file === 'package.json' || file.endsWith('.d.ts'))) {
  copyFileSync(join(ROOT, 'pkg', name), join(folder, 'node_modules/kansrijke-start', name));
}
for (const name of ['react', 'svelte', 'vue', '@types']) symlinkSync(join(ROOT, 'xtask/node_modules', name), join(folder, 'node_modules', name));
copyFileSync(join(ROOT, 'pkg/kansrijke-start.js'), join(folder, 'built.js'));
// What load and draw give is made there; the script fetches it.
copyFileSync(join(ROOT, 'pkg/module.js'), join(folder, 'module.js'));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

/** What the compiler complains of, a line each. */
function complaints(code, page = 'page.ts') {
  writeFileSync(join(folder, page), code);
  const options = ['--noEmit', '--strict', '--allowJs', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable', '--module', 'nodenext', '--types', '', '--jsx', 'react-jsx'];
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'xtask/node_modules/.bin/tsc'), ...options, page], { cwd: folder, encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.startsWith(page));
}

/** The line that a complaint is about. */
const lineOf = (complaint) => Number(/\((\d+),/.exec(complaint)[1]);

test('what was built is what the types say', () => {
  assert.deepEqual(complaints(`
    import * as built from './built.js';
    import * as declared from 'kansrijke-start';
    import type { start } from './module.js';
    export const same: typeof declared = built;
    export const nothingMore: Record<keyof typeof declared, unknown> = built satisfies Record<keyof typeof declared, unknown>;
    type Undeclared = Exclude<keyof typeof built, keyof typeof declared>;
    export const none: [Undeclared] extends [never] ? true : Undeclared = true;
    // What load and draw resolve to has every member, and no other that can be reached.
    type Members<T extends (...given: any) => Promise<unknown>> = keyof Awaited<ReturnType<T>>;
    type Made = ReturnType<typeof start>;
    type Loaded = Exclude<Members<typeof declared.load>, Members<Made['load']>>;
    type Drawn = Exclude<Members<typeof declared.draw>, Members<Made['draw']>>;
    export const all: [Loaded | Drawn] extends [never] ? true : Loaded | Drawn = true;
  `), []);
});

test('the compiler does look: a member that is not there is reported', () => {
  const said = complaints(`
    import type { start } from './module.js';
    const figures = await ({} as ReturnType<typeof start>).load({ indicator: 'tienermoeders' });
    figures.toPDF();
  `);
  assert.match(said.join('\n'), /toPDF/);
});

test('a page and a script can be written with them', () => {
  assert.deepEqual(complaints(`
    import { compare, draw, funnelLimits, load, proportion, rate, recentTrend, version } from 'kansrijke-start';
    import type { Chart, Data, Failure, Finding, Insight, JsonStat, KansrijkeStartError, Row } from 'kansrijke-start';

    const rows: Row[] = [{ region: 'GM0546', name: 'Leiden', period: 2020, numerator: 30, denominator: 200, status: 'provisional' }];
    const data: Data = await load({ data: rows, name: 'Honden', unit: { nl: '%', en: '%' }, direction: 'lower', source: 'Zelf' });
    const findings: Finding[] = data.findings({ region: 'Leiden', view: 'trend', compare: ['NL01'] });
    const value: number | undefined = findings[0]?.value;
    const all = await load({ indicator: 'tienermoeders', period: 2015 });
    const towns: Finding[] = all.findings({ regions: 'municipalities', periods: 'all', within: 'PV26' });
    const two = all.findings({ regions: ['GM0344', 'provinces'], periods: [2015, '2010-2015'] })[0];
    const where: [string | undefined, string[]] = [two?.level, two?.parents ?? []];
    const provinces = all.regions.filter(({ level }) => level === 'province').map(({ code }) => code);
    const insight: Insight = all.insight({ region: 'GM0344' });
    const places: (number | undefined)[] = insight.findings.map(({ rank, gap }) => rank?.worst ?? gap?.number);
    const wide: number = funnelLimits(0.1, 10, { tau2: insight.tau2 }).upper95;
    const dataset: JsonStat = await (await fetch('eurostat.json')).json();
    const chart: Chart = await draw('#grafiek', { data: dataset, where: { unit: 'PC' }, region: 'NL', headingLevel: 2 });
    await chart.update({ period: '2021' });
    const file: string = chart.toSVG({ width: 800, date: '2026-11-22' }) + chart.toCSV({ excel: true }) + chart.describe();
    const book: Promise<Uint8Array> = chart.toXLSX({ date: '2026-11-22' });
    chart.destroy();
    await load({ indicator: 'tienermoeders', region: 'Utrecht', module: new Uint8Array(), src: new URL('https://example.org/data/') })
      .catch((error: KansrijkeStartError) => console.log(error.code, error.hint, error.problems?.[0]?.row));
    const numbers: number[] = [proportion(1, 2).upper, rate(1, 2, 0.9).lower, funnelLimits(0.1, 10).upper998];
    const words: ('lower' | 'similar' | 'higher' | null)[] = [compare({ numerator: 1, denominator: 2, benchmark: 0.1 }).verdict];
    const trend: number | null = recentTrend([{ year: 2020, numerator: 1, denominator: 2 }]).chiSquared;
    document.querySelector('kansrijke-start')?.addEventListener('kansrijke-start-error', ({ detail }: CustomEvent<Failure>) => console.log(detail.code));
    document.addEventListener('kansrijke-start-select', (event) => { event.preventDefault(); console.log(event.detail.region); });
    window.addEventListener('kansrijke-start-error', ({ detail }) => console.log(detail.code satisfies string));
    const element = document.createElement('kansrijke-start');
    Object.assign(element, { indicator: 'tienermoeders' });
    element.region = 'GM0344';
    element.headingLevel = 2;
    element.compare = ['PV26', 'NL01'];
    element.controls = true;
    element.within = null;
    element.period = 2015;
    const shown: string = element.region + chart.element.view;
    export { value, file, numbers, words, trend, version, towns, where, provinces, shown };
  `), []);
});

test('and what cannot be asked is refused', () => {
  const wrong = [
    "await load({ indicator: 'tienermoeders', view: 'taart' });",
    "await load({ data: [{ region: 'Leiden', numerator: 3 }] });",
    "await load({ data: 'rijen' });",
    "const { value } = (await load({ indicator: 'a' })).findings()[0]!; value.toFixed();",
    "await draw({}, { indicator: 'tienermoeders' });",
    "await load({ data: [], direction: 'omhoog' });",
    "(await load({ indicator: 'a' })).findings({ periods: true });",
    "document.createElement('kansrijke-start').view = 'taart';",
    "document.addEventListener('kansrijke-start-error', ({ detail }) => detail.reden);",
  ];
  const said = complaints(`import { draw, load } from 'kansrijke-start';\n${wrong.map((line) => `{ ${line} }`).join('\n')}\nexport { draw };`);
  assert.deepEqual(said.map(lineOf), wrong.map((_, nth) => nth + 2), said.join('\n'));
});

test('JSX of React 19 knows the element, with its attributes and events', () => {
  const chart = (attributes, nth) => `export const chart${nth} = <kansrijke-start indicator="tienermoeders" region="GM0344" ${attributes}>Even geduld</kansrijke-start>;`;
  const page = (...charts) => `import type {} from 'kansrijke-start/react';\n${charts.map(chart).join('\n')}`;
  assert.deepEqual(complaints(page('heading-level="2" lang="en" className="breed" controls="" key="a" ref={(it: HTMLElement | null) => {}} onkansrijke-start-error={({ detail }) => detail.code}'), 'page.tsx'), []);
  const said = complaints(page('view="taart"', 'regio="Leiden"', 'onkansrijke-start-error={({ detail }) => detail.reden}'), 'page.tsx');
  assert.deepEqual(said.map(lineOf), [2, 3, 4], said.join('\n'));
});

test('templates of Vue 3 and of Svelte 5 know it as well', () => {
  assert.deepEqual(complaints(`
    import type {} from 'kansrijke-start/vue';
    import type {} from 'kansrijke-start/svelte';
    import type { GlobalComponents } from 'vue';
    import type { SvelteHTMLElements } from 'svelte/elements';
    type Vue = InstanceType<GlobalComponents['kansrijke-start']>['$props'];
    export const vue: Vue = { indicator: 'tienermoeders', view: 'trend', 'heading-level': '2', class: 'breed', 'onKansrijke-start-error': ({ detail }) => detail.code };
    export const svelte: SvelteHTMLElements['kansrijke-start'] = { indicator: 'tienermoeders', view: 'map', class: 'breed', 'onkansrijke-start-select': ({ detail }) => { console.log(detail.region); } };
    // @ts-expect-error: there is no such view
    export const wrong: Vue = { view: 'taart' };
    // @ts-expect-error: there is no such view
    export const odd: SvelteHTMLElements['kansrijke-start'] = { view: 'taart' };
  `), []);
});
