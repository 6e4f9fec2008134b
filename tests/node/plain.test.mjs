// SPDX-License-Identifier: EUPL-1.2
// The core as plain JavaScript, which comes where WebAssembly is off: it draws the same to the byte.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const SCRIPT = new URL('../../pkg/kansrijke-start.js', import.meta.url).href;

/** A view of each core, in both languages, and what else a figure can be. */
const ASKED = ['trend', 'compare', 'ranking', 'funnel', 'map', 'profile', 'heatmap', 'story']
  .flatMap((view) => ['nl', 'en'].map((lang) => ({ indicator: 'tienermoeders', region: 'Utrecht', view, lang })));

/** What a process of its own draws; with `isOff` it can compile nothing. */
function drawn(isOff) {
  const script = `
    if (${isOff}) WebAssembly.Module = class { constructor() { throw new Error('off'); } };
    const { load } = await import(${JSON.stringify(SCRIPT)});
    const all = [];
    for (const asked of ${JSON.stringify(ASKED)}) {
      const figures = await load(asked);
      all.push([figures.toSVG(), figures.toCSV(), figures.toHTML(), figures.describe()]);
    }
    const wrong = await load({ indicator: 'tienermoeders', region: 'Lutjebroek' });
    let failure;
    try {
      wrong.describe();
    } catch ({ code }) {
      failure = code;
    }
    process.stdout.write(JSON.stringify({ all, failure }));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8', maxBuffer: 1e9 });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

test('without WebAssembly the same is drawn, to the byte', () => {
  const [usual, plain] = [drawn(false), drawn(true)];
  assert.equal(usual.failure, 'region-unknown');
  assert.equal(plain.failure, 'region-unknown');
  ASKED.forEach((asked, nth) => {
    assert.ok(usual.all[nth][0].startsWith('<svg'), JSON.stringify(asked));
    assert.deepEqual(plain.all[nth], usual.all[nth], JSON.stringify(asked));
  });
});
