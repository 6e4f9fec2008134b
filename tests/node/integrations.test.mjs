// SPDX-License-Identifier: EUPL-1.2
// What the packages for content systems say of themselves.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const ROOT = new URL('../../', import.meta.url);
const text = (path) => readFileSync(new URL(path, ROOT), 'utf8');
const integration = (path) => text(`pkg/integrations/${path}`);
const { version, license } = JSON.parse(text('pkg/package.json'));

test('their version is that of the package', () => {
  const told = {
    'wordpress/kansrijke-start/kansrijke-start.php': `\n * Version:           ${version}\n`,
    'wordpress/kansrijke-start/block.json': `"version": "${version}"`,
    'wordpress/kansrijke-start/editor.asset.php': `'version' => '${version}'`,
    'drupal/kansrijke_start/kansrijke_start.info.yml': `\nversion: '${version}'\n`,
    'python/pyproject.toml': `\nversion = "${version}"\n`,
  };
  for (const [file, line] of Object.entries(told)) assert.ok(integration(file).includes(line), file);
});

test('their licence is that of the package', () => {
  assert.match(integration('wordpress/kansrijke-start/kansrijke-start.php'), new RegExp(`\\* License: +${license}\n`));
  assert.match(integration('python/pyproject.toml'), new RegExp(`\nlicense = "${license}"\n`));
  for (const folder of ['wordpress', 'drupal', 'python']) assert.ok(integration(`${folder}/README.md`).includes(license), folder);
});
