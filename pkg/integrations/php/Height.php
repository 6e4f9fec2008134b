<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

namespace KansrijkeStart;

/**
 * How high a frame is for which nothing is drawn here: the box that the style sheet of the element
 * reserves, by view and width. The table is that of `src/figure/reserve.rs`, which a test there
 * compares.
 */
final class Height
{
    /** Pixels to the rem. */
    private const REM = 16;

    /** What stands around the figure in a frame, and two lines more where letters run wider. */
    private const AROUND = 57;

    /** The widths of the box, in rem, up to which the second to the fifth height hold. */
    private const WIDTHS = [60, 40, 30, 20];

    /** The heights in rem by view. */
    private const HEIGHTS = [
        'any' => [28, 33, 36, 38, 47],
        'trend' => [34, 45, 47, 51, 58],
        'compare' => [28, 33, 35, 41, 48],
        'table' => [43, 43, 46, 50, 57],
        'ranking' => [48, 54, 56, 64, 92],
        'funnel' => [42, 52, 60, 64, 72],
        'map' => [46, 53, 52, 69, 65],
        'heatmap' => [61, 61, 62, 83, 96],
        'profile' => [92, 106, 121, 138, 162],
        'story' => [107, 145, 157, 210, 268],
        'multiples' => [40, 42, 52, 70, 82],
    ];

    /** The height in pixels of a frame that is so many pixels wide. */
    public static function of(Attributes $attributes, int $width): int
    {
        $view = $attributes->view();
        $compared = $attributes->get('compare') ?? '';
        if ($view === 'trend' && preg_match('/[ ,]/', $compared) === 1) {
            $view = 'multiples';
        }
        $column = count(array_filter(self::WIDTHS, static fn (int $limit): bool => $width <= $limit * self::REM));
        return (self::HEIGHTS[$view] ?? self::HEIGHTS['any'])[$column] * self::REM + self::AROUND;
    }
}
