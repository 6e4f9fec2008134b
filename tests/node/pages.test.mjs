// SPDX-License-Identifier: EUPL-1.2
// The pages on reading the charts and on the methods: what they quote is said, what they compute
// comes out, and their HTML is valid.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { initSync, recentTrend } from '../../pkg/core.js';
import { load } from '../../pkg/kansrijke-start.js';

const ROOT = new URL('../../', import.meta.url);
const text = (path) => readFileSync(new URL(path, ROOT), 'utf8');
const path = (name) => fileURLToPath(new URL(name, ROOT));

const reading = text('www/lezen.html');
const methods = text('www/methode.html');
const pages = readdirSync(new URL('www/', ROOT), { recursive: true }).filter((name) => name.endsWith('.html'));

const AMID_TEXT = ['value', 'sentence'];

const decoded = (html) => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

test('what is quoted is what the charts say', async () => {
  const tags = [...reading.matchAll(/<kansrijke-start ([^>]+)>/g)].map(([, attributes]) =>
    Object.fromEntries([...attributes.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])));
  // Each of the views is read on the page; the table is under all of them.
  const [, views] = /view\?: ([^;]+);/.exec(text('pkg/kansrijke-start.d.ts'));
  for (const [, view] of views.matchAll(/'([a-z]+)'/g)) assert.ok(view === 'table' || tags.some((tag) => (tag.view ?? 'number') === view), view);
  const drawn = await Promise.all(tags.map(async (attributes) => {
    const figures = await load(attributes);
    // Amid text there is no picture.
    const drawn = AMID_TEXT.includes(attributes.view) ? figures.toHTML() : figures.toSVG();
    return `${figures.describe()}\n${drawn}`;
  }));
  // What none of the charts on the page happens to say is among the words of the cores all the same.
  const cores = readdirSync(new URL('pkg/', ROOT)).filter((name) => name.endsWith('.wasm'));
  const said = [...drawn, ...cores.map((name) => text(`pkg/${name}`))].join('\n');
  const quotes = [...reading.matchAll(/<q>([^<]*)<\/q>/g), ...methods.matchAll(/<q>([^<]*)<\/q>/g)].map(([, words]) => words);
  assert.ok(quotes.length >= 10);
  for (const words of quotes) assert.ok(said.includes(words), words);
});

test('the examples print what stands under them', () => {
  const [beginning] = /<code>([^]*?)<\/code>/.exec(methods).slice(1);
  const examples = [...methods.matchAll(/<code class="example">([^]*?)<\/code><\/pre>\n<pre><samp>([^]*?)<\/samp>/g)];
  assert.equal(examples.length, 11, 'one for each of the functions');
  for (const [, code, printed] of examples) {
    const input = `${decoded(beginning)}\n${decoded(code)}\n`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-'], { input, cwd: path('.'), encoding: 'utf8' });
    assert.equal(output.trimEnd(), decoded(printed));
  }
});

test('the constants are those that decide', async () => {
  const plain = (number) => Number(number.replace(',', '.'));
  const critical = plain(/groter is dan ([\d,]+)/.exec(methods)[1]);
  // The test value grows with the counts: just below and just above the constant.
  initSync({ module: readFileSync(new URL('pkg/tools_bg.wasm', ROOT)) });
  const rising = (size) => recentTrend([5, 6, 7, 8, 9].map((share, nth) => ({ year: 2011 + nth, numerator: share * size, denominator: 100 * size })));
  const exact = critical / rising(1).chiSquared;
  assert.equal(rising(exact * (1 - 1e-9)).verdict, 'no-change');
  assert.equal(rising(exact * (1 + 1e-9)).verdict, 'increasing');

  const thresholds = [...`${methods}${reading}`.matchAll(/minder dan (\d+) (?:in de teller|die er|mogelijke|personen)/g)].map(([, number]) => Number(number));
  assert.ok(thresholds.length >= 4);
  const status = async (numerator) => {
    const data = [{ region: 'GM0546', period: 2020, numerator, denominator: 200 }];
    const figures = await load({ data, name: 'Proef', unit: '%', direction: 'lower', source: 'Proef' });
    return figures.findings({ region: 'GM0546' })[0].status;
  };
  for (const number of thresholds) {
    assert.deepEqual([await status(number - 1), await status(number), await status(200 - number), await status(201 - number)],
      ['withheld', 'shown', 'shown', 'withheld']);
  }
});

