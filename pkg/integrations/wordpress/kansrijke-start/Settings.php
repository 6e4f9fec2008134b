<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

namespace KansrijkeStart\WordPress;

use KansrijkeStart\Drawings;
use KansrijkeStart\Element;
use KansrijkeStart\Folder;

/** Where the script, the figures and the drawings are; only who manages the site says so. */
final class Settings
{
    private const OPTION = 'kansrijke_start';

    private const DEFAULTS = ['address' => '/kansrijke-start/', 'data' => '', 'drawings' => ''];

    private const FIELDS = [
        'address' => ['Adres van de map', 'Het adres waar de map met kansrijke-start.js staat, zoals /kansrijke-start/.'],
        'data' => ['Map data op de server', 'Niet verplicht. Met deze map worden ook namen van gebieden herkend, zoals /var/www/html/kansrijke-start/data.'],
        'drawings' => ['Map met getekende grafieken op de server', 'Niet verplicht. Dan staat elke grafiek er ook voor wie geen script heeft. De README zegt hoe u haar maakt.'],
    ];

    /** Adds the page of settings. */
    public function register(): void
    {
        add_action('admin_init', [$this, 'fields']);
        add_action('admin_menu', function (): void {
            add_options_page('Kansrijke Start', 'Kansrijke Start', 'manage_options', self::OPTION, [$this, 'page']);
        });
    }

    /** The folder with the script. */
    public static function folder(): Folder
    {
        return Folder::at(self::get('address'), self::host()) ?? Folder::at(self::DEFAULTS['address'], self::host());
    }

    /** What writes elements. */
    public static function element(): Element
    {
        $drawings = self::get('drawings');
        return new Element(self::folder(), $drawings === '' ? null : new Drawings($drawings, self::get('data')));
    }

    /** The address of the site up to its path, such as `https://www.example.nl`. */
    public static function site(): string
    {
        $parts = wp_parse_url(home_url('/'));
        return ($parts['scheme'] ?? 'https') . '://' . self::host();
    }

    /** The host of the site, with its port where it has one. */
    public static function host(): string
    {
        $parts = wp_parse_url(home_url('/'));
        return ($parts['host'] ?? '') . (isset($parts['port']) ? ":{$parts['port']}" : '');
    }

    /** Registers the fields. */
    public function fields(): void
    {
        register_setting(self::OPTION, self::OPTION, ['sanitize_callback' => [$this, 'sane']]);
        add_settings_section(self::OPTION, '', '__return_null', self::OPTION);
        foreach (self::FIELDS as $name => [$label, $hint]) {
            add_settings_field($name, $label, function () use ($name, $hint): void {
                printf(
                    '<input class="regular-text" id="%1$s" name="%2$s[%1$s]" value="%3$s"><p class="description">%4$s</p>',
                    esc_attr($name),
                    esc_attr(self::OPTION),
                    esc_attr(self::get($name)),
                    esc_html($hint)
                );
            }, self::OPTION, self::OPTION, ['label_for' => $name]);
        }
    }

    /**
     * What was typed, checked; what is wrong leaves the setting as it was.
     *
     * @param mixed $typed
     * @return array<string, string>
     */
    public function sane($typed): array
    {
        $sane = [];
        foreach (array_keys(self::DEFAULTS) as $name) {
            $value = trim((string) (is_array($typed) ? $typed[$name] ?? '' : ''));
            $isGood = $name === 'address' ? Folder::at($value) !== null : $value === '' || is_dir($value);
            if (!$isGood) {
                add_settings_error(self::OPTION, $name, self::FIELDS[$name][0] . ': ' . $value . ' is er niet.');
                $value = self::get($name);
            }
            $sane[$name] = $name === 'address' ? $value : rtrim($value, '/');
        }
        return $sane;
    }

    /** Shows the page. */
    public function page(): void
    {
        echo '<div class="wrap"><h1>Kansrijke Start in een grafiek</h1><form action="options.php" method="post">';
        settings_fields(self::OPTION);
        do_settings_sections(self::OPTION);
        submit_button();
        echo '</form></div>';
    }

    private static function get(string $name): string
    {
        $options = get_option(self::OPTION, self::DEFAULTS);
        $value = is_array($options) ? $options[$name] ?? self::DEFAULTS[$name] : self::DEFAULTS[$name];
        return is_string($value) ? $value : self::DEFAULTS[$name];
    }
}
