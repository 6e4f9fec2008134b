// SPDX-License-Identifier: EUPL-1.2
// What the READMEs in both languages and the documents for developers say, tried.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { draw, initSync, read } from '../../pkg/core.js';

const ROOT = new URL('../../', import.meta.url);
const text = (path) => readFileSync(new URL(path, ROOT), 'utf8');

/** The README in both languages: what each has of its own in code that is otherwise the same. */
const READMES = {
  'README.md': { lang: '', picture: 'www/example.svg', own: "draw('#grafiek', ", said: /^In Rotterdam hadden 10,7 van de 1\.000 kinderen die in 2015 werden geboren een moeder jonger dan 20 jaar\. Dat is hoger/ },
  'README.en.md': { lang: ' --lang en', picture: 'www/example-en.svg', own: "draw('#chart', ", said: /^In Rotterdam, 10\.7 in every 1,000 children born in 2015 had a mother under 20\. That is higher/ },
};
const readmes = Object.keys(READMES).map((name) => [name, text(name)]);
const packageReadme = text('pkg/README.md');
/** Those for developers, by name. */
const documents = Object.fromEntries(['CONTRIBUTING.md', 'DESIGN.md', 'SECURITY.md'].map((name) => [name, text(name)]));
const [{ declarations }] = JSON.parse(text('pkg/custom-elements.json')).modules;
const element = declarations.find(({ customElement }) => customElement);

const blocks = (page, language) => [...page.matchAll(/^```(\w*)\n([^]*?)^```$/gm)]
  .filter(([, tag]) => tag === language).map(([, , code]) => code);
/** The tables' rows whose first cell is code: the code, and the other cells. */
const rows = (page) => [...page.matchAll(/^\| `([^`]+)`(?:, `[^`]+`)* \| (.*) \|$/gm)].map(([, code, cells]) => [code, cells.split(' | ')]);
const run = (code, folder) => execFileSync(process.execPath, ['--input-type=module', '-'],
  { input: code, cwd: fileURLToPath(new URL(folder, ROOT)), encoding: 'utf8' });

test('it opens with the other language, what to download, the two lines to paste and the picture; building comes after', () => {
  for (const [name, readme] of readmes) {
    const [first] = blocks(readme, 'html');
    const [head, chart] = first.split('\n');
    assert.equal(head, '<link rel="preload" href="/kansrijke-start/core_bg.wasm" as="fetch" crossorigin>'
      + '<script type="module" src="/kansrijke-start/kansrijke-start.js"></script>');
    assert.match(chart, /^<kansrijke-start [^>]+><\/kansrijke-start>$/);
    assert.equal(blocks(packageReadme, 'html')[0], first);
    assert.equal(blocks(readme, 'sh')[0], 'cargo xtask demo\ncargo xtask test\n');
    const other = readmes.find(([own]) => own !== name)[0];
    const order = [`](${other})`, 'kansrijke-start-….zip', first, READMES[name].picture, 'cargo xtask demo'].map((part) => readme.indexOf(part));
    assert.deepEqual(order, [...order].sort((one, two) => one - two), name);
    assert.ok(readme.split('\n').slice(0, 4).join().includes(`](${other})`) && !order.includes(-1), name);
  }
});

