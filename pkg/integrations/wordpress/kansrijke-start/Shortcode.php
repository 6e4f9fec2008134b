<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

namespace KansrijkeStart\WordPress;

/** What WordPress reads in a shortcode, made whole again where an editor curled its quotation marks. */
final class Shortcode
{
    /**
     * Attributes by name. WordPress knows straight quotation marks alone, so `region=“Den Haag”` comes as
     * `region` with `“Den`, and `Haag”` without a name.
     *
     * @param array<int|string, mixed> $given
     * @return array<string, string>
     */
    public static function read(array $given): array
    {
        $values = [];
        $open = null;
        foreach ($given as $name => $value) {
            $value = html_entity_decode((string) $value, ENT_QUOTES | ENT_HTML5, 'UTF-8');
            if (is_string($name)) {
                $open = preg_match('/^[“”„″]/u', $value) === 1 && preg_match('/.[“”″]$/u', $value) !== 1 ? $name : null;
                $values[$name] = $value;
            } elseif ($open !== null) {
                $values[$open] .= " $value";
                $open = preg_match('/[“”″]$/u', $value) === 1 ? null : $open;
            } elseif ($value === 'controls') {
                $values['controls'] = '';
            } elseif (trim($value) !== '') {
                $values[$value] = '';
            }
        }
        return $values;
    }
}
