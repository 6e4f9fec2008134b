<?php
// SPDX-License-Identifier: EUPL-1.2
/**
 * Plugin Name:       Kansrijke Start in een grafiek
 * Description:       Zet cijfers over de eerste 1000 dagen van kinderen in een pagina: als blok, als shortcode, of door het adres van een grafiek te plakken.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      8.1
 * License:           EUPL-1.2
 * License URI:       https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12
 * Text Domain:       kansrijke-start
 */

declare(strict_types=1);

namespace KansrijkeStart\WordPress;

defined('ABSPATH') || exit;

require_once __DIR__ . '/lib/load.php';
require_once __DIR__ . '/Plugin.php';
require_once __DIR__ . '/Settings.php';
require_once __DIR__ . '/Shortcode.php';

(new Plugin(__FILE__))->register();
(new Settings())->register();