test('the two languages are twins: the same headings, tables, rows, links and code', () => {
  const [dutch, english] = readmes.map(([, readme]) => readme.replace(/<!-- begin[^]*?<!-- (end|einde).*-->/, ''));
  const shape = (page) => page.split('\n').flatMap((line) => /^(#+ |\||- |\d\. |!\[|```)/.exec(line)?.[0] ?? []);
  assert.deepEqual(shape(english), shape(dutch));
  const keys = (page) => rows(page).map(([key]) => key);
  assert.deepEqual(keys(english), keys(dutch));
  const links = (page) => [...page.matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link.replace('-en.svg', '.svg').replace('deed.nl', '')).filter((link) => !/^(README|SECURITY|CONTRIBUTING|DESIGN)/.test(link)).sort();
  assert.deepEqual(links(english), links(dutch));
  // What differs in code is words, the language asked for, and the names of files.
  const bare = (code) => code.replace(/ --lang en| lang="en"| data-lang="en"|&amp;lang=en/g, '').replace(/>[^<>]+</g, '><').replace(/ title="[^"]*"/, '').replace(/ > \S+\.(svg|html|csv)|--out (grafieken|charts)/g, '');
  for (const language of ['html', 'css', 'sh', 'csv', 'toml']) assert.deepEqual(blocks(english, language).map(bare), blocks(dutch, language).map(bare), language);
});

test('every tag in it is drawn', () => {
  initSync({ module: readFileSync(new URL('pkg/tools_bg.wasm', ROOT)) });
  const tags = readmes.flatMap(([, readme]) => [...readme.matchAll(/<kansrijke-start ([^>]+)>/g)]).map(([, attributes]) =>
    Object.fromEntries([...attributes.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])));
  assert.ok(tags.length >= 12);
  for (const attributes of tags) {
    // It pins files, and is no attribute that a figure is drawn by.
    const named = Object.keys(attributes).filter((name) => name !== 'data-integrity');
    for (const name of named) assert.ok(element.attributes.some((known) => known.name === name), name);
    const { indicator, region } = attributes;
    const json = (file) => JSON.parse(text(`pkg/data/${file}.json`));
    // A tag without an indicator is a story, which is put together with its place.
    const data = read(indicator ? json(`indicator/${indicator}`) : { ...json('story'), place: json(`region/${region.toLowerCase()}`) }, {});
    // Amid text there is no picture.
    const isText = ['value', 'sentence'].includes(attributes.view);
    if (isText) assert.ok(draw(data, { ...attributes, width: 640 }));
    else assert.match(draw(data, { ...attributes, width: 640, form: 'Svg' }).text, /^<svg /);
  }
});

test('the picture is the one that the core draws', () => {
  const asked = { indicator: 'tienermoeders', region: 'Utrecht', view: 'trend' };
  const data = read(JSON.parse(text('pkg/data/indicator/tienermoeders.json')), {});
  for (const [name, readme] of readmes) {
    const { lang, picture } = READMES[name];
    const command = `draw --indicator ${asked.indicator} --region ${asked.region} --view ${asked.view}${lang} --format svg`;
    assert.ok(readme.includes(`cargo run -- ${command}`));
    const drawn = `${draw(data, { ...asked, lang: lang ? 'en' : 'nl', width: 640, form: 'Svg' }).text}\n`;
    assert.ok(text(picture) === drawn, `make it again: cargo run -- ${command} > ${picture}`);
  }
});

test('the attributes, the properties and the codes in its tables are all there are', () => {
  for (const [, readme] of readmes) complete(rows(readme));
});

const complete = (table) => {
  const names = table.map(([name]) => name);
  const between = (first, count) => names.slice(names.indexOf(first), names.indexOf(first) + count).sort();
  const attributes = element.attributes.map(({ name }) => name).sort();
  assert.deepEqual(between('indicator', attributes.length), attributes);
  const properties = element.cssProperties.map(({ name }) => name).sort();
  assert.deepEqual(between('--kansrijke-start-own-color', properties.length), properties);
  const union = /type FailureCode =([^;]*);/.exec(text('pkg/kansrijke-start.d.ts'))[1];
  const codes = [...union.matchAll(/'([^']+)'/g)].map(([, code]) => code).sort();
  assert.deepEqual(between('attribute-invalid', codes.length), codes);
  for (const { name, default: value } of element.attributes) {
    if (value) assert.equal(table.find(([row]) => row === name)[1][1], `\`${value}\``, name);
  }
};

test('the commands exist', () => {
  const help = execFileSync('cargo', ['xtask', '--help'], { cwd: fileURLToPath(ROOT), encoding: 'utf8' });
  const commands = [...help.split('Commands:')[1].matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name);
  const named = new Set([...`${readmes}${documents['CONTRIBUTING.md']}`.matchAll(/cargo xtask (\w+)/g)].map(([, name]) => name));
  assert.deepEqual([...named].sort(), commands.sort());
});

test('links within the project lead somewhere', () => {
  for (const [name, page] of [...readmes, ...Object.entries(documents)]) {
    const links = [...page.matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link).filter((link) => !link.includes('://'));
    assert.ok(links.length || name === 'SECURITY.md', name);
    for (const link of links) {
      const [file, anchor] = link.split('#');
      assert.ok(existsSync(new URL(file || name, ROOT)), `${name}: ${link}`);
      if (!anchor || file.endsWith('.html')) continue;
      const heads = [...(file ? text(file) : page).matchAll(/^#+ (.*)$/gm)]
        .map(([, head]) => head.toLowerCase().replaceAll(' ', '-').replace(/[^a-z0-9-]/g, ''));
      assert.ok(heads.includes(anchor), `${name}: ${link}`);
    }
  }
});

test('files that the documents for developers name are there', () => {
  // Those that a reader of a recipe makes.
  const made = ['src/chart/waffle.rs', 'src/text/xx.rs'];
  for (const [name, page] of Object.entries(documents)) {
    const named = [...page.matchAll(/`((?:src|www|pkg|tests|xtask)\/[\w./-]+)`/g)].map(([, path]) => path);
    assert.ok(named.length, name);
    for (const path of named) assert.ok(made.includes(path) || existsSync(new URL(path, ROOT)), `${name}: ${path}`);
  }
});

test('the examples for journalists print what stands under them', () => {
  for (const [, readme] of readmes) {
    const [examples, printed] = [blocks(readme, 'js'), blocks(readme, 'text')];
    assert.equal(examples.length, 2);
    examples.forEach((code, nth) => assert.equal(run(code, './'), printed[nth]));
  }
});

test('the figures of one\'s own in it are in order', async () => {
  const { load } = await import('../../pkg/kansrijke-start.js');
  for (const [name, readme] of readmes) {
    const { own, said } = READMES[name];
    const [code] = blocks(readme, 'javascript').filter((block) => block.includes('data: ['));
    const options = code.slice(code.indexOf(own) + own.length, code.indexOf('\n});') + 2);
    const figures = await load(new Function(`return ${options}`)());
    assert.match(figures.describe(), said);
  }
});

test('the example of the package runs by the package\'s own name', () => {
  assert.match(run(blocks(packageReadme, 'js')[0], 'pkg/'), /^3\.613732182\n\{ value: 0\.15, lower: 0\.107\d+, upper: 0\.206\d+ \}\n$/);
});
