// SPDX-License-Identifier: EUPL-1.2
// The types, which are written by hand, and the built script, as the compiler sees both.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kansrijke-start-types-'));
after(() => rmSync(folder, { recursive: true }));

mkdirSync(join(folder, 'node_modules'));
symlinkSync(join(ROOT, 'pkg'), join(folder, 'node_modules/kansrijke-start'));
copyFileSync(join(ROOT, 'pkg/kansrijke-start.js'), join(folder, 'built.js'));
// What load and draw give is made there; the script fetches it.
copyFileSync(join(ROOT, 'pkg/module.js'), join(folder, 'module.js'));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

/** What the compiler complains of, a line each. */
function complaints(code) {
  writeFileSync(join(folder, 'page.ts'), code);
  const options = ['--noEmit', '--strict', '--allowJs', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable', '--module', 'nodenext', '--types', ''];
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'xtask/node_modules/.bin/tsc'), ...options, 'page.ts'], { cwd: folder, encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.startsWith('page.ts'));
}

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
    import type { Chart, Data, Failure, Finding, JsonStat, KansrijkeStartError, Row } from 'kansrijke-start';

    const rows: Row[] = [{ region: 'GM0546', name: 'Leiden', period: 2020, numerator: 30, denominator: 200, status: 'provisional' }];
    const data: Data = await load({ data: rows, name: 'Honden', unit: { nl: '%', en: '%' }, direction: 'lower', source: 'Zelf' });
    const findings: Finding[] = data.findings({ region: 'Leiden', view: 'trend', compare: ['NL01'] });
    const value: number | undefined = findings[0]?.value;
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
    export { value, file, numbers, words, trend, version };
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
  ];
  for (const line of wrong) {
    assert.equal(complaints(`import { draw, load } from 'kansrijke-start';\n${line}\nexport { draw };`).length, 1, line);
  }
});
