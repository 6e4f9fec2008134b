// SPDX-License-Identifier: EUPL-1.2
// publiccode.yml by the rules of its standard (0.7), but for what only the owner of a published
// repository can fill in, which it names.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { require } from './pipelines.mjs';

const { parse } = require('yaml');
const text = readFileSync(new URL('../../publiccode.yml', import.meta.url), 'utf8');
const file = parse(text);

/** Of each value: whether it must be there, and what it may be. */
const one = (...words) => (value) => words.includes(value);
const each = (holds) => (list) => Array.isArray(list) && list.length > 0 && list.every(holds);
const address = (value) => URL.canParse(value);
const short = (value) => typeof value === 'string' && value.length > 0 && value.length <= 150 && !value.includes('\n');
const long = (value) => value.length >= 150 && value.length <= 10_000;
const RULES = {
  publiccodeYmlVersion: [true, one('0.7')],
  name: [true, short],
  platforms: [true, each(one('web', 'windows', 'mac', 'linux', 'ios', 'android'))],
  categories: [false, each(one('data-visualization', 'data-analytics'))],
  developmentStatus: [true, one('concept', 'development', 'beta', 'stable', 'obsolete')],
  softwareType: [true, one('addon', 'library', 'standalone/web')],
  softwareVersion: [false, short],
  releaseDate: [false, (value) => /^\d{4}-\d\d-\d\d$/.test(value)],
  supports: [false, each(({ id, ...rest }) => address(id) && !Object.keys(rest).length)],
  intendedAudience: [false, ({ countries, scope }) => each((code) => /^[A-Z]{2}$/.test(code))(countries)
    && each(one('local-authorities', 'healthcare', 'welfare', 'government'))(scope)],
  description: [true, (languages) => Object.entries(languages).every(([language, { localisedName, shortDescription, longDescription, features }]) =>
    /^[a-z]{2}$/.test(language) && short(localisedName) && short(shortDescription) && long(longDescription) && each(short)(features))],
  legal: [true, ({ license }) => license === 'EUPL-1.2'],
  maintenance: [true, ({ type }) => one('internal', 'contract', 'community', 'none')(type)],
  localisation: [true, ({ localisationReady, availableLanguages }) => localisationReady === true && each(one('nl', 'en'))(availableLanguages)],
};

test('it says what the standard asks, in its words', () => {
  for (const key of Object.keys(file)) assert.ok(key in RULES, `${key} is not among the keys of the standard`);
  for (const [key, [mandatory, holds]] of Object.entries(RULES)) {
    assert.ok(!mandatory || key in file, `${key} is missing`);
    assert.ok(!(key in file) || holds(file[key]), `${key}: ${JSON.stringify(file[key])}`);
  }
  // At least five features and at most twenty, the same in each language.
  const counts = Object.values(file.description).map(({ features }) => features.length);
  assert.ok(new Set(counts).size === 1 && counts[0] >= 5 && counts[0] <= 20, `${counts}`);
});

test('what only an owner knows is named at its place', () => {
  const mandatory = [...text.matchAll(/# owner: \(mandatory\) .*\n *# (\w+):/g)].map(([, key]) => key);
  assert.deepEqual(mandatory, ['url', 'contacts']);
  for (const key of ['landingURL', 'organisation', 'usedBy', 'mainCopyrightOwner', 'softwareVersion']) assert.match(text, new RegExp(`^ *# ${key}:$`, 'm'));
});
