// SPDX-License-Identifier: EUPL-1.2
// The block in the editor: what is asked for at the side, and what the server makes of it.
(function ({ blocks, blockEditor, components, element, serverSideRender }) {
  const h = element.createElement;

  const VIEWS = [
    ['', 'een cijfer'], ['trend', 'door de jaren'], ['compare', 'gebieden onder elkaar'], ['table', 'een tabel'],
    ['ranking', 'ranglijst'], ['funnel', 'trechter'], ['map', 'kaart'], ['profile', 'alle onderwerpen van een gebied'],
    ['heatmap', 'alle onderwerpen van alle gebieden'], ['story', 'een gemeente in 1000 dagen'],
    ['icons', 'kinderen als stippen'],
  ].map(([value, label]) => ({ value, label }));

  const LEVELS = ['', '2', '3', '4', '5', '6'].map((value) => ({ value, label: value || 'als het niet is gekozen: 3' }));

  const FIELDS = [
    ['indicator', 'Onderwerp', 'Zoals tienermoeders; alle onderwerpen staan in data/index.json.'],
    ['region', 'Gebied', 'Een naam of een CBS-code: Utrecht, GM0344, PV26, NL01.'],
    ['compare', 'Vergelijken met', 'Codes of namen met komma’s ertussen; anders Nederland.'],
    ['within', 'Binnen', 'Voor gebieden naast elkaar: een naam, een code, neighbours, peers of similar.'],
    ['period', 'Periode', 'Zoals 2015 of 2010-2015; anders het nieuwste cijfer.'],
    ['heading', 'Kop', 'message, name of een eigen tekst.'],
  ];

  blocks.registerBlockType('kansrijke-start/figure', {
    edit({ attributes, setAttributes }) {
      const text = ([name, label, help]) => h(components.TextControl, {
        key: name, label, help, value: attributes[name], onChange: (value) => setAttributes({ [name]: value }),
      });
      const choose = (name, label, options) => h(components.SelectControl, {
        key: name, label, options, value: attributes[name] ?? '', onChange: (value) => setAttributes({ [name]: value || undefined }),
      });
      const isOverview = ['profile', 'heatmap', 'story'].includes(attributes.view);
      const isEnough = isOverview || attributes.indicator;
      const main = FIELDS.slice(0, 2).map(text);
      return h('div', blockEditor.useBlockProps(),
        h(blockEditor.InspectorControls, null,
          h(components.PanelBody, { title: 'Grafiek' }, main, choose('view', 'Weergave', VIEWS), FIELDS.slice(2).map(text),
            choose('headingLevel', 'Niveau van de kop', LEVELS))),
        isEnough
          ? h(components.Disabled, null, h(serverSideRender, { block: 'kansrijke-start/figure', attributes }))
          : h(components.Placeholder, { icon: 'chart-line', label: 'Kansrijke Start' }, main));
    },
    save: () => null,
  });
})(window.wp);
