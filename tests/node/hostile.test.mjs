// SPDX-License-Identifier: EUPL-1.2
// Files that would stop the core: each is refused, and what was loaded before goes on.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { test } from 'node:test';

/** The cores of this process; one that is made to stop never does anything again. */
const cores = { count: 0, stopping: undefined };
const { Instance } = WebAssembly;
WebAssembly.Instance = function (module, imports) {
  const { exports } = new Instance(module, imports);
  const nth = ++cores.count;
  let isDead = false;
  const guarded = Object.entries(exports).map(([name, member]) => [name, typeof member !== 'function' ? member : (...given) => {
    isDead ||= cores.stopping?.(name, nth) ?? false;
    if (isDead) throw new WebAssembly.RuntimeError('unreachable');
    return member(...given);
  }]);
  return { exports: Object.fromEntries(guarded) };
};

const { load, proportion } = await import('../../pkg/kansrijke-start.js');
const ROOT = new URL('../../pkg/data/', import.meta.url);
const file = () => JSON.parse(readFileSync(new URL('indicator/tienermoeders.json', ROOT), 'utf8'));
const ASKED = { indicator: 'tienermoeders', region: 'Utrecht' };

/** A list so many levels deep. */
const deep = (levels) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

test('a file that would stop the core is refused, and others go on', async () => {
  const figures = await load(ASKED);
  const before = figures.describe();
  const given = file();
  const { dimension, extension } = given;
  const names = (prefix, count) => Array.from({ length: count }, (_, nth) => `${prefix}${nth}`);
  const axis = (name, codes) => ({ ...dimension, [name]: { category: { index: codes } } });
  const [definition] = extension.definitions;
  const rows = {
    'a value nested deep': { ...given, value: deep(6000) },
    'a label nested deep': { ...given, dimension: { ...dimension, region: { category: { ...dimension.region.category, label: { GM0344: deep(6000) } } } } },
    'cells without end': { ...given, size: [1, 2, 1000, 100_000], dimension: { ...axis('region', names('GM', 1000)), period: { category: { index: names('', 100_000) } } }, value: {} },
    'too many regions': { ...given, size: [1, 2, 20_000, 1], dimension: axis('region', names('GM', 20_000)), value: {} },
    'a long name': { ...given, extension: { ...extension, definitions: [{ ...definition, name: { nl: 'x'.repeat(1e6), en: 'x' } }] } },
    'a threshold that is none': { ...given, extension: { ...extension, threshold: 'geen' } },
  };
  for (const [row, data] of Object.entries(rows)) {
    await assert.rejects(load({ ...ASKED, data }), ({ code, hint }) => {
      assert.equal(code, 'data-malformed', `${row}: ${hint}`);
      assert.ok(hint.length < 3000, `${row}: ${hint.length}`);
      return true;
    }, row);
  }
  assert.equal(figures.describe(), before);
  // What nobody reads may be as deep as it likes.
  const odd = await load({ ...ASKED, data: { ...given, 'x-note': deep(6000) } });
  assert.equal(odd.describe(), before);
  assert.equal(cores.count, 1, 'no core had to stop');
});

test('a core that stopped is replaced, for all that it read', async () => {
  const figures = await load(ASKED);
  const before = figures.describe();
  for (const name of ['read', 'draw']) {
    const at = cores.count;
    cores.stopping = (called, nth) => called === name && nth === at;
    const task = name === 'read' ? load({ ...ASKED, data: file() }) : (async () => figures.describe())();
    await assert.rejects(task, ({ code }) => code === 'data-malformed');
    assert.equal(cores.count, at + 1);
    assert.equal(figures.describe(), before);
    assert.equal((await load({ ...ASKED, data: file() })).describe(), before);
    assert.equal(proportion(81, 263).value, 81 / 263);
    assert.equal(cores.count, at + 1);
  }
});

test('an address that is none is an error like any other', async () => {
  for (const src of ['http://[', 'javascript:alert(1)', 'data:,']) {
    await assert.rejects(load({ ...ASKED, src }), { code: 'data-unreachable' });
  }
  await assert.rejects(load({ ...ASKED, indicator: '\ud800' }), { code: 'attribute-invalid' });
});

test('figures that another host answers with are not taken', async () => {
  const servers = [];
  const serve = async (answer) => {
    const server = createServer(answer);
    servers.push(server);
    await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
    return `http://127.0.0.1:${server.address().port}/`;
  };
  const other = await serve((_, response) => response.end(JSON.stringify(file())));
  const own = await serve(({ url }, response) => response.writeHead(302, {
    location: url.startsWith('/goto/') ? `${other}x.json` : '/goto/away',
  }).end());
  try {
    assert.match((await load({ ...ASKED, src: other })).describe(), /Utrecht/);
    await assert.rejects(load({ ...ASKED, src: `${own}goto/` }), ({ code, hint }) => code === 'data-unreachable' && hint.includes('127.0.0.1'));
    await assert.rejects(load({ ...ASKED, src: own }), { code: 'data-unreachable' });
  } finally {
    servers.forEach((server) => server.closeAllConnections() ?? server.close());
  }
});
