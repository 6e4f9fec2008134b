<?php
// SPDX-License-Identifier: EUPL-1.2
// Installs WordPress: php install.php FOLDER. Who writes may be an administrator, or an editor who may
// not write HTML of every kind, as on many sites.

declare(strict_types=1);

const WP_INSTALLING = true;

[, $folder, $address] = $argv;
$_SERVER['HTTP_HOST'] = parse_url($address, PHP_URL_HOST) . ':' . parse_url($address, PHP_URL_PORT);
require "$folder/wp-load.php";
require "$folder/wp-admin/includes/upgrade.php";
wp_install('Proef', 'beheerder', 'beheerder@example.nl', true, '', 'geheim');
update_option('siteurl', $address);
update_option('home', $address);
update_option('permalink_structure', '');
get_role('editor')->remove_cap('unfiltered_html');
wp_insert_user(['user_login' => 'redacteur', 'user_pass' => 'geheim', 'user_email' => 'redacteur@example.nl', 'role' => 'editor']);
update_option('kansrijke_start', ['address' => '/kansrijke-start/', 'data' => '', 'drawings' => '']);