test('links lead somewhere', () => {
  assert.ok(pages.includes('lezen.html') && pages.includes('methode.html'));
  for (const page of pages) {
    for (const [, link] of text(`www/${page}`).matchAll(/ href="([^"#:]+)(?:#[^"]*)?"/g)) {
      // In a release the pages stand in a folder of their own; the maker links to it where it is there.
      const [, inRelease] = /^uitleg\/(.+)$/.exec(page.startsWith('maker/') ? link : '') ?? [];
      const file = inRelease ? new URL(`www/${inRelease}`, ROOT) : new URL(link, new URL(`www/${page}`, ROOT));
      assert.ok(existsSync(file), `${page}: ${link}`);
    }
  }
  const anchors = [...text('README.md').matchAll(/\(www\/(\w+\.html)#([\w-]+)\)/g)];
  assert.ok(anchors.length);
  for (const [, page, id] of anchors) assert.ok(text(`www/${page}`).includes(`id="${id}"`), id);
});

test('every page is valid HTML', () => {
  const tool = path('xtask/node_modules/html-validate/bin/html-validate.mjs');
  execFileSync(process.execPath, [tool, '--config', path('.htmlvalidate.json'), ...pages.map((page) => path(`www/${page}`))],
    { encoding: 'utf8' });
});

/** The criteria of WCAG 2.2 at level A and AA, chapter by chapter. */
const CRITERIA = {
  '1.1': [1], '1.2': [1, 2, 3, 4, 5], '1.3': [1, 2, 3, 4, 5], '1.4': [1, 2, 3, 4, 5, 10, 11, 12, 13],
  '2.1': [1, 2, 4], '2.2': [1, 2], '2.3': [1], '2.4': [1, 2, 3, 4, 5, 6, 7, 11], '2.5': [1, 2, 3, 4, 7, 8],
  '3.1': [1, 2], '3.2': [1, 2, 3, 4, 6], '3.3': [1, 2, 3, 4, 7, 8], '4.1': [2, 3],
};

test('the report on accessibility has every criterion, counts them, and names tests that there are', () => {
  const report = text('www/toegankelijkheid.html');
  const heuristics = [...report.matchAll(/<tr><th scope="row">.* \(<span lang="en">.*<\/span>\)<\/th><td>(.*?)<\/td>/g)];
  const judged = (result) => heuristics.filter(([, found]) => found === result).length;
  assert.ok(report.includes(`een lijst van ${heuristics.length} vragen`) && heuristics.length === 50);
  assert.ok(report.includes(`${judged('gehaald')} gehaald, ${judged('deels')} deels, ${judged('niet gehaald')} niet gehaald, ${judged('niet van toepassing')} niet van toepassing.`));
  const rows = [...report.matchAll(/<tr><th scope="row">([\d.]+) .*<\/th><td>(A{1,2})<\/td><td>(.*?)<\/td><td>(.*)<\/td><\/tr>/g)];
  assert.deepEqual(rows.map(([, number]) => number),
    Object.entries(CRITERIA).flatMap(([chapter, numbers]) => numbers.map((number) => `${chapter}.${number}`)));
  const counted = (result) => rows.filter(([, , , found]) => found === result).length;
  assert.ok(report.includes(`Van de ${rows.length} criteria zijn er ${counted('voldoet')} waaraan de grafieken voldoen, ${counted('deels')} waaraan zij deels voldoen en ${counted('niet van toepassing')} die niet van toepassing zijn; ${counted('niet getoetst')} is niet getoetst.`));
  const named = [...report.matchAll(/<code>(?:(\w+)\/)?(\w+)::(\w+)<\/code>/g)];
  assert.ok(named.length > 30);
  for (const [, folder = 'browser', file, name] of named) {
    assert.ok(text(`tests/${folder}/${file}.rs`).includes(`#[test]\nfn ${name}()`), `${file}::${name}`);
  }
});
