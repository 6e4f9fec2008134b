<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

use KansrijkeStart\Attributes;
use KansrijkeStart\Folder;
use PHPUnit\Framework\TestCase;

/** Addresses. */
final class FolderTest extends TestCase
{
    public function testOnlyAnAddressOfAFolderIsOne(): void
    {
        foreach (['/kansrijke-start', '/a/0.1.0/', 'https://cijfers.example.nl:8080/ks/', '/'] as $good) {
            self::assertNotNull(Folder::at($good), $good);
        }
        $bad = ['kansrijke-start/', 'javascript:alert(1)', '//elders.example/', '/a/../b/', '/a"b/', '/a?b', 'data:text/html,x', 'ftp://a/'];
        foreach ($bad as $address) {
            self::assertNull(Folder::at($address), $address);
        }
    }

    public function testTheFrameAsksForWhatWasAskedFor(): void
    {
        $folder = Folder::at('/kansrijke-start', 'www.example.nl');
        $attributes = Attributes::of(['indicator' => 'tienermoeders', 'region' => "'s-Gravenhage", 'loading' => 'eager']);
        $address = $folder->frame($attributes);
        self::assertSame('/kansrijke-start/frame.html?indicator=tienermoeders&region=%27s-Gravenhage', $address);
        $expected = ['indicator' => 'tienermoeders', 'region' => "'s-Gravenhage"];
        self::assertSame($expected, $folder->asked($address)->all());
        self::assertSame($expected, $folder->asked("https://www.example.nl$address&id=3#kop")->all());
        self::assertSame($expected, $folder->asked("//WWW.example.nl$address")->all());
    }

    public function testNoOtherAddressIsAFrame(): void
    {
        $folder = Folder::at('/kansrijke-start/', 'www.example.nl');
        $query = '?indicator=tienermoeders&region=Utrecht';
        $others = [
            "https://elders.example/kansrijke-start/frame.html$query", "/andere/frame.html$query", "frame.html$query",
            "/kansrijke-start/frame.html", '/kansrijke-start/frame.html?indicator=tienermoeders',
            "javascript:alert('/kansrijke-start/frame.html$query')", "/kansrijke-start/../frame.html$query",
            "https://www.example.nl@elders.example/kansrijke-start/frame.html$query",
        ];
        foreach ($others as $address) {
            self::assertNull($folder->asked($address), $address);
        }
        $elsewhere = Folder::at('https://cijfers.example.nl/ks/', 'www.example.nl');
        self::assertNotNull($elsewhere->asked("https://cijfers.example.nl/ks/frame.html$query"));
        self::assertNull($elsewhere->asked("https://www.example.nl/ks/frame.html$query"));
    }
}
