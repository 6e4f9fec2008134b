<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

use Drupal\Core\Form\FormStateInterface;
use Drupal\filter\FilterProcessResult;
use Drupal\kansrijke_start\Plugin\Filter\FilterKansrijkeStart;
use PHPUnit\Framework\TestCase;

/** The filter, as Drupal calls it. Drupal itself is not here. */
final class DrupalTest extends TestCase
{
    private static function process(string $text, array $settings = []): FilterProcessResult
    {
        $settings += ['address' => '/ks/', 'data' => '', 'drawings' => ''];
        return (new FilterKansrijkeStart(['settings' => $settings], 'filter_kansrijke_start', []))->process($text, 'nl');
    }

    public function testALinkBecomesAFigureWithTheScript(): void
    {
        $result = self::process('<p><a href="/ks/frame.html?indicator=tienermoeders&amp;region=Ede">Ede</a></p>');
        self::assertStringStartsWith('<kansrijke-start indicator="tienermoeders" region="Ede"><p><a href=', $result->getProcessedText());
        $script = ['#tag' => 'script', '#attributes' => ['type' => 'module', 'src' => '/ks/kansrijke-start.js']];
        self::assertSame(['html_head' => [[$script, 'kansrijke_start']]], $result->attachments);
        self::assertSame(['url.site'], $result->contexts);
    }

    public function testADrawingIsRead(): void
    {
        $drawn = new Drawn();
        $text = '<div data-kansrijke-start data-indicator="eerste-kinderen" data-region="Leiden" data-view="table">Zin.</div>';
        $result = self::process($text, ['drawings' => $drawn->drawings, 'data' => $drawn->data]);
        self::assertStringContainsString('view="table"><figure', $result->getProcessedText());
    }

    public function testATextWithoutFiguresStaysAsItIs(): void
    {
        foreach (['<p>Zin.</p>', '<div data-kansrijke-start>Zin.</div>'] as $text) {
            $result = self::process($text);
            self::assertSame($text, $result->getProcessedText());
            self::assertSame([], $result->attachments);
        }
        $link = '<p><a href="/ks/frame.html?indicator=a&region=b">c</a></p>';
        self::assertSame($link, self::process($link, ['address' => 'javascript:'])->getProcessedText());
    }

    public function testSettingsAreAskedForAndChecked(): void
    {
        $state = new class implements FormStateInterface {
            public array $errors = [];

            public function setError(array &$element, string $message): void
            {
                $this->errors[] = $message;
            }
        };
        $filter = new FilterKansrijkeStart(['settings' => ['address' => '/ks/', 'data' => '', 'drawings' => '']], 'x', []);
        $form = $filter->settingsForm([], $state);
        self::assertSame(['address', 'data', 'drawings'], array_keys($form));
        $values = ['address' => ['/ks/', '<b>'], 'data' => ['', '/bestaat/niet'], 'drawings' => [__DIR__, '/bestaat/niet']];
        foreach ($values as $name => $typed) {
            foreach ($typed as $value) {
                $element = ['#value' => $value] + $form[$name];
                ($element['#element_validate'][0])($element, $state);
            }
        }
        self::assertCount(3, $state->errors);
        $schema = file_get_contents(INTEGRATIONS . '/drupal/kansrijke_start/config/schema/kansrijke_start.schema.yml');
        foreach (array_keys($form) as $name) {
            self::assertStringContainsString("    $name:\n", $schema);
        }
    }
}
