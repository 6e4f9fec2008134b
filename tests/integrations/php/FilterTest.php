<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

use KansrijkeStart\Element;
use KansrijkeStart\Filter;
use KansrijkeStart\Folder;
use PHPUnit\Framework\TestCase;

/** What becomes an element in a text, and what stays as it is. */
final class FilterTest extends TestCase
{
    private const ADDRESS = '/ks/frame.html?indicator=tienermoeders&amp;region=GM0344&amp;view=trend';

    private const LINK = '<a href="' . self::ADDRESS . '">Tienermoeders in Utrecht</a>';

    private const MADE = '<kansrijke-start indicator="tienermoeders" region="GM0344" view="trend">';

    private static function apply(string $text, bool $links = true): array
    {
        $folder = Folder::at('/ks/', 'www.example.nl');
        return (new Filter($folder, new Element($folder), $links))->apply($text);
    }

    /** @dataProvider made */
    public function testItBecomesAnElement(string $text, string $expected): void
    {
        self::assertSame([$expected, 1], self::apply($text));
    }

    public function made(): iterable
    {
        $link = self::MADE . '<p>' . self::LINK . '</p></kansrijke-start>';
        yield 'a link alone in its paragraph' => ['<h2>Kop</h2><p class="x"> ' . self::LINK . "\n</p><p>na</p>", "<h2>Kop</h2>$link<p>na</p>"];
        yield 'a link without a paragraph' => [self::LINK, $link];
        yield 'a link in a section' => ['<section>' . self::LINK . '</section>', "<section>$link</section>"];
        $full = str_replace('/ks/', 'https://www.example.nl/ks/', self::LINK);
        yield 'a full address' => ["<p>$full</p>", self::MADE . "<p>$full</p></kansrijke-start>"];
        $data = 'data-indicator="tienermoeders" data-region=\'GM0344\' data-view=trend';
        yield 'a div' => ["<div data-kansrijke-start $data><p>Zin.</p></div>.", self::MADE . '<p>Zin.</p></kansrijke-start>.'];
        yield 'a div in a div' => ["<div><DIV data-kansrijke-start=\"\" $data><div>Zin.</div></DIV></div>", '<div>' . self::MADE . '<div>Zin.</div></kansrijke-start></div>'];
        $bare = '<kansrijke-start view="trend" region="GM0344" indicator="tienermoeders" onclick="alert(1)" src="//elders">Zin.</kansrijke-start>';
        yield 'an element' => [$bare, self::MADE . 'Zin.</kansrijke-start>'];
        yield 'an element in a paragraph' => ["<p>$bare</p>", self::MADE . 'Zin.</kansrijke-start>'];
    }

    /** @dataProvider left */
    public function testItStaysAsItIs(string $text): void
    {
        self::assertSame([$text, 0], self::apply($text));
    }

    public function left(): iterable
    {
        yield 'nothing' => [''];
        yield 'a link in a sentence' => ['<p>Zie ' . self::LINK . ' voor meer.</p>'];
        yield 'a link in a list' => ['<ul><li>' . self::LINK . '</li></ul>'];
        yield 'a link in a cell' => ['<td>' . self::LINK . '</td>'];
        yield 'two links' => ['<p>' . self::LINK . ' ' . self::LINK . '</p>'];
        yield 'a link at the end of a line' => ['Zie ook ' . self::LINK];
        yield 'another folder' => ['<p>' . str_replace('/ks/', '/andere/', self::LINK) . '</p>'];
        yield 'another host' => ['<p>' . str_replace('/ks/', 'https://elders.example/ks/', self::LINK) . '</p>'];
        yield 'too little' => ['<div data-kansrijke-start data-indicator="tienermoeders">Zin.</div>'];
        yield 'what is no markup' => ['<!-- ' . self::LINK . ' --><pre>' . self::LINK . '</pre><script>"' . self::LINK . '"</script>'];
        yield 'a div that does not end' => ['<div data-kansrijke-start data-indicator="a" data-region="b">Zin.'];
        yield 'a figure that was drawn' => [self::MADE . '<figure><p>Zin.</p></figure></kansrijke-start>'];
        yield 'an element in a sentence' => ['<p>Zie ' . self::MADE . 'Zin.</kansrijke-start></p>'];
        yield 'other divs' => ['<div class="kansrijke-start" data-indicator="a">frame.html</div>'];
    }

    public function testLinksCanBeLeftToTheScript(): void
    {
        $text = '<p>' . self::LINK . '</p><div data-kansrijke-start data-indicator="tienermoeders" data-region="GM0344" data-view="trend">Zin.</div>';
        self::assertSame(['<p>' . self::LINK . '</p>' . self::MADE . 'Zin.</kansrijke-start>', 1], self::apply($text, false));
    }

    public function testALongTextIsReadOnce(): void
    {
        $text = str_repeat('<p>Zie <a href="/ks/frame.html?x=1">dit</a> en <div data-kansrijke-start>dat</div></p>', 2000);
        $start = microtime(true);
        self::assertSame([$text, 0], self::apply($text));
        self::assertLessThan(2, microtime(true) - $start);
    }
}
