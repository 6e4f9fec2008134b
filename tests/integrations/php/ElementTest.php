<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

use KansrijkeStart\Attributes;
use KansrijkeStart\Drawings;
use KansrijkeStart\Element;
use KansrijkeStart\Folder;
use PHPUnit\Framework\TestCase;

/** The element, and what is read where there is no script. */
final class ElementTest extends TestCase
{
    private static Drawn $drawn;

    public static function setUpBeforeClass(): void
    {
        self::$drawn = new Drawn();
    }

    private static function html(array $given, string $text = ''): string
    {
        $drawings = new Drawings(self::$drawn->drawings, self::$drawn->data);
        return (new Element(Folder::at('/ks/'), $drawings))->html(Attributes::of($given), $text);
    }

    public function testADrawingStandsInside(): void
    {
        $html = self::html(['indicator' => 'eerste-kinderen', 'region' => 'GM0546', 'view' => 'table', 'theme' => 'light'], 'Tekst');
        self::assertStringStartsWith('<kansrijke-start indicator="eerste-kinderen" region="GM0546" view="table" theme="light"><figure class="figure table" lang="nl"', $html);
        self::assertStringEndsWith('</figure></kansrijke-start><script type="application/ld+json">{"@type":"Dataset"}</script>', $html);
        self::assertSame(1, substr_count($html, '<kansrijke-start'));
        self::assertStringNotContainsString('Tekst', $html);
    }

    /** The same with what the program writes today. */
    public function testTheProgramDraws(): void
    {
        $program = getenv('KANSRIJKE_START');
        self::assertIsString($program, 'set KANSRIJKE_START to the path of the program');
        $drawings = self::$drawn->drawings;
        $asked = ['--indicator', 'tienermoeders', '--view', 'trend', '--format', 'html', '--lang', 'nl'];
        $line = [$program, 'draw', '--all', ...$asked, '--src', ROOT . '/pkg/data', '--out', "$drawings/trend"];
        exec(implode(' ', array_map('escapeshellarg', $line)) . ' 2>&1', $said, $code);
        self::assertSame(0, $code, implode("\n", $said));
        $element = new Element(Folder::at('/ks/'), new Drawings($drawings, ROOT . '/pkg/data'));
        foreach (['GM0344' => 'Utrecht', 'PV26' => 'Utrecht (PV)', 'GM0518' => "'s-Gravenhage", 'NL01' => 'Nederland'] as $code => $name) {
            $html = $element->html(Attributes::of(['indicator' => 'tienermoeders', 'region' => $name, 'view' => 'trend']));
            self::assertStringContainsString(" view=\"trend\"><figure lang=\"nl\" data-region=\"$code\"", $html, $name);
            self::assertMatchesRegularExpression('~</figure></kansrijke-start><script type="application/ld\+json">[^<]+</script>$~', $html);
        }
    }

    public function testAPlaceIsKnownByItsName(): void
    {
        $asked = ['indicator' => 'eerste-kinderen', 'view' => 'table'];
        self::assertStringContainsString('<figure', self::html(['region' => 'Leiden'] + $asked));
        self::assertStringContainsString('<figure', self::html(['region' => 'gm0546'] + $asked));
        // The province of that name has no drawing, and there is no place of the other.
        foreach (['Leiden (PV)', 'Leijden', '../region/leiden'] as $place) {
            self::assertStringNotContainsString('<figure', self::html(['region' => $place] + $asked), $place);
        }
    }

    public function testADrawingOfSomethingElseIsNotShown(): void
    {
        $asked = ['indicator' => 'eerste-kinderen', 'region' => 'GM0546', 'view' => 'table'];
        foreach ([['period' => '2015'], ['compare' => 'PV28'], ['lang' => 'en'], ['heading' => 'Kop'], ['view' => 'trend']] as $other) {
            self::assertStringNotContainsString('<figure', self::html($other + $asked), json_encode($other));
        }
        self::assertStringContainsString('<figure', self::html(['view' => 'story', 'region' => 'GM0546']));
        self::assertStringNotContainsString('<figure', self::html(['view' => 'story', 'region' => 'GM0546', 'indicator' => 'big2']));
    }

    public function testWhatTheProgramDidNotDrawIsNotShown(): void
    {
        $html = self::html(['indicator' => 'eerste-kinderen', 'region' => 'GM0001', 'view' => 'table']);
        self::assertStringNotContainsString('<script', $html);
        self::assertStringContainsString('Bekijk de grafiek: eerste-kinderen, GM0001', $html);
    }

    public function testWithoutADrawingThereIsALinkOrTheText(): void
    {
        $given = ['indicator' => 'tienermoeders', 'region' => "'s-Gravenhage"];
        $link = '<p><a href="/ks/frame.html?indicator=tienermoeders&amp;region=%27s-Gravenhage">'
            . 'Bekijk de grafiek: tienermoeders, &apos;s-Gravenhage</a></p>';
        $element = '<kansrijke-start indicator="tienermoeders" region="&apos;s-Gravenhage">';
        self::assertSame("$element$link</kansrijke-start>", self::html($given));
        self::assertSame("$element<p>Zin.</p></kansrijke-start>", self::html($given, '<p>Zin.</p>'));
    }

    public function testNoValueBecomesMarkup(): void
    {
        $heading = 'a"><script>alert(1)</script>&lt;';
        $html = self::html(['indicator' => 'tienermoeders', 'region' => 'Ede', 'heading' => $heading]);
        self::assertStringNotContainsString('<script', $html);
        $document = new DOMDocument();
        $document->loadHTML('<?xml encoding="utf-8">' . $html, LIBXML_NOERROR);
        $element = $document->getElementsByTagName('kansrijke-start')->item(0);
        self::assertSame($heading, $element->getAttribute('heading'));
        self::assertSame(3, $element->attributes->length);
    }
}
