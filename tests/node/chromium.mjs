// SPDX-License-Identifier: EUPL-1.2
// Chromium for tests of Node.js, driven over WebDriver, and a server for what it opens.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

const ROOT = new URL('../../', import.meta.url);
const TYPES = {
  '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json',
  '.mjs': 'text/javascript', '.svg': 'image/svg+xml', '.wasm': 'application/wasm',
};

/**
 * Serves the project and pages of one's own, by their paths, and `folders` by the paths that they
 * stand at, to scripts of any origin; returns the address and what ends it.
 */
export async function serve(pages, folders = {}) {
  const server = createServer(async ({ url }, answer) => {
    const { pathname } = new URL(url, 'http://localhost');
    const page = pages.get(pathname);
    if (page !== undefined) {
      answer.writeHead(200, { 'content-type': TYPES['.html'] }).end(page);
      return;
    }
    const at = Object.keys(folders).find((path) => pathname.startsWith(path));
    const inProject = () => new URL(`.${pathname.replace(/^\/packages\//, '/xtask/node_modules/')}`, ROOT);
    try {
      const file = await readFile(at ? join(folders[at], pathname.slice(at.length)) : inProject());
      answer.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream', 'access-control-allow-origin': '*' }).end(file);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

/** Starts a browser: `open` an address, `ask` for the value of a function's body, `clear` what it knows of a reader. */
export async function browse() {
  const profile = mkdtempSync(join(tmpdir(), 'kansrijke-start-'));
  const driver = spawn('chromedriver', ['--port=0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const port = await new Promise((resolve, reject) => {
    driver.once('error', reject);
    driver.stdout.on('data', (said) => {
      const found = /successfully on port (\d+)/.exec(said);
      if (found) resolve(found[1]);
    });
  });
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(value.message);
    return value;
  };
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking',
    '--no-first-run', '--lang=nl', '--window-size=1000,900', `--user-data-dir=${profile}`];
  const { sessionId } = await call('POST', '', { capabilities: { alwaysMatch: { unhandledPromptBehavior: 'accept', 'goog:chromeOptions': { args } } } });
  return {
    open: (url) => call('POST', `/${sessionId}/url`, { url }),
    ask: (script, ...given) => call('POST', `/${sessionId}/execute/sync`, { script, args: given }),
    console: () => call('POST', `/${sessionId}/se/log`, { type: 'browser' }),
    clear: () => call('DELETE', `/${sessionId}/cookie`),
    picture: async () => Buffer.from(await call('GET', `/${sessionId}/screenshot`), 'base64'),
    close: async () => {
      await call('DELETE', `/${sessionId}`).catch(() => {});
      driver.kill();
      await new Promise((resolve) => driver.once('exit', resolve));
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
