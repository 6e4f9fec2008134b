<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

namespace KansrijkeStart;

/**
 * Turns what editors can keep in a text into the element: `<div data-kansrijke-start data-indicator="…">`, a
 * link to the page for frames that stands alone in its paragraph, and the element itself. Everything
 * else stays as it is, to the byte.
 */
final class Filter
{
    private const ATTRIBUTES = '((?:\s+[^\s=>"\'\/]+(?:\s*=\s*(?:"[^"]*"|\'[^\']*\'|[^\s"\'>]+))?)*)';

    private const BLOCKS = '(?:div|p|li|ul|ol|td|tr|table|section|article|blockquote|h[1-6])\b';

    /** Where a block ends that a link fills. */
    private const EDGE = '(?=\s*(?:$|</?' . self::BLOCKS . '))';

    /** The most that is looked at before a link. */
    private const NEAR = 400;

    /** What is no markup, although it may look so. */
    private const SKIPPED = '<!--.*?-->|<(script|style|textarea|template|svg|pre|code)\b.*?</\g{-1}\s*>';

    /**
     * @param bool $links whether links are turned into elements, too; the page's script can do that as well
     */
    public function __construct(private Folder $folder, private Element $element, private bool $links = true)
    {
    }

    /**
     * The text with its elements, and how many there are.
     *
     * @return array{string, int}
     */
    public function apply(string $text): array
    {
        if (!str_contains($text, 'kansrijke-start') && !str_contains($text, 'frame.html')) {
            return [$text, 0];
        }
        $result = '';
        $count = $at = 0;
        $opening = '~' . self::SKIPPED . '|<(?<tag>div|kansrijke-start|p|a)(?<attributes>' . self::ATTRIBUTES . ')\s*>~is';
        while (preg_match($opening, $text, $found, PREG_OFFSET_CAPTURE, $at) === 1) {
            [$whole, $start] = $found[0];
            $result .= substr($text, $at, $start - $at);
            $made = isset($found['tag']) ? $this->made($text, $found) : null;
            if ($made === null) {
                $result .= $whole;
                $at = $start + strlen($whole);
                continue;
            }
            [$html, $at] = $made;
            $result .= $html;
            $count++;
        }
        // A text on which the pattern gives up is left alone.
        return preg_last_error() === PREG_NO_ERROR ? [$result . substr($text, $at), $count] : [$text, 0];
    }

    /**
     * The element in place of what begins here, and where that ends; null where none is asked for.
     *
     * @param array<int|string, array{string, int}> $found
     * @return array{string, int}|null
     */
    private function made(string $text, array $found): ?array
    {
        $after = $found[0][1] + strlen($found[0][0]);
        $given = self::read($found['attributes'][0]);
        switch (strtolower($found['tag'][0])) {
            case 'div':
                return array_key_exists('data-kansrijke-start', $given)
                    ? $this->container($text, 'div', $after, self::ofData($given)) : null;
            case 'kansrijke-start':
                // In running text there is no room for a drawing.
                return $this->isAlone($text, $found[0][1])
                    ? $this->container($text, 'kansrijke-start', $after, $given) : null;
            case 'p':
                return $this->link($text, $after, '</p\s*>') ?? $this->inParagraph($text, $after);
            default:
                // Not within a paragraph: that is looked for as a whole.
                return $this->isAlone($text, $found[0][1]) ? $this->link($text, $found[0][1], self::EDGE) : null;
        }
    }

    /**
     * @param array<string, string> $given
     * @return array{string, int}|null
     */
    private function container(string $text, string $tag, int $at, array $given): ?array
    {
        $attributes = Attributes::of($given);
        $depth = 1;
        $from = $at;
        while ($depth > 0) {
            if (preg_match("~<(/?)$tag\\b[^>]*>~i", $text, $found, PREG_OFFSET_CAPTURE, $from) !== 1) {
                return null;
            }
            $depth += $found[1][0] === '/' ? -1 : 1;
            $from = $found[0][1] + strlen($found[0][0]);
        }
        $inside = substr($text, $at, $found[0][1] - $at);
        $isDrawn = preg_match('~^\s*<figure\b~i', $inside) === 1;
        if (!$attributes->isEnough() || $isDrawn && $tag === 'kansrijke-start') {
            return null;
        }
        return [$this->element->html($attributes, $inside), $from];
    }

    /**
     * The element that is all of a paragraph, which it takes the place of: a figure ends a paragraph.
     *
     * @return array{string, int}|null
     */
    private function inParagraph(string $text, int $at): ?array
    {
        $opening = '~\G\s*<kansrijke-start(' . self::ATTRIBUTES . ')\s*>~i';
        if (preg_match($opening, $text, $found, 0, $at) !== 1) {
            return null;
        }
        $made = $this->container($text, 'kansrijke-start', $at + strlen($found[0]), self::read($found[1]));
        $isAll = $made !== null && preg_match('~\G\s*</p\s*>~i', $text, $end, 0, $made[1]) === 1;
        return $isAll ? [$made[0], $made[1] + strlen($end[0])] : null;
    }

    /**
     * The element for a link that is all there is up to what ends it.
     *
     * @return array{string, int}|null
     */
    private function link(string $text, int $at, string $end): ?array
    {
        $pattern = '~\G\s*<a' . self::ATTRIBUTES . '\s*>((?:(?!</?a\b).)*)</a\s*>\s*' . $end . '~is';
        if (!$this->links || preg_match($pattern, $text, $found, 0, $at) !== 1) {
            return null;
        }
        $attributes = $this->folder->asked(self::read($found[1])['href'] ?? '');
        if ($attributes === null) {
            return null;
        }
        $anchor = trim(preg_replace("~$end\$~i", '', $found[0]) ?? '');
        return [$this->element->html($attributes, "<p>$anchor</p>"), $at + strlen($found[0])];
    }

    /** Whether nothing but blanks lies between this place and the beginning of its block. */
    private function isAlone(string $text, int $at): bool
    {
        $from = max(0, $at - self::NEAR);
        $before = rtrim(substr($text, $from, $at - $from));
        if ($before === '') {
            return $from === 0;
        }
        // A paragraph that the link is in has more in it, or it would have been taken as a whole. A link in a
        // list or a table leads somewhere.
        return preg_match('~<(?!p\b|li\b|td\b)/?' . self::BLOCKS . '[^<>]*>$~i', $before) === 1;
    }

    /**
     * The attributes of a tag by name, decoded.
     *
     * @return array<string, string>
     */
    private static function read(string $attributes): array
    {
        preg_match_all('~([^\s=>"\'\/]+)(?:\s*=\s*(?:"([^"]*)"|\'([^\']*)\'|([^\s"\'>]+)))?~', $attributes, $all, PREG_SET_ORDER);
        $given = [];
        foreach ($all as $one) {
            $value = ($one[2] ?? '') . ($one[3] ?? '') . ($one[4] ?? '');
            // As browsers do: the first one counts.
            $given[strtolower($one[1])] ??= html_entity_decode($value, ENT_QUOTES | ENT_HTML5, 'UTF-8');
        }
        return $given;
    }

    /**
     * @param array<string, string> $given
     * @return array<string, string>
     */
    private static function ofData(array $given): array
    {
        $attributes = [];
        foreach ($given as $name => $value) {
            if (str_starts_with($name, 'data-') && $name !== 'data-kansrijke-start') {
                $attributes[substr($name, strlen('data-'))] = $value;
            }
        }
        return $attributes;
    }
}
