<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

namespace KansrijkeStart;

/** The folder with the script and the figures, by its address. */
final class Folder
{
    private function __construct(private string $address, private string $host)
    {
    }

    /**
     * A folder at a path of the site or at a full address; null where the address is neither.
     *
     * @param string $host the site's own host, by which full addresses of a path are known
     */
    public static function at(string $address, string $host = ''): ?self
    {
        $address = rtrim(trim($address), '/') . '/';
        $isAddress = preg_match('~^(https?://[A-Za-z0-9.-]+(:\d{1,5})?)?(/[A-Za-z0-9._\~-]+)*/$~D', $address) === 1;
        if (!$isAddress || preg_match('~/\.{1,2}/~', $address) === 1) {
            return null;
        }
        return new self($address, strtolower($host));
    }

    /** Its address, with a slash at the end. */
    public function address(): string
    {
        return $this->address;
    }

    /** The address of the script. */
    public function script(): string
    {
        return $this->address . 'kansrijke-start.js';
    }

    /** The address of the figure in the page for frames. */
    public function frame(Attributes $attributes): string
    {
        $asked = array_diff_key($attributes->all(), ['loading' => 0]);
        return $this->address . 'frame.html?' . http_build_query($asked, '', '&', PHP_QUERY_RFC3986);
    }

    /** What an address of the page for frames in this folder asks for; null for any other address. */
    public function asked(string $address): ?Attributes
    {
        [$before, $query] = explode('?', explode('#', trim($address), 2)[0], 2) + ['', ''];
        if ($query === '' || !$this->isFrame($before)) {
            return null;
        }
        parse_str($query, $given);
        // The number of a frame, by which a page knows its height.
        unset($given['id']);
        $attributes = Attributes::of($given);
        return $attributes->isEnough() ? $attributes : null;
    }

    private function isFrame(string $address): bool
    {
        $frame = $this->address . 'frame.html';
        if ($address === $frame) {
            return true;
        }
        $own = preg_match('~^(https?:)?//([^/]+)(/.*)$~Di', $address, $parts) === 1 ? $parts : null;
        return $own !== null && $this->host !== '' && strtolower($own[2]) === $this->host
            && $frame[0] === '/' && $own[3] === $frame;
    }
}
