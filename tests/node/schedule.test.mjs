// SPDX-License-Identifier: EUPL-1.2
// The examples of a scheduled run in pkg/README.md: GitHub's own parser reads the one workflow,
// GitLab's JSON schema (which gitlab-ci-local carries) the other, systemd-analyze the units where
// there is one, and what they run is run.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { github, gitlab } from './pipelines.mjs';

const folder = mkdtempSync(join(tmpdir(), 'schedule-'));
after(() => rmSync(folder, { recursive: true }));

const page = readFileSync(new URL('../../pkg/README.md', import.meta.url), 'utf8');

/** The first block of code below the name of a file. */
const block = (name) => page.slice(page.indexOf(`\`${name}\``)).match(/\n```\w+\n([^]*?)\n```\n/)[1];

const SERVICE = block('/etc/systemd/system/kansrijke-start.service');
const TIMER = block('/etc/systemd/system/kansrijke-start.timer');
const GITHUB = block('.github/workflows/cijfers.yml');
const GITLAB = block('.gitlab-ci.yml');

test('the workflow for GitHub is one', () => {
  assert.deepEqual(github(GITHUB, folder), []);
  assert.equal(github(GITHUB.replace('runs-on', 'runs-off'), folder).length > 0, true);
});

test('the workflow for GitLab is one', () => {
  const right = gitlab(GITLAB, folder);
  assert.equal(right.status, 0, right.said);
  assert.match(right.said, /json schema validated/);
  const wrong = gitlab(GITLAB.replace('allow_failure', 'allow_falure'), folder);
  assert.notEqual(wrong.status, 0);
  assert.match(wrong.said, /allow_falure/);
});

test('systemd reads the service and the timer', (t) => {
  if (spawnSync('systemd-analyze', ['--version']).status !== 0) return t.skip('no systemd-analyze');
  const check = (service, timer) => {
    const unit = mkdtempSync(join(folder, 'units-'));
    // The program need not be installed here.
    writeFileSync(join(unit, 'kansrijke-start.service'), service.replace('/usr/local/bin/kansrijke-start', '/bin/true').replace('User=kansrijke-start\n', ''));
    writeFileSync(join(unit, 'kansrijke-start.timer'), timer);
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', join(unit, 'kansrijke-start.service'), join(unit, 'kansrijke-start.timer')], { encoding: 'utf8' });
    return { status, said: stderr.split('\n').filter((line) => line.includes(unit)).join('\n') };
  };
  assert.deepEqual(check(SERVICE, TIMER), { status: 0, said: '' });
  assert.match(check(SERVICE.replace('oneshot', 'onzin'), TIMER).said, /onzin/);
  const when = TIMER.match(/OnCalendar=(.*)/)[1];
  assert.equal(spawnSync('systemd-analyze', ['calendar', when]).status, 0);
});

test('the step for GitHub does by the exit code what it says', () => {
  const step = GITHUB.match(/ {8}run: \|\n((?: {10}.*\n)+)/)[1].replace(/^ {10}/gm, '');
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const [code, status, output] of [[0, 0, 'nieuw=ja\n'], [3, 0, 'nieuw=nee\n'], [1, 1, ''], [2, 2, '']]) {
    writeFileSync(join(bin, 'cargo'), `#!/bin/sh\nexit ${code}\n`);
    chmodSync(join(bin, 'cargo'), 0o755);
    const file = join(folder, `output-${code}`);
    writeFileSync(file, '');
    // From a socket, which is what Node.js makes of an input, bash reads the profile of who runs it.
    const stdio = ['ignore', 'pipe', 'pipe'];
    const run = spawnSync('bash', ['-e', '-c', step], { stdio, env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, GITHUB_OUTPUT: file } });
    assert.equal(run.status, status, `${code}: ${run.stderr}`);
    assert.equal(readFileSync(file, 'utf8'), output);
  }
});

test('every example asks for what the program knows', () => {
  for (const text of [SERVICE, GITHUB, GITLAB]) assert.match(text, / update .*--out data --lang nl --quiet/);
  assert.match(SERVICE, /SuccessExitStatus=3/);
});
