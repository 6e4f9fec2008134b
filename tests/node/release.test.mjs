// SPDX-License-Identifier: EUPL-1.2
// What makes a release on a forge: both read it, it may do no more than it must, and it runs what is
// pinned. What the commands themselves do is tested beside them in xtask.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { github, gitlab, require } from './pipelines.mjs';

const folder = mkdtempSync(join(tmpdir(), 'release-'));
after(() => rmSync(folder, { recursive: true }));

const text = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const GITHUB = text('.github/workflows/release.yml');
const GITLAB = text('.gitlab-ci.yml');
/** The reader of YAML that GitHub's parser brings. */
const { parse } = require('yaml');
const workflow = parse(GITHUB);
const jobs = Object.entries(workflow.jobs);

test('GitHub reads the workflow', () => {
  assert.deepEqual(github(GITHUB, folder), []);
  assert.ok(github(GITHUB.replace('runs-on', 'runs-off'), folder).length);
});

test('GitLab reads the pipeline', () => {
  const right = gitlab(GITLAB, folder);
  assert.equal(right.status, 0, right.said);
  assert.match(right.said, /json schema validated/);
  assert.match(gitlab(GITLAB.replace('allow_failure', 'allow_falure'), folder).said, /allow_falure/);
});

test('what others made is pinned to its commit, with its version beside it', () => {
  const used = [...GITHUB.matchAll(/uses: (.*)/g)].map(([, action]) => action);
  assert.ok(used.length >= 5);
  for (const action of used) assert.match(action, /^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  // One commit for each of them.
  assert.equal(new Set(used).size, new Set(used.map((action) => action.split('@')[0])).size);
  for (const [, image] of GITLAB.matchAll(/image: (.*)/g)) assert.match(image, /[:-]v?\d/);
});

test('each job may do what it must and no more', () => {
  assert.deepEqual(workflow.permissions, {});
  const rights = Object.fromEntries(jobs.map(([name, { permissions }]) => [name, permissions]));
  assert.deepEqual(rights, { files: { contents: 'read' }, program: { contents: 'read' }, page: { contents: 'write' }, npm: { 'id-token': 'write' } });
  for (const [name, { steps, 'timeout-minutes': minutes }] of jobs) {
    assert.ok(minutes <= 60, name);
    for (const step of steps) {
      if (step.uses?.startsWith('actions/checkout')) assert.equal(step.with['persist-credentials'], false, name);
      // What somebody may choose, such as the name of a tag, comes as a variable of the shell.
      if (step.run) assert.doesNotMatch(step.run, /\$\{\{/, name);
    }
  }
});

test('both make the release of their tag with the one command, and give npm its proof', () => {
  assert.ok(GITHUB.includes('cargo xtask release "${GITHUB_REF_NAME#v}" --repository'));
  assert.ok(GITLAB.includes('cargo xtask release "${CI_COMMIT_TAG#v}" --repository'));
  assert.deepEqual(workflow.on, { push: { tags: ['v[0-9]+.[0-9]+.[0-9]+*'] } });
  for (const system of ['macos', 'windows']) {
    assert.ok(workflow.jobs.program.strategy.matrix.system.some((name) => name.startsWith(system)), system);
    assert.match(GITLAB, new RegExp(`program for ${system}:`, 'i'));
  }
  for (const pipeline of [GITHUB, GITLAB]) assert.match(pipeline, /npm publish .*kansrijke-start-\*\.tgz --provenance/);
});
