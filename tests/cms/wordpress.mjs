// SPDX-License-Identifier: EUPL-1.2
// Debian's WordPress with MariaDB, on the loopback of this machine, in a folder that is thrown away.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, ROOT));
const SHIPPED = '/usr/share/wordpress';

/** Does what must hold on every page of this site, also without the plugin. */
const MUST = `<?php
// The script in the template, where a test asks for it; the classic editor, where one does.
add_action('wp_head', function () {
    if (get_option('proef_sjabloon')) echo '<script type="module" src="/kansrijke-start/kansrijke-start.js"></script>';
});
add_filter('use_block_editor_for_post', fn ($use) => $use && !isset($_GET['klassiek']));
add_filter('pre_http_request', fn () => new WP_Error('proef', 'Niets gaat naar buiten.'));
if (!function_exists('wp_mail')) {
    function wp_mail() { return true; }
}
add_filter('wp_revisions_to_keep', '__return_zero');
`;

const ROUTER = `<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$file = __DIR__ . $path;
if (is_file($file) || is_file("$file/index.php")) return false;
$_SERVER['SCRIPT_NAME'] = '/index.php';
require __DIR__ . '/index.php';
`;

const free = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const until = async (what, isDone) => {
  for (const end = Date.now() + 60_000; !(await isDone().catch(() => false));) {
    if (Date.now() > end) throw new Error(`${what} does not start`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** Starts it: its address, \`php\` to run code in it, and what ends it. */
export async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'kansrijke-start-cms-'));
  const [database, site] = ['database', 'site'].map((name) => join(folder, name));
  const socket = join(folder, 'socket');
  const user = process.getuid() === 0 ? ['--user=root'] : [];
  execFileSync('mariadb-install-db', [...user, `--datadir=${database}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { stdio: 'ignore' });
  const mariadb = spawn('mariadbd', ['--no-defaults', ...user, `--datadir=${database}`, `--socket=${socket}`, '--skip-networking'],
    { stdio: 'ignore' });
  const create = ['--no-defaults', '--user=root', `--socket=${socket}`, '-e', 'CREATE DATABASE IF NOT EXISTS proef'];
  await until('MariaDB', async () => {
    execFileSync('mariadb', create, { stdio: 'ignore' });
    return true;
  });
  cpSync(SHIPPED, site, { recursive: true, dereference: true, filter: (file) => !/\/wp-config\.php$/.test(file) && existsSync(file) });
  const content = join(site, 'wp-content');
  mkdirSync(join(content, 'mu-plugins'), { recursive: true });
  writeFileSync(join(content, 'mu-plugins/proef.php'), MUST);
  cpSync(path('pkg/integrations/wordpress/kansrijke-start'), join(content, 'plugins/kansrijke-start'), { recursive: true, dereference: true });
  symlinkSync(path('pkg'), join(site, 'kansrijke-start'));
  const port = await free();
  const address = `http://127.0.0.1:${port}`;
  writeFileSync(join(site, 'wp-config.php'), `<?php
define('DB_NAME', 'proef'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', ''); $table_prefix = 'wp_';
define('WP_DEBUG', true); define('WP_DEBUG_DISPLAY', false); define('WP_DEBUG_LOG', '${folder}/debug.log');
define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true); define('CONCATENATE_SCRIPTS', false);
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`);
  writeFileSync(join(site, 'router.php'), ROUTER);
  execFileSync('php', [path('tests/cms/install.php'), site, address], { stdio: ['ignore', 'ignore', 'inherit'] });
  const log = openSync(join(folder, 'server.log'), 'a');
  const server = spawn('php', ['-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${port}`, '-t', site, join(site, 'router.php')],
    { stdio: ['ignore', log, log], env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' }, detached: true });
  await until('PHP', async () => (await fetch(`${address}/wp-login.php`)).ok);
  const php = (code) => execFileSync('php', ['-r', `$_SERVER['HTTP_HOST'] = '127.0.0.1:${port}'; require '${site}/wp-load.php'; ${code}`], { encoding: 'utf8' });
  return {
    address,
    folder,
    php,
    close: () => {
      // Its workers as well.
      process.kill(-server.pid);
      mariadb.kill();
      mariadb.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    },
  };
}
