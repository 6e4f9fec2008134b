// SPDX-License-Identifier: EUPL-1.2
// What is typed wrong in a script: what can be read in one way is read so, and of the rest it is said
// what may have been meant.
import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { load } from '../../pkg/kansrijke-start.js';
import { heard } from './heard.mjs';

const USUAL = { indicator: 'tienermoeders', region: 'Utrecht' };

/** The code of the region of the figures that options ask for. */
const regionOf = async (options) => {
  const figures = await load({ ...USUAL, ...options });
  return figures.findings()[0].region;
};

test('what can be read in one way is read so, with a hint', async () => {
  for (const [region, code] of [['Gemeente Utrecht', 'GM0344'], ['0344', 'GM0344'], ['GM344', 'GM0344'], ['Su\u0301dwest Frysla\u0302n', 'GM1900'],
    ['\u2019s-Gravenhage', 'GM0518'], ['provincie Utrecht', 'PV26'], ['GGD Utrecht', 'GG2514']]) {
    const [found, said] = await heard(() => regionOf({ region }));
    assert.equal(found, code, region);
    assert.equal(said.length, 1, region);
    assert.ok(said[0].includes(`region="${code}"`), said[0]);
  }
  const [found, said] = await heard(() => regionOf({ indicator: 'Tienermoeders', compare: 'Den Haag, Rotterdam', view: 'compare' }));
  assert.equal(found, 'GM0344');
  assert.ok(said.some((text) => text.includes('indicator="tienermoeders"')), said.join('\n'));
  assert.ok(said.some((text) => text.includes('compare="GM0518,GM0599"')), said.join('\n'));
  assert.deepEqual((await heard(() => regionOf({})))[1], [], 'what is right is no reason for a hint');
});

test('a municipality that is no more is its successor, or says what became of it', async () => {
  const [found, said] = await heard(() => regionOf({ region: 'Haren' }));
  assert.equal(found, 'GM0014');
  assert.match(said[0], /region="GM0014"/);
  const figures = await load({ ...USUAL, region: 'Haaren' });
  assert.throws(() => figures.describe(), ({ code, message }) => code === 'region-unknown'
    && message.startsWith('Haaren ging in 2021 op in Boxtel, Oisterwijk, Tilburg en Vught.'));
});

test('what is not known says what may be meant', async () => {
  const figures = await load(USUAL);
  assert.throws(() => figures.describe({ region: 'Amersfort' }), { message: /Bedoelt u Amersfoort\?/ });
  assert.throws(() => figures.describe({ region: 'Bergen' }), { message: /Bergen \(NH\.\) en Bergen \(L\.\)/ });
  assert.throws(() => figures.describe({ period: '1999' }), { hint: /2010, 2011, 2012, 2013, 2014, 2015/ });
  await assert.rejects(load({ ...USUAL, indicator: 'tienermoeder' }), { code: 'indicator-unknown', hint: /indicator="tienermoeders"/ });
  await assert.rejects(load({ ...USUAL, view: 'kaart' }), { code: 'attribute-invalid', hint: /view="map"/ });
});

test('a folder without names, and rows of a page, are read by the names that they have', async () => {
  const rows = [{ region: 'Súdwest-Fryslân', period: 2020, numerator: 30, denominator: 200 }];
  const figures = await load({ name: 'Kinderen met een hond', source: 'Eigen onderzoek', data: rows });
  const [found] = await heard(() => figures.findings({ region: 'sudwest fryslan' }));
  assert.equal(found[0].name, 'Súdwest-Fryslân');
});

test('a page in the place of a file is called so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pagina-'));
  mkdirSync(join(folder, 'indicator'));
  writeFileSync(join(folder, 'indicator', 'tienermoeders.json'), '<!doctype html><title>Niet gevonden</title>');
  try {
    await assert.rejects(load({ ...USUAL, src: pathToFileURL(folder) }), ({ code, hint }) => code === 'data-unreachable' && hint.startsWith('Op dit adres staat een webpagina'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
