<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

use KansrijkeStart\Attributes;
use PHPUnit\Framework\TestCase;

/** What may be asked for. */
final class AttributesTest extends TestCase
{
    public function testTheyAreThoseOfTheElement(): void
    {
        $declared = json_decode(file_get_contents(ROOT . '/pkg/custom-elements.json'), true);
        $attributes = $declared['modules'][0]['declarations'][0]['attributes'];
        $names = array_column($attributes, 'name');
        self::assertSame(array_values(array_diff($names, ['src'])), Attributes::NAMES);
        $checked = 0;
        foreach ($attributes as ['name' => $name, 'type' => $type]) {
            preg_match_all("/'([^']+)'/", $type['text'], $words);
            foreach ($words[1] as $word) {
                self::assertSame($word, Attributes::of([$name => $word])->get($name));
                self::assertNull(Attributes::of([$name => $word . 'x'])->get($name));
                $checked++;
            }
        }
        self::assertGreaterThan(20, $checked);
    }

    public function testWhatMeansSomethingIsKept(): void
    {
        $given = [
            'indicator' => 'tienermoeders', 'region' => "'s-Gravenhage (gemeente)", 'compare' => 'NL01, Súdwest-Fryslân',
            'view' => 'trend', 'period' => '2010-2015', 'edition' => '2026-11-28-2', 'lang' => 'nl',
            'heading' => 'Minder <b> dan & "ooit"', 'heading-level' => '2', 'controls' => 'region period',
            'follow' => '?gemeente',
        ];
        $attributes = Attributes::of($given);
        self::assertSame($given, $attributes->all());
        self::assertSame([], $attributes->refused());
        self::assertTrue($attributes->isEnough());
    }

    /** @dataProvider wrong */
    public function testWhatMeansNothingIsRefused(string $name, mixed $value): void
    {
        $attributes = Attributes::of([$name => $value]);
        self::assertSame([], $attributes->all());
        self::assertSame([strtolower($name)], $attributes->refused());
    }

    public function wrong(): iterable
    {
        $wrong = [
            'indicator' => ['../../wp-config', 'Tienermoeders', 'a,b', 'a"b'],
            'region' => ['<script>', 'a"b', "a\0b", "a\x80", str_repeat('a', 81), 'a/..;b'],
            'compare' => ['NL01;GG2514', '<b>'],
            'view' => ['taart', 'number ../'],
            'period' => ['15', '2015-13', '2015-2016-2017', 'nu'],
            'edition' => ['2026-11-28/..', '2026-13-01', 'nieuwste'],
            'lang' => ['de', 'nl"'],
            'heading' => [str_repeat('a', 161), "a\u{202E}b"],
            'heading-level' => ['0', '7', '2.5'],
            'controls' => ['region; drop'],
            'follow' => ['a b', '??', 'a&b'],
            'src' => ['https://elders.example/data/'],
            'onclick' => ['alert(1)'],
            'style' => ['color: red'],
        ];
        foreach ($wrong as $name => $values) {
            foreach ($values as $nth => $value) {
                yield "$name $nth" => [$name, $value];
            }
        }
        yield 'no text' => ['region', ['Utrecht']];
    }

    public function testWhatAnEditorMadeOfAValueIsUndone(): void
    {
        $attributes = Attributes::of([
            'Indicator' => "\u{200B}“tienermoeders”", 'region' => "Den\u{A0}Haag\u{FEFF}", 'period' => ' „2015” ', 'within' => '  ',
        ]);
        self::assertSame(['indicator' => 'tienermoeders', 'region' => 'Den Haag', 'period' => '2015'], $attributes->all());
    }

    public function testEnoughIsWhatAViewNeeds(): void
    {
        $isEnough = fn (array $given) => Attributes::of($given)->isEnough();
        self::assertFalse($isEnough([]));
        self::assertFalse($isEnough(['indicator' => 'tienermoeders']));
        self::assertFalse($isEnough(['region' => 'Utrecht']));
        self::assertFalse($isEnough(['view' => 'story']));
        self::assertTrue($isEnough(['indicator' => 'tienermoeders', 'controls' => '']));
        self::assertTrue($isEnough(['indicator' => 'tienermoeders', 'view' => 'map']));
        self::assertTrue($isEnough(['view' => 'story', 'region' => 'Utrecht']));
        self::assertTrue($isEnough(['view' => 'profile', 'region' => 'GM0344', 'indicator' => 'tienermoeders, big2']));
    }
}
