<?php
// SPDX-License-Identifier: EUPL-1.2

declare(strict_types=1);

namespace Drupal\kansrijke_start\Plugin\Filter;

use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\Plugin\ContainerFactoryPluginInterface;
use Drupal\filter\FilterProcessResult;
use Drupal\filter\Plugin\FilterBase;
use KansrijkeStart\Drawings;
use KansrijkeStart\Element;
use KansrijkeStart\Filter;
use KansrijkeStart\Folder;
use Symfony\Component\DependencyInjection\ContainerInterface;

require_once dirname(__DIR__, 3) . '/lib/load.php';

/**
 * Turns links and blocks into figures.
 *
 * @Filter(
 *   id = "filter_kansrijke_start",
 *   title = @Translation("Kansrijke Start in een grafiek"),
 *   description = @Translation("Zet links naar frame.html en &lt;div data-kansrijke-start&gt; om in een grafiek. Laat dit filter na alle andere komen."),
 *   type = Drupal\filter\Plugin\FilterInterface::TYPE_TRANSFORM_IRREVERSIBLE,
 *   settings = {
 *     "address" = "/kansrijke-start/",
 *     "data" = "",
 *     "drawings" = ""
 *   },
 *   weight = 50
 * )
 */
final class FilterKansrijkeStart extends FilterBase implements ContainerFactoryPluginInterface
{
    private const FIELDS = [
        'address' => ['Adres van de map', 'Het adres waar de map met kansrijke-start.js staat, zoals /kansrijke-start/.'],
        'data' => ['Map data op de server', 'Niet verplicht. Met deze map worden ook namen van gebieden herkend.'],
        'drawings' => ['Map met getekende grafieken op de server', 'Niet verplicht. Dan staat elke grafiek er ook voor wie geen script heeft.'],
    ];

    /** The site's own host, by which full addresses are known. */
    private string $host = '';

    /** {@inheritdoc} */
    public static function create(ContainerInterface $container, array $configuration, $plugin_id, $plugin_definition)
    {
        $filter = new self($configuration, $plugin_id, $plugin_definition);
        $request = $container->get('request_stack')->getCurrentRequest();
        $filter->host = $request === null ? '' : $request->getHttpHost();
        return $filter;
    }

    /** {@inheritdoc} */
    public function process($text, $langcode)
    {
        $result = new FilterProcessResult($text);
        $folder = Folder::at((string) $this->settings['address'], $this->host);
        if ($folder === null) {
            return $result;
        }
        $drawings = (string) $this->settings['drawings'];
        $drawn = $drawings === '' ? null : new Drawings($drawings, (string) $this->settings['data']);
        [$html, $count] = (new Filter($folder, new Element($folder, $drawn)))->apply((string) $text);
        if ($count === 0) {
            return $result;
        }
        $script = ['#tag' => 'script', '#attributes' => ['type' => 'module', 'src' => $folder->script()]];
        // By its key it stands in a page once.
        $result->setProcessedText($html)->addAttachments(['html_head' => [[$script, 'kansrijke_start']]]);
        return $result->addCacheContexts(['url.site']);
    }

    /** {@inheritdoc} */
    public function settingsForm(array $form, FormStateInterface $form_state)
    {
        foreach (self::FIELDS as $name => [$title, $description]) {
            $form[$name] = [
                '#type' => 'textfield',
                '#title' => $this->t($title),
                '#description' => $this->t($description),
                '#default_value' => $this->settings[$name],
                '#required' => $name === 'address',
                '#element_validate' => [[self::class, $name === 'address' ? 'validateAddress' : 'validateFolder']],
            ];
        }
        return $form;
    }

    /** Refuses what is no address. */
    public static function validateAddress(array &$element, FormStateInterface $form_state): void
    {
        if (Folder::at((string) $element['#value']) === null) {
            $form_state->setError($element, 'Dit is geen adres van een map, zoals /kansrijke-start/.');
        }
    }

    /** Refuses a folder that is not there. */
    public static function validateFolder(array &$element, FormStateInterface $form_state): void
    {
        if ($element['#value'] !== '' && !is_dir((string) $element['#value'])) {
            $form_state->setError($element, 'Deze map is er niet.');
        }
    }

    /** {@inheritdoc} */
    public function tips($long = false)
    {
        return $this->t('Een link naar een grafiek van Kansrijke Start, alleen in een alinea, wordt die grafiek.');
    }
}
