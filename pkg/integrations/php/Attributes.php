<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

namespace KansrijkeStart;

/**
 * What somebody asks a figure for, as text from a page: only what the element knows, and only values
 * that can mean something there. `src` is not among it: which figures a site shows is its manager's
 * choice.
 */
final class Attributes
{
    /** The views that show many indicators, of which none has to be named. */
    private const OVERVIEWS = ['profile', 'heatmap', 'story'];

    /** The views that show areas beside each other, of which none has to be the reader's own. */
    private const BESIDE = ['ranking', 'funnel', 'heatmap', 'map'];

    /** Words that may stand in an attribute. */
    private const WORDS = [
        'view' => [
            'number', 'trend', 'compare', 'table', 'ranking', 'funnel', 'profile', 'heatmap', 'map', 'story',
            'value', 'sentence', 'icons',
        ],
        'map' => ['borders', 'tiles'],
        'theme' => ['auto', 'light', 'dark'],
        'details' => ['closed', 'open', 'none'],
        'loading' => ['lazy', 'eager'],
        'heading-level' => ['1', '2', '3', '4', '5', '6'],
    ];

    /** A name of a place: letters of any alphabet, and what stands between them. */
    private const PLACE = "[\\p{L}\\p{M}\\p{N} .'’()\\/&-]";

    /** What a text editor puts around a value in place of quotation marks. */
    private const CURLED = ' “”„″';

    /** Forms of the other attributes. */
    private const FORMS = [
        'indicator' => '/^[a-z0-9-]{1,80}$/D',
        'region' => '/^' . self::PLACE . '{1,80}$/Du',
        'within' => '/^' . self::PLACE . '{1,80}$/Du',
        'compare' => '/^(' . self::PLACE . '|,){1,400}$/Du',
        'sort' => '/^[a-z0-9-]{1,80}$/D',
        'period' => '/^\d{4}(JJ00|KW0[1-4]|MM(0[1-9]|1[0-2])|-(0[1-9]|1[0-2])|[-\/]\d{4})?$/D',
        'edition' => '/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(-[1-9]\d{0,2})?$/D',
        'lang' => '/^(nl|en)(-[a-z0-9]+)*$/Di',
        'heading' => '/^[^\p{C}]{1,160}$/Du',
        'controls' => '/^(region|indicator|period)?([ ,]+(region|indicator|period))*$/D',
        'follow' => '/^\??[\p{L}\p{N}_-]{1,40}$/Du',
    ];

    /** All attributes, in the order in which they are written. */
    public const NAMES = [
        'indicator', 'region', 'compare', 'view', 'within', 'map', 'sort', 'period', 'edition', 'lang', 'heading',
        'heading-level', 'theme', 'details', 'loading', 'controls', 'follow',
    ];

    /**
     * @param array<string, string> $values by name, each checked
     * @param list<string> $refused the names that are unknown or mean nothing
     */
    private function __construct(private array $values, private array $refused)
    {
    }

    /**
     * Reads attributes by name; whatever is no text is refused.
     *
     * @param array<int|string, mixed> $given
     */
    public static function of(array $given): self
    {
        $values = $refused = [];
        foreach ($given as $name => $value) {
            $name = strtolower((string) $name);
            if (!in_array($name, self::NAMES, true) || !is_string($value)) {
                $refused[] = $name;
                continue;
            }
            // A heading is a text, which may have quotation marks of its own.
            $text = self::plain($value, $name === 'heading' ? ' ' : self::CURLED);
            if ($text === null) {
                $refused[] = $name;
            } elseif ($text === '' && $name !== 'controls') {
                // As if it were not there.
            } elseif (self::isMeant($name, $text, $given)) {
                $values[$name] = $text;
            } else {
                $refused[] = $name;
            }
        }
        $ordered = [];
        foreach (self::NAMES as $name) {
            if (isset($values[$name])) {
                $ordered[$name] = $values[$name];
            }
        }
        return new self($ordered, $refused);
    }

    /** The value at a name. */
    public function get(string $name): ?string
    {
        return $this->values[$name] ?? null;
    }

    /**
     * All that was given and means something, by name.
     *
     * @return array<string, string>
     */
    public function all(): array
    {
        return $this->values;
    }

    /**
     * The names of what was left out.
     *
     * @return list<string>
     */
    public function refused(): array
    {
        return $this->refused;
    }

    /** The view, also where none is named. */
    public function view(): string
    {
        return $this->values['view'] ?? 'number';
    }

    /** Whether the view shows many indicators. */
    public function isOverview(): bool
    {
        return in_array($this->view(), self::OVERVIEWS, true);
    }

    /** Whether enough is said to draw a figure. */
    public function isEnough(): bool
    {
        $isFree = isset($this->values['controls']) || in_array($this->view(), self::BESIDE, true);
        return (isset($this->values['indicator']) || $this->isOverview())
            && (isset($this->values['region']) || $isFree);
    }

    /** What a text editor made of a value, undone: quotation marks that curl, odd blanks. Null where it is no text. */
    private static function plain(string $value, string $around = self::CURLED): ?string
    {
        if (preg_match('//u', $value) !== 1) {
            return null;
        }
        $value = preg_replace('/[\x{200B}-\x{200D}\x{2060}\x{FEFF}\x{AD}]/u', '', $value) ?? '';
        $value = preg_replace('/[\s\x{A0}\x{2000}-\x{200A}\x{202F}]+/u', ' ', $value) ?? '';
        return preg_replace("/^[$around]+|[$around]+$/u", '', $value) ?? '';
    }

    /**
     * @param array<int|string, mixed> $given
     */
    private static function isMeant(string $name, string $text, array $given): bool
    {
        if (isset(self::WORDS[$name])) {
            return in_array($text, self::WORDS[$name], true);
        }
        $view = is_string($given['view'] ?? null) ? self::plain($given['view']) : null;
        if ($name === 'indicator' && in_array($view, self::OVERVIEWS, true)) {
            return preg_match('/^[a-z0-9, -]{1,2000}$/D', $text) === 1;
        }
        return preg_match(self::FORMS[$name], $text) === 1;
    }
}
