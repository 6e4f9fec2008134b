// SPDX-License-Identifier: EUPL-1.2
// Whether a forge reads what is written for it: GitHub's own parser of workflows, and GitLab's JSON
// schema, which gitlab-ci-local carries.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGES = new URL('../../xtask/', import.meta.url);
export const require = createRequire(new URL('package.json', PACKAGES));

/** GitHub's parser of workflows, as one file: it imports JSON in a way that not every Node.js knows. */
const parser = (folder) => {
  const { buildSync } = require('esbuild');
  const outfile = join(mkdtempSync(join(folder, 'github-')), 'parser.cjs');
  buildSync({ stdin: { contents: "export * from '@actions/workflow-parser'", resolveDir: fileURLToPath(PACKAGES) }, bundle: true, format: 'cjs', platform: 'node', outfile, logLevel: 'error' });
  return require(outfile);
};

/** What GitHub finds wrong in a workflow; a folder for what this needs. */
export const github = (content, folder) => {
  const { parseWorkflow, NoOperationTraceWriter } = parser(folder);
  return parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter()).context.errors.getErrors().map(({ message }) => message);
};

/** How gitlab-ci-local ends with a pipeline, and what it says; a folder for what this needs. */
export const gitlab = (content, folder) => {
  const compatible = join(folder, 'union.mjs');
  writeFileSync(compatible, 'Set.prototype.union ??= function (other) { return new Set([...this, ...other]); };');
  const cwd = mkdtempSync(join(folder, 'gitlab-'));
  writeFileSync(join(cwd, '.gitlab-ci.yml'), content);
  execFileSync('git', ['init', '-q'], { cwd });
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', compatible, require.resolve('gitlab-ci-local'), '--list-all'], { cwd, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
};
