<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

namespace KansrijkeStart;

/**
 * Figures as HTML that the program has drawn, for readers without script: a folder for each view, made
 * by `kansrijke-start draw --all --view trend --format html --out grafieken/trend`.
 */
final class Drawings
{
    /** No figure is as large as this; a file that is was not drawn by the program. */
    private const LARGEST = 4_000_000;

    /** What may differ from the drawing: it changes nothing of what a figure says. */
    private const SAME = ['indicator', 'region', 'view', 'theme', 'loading', 'controls', 'follow'];

    /**
     * @param string $folder the folder of drawings on this machine
     * @param string $data the folder `data/` on this machine, by which places are known by their names; may be empty
     */
    public function __construct(private string $folder, private string $data = '')
    {
    }

    /**
     * The figure, and the data of schema.org after it; null where there is no drawing of just this.
     *
     * @return array{string, string}|null
     */
    public function of(Attributes $attributes): ?array
    {
        $others = array_diff(array_keys($attributes->all()), [...self::SAME, 'lang']);
        $isDutch = preg_match('/^(nl|$)/i', $attributes->get('lang') ?? '') === 1;
        $chosen = $attributes->isOverview() && $attributes->get('indicator') !== null;
        $code = $this->code($attributes->get('region') ?? 'NL01');
        if ($this->folder === '' || $others !== [] || !$isDutch || $chosen || $code === null) {
            return null;
        }
        $view = $attributes->view();
        $name = $attributes->isOverview() ? $view : $attributes->get('indicator');
        // Every part was checked: none can lead out of the folder.
        return self::parts(self::read("{$this->folder}/$view/$name/$code.html"));
    }

    /** The code of a place; null where it is not known. */
    private function code(string $place): ?string
    {
        if (preg_match('/^[a-z]{2}\d{2,6}$/Di', $place) === 1) {
            return strtoupper($place);
        }
        if ($this->data === '') {
            return null;
        }
        // As `src/prepare/publish/address.rs` names the files of places.
        $file = preg_replace('/[^a-z0-9]+/', '-', strtolower($place));
        $places = json_decode(self::read("{$this->data}/region/$file.json") ?? '', true);
        $names = $places['dimension']['region']['category']['label'] ?? null;
        $aliases = $places['extension']['aliases'] ?? [];
        $alias = is_array($aliases) ? ($aliases[$place] ?? null) : null;
        if (is_string($alias) && preg_match('/^[A-Z]{2}\d{2,6}$/D', $alias) === 1) {
            return $alias;
        }
        $bearers = is_array($names) ? array_keys($names, $place, true) : [];
        // A municipality goes before a larger place of its name.
        usort($bearers, fn ($one, $other) => str_starts_with((string) $other, 'GM') <=> str_starts_with((string) $one, 'GM'));
        $code = (string) ($bearers[0] ?? '');
        return preg_match('/^[A-Z]{2}\d{2,6}$/D', $code) === 1 ? $code : null;
    }

    private static function read(string $file): ?string
    {
        if (!is_file($file) || !is_readable($file) || filesize($file) > self::LARGEST) {
            return null;
        }
        $text = file_get_contents($file);
        return $text === false ? null : $text;
    }

    /**
     * The inside of the element that the program wrote, and what comes after it.
     *
     * @return array{string, string}|null
     */
    private static function parts(?string $text): ?array
    {
        $pattern = '~^<kansrijke-start(?: [a-z-]+="[^"]*")*>(<figure.*</figure>)</kansrijke-start>\s*'
            . '(<script type="application/ld\+json">[^<]*</script>)?\s*$~Ds';
        $isDrawn = $text !== null && preg_match($pattern, $text, $parts) === 1;
        return $isDrawn ? [$parts[1], $parts[2] ?? ''] : null;
    }
}
