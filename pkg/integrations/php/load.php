<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

foreach (['Attributes', 'Folder', 'Drawings', 'Element', 'Filter', 'Height'] as $name) {
    require_once __DIR__ . "/$name.php";
}
