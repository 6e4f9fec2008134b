// SPDX-License-Identifier: EUPL-1.2
// What the files of the package say of one another, and what its modules do. What it declares of the
// element is held against the element in tests/browser/declared.rs.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { draw, initSync, read } from '../../pkg/core.js';

const ROOT = new URL('../../', import.meta.url);
const text = (path) => readFileSync(new URL(path, ROOT), 'utf8');
const json = (path) => JSON.parse(text(path));

const manifest = json('pkg/package.json');
const elements = json('pkg/custom-elements.json');
const types = text('pkg/kansrijke-start.d.ts');

const [{ declarations, exports: exported }] = elements.modules;
const element = declarations.find(({ customElement }) => customElement);

/** What stands between quotes. */
const quoted = (code, quote = "'") => [...code.matchAll(new RegExp(`${quote}([^${quote}]*)${quote}`, 'g'))].map(([, word]) => word);
const found = (source, pattern) => {
  const match = pattern.exec(source);
  assert.ok(match, `${pattern} finds nothing`);
  return match[1];
};

initSync({ module: readFileSync(new URL('pkg/tools_bg.wasm', ROOT)) });
const data = read(json('pkg/data/indicator/tienermoeders.json'), {});
/** The figure of Utrecht with these attributes, as the core gives it to the element. */
const drawn = (attributes) => draw(data,
  { indicator: 'tienermoeders', region: 'Utrecht', ...attributes, width: 640, language: 'nl', id: 'proef', form: 'Figure' }).text;

/** The members of the types' interface of attributes: name, whether it may be absent, type. */
const typed = [...found(types, /interface KansrijkeStartAttributes \{([^}]*)\}/).matchAll(/^ {2}'?([a-z-]+)'?(\??): ([^;]+);/gm)]
  .map(([, name, optional, type]) => ({ name, optional: optional === '?', type }));

test('the version is that of Cargo.toml', () => {
  assert.equal(manifest.version, found(text('Cargo.toml'), /\[workspace\.package\]\nversion = "([^"]+)"/));
});

test('the figures and every core say the version that made them', async () => {
  assert.equal(json('pkg/data/index.json').extension.program, manifest.version);
  const modules = readdirSync(new URL('pkg/', ROOT)).filter((name) => name.endsWith('.wasm'));
  assert.equal(modules.length, 14);
  for (const name of modules) {
    const [said] = WebAssembly.Module.customSections(await WebAssembly.compile(readFileSync(new URL(`pkg/${name}`, ROOT))), 'version');
    assert.equal(new TextDecoder().decode(said), manifest.version, name);
  }
});

test('what names no file serves the script: that is what a page asks of a content delivery network', () => {
  for (const field of ['unpkg', 'jsdelivr']) assert.equal(`./${manifest[field]}`, manifest.exports['.'].default, field);
});

