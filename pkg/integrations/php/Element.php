<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

namespace KansrijkeStart;

/** Writes the element, with something to read inside for whoever has no script. */
final class Element
{
    public function __construct(private Folder $folder, private ?Drawings $drawings = null)
    {
    }

    /**
     * The element: inside it the drawing, or else the text of the page, or else a link to the figure.
     *
     * @param string $text HTML of the page's author, as safe as the page that it comes from
     */
    public function html(Attributes $attributes, string $text = ''): string
    {
        [$inside, $data] = $this->drawings?->of($attributes) ?? [$text, ''];
        if (trim($inside) === '') {
            $inside = $this->link($attributes);
        }
        $tag = '<kansrijke-start';
        foreach ($attributes->all() as $name => $value) {
            $tag .= " $name=\"" . self::escaped($value) . '"';
        }
        return "$tag>$inside</kansrijke-start>$data";
    }

    /** The line that loads the script. */
    public function script(): string
    {
        return '<script type="module" src="' . self::escaped($this->folder->script()) . '"></script>';
    }

    private function link(Attributes $attributes): string
    {
        $about = array_filter([$attributes->get('indicator'), $attributes->get('region')]);
        return '<p><a href="' . self::escaped($this->folder->frame($attributes)) . '">Bekijk de grafiek'
            . ($about === [] ? '' : ': ' . self::escaped(implode(', ', $about))) . '</a></p>';
    }

    /** A text for in an attribute or between tags. */
    public static function escaped(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
    }
}
