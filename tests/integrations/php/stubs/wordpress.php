<?php
// SPDX-License-Identifier: EUPL-1.2
// What the plugin asks of WordPress, kept in one place for a test to look at.

declare(strict_types=1);

namespace {
    const ABSPATH = '/';

    final class Wordpress
    {
        /** @var array<string, mixed> */
        public static array $options = [];
        /** @var array<string, callable> */
        public static array $hooks = [];
        /** @var array<string, callable> */
        public static array $shortcodes = [];
        /** @var array<string, array{string, callable}> */
        public static array $embeds = [];
        /** @var array<string, mixed> */
        public static array $blocks = [];
        /** @var array<string, string> */
        public static array $registered = [];
        /** @var list<string> */
        public static array $enqueued = [];
        /** @var list<string> */
        public static array $errors = [];
        public static bool $isEditor = false;
    }

    final class WP_REST_Request implements ArrayAccess
    {
        public function __construct(private array $parameters)
        {
        }

        public function offsetExists(mixed $name): bool
        {
            return isset($this->parameters[$name]);
        }

        public function offsetGet(mixed $name): mixed
        {
            return $this->parameters[$name] ?? null;
        }

        public function offsetSet(mixed $name, mixed $value): void
        {
        }

        public function offsetUnset(mixed $name): void
        {
        }
    }

    final class WP_Error
    {
        public function __construct(public string $code, public string $message, public array $data)
        {
        }
    }

    function add_action(string $name, callable $does): void
    {
        Wordpress::$hooks[$name] = $does;
    }

    function add_filter(string $name, callable $does): void
    {
        Wordpress::$hooks[$name] = $does;
    }

    function add_shortcode(string $name, callable $does): void
    {
        Wordpress::$shortcodes[$name] = $does;
    }

    function wp_embed_register_handler(string $name, string $pattern, callable $does): void
    {
        Wordpress::$embeds[$name] = [$pattern, $does];
    }

    function register_block_type(string $folder, array $options): void
    {
        Wordpress::$blocks[$folder] = $options;
    }

    function wp_register_script(string $name, string $address): void
    {
        Wordpress::$registered[$name] = $address;
    }

    function wp_enqueue_script(string $name): void
    {
        Wordpress::$enqueued[] = $name;
    }

    function current_user_can(string $what): bool
    {
        return $what === 'edit_posts' && Wordpress::$isEditor;
    }

    function get_option(string $name, mixed $default): mixed
    {
        return Wordpress::$options[$name] ?? $default;
    }

    function home_url(string $path): string
    {
        return 'https://www.example.nl' . $path;
    }

    function wp_parse_url(string $address): array
    {
        return parse_url($address);
    }

    function esc_url(string $address): string
    {
        return htmlspecialchars($address, ENT_QUOTES);
    }

    function esc_html(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES);
    }

    function add_settings_error(string $option, string $name, string $message): void
    {
        Wordpress::$errors[] = $message;
    }
}
