<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

namespace KansrijkeStart\WordPress;

use KansrijkeStart\Attributes;
use KansrijkeStart\Element;
use KansrijkeStart\Filter;
use KansrijkeStart\Folder;
use KansrijkeStart\Height;

/** The block, the shortcode, pasted addresses, the script, and what editors may keep in a text. */
final class Plugin
{
    /** The name of the script, the shortcode and the block's folder. */
    public const NAME = 'kansrijke-start';

    public function __construct(private string $file)
    {
    }

    /** Tells WordPress what there is. */
    public function register(): void
    {
        add_action('init', [$this, 'start']);
        add_action('rest_api_init', [$this, 'route']);
        add_filter('script_loader_tag', [$this, 'module'], 10, 2);
        add_filter('wp_kses_allowed_html', [$this, 'allow'], 10, 2);
        // After blocks (9), before shortcodes (11).
        add_filter('the_content', [$this, 'content'], 10);
    }

    /** Registers block, shortcode and addresses. */
    public function start(): void
    {
        $folder = Settings::folder();
        // WordPress would look for a path below itself, and the folder may lie beside it.
        $site = $folder->address()[0] === '/' ? Settings::site() : '';
        wp_register_script(self::NAME, $site . $folder->script(), [], null, true);
        register_block_type(dirname($this->file), ['render_callback' => [$this, 'block']]);
        add_shortcode(self::NAME, [$this, 'shortcode']);
        $pattern = '#^' . preg_quote($folder->address(), '#') . 'frame\.html\?#';
        if ($folder->address()[0] === '/') {
            $pattern = '#^https?://' . preg_quote(Settings::host(), '#') . preg_quote($folder->address(), '#') . 'frame\.html\?#i';
        }
        wp_embed_register_handler(self::NAME, $pattern, [$this, 'embed']);
    }

    /**
     * The block, from the attributes that the editor keeps.
     *
     * @param array<string, mixed> $attributes
     */
    public function block(array $attributes, string $content = ''): string
    {
        $given = [];
        foreach ($attributes as $name => $value) {
            // Names of the editor's own, such as `className`, are no attributes of the element.
            if (in_array($name, Attributes::NAMES, true) && $value !== '') {
                $given[$name] = $value;
            }
        }
        if (isset($attributes['headingLevel'])) {
            $given['heading-level'] = (string) $attributes['headingLevel'];
        }
        return $this->figure(Attributes::of($given), $content);
    }

    /**
     * The shortcode; what stands between its ends is read where there is no figure.
     *
     * @param array<int|string, mixed>|string $given
     */
    public function shortcode($given, ?string $content = null): string
    {
        return $this->figure(Attributes::of(Shortcode::read((array) $given)), $content ?? '');
    }

    /**
     * An address that somebody pasted.
     *
     * @param array<int, string> $matches
     * @param array<string, mixed> $size
     */
    public function embed(array $matches, array $size, string $address): string
    {
        $asked = Settings::folder()->asked($address);
        return $asked === null ? '<a href="' . esc_url($address) . '">' . esc_html($address) . '</a>' : $this->figure($asked);
    }

    /** Forms that were pasted into a text, and the script for them. Links are left to the script. */
    public function content(string $text): string
    {
        if (!str_contains($text, self::NAME)) {
            return $text;
        }
        [$text, $count] = (new Filter(Settings::folder(), Settings::element(), false))->apply($text);
        if ($count > 0 || str_contains($text, '<' . self::NAME) || str_contains($text, '/frame.html?')) {
            wp_enqueue_script(self::NAME);
        }
        return $text;
    }

    /** The script is a module. */
    public function module(string $tag, string $handle): string
    {
        if ($handle !== self::NAME) {
            return $tag;
        }
        return (string) preg_replace('/<script(?:\s+type=(["\'])[^"\']*\1)?/', '<script type="module"', $tag, 1);
    }

    /**
     * Whoever may write paragraphs may write the element: its attributes are checked when it is shown.
     *
     * @param array<string, array<string, bool>> $allowed
     * @param string|array<string, mixed> $context
     * @return array<string, array<string, bool>>
     */
    public function allow(array $allowed, $context): array
    {
        if ($context === 'post') {
            $allowed[self::NAME] = array_fill_keys(Attributes::NAMES, true);
        }
        return $allowed;
    }

    /** Offers figures to other sites (oEmbed). */
    public function route(): void
    {
        register_rest_route(self::NAME . '/v1', '/oembed', [
            'methods' => 'GET',
            'callback' => [$this, 'offer'],
            'permission_callback' => '__return_true',
            'args' => ['url' => ['required' => true, 'type' => 'string'], 'maxwidth' => ['type' => 'integer']],
        ]);
    }

    /**
     * The answer to another site.
     *
     * @return array<string, mixed>|\WP_Error
     */
    public function offer(\WP_REST_Request $request)
    {
        $folder = Settings::folder();
        $asked = $folder->asked((string) $request['url']);
        if ($asked === null) {
            return new \WP_Error('kansrijke_start_unknown', 'Dit is geen adres van een grafiek.', ['status' => 404]);
        }
        $width = min(640, max(240, (int) ($request['maxwidth'] ?: 640)));
        $address = $folder->frame($asked);
        if ($address[0] === '/') {
            $address = Settings::site() . $address;
        }
        $title = implode(', ', array_filter([$asked->get('indicator') ?? $asked->view(), $asked->get('region')]));
        // A site that runs our script has the frame as high as its figure; others keep this.
        $height = Height::of($asked, $width);
        return [
            'version' => '1.0',
            'type' => 'rich',
            'title' => $title,
            'provider_name' => 'Kansrijke Start in een grafiek',
            'provider_url' => Settings::site() . '/',
            'width' => $width,
            'height' => $height,
            'html' => '<iframe src="' . Element::escaped($address) . '" title="' . Element::escaped($title)
                . "\" width=\"$width\" height=\"$height\" loading=\"lazy\"></iframe>",
        ];
    }

    /** The figure, or what is wrong, which only those who can mend it read. */
    private function figure(Attributes $attributes, string $text = ''): string
    {
        $hint = '';
        if (($attributes->refused() !== [] || !$attributes->isEnough()) && current_user_can('edit_posts')) {
            $hint = '<p class="kansrijke-start-hint"><strong>Kansrijke Start</strong> (alleen u ziet dit): '
                . Element::escaped(self::wrong($attributes)) . '</p>';
        }
        if (!$attributes->isEnough()) {
            return $hint . $text;
        }
        wp_enqueue_script(self::NAME);
        return $hint . Settings::element()->html($attributes, $text);
    }

    private static function wrong(Attributes $attributes): string
    {
        $refused = $attributes->refused();
        if ($refused !== []) {
            return 'dit is niet bekend of niet goed ingevuld: ' . implode(', ', $refused) . '.';
        }
        return 'vul een onderwerp (indicator) en een gebied (region) in.';
    }
}
