// SPDX-License-Identifier: EUPL-1.2
// The page inside a frame: one chart, with the attributes in its address. It reports its height to
// the page around it.
const TAG = 'kansrijke-start';
const parameters = new URLSearchParams(location.search);
const chart = document.createElement(TAG);

/** The full address of a folder with figures. */
const folder = (address) => {
  const { href } = new URL(address, document.baseURI);
  return href.endsWith('/') ? href : `${href}/`;
};

/** The folders of which figures may be shown: the one beside this page, and those that the host lists in it. */
const listed = document.querySelector(`meta[name="${TAG}-folders"]`).content;
const folders = ['data/', ...listed.split(/\s+/).filter(Boolean)].map(folder);
/** What an address may ask for: of a heading, not a text of its own, which would stand here under the name of this site. */
const isAllowed = (name, value) => {
  if (name === 'src') return isListed(value);
  return name !== 'heading' || ['message', 'name'].includes(value);
};
const isListed = (address) => URL.canParse(address, document.baseURI) && folders.includes(folder(address));

// Its heading is that of this page, unless the address says another level.
chart.setAttribute('heading-level', 1);
for (const name of customElements.get(TAG).observedAttributes) {
  const value = parameters.get(name);
  if (value !== null && isAllowed(name, value)) chart.setAttribute(name, value);
}
document.documentElement.lang = /^en\b/i.test(parameters.get('lang') ?? '') ? 'en' : 'nl';
// Anyone can make up an address. What it asks for is not repeated under the name of this site when
// it is unknown here; what may be meant is.
const UNKNOWN = {
  'attribute-invalid': ['Deze grafiek is niet goed ingesteld.', 'This chart is not set up correctly.'],
  'indicator-unknown': ['Dit onderwerp is hier niet bekend.', 'This subject is not known here.'],
  'region-unknown': ['Dit gebied is hier niet bekend.', 'This area is not known here.'],
  'period-unknown': ['Over deze periode zijn er hier geen cijfers.', 'There are no figures of this period here.'],
};

chart.addEventListener(`${TAG}-error`, ({ detail: { code, advice } }) => {
  const sentences = UNKNOWN[code];
  if (!sentences) return;
  const sentence = sentences[Number(document.documentElement.lang === 'en')];
  chart.shadowRoot.querySelector('.notice').textContent = [sentence, advice].filter(Boolean).join(' ');
});

chart.addEventListener(`${TAG}-ready`, () => {
  document.title = chart.shadowRoot.querySelector('h1, h2, h3, h4, h5, h6, .what').textContent;
});
document.querySelector('main').replaceChildren(chart);

/** Any page may know the height. */
const post = (message) => parent.postMessage(message, '*');

function report() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  post({ type: `${TAG}:height`, version: 1, id: parameters.get('id') ?? '', height });
  // The messages for AMP and for the embedding plug-ins of content management systems.
  post({ sentinel: 'amp', type: 'embed-size', height });
  post(JSON.stringify({ src: location.href, context: 'iframe.resize', height }));
}

if (parent !== window) {
  new ResizeObserver(report).observe(document.body);
  // A page that starts to listen later asks for it.
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data?.type === `${TAG}:ask`) report();
  });
}
