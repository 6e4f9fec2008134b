// SPDX-License-Identifier: EUPL-1.2
// The rooms of the scripts: each stands on its own and on what they share.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const WWW = new URL('../../www/', import.meta.url);
const rooms = readdirSync(WWW, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const scripts = rooms.flatMap((room) => readdirSync(new URL(`${room}/`, WWW))
  .filter((name) => name.endsWith('.js')).map((name) => ({ room, address: new URL(`${room}/${name}`, WWW) })));

test('a script imports from its own room and from shared/', () => {
  let count = 0;
  for (const { room, address } of scripts) {
    for (const [, name] of readFileSync(address, 'utf8').matchAll(/ from '(\.[^']+)'/g)) {
      const { href } = new URL(name, address);
      const [other] = href.slice(WWW.href.length).split('/');
      assert.ok(existsSync(new URL(href)), `${address}: ${name}`);
      assert.ok(other === room || other === 'shared', `${address} imports from ${other}/`);
      count += 1;
    }
  }
  assert.ok(count > 20, `only ${count} imports`);
});

test('what is shared is used by more than one room', () => {
  for (const { room, address } of scripts.filter((script) => script.room === 'shared')) {
    const name = address.href.split('/').at(-1);
    const uses = (script) => readFileSync(script.address, 'utf8').includes(`from '${script.room === room ? '.' : '../shared'}/${name}'`);
    const users = new Set(scripts.filter(uses).map((script) => script.room));
    assert.ok(users.size > 1, `${name} is used in one room only: ${[...users]}`);
  }
});
