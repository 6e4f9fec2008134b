<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

use PHPUnit\Framework\TestCase;

/** The plugin, as WordPress calls it. */
final class WordpressTest extends TestCase
{
    private const MADE = '<kansrijke-start indicator="tienermoeders" region="Den Haag" view="trend">';

    protected function setUp(): void
    {
        Wordpress::$enqueued = Wordpress::$errors = Wordpress::$options = [];
        Wordpress::$isEditor = false;
        (Wordpress::$hooks['init'])();
    }

    public function testTheShortcodeIsTheElementWithTheScript(): void
    {
        $shortcode = Wordpress::$shortcodes['kansrijke-start'];
        $given = ['indicator' => 'tienermoeders', 'region' => 'Den Haag', 'view' => 'trend'];
        self::assertSame(self::MADE . '<p>Zin.</p></kansrijke-start>', $shortcode($given, '<p>Zin.</p>'));
        self::assertSame(['kansrijke-start'], Wordpress::$enqueued);
        self::assertSame('https://www.example.nl/kansrijke-start/kansrijke-start.js', Wordpress::$registered['kansrijke-start']);
        // As WordPress reads `indicator=“tienermoeders” region=“Den Haag” view=&#8221;trend&#8221;`.
        $curled = ['indicator' => '“tienermoeders”', 'region' => '“Den', 0 => 'Haag”', 'view' => '&#8221;trend&#8221;'];
        self::assertStringStartsWith(self::MADE, $shortcode($curled));
    }

    public function testWhatIsWrongIsReadByEditorsAlone(): void
    {
        $shortcode = Wordpress::$shortcodes['kansrijke-start'];
        self::assertSame('Zin.', $shortcode(['indicator' => '<b>'], 'Zin.'));
        self::assertSame('', $shortcode(''));
        self::assertSame([], Wordpress::$enqueued);
        Wordpress::$isEditor = true;
        self::assertStringContainsString('niet goed ingevuld: indicator.</p>Zin.', $shortcode(['indicator' => '<b>'], 'Zin.'));
        self::assertStringContainsString('niet goed ingevuld: &lt;img.', $shortcode(['indicator' => 'a', 'region' => 'b', '<img' => 'c']));
    }

    public function testTheBlockIsTheElement(): void
    {
        [$block] = array_values(Wordpress::$blocks);
        $given = ['indicator' => 'tienermoeders', 'region' => 'Den Haag', 'view' => '', 'className' => 'x', 'headingLevel' => '2'];
        $html = $block['render_callback']($given, '');
        self::assertStringStartsWith('<kansrijke-start indicator="tienermoeders" region="Den Haag" heading-level="2"><p><a href="/kansrijke-start/frame.html?', $html);
        $declared = json_decode(file_get_contents(INTEGRATIONS . '/wordpress/kansrijke-start/block.json'), true);
        $names = str_replace('headingLevel', 'heading-level', array_keys($declared['attributes']));
        self::assertSame([], array_diff($names, KansrijkeStart\Attributes::NAMES));
    }

    public function testAPastedAddressIsTheElement(): void
    {
        [$pattern, $embed] = Wordpress::$embeds['kansrijke-start'];
        $address = 'https://www.example.nl/kansrijke-start/frame.html?indicator=tienermoeders&region=Den%20Haag&view=trend';
        self::assertMatchesRegularExpression($pattern, $address);
        self::assertDoesNotMatchRegularExpression($pattern, str_replace('www.', 'elders.', $address));
        self::assertStringStartsWith(self::MADE, $embed([], [], $address));
        $wrong = 'https://www.example.nl/kansrijke-start/frame.html?region="><b>';
        self::assertStringStartsWith('<a href="', $embed([], [], $wrong));
        self::assertStringNotContainsString('<b>', $embed([], [], $wrong));
    }

    public function testATextKeepsItsLinksAndGetsTheScript(): void
    {
        $content = Wordpress::$hooks['the_content'];
        $link = '<p><a href="/kansrijke-start/frame.html?indicator=tienermoeders&amp;region=Ede">Ede</a></p>';
        self::assertSame($link, $content($link));
        self::assertSame(['kansrijke-start'], Wordpress::$enqueued);
        $div = '<div data-kansrijke-start data-indicator="tienermoeders" data-region="Den Haag" data-view="trend">Zin.</div>';
        self::assertSame(self::MADE . 'Zin.</kansrijke-start>', $content($div));
        Wordpress::$enqueued = [];
        self::assertSame('<p>Zin.</p>', $content('<p>Zin.</p>'));
        self::assertSame([], Wordpress::$enqueued);
    }

    public function testTheScriptIsAModule(): void
    {
        $module = Wordpress::$hooks['script_loader_tag'];
        foreach (["<script src='/a.js' id='a'></script>", "<script type='text/javascript' src='/a.js' id='a'></script>"] as $tag) {
            self::assertSame("<script type=\"module\" src='/a.js' id='a'></script>", $module($tag, 'kansrijke-start'));
            self::assertSame($tag, $module($tag, 'jquery'));
        }
    }

    public function testEditorsMayKeepTheElement(): void
    {
        $allow = Wordpress::$hooks['wp_kses_allowed_html'];
        $allowed = $allow(['p' => []], 'post');
        self::assertTrue($allowed['kansrijke-start']['region']);
        self::assertArrayNotHasKey('src', $allowed['kansrijke-start']);
        self::assertSame(['p' => []], $allow(['p' => []], 'strip'));
    }

    public function testOtherSitesAreOfferedAFrame(): void
    {
        $plugin = new KansrijkeStart\WordPress\Plugin(__FILE__);
        $address = 'https://www.example.nl/kansrijke-start/frame.html?indicator=tienermoeders&region=Ede';
        $answer = $plugin->offer(new WP_REST_Request(['url' => $address, 'maxwidth' => 400]));
        self::assertSame(['1.0', 'rich', 400], [$answer['version'], $answer['type'], $answer['width']]);
        $frame = '<iframe src="https://www.example.nl/kansrijke-start/frame.html?indicator=tienermoeders&amp;region=Ede" ';
        self::assertStringStartsWith($frame, $answer['html']);
        self::assertSame(38 * 16 + 57, $answer['height']);
        $story = new WP_REST_Request(['url' => 'https://www.example.nl/kansrijke-start/frame.html?view=story&region=Ede']);
        self::assertSame([640, 157 * 16 + 57], [$plugin->offer($story)['width'], $plugin->offer($story)['height']]);
        $refused = $plugin->offer(new WP_REST_Request(['url' => 'https://elders.example/frame.html?indicator=a&region=b']));
        self::assertSame(404, $refused->data['status']);
    }

    public function testSettingsThatAreWrongChangeNothing(): void
    {
        $settings = new KansrijkeStart\WordPress\Settings();
        $sane = $settings->sane(['address' => 'javascript:alert(1)', 'data' => '/bestaat/niet', 'drawings' => __DIR__ . '/']);
        self::assertSame(['address' => '/kansrijke-start/', 'data' => '', 'drawings' => __DIR__], $sane);
        self::assertCount(2, Wordpress::$errors);
    }
}
