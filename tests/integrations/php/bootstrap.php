<?php
// SPDX-License-Identifier: EUPL-1.2
// The classes alone, without WordPress or Drupal: the little that they ask of either stands in `stubs/`.

declare(strict_types=1);

const ROOT = __DIR__ . '/../../..';
const INTEGRATIONS = ROOT . '/pkg/integrations';

require_once INTEGRATIONS . '/php/load.php';
require_once __DIR__ . '/stubs/wordpress.php';
require_once __DIR__ . '/stubs/drupal.php';
require_once __DIR__ . '/Drawn.php';
require_once INTEGRATIONS . '/wordpress/kansrijke-start/kansrijke-start.php';
require_once INTEGRATIONS . '/drupal/kansrijke_start/src/Plugin/Filter/FilterKansrijkeStart.php';