test('the licence is one and the same', () => {
  assert.equal(manifest.license, found(text('Cargo.toml'), /\nlicense = "([^"]+)"/));
  assert.match(text('publiccode.yml'), new RegExp(`^ {2}license: ${manifest.license}$`, 'm'));
  const licence = text('LICENSE');
  assert.match(licence, /^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  assert.deepEqual([...licence.matchAll(/^(\d+)\./gm)].map(([, number]) => Number(number)),
    Array.from({ length: 15 }, (_, nth) => nth + 1));
  assert.match(licence, /\n *Appendix\n/);
});

test('the changelog opens with what is not released yet, and names the version of Rust', () => {
  const changelog = text('CHANGELOG.md');
  assert.equal(found(changelog, /^## (.*)$/m), '[Unreleased]');
  assert.ok(changelog.includes(`Rust ${found(text('rust-toolchain.toml'), /channel = "([^"]+)"/)}`));
});

test('every file that the package names is there after the build', () => {
  const named = [manifest.types, manifest.customElements, ...manifest.sideEffects, ...manifest.files,
    ...Object.values(manifest.exports).flatMap((target) => typeof target === 'string' ? target : Object.values(target)),
    ...elements.modules.map(({ path }) => path), elements.readme];
  for (const path of named) {
    const file = path.replace(/^\.\//, '').replace('*', 'index.json');
    assert.ok(existsSync(new URL(`pkg/${file}`, ROOT)), path);
  }
  assert.deepEqual(Object.keys(manifest.exports['.']), ['types', 'default'], 'types come first, or are not found');
});

test('every file of the folder is packed and listed in its README, and a core answers to its name', () => {
  const always = ['package.json', 'README.md', 'LICENSE'];
  const readme = text('pkg/README.md');
  for (const entry of readdirSync(new URL('pkg/', ROOT), { withFileTypes: true })) {
    const { name } = entry;
    const file = entry.isDirectory() ? `${name}/` : name;
    // Packages for content systems are no part of what a host copies.
    if (name === 'integrations') assert.ok(!manifest.files.some((packed) => packed.startsWith(name)), 'the npm package grows');
    else if (!always.includes(name)) {
      assert.ok(manifest.files.includes(file), `${file} is not packed`);
      const listed = name.endsWith('.d.ts') ? '.d.ts' : file;
      assert.ok(readme.includes(`\`${listed}\``), `${file} is not listed`);
    }
    if (name.endsWith('_bg.wasm')) {
      // One module calls the cores of a family, in every language.
      const stem = name.replace(/(-en)?_bg\.wasm$/, '');
      assert.equal(manifest.exports[`./${name}`], `./${name}`);
      assert.deepEqual(manifest.exports[`./${stem}`], { types: `./${stem}.d.ts`, default: `./${stem}.js` });
    }
  }
});

test('manifest and types have the same attributes', () => {
  assert.deepEqual(typed.map(({ name }) => name).sort(), element.attributes.map(({ name }) => name).sort());
});

test('manifest and types allow the same words, and the core just these', () => {
  let count = 0;
  for (const { name, type } of typed) {
    const { type: { text: declared } } = element.attributes.find((attribute) => attribute.name === name);
    const words = quoted(declared);
    if (!words.length) continue;
    if (type !== 'string') assert.equal(declared, type, name);
    // What the core answers to a word that it does not know.
    const hint = `Bij ${name} mag staan: ${words.join(', ')}.`;
    assert.throws(() => drawn({ [name]: 'zomaar' }), { code: 'attribute-invalid', hint });
    count += 1;
  }
  assert.ok(count >= 6, `only ${count} attributes`);
});

test('what must be there is required, and the defaults are those of the core', () => {
  assert.deepEqual(typed.filter(({ optional }) => !optional).map(({ name }) => name), ['indicator', 'region']);
  const defaults = Object.fromEntries(element.attributes.flatMap(({ name, default: value }) => value ? [[name, value]] : []));
  // Another value, with which another figure is drawn.
  const others = { compare: 'PV26', view: 'trend', heading: 'name', 'heading-level': '2', details: 'open' };
  for (const [name, value] of Object.entries(defaults)) {
    assert.equal(drawn({ [name]: value }), drawn({}), name);
    if (name in others) assert.notEqual(drawn({ [name]: others[name] }), drawn({}), name);
    // How a figure looks and when it is fetched is the script's: the first word is the default.
    else assert.equal(quoted(element.attributes.find((attribute) => attribute.name === name).type.text)[0], value, name);
  }
  assert.deepEqual(Object.keys(defaults).sort(), [...Object.keys(others), 'map', 'theme'].sort());
});

test('manifest and types have the same events', () => {
  const map = found(types, /interface KansrijkeStartEventMap \{([^}]*)\}/);
  assert.deepEqual([...map.matchAll(/^ {2}'([a-z-]+)': ([^;]+);/gm)].map(([, name, type]) => [name, type]).sort(),
    element.events.map(({ name, type }) => [name, type.text]).sort());
});

test('manifest and types have the same tag', () => {
  assert.equal(exported.find(({ kind }) => kind === 'custom-element-definition').name, element.tagName);
  assert.ok(types.includes(`    '${element.tagName}': KansrijkeStartElement;`));
});

test('manifest and types have the same properties, each of an attribute', () => {
  const declared = found(types, /interface KansrijkeStartElement extends HTMLElement \{([^}]*)\}/);
  const properties = [...declared.matchAll(/^ {2}set (\w+)\(/gm)].map(([, name]) => name);
  assert.deepEqual(element.members.map(({ name }) => name), properties);
  // The language of an element is every element's.
  assert.deepEqual(element.members.map(({ attribute }) => attribute), element.attributes.map(({ name }) => name).filter((name) => name !== 'lang'));
  for (const { name, attribute, reflects } of element.members) {
    assert.equal(name, attribute.replace(/-(.)/, (_, letter) => letter.toUpperCase()));
    assert.ok(reflects, name);
  }
});

test('the script is imported without a page, and exports what the types and the manifest say', async () => {
  const before = Object.keys(globalThis);
  const module = await import('../../pkg/kansrijke-start.js');
  assert.deepEqual(Object.keys(globalThis), before);
  const names = Object.keys(module).sort();
  for (const name of ['compare', 'funnelLimits', 'proportion', 'rate', 'recentTrend']) assert.equal(typeof module[name], 'function');
  assert.deepEqual([...types.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name).sort(), names);
  assert.deepEqual(exported.filter(({ kind }) => kind === 'js').map(({ name }) => name).sort(), names);
  assert.equal(module.version, manifest.version);
});

test('the package answers to its names', async () => {
  // A package may import itself by name; this one stands in pkg/.
  const { createRequire } = await import('node:module');
  const resolve = createRequire(new URL('pkg/package.json', ROOT)).resolve;
  const file = (name) => new URL(`file://${resolve(name)}`).href.replace(ROOT.href, '');
  assert.equal(file('kansrijke-start'), 'pkg/kansrijke-start.js');
  assert.equal(file('kansrijke-start/core'), 'pkg/core.js');
  assert.equal(file('kansrijke-start/core_bg.wasm'), 'pkg/core_bg.wasm');
  assert.equal(file('kansrijke-start/data/indicator/big2.json'), 'pkg/data/indicator/big2.json');
  assert.throws(() => resolve('kansrijke-start/README.md'), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
});
