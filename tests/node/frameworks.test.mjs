// SPDX-License-Identifier: EUPL-1.2
// The package in the hands of others: bundlers, frameworks that write the page on a server and take it
// over in the browser, and a notebook of another origin. Vite and esbuild bundle it in
// tests/browser/package.rs.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { browse, serve } from './chromium.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const tools = createRequire(join(ROOT, 'xtask/package.json'));
const PACKAGES = ['react', 'react-dom', 'vue', 'svelte'];

const folder = mkdtempSync(join(tmpdir(), 'kansrijke-start-frameworks-'));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(join(ROOT, 'pkg'), join(folder, 'node_modules/kansrijke-start'));
for (const name of PACKAGES) symlinkSync(join(ROOT, 'xtask/node_modules', name), join(folder, 'node_modules', name));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

const pages = new Map();
let site;
let other;
let browser;
before(async () => {
  [site, other, browser] = await Promise.all([serve(pages, { '/built/': folder }), serve(new Map()), browse()]);
});
after(async () => {
  await Promise.all([browser.close(), site.close(), other.close()]);
  rmSync(folder, { recursive: true });
});

const write = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** Asks until there is an answer. */
async function until(expression) {
  for (const start = Date.now(); Date.now() - start < 20_000;) {
    const answer = await browser.ask(`return ${expression}`);
    if (answer) return answer;
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
  return assert.fail(`${expression}; the console: ${JSON.stringify(await browser.console())}`);
}

/** What the console complains of. */
const complaints = async () => (await browser.console()).map(({ message }) => message).filter((said) => !said.includes('favicon'));

/** Opens a page with this body and script. */
async function open(path, body, script) {
  pages.set(path, `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Proef</title><h1>Proef</h1><h2>Cijfers</h2>${body}<script type="module" src="${script}"></script></html>`);
  await browser.console();
  await browser.open(`${site.address}${path}`);
}

const SHADOW = "document.querySelector('kansrijke-start')?.shadowRoot";
const HEADING = `${SHADOW}?.querySelector('.figure :is(h2, h3)')?.textContent`;

/** A script with a chart that it draws, and an element with something to choose. */
const MAIN = `import { draw } from 'kansrijke-start';
const chart = await draw('#here', { indicator: 'tienermoeders', region: 'Utrecht', view: 'trend', src: '/pkg/data/' });
document.body.dataset.said = chart.describe();
`;
const BODY = '<kansrijke-start indicator="tienermoeders" region="Leiden" controls src="/pkg/data/"></kansrijke-start><div id="here"></div>';

/** A bundle draws, lets a reader choose, and is quiet. */
async function draws(name, script) {
  await open(`/${name}`, BODY, script);
  assert.match(await until('document.body.dataset.said'), /^In Utrecht hadden 3,6 van de 1\.000/);
  assert.match(await until(HEADING), /^Leiden: /);
  // What comes after the picture is a file of its own.
  await until(`${SHADOW}.querySelector('[role=combobox]')`);
  assert.deepEqual(await complaints(), [], name);
}

test('webpack bundles it, with its cores', async () => {
  const webpack = tools('webpack');
  const path = join(folder, 'webpack');
  const built = await new Promise((resolve, reject) => {
    const options = { mode: 'development', devtool: false, context: folder, entry: write('main.js', MAIN), output: { path }, experiments: { topLevelAwait: true } };
    webpack(options, (error, stats) => error ? reject(error) : resolve(stats));
  });
  assert.deepEqual([...built.compilation.errors, ...built.compilation.warnings].map(({ message }) => message), []);
  const files = built.toJson({ assets: true }).assets.map(({ name }) => name);
  assert.equal(files.filter((name) => name.endsWith('.wasm')).length, 14);
  await draws('webpack', '/built/webpack/main.js');
});

test('Rollup bundles it; the cores are put beside it', async () => {
  const { rollup } = await import(pathToFileURL(tools.resolve('rollup')));
  const warnings = [];
  const resolve = { name: 'packages', resolveId: (id) => id === 'kansrijke-start' ? join(ROOT, 'pkg/kansrijke-start.js') : null };
  const bundle = await rollup({ input: write('main.js', MAIN), plugins: [resolve], onwarn: (warning) => warnings.push(warning.message) });
  await bundle.write({ dir: join(folder, 'rollup'), format: 'es' });
  assert.deepEqual(warnings, []);
  for (const name of ['core_bg.wasm', 'tools_bg.wasm']) copyFileSync(join(ROOT, 'pkg', name), join(folder, 'rollup', name));
  await draws('rollup', '/built/rollup/main.js');
});

/** What every framework is given, as attributes. */
const GIVEN = { indicator: 'tienermoeders', region: 'GM0344', 'heading-level': '2', src: '/pkg/data/' };
const MARKUP = /<kansrijke-start indicator="tienermoeders" region="GM0344" heading-level="2" src="\/pkg\/data\/">/;

/** What frameworks ask a bundler: React for its checks, Vue for those of what is taken over. */
const FLAGS = { 'process.env.NODE_ENV': '"development"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true' };

/** Bundles what takes a page over, without our package, which the site has. */
async function client(name, text) {
  const { build } = tools('esbuild');
  const options = { entryPoints: [write(`${name}-client.js`, text)], bundle: true, format: 'esm', outfile: join(folder, `${name}-built.js`), logLevel: 'error',
    alias: { 'kansrijke-start': '/pkg/kansrijke-start.js' }, external: ['/pkg/*'], define: FLAGS };
  await build(options);
  return `/built/${name}-built.js`;
}

/** The page that a server wrote is taken over, draws, and follows what the page is told. */
async function hydrates(name, markup, script) {
  assert.match(markup, MARKUP);
  await open(`/${name}`, `<div id="app">${markup}</div>`, await client(name, script));
  assert.match(await until(HEADING), /^Utrecht: /);
  // The element is the one that the server wrote.
  await until("document.body.dataset.done && document.querySelectorAll('kansrijke-start').length === 1");
  await browser.ask('window.go("GM0363")');
  await until(`${HEADING}?.startsWith('Amsterdam: ')`);
  assert.equal(await browser.ask("return document.querySelector('kansrijke-start').getAttribute('region')"), 'GM0363');
  assert.deepEqual(await complaints(), [], name);
}

test('React 19 writes it on a server and takes it over', async () => {
  write('react-app.js', `import 'kansrijke-start';
    import { createElement, useEffect, useState } from 'react';
    export default function App() {
      const [region, go] = useState('${GIVEN.region}');
      useEffect(() => { window.go = go; document.body.dataset.done = true; }, []);
      return createElement('kansrijke-start', { ...${JSON.stringify(GIVEN)}, region });
    }`);
  write('react-server.js', `import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import App from './react-app.js';
    export default () => renderToString(createElement(App));`);
  const { default: render } = await import(pathToFileURL(join(folder, 'react-server.js')));
  await hydrates('react', render(), `import { createElement } from 'react';
    import { hydrateRoot } from 'react-dom/client';
    import App from './react-app.js';
    hydrateRoot(document.querySelector('#app'), createElement(App), { onRecoverableError: (error) => console.error(error.message) });`);
});

test('Vue 3 writes it on a server and takes it over', async () => {
  write('vue-app.js', `import 'kansrijke-start';
    import { createSSRApp, h, onMounted, ref } from 'vue';
    export default () => createSSRApp({
      setup() {
        const region = ref('${GIVEN.region}');
        onMounted(() => { window.go = (code) => { region.value = code; }; document.body.dataset.done = true; });
        return () => h('kansrijke-start', { ...${JSON.stringify(GIVEN)}, region: region.value });
      },
    });`);
  write('vue-server.js', `import { renderToString } from 'vue/server-renderer';
    import app from './vue-app.js';
    export default () => renderToString(app());`);
  const { default: render } = await import(pathToFileURL(join(folder, 'vue-server.js')));
  await hydrates('vue', await render(), "import app from './vue-app.js'; app().mount('#app');");
});

test('Svelte 5 writes it on a server and takes it over', async () => {
  const { compile } = await import(pathToFileURL(join(ROOT, 'xtask/node_modules/svelte/src/compiler/index.js')));
  const source = `<script>
    import 'kansrijke-start';
    import { onMount } from 'svelte';
    let region = $state('${GIVEN.region}');
    onMount(() => { window.go = (code) => { region = code; }; document.body.dataset.done = true; });
  </script>
  <kansrijke-start indicator="tienermoeders" {region} heading-level="2" src="/pkg/data/"></kansrijke-start>`;
  for (const generate of ['server', 'client']) write(`svelte-${generate}-app.js`, compile(source, { generate }).js.code);
  write('svelte-server.js', `import { render } from 'svelte/server';
    import App from './svelte-server-app.js';
    export default () => render(App).body;`);
  const { default: render } = await import(pathToFileURL(join(folder, 'svelte-server.js')));
  await hydrates('svelte', render(), `import { hydrate } from 'svelte';
    import App from './svelte-client-app.js';
    hydrate(App, { target: document.querySelector('#app') });`);
});

test('a notebook of another origin draws in a cell that it puts into the page later', async () => {
  const cell = `import { draw } from '${other.address}/pkg/kansrijke-start.js';
    const place = document.createElement('div');
    const chart = await draw(place, { indicator: 'tienermoeders', region: 'Utrecht' });
    document.body.append(place);
    document.body.dataset.html = chart.toHTML();
    document.body.dataset.rows = chart.findings({ regions: 'provinces', period: 2015 }).length;`;
  write('cell.js', cell);
  await open('/notebook', '', '/built/cell.js');
  assert.match(await until(HEADING), /^Utrecht: /);
  assert.equal(await until('document.body.dataset.rows'), '12');
  assert.match(await until('document.body.dataset.html'), /^<kansrijke-start indicator="tienermoeders" region="Utrecht">.*<figure /s);
  assert.deepEqual(await complaints(), []);
});
