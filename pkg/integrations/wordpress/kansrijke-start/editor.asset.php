<?php
// SPDX-License-Identifier: EUPL-1.2

return [
    'dependencies' => ['wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-server-side-render'],
    'version' => '0.1.0',
];
