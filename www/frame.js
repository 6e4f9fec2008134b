// SPDX-License-Identifier: EUPL-1.2
// The page inside a frame: one chart, with the attributes that stand in its address, that tells
// the page around it how high it is.
const TAG = 'kansrijke-start';
const asked = new URLSearchParams(location.search);
const chart = document.createElement(TAG);

/** Figures from elsewhere do not belong under this address. */
const isOurs = (address) =>
  URL.canParse(address, document.baseURI) && new URL(address, document.baseURI).origin === location.origin;

for (const name of customElements.get(TAG).observedAttributes) {
  const value = asked.get(name);
  if (value !== null && (name !== 'src' || isOurs(value))) chart.setAttribute(name, value);
}
document.documentElement.lang = asked.get('lang') ?? 'nl';
chart.addEventListener(`${TAG}-ready`, () => {
  document.title = chart.shadowRoot.querySelector('h1, h2, h3, h4, h5, h6').textContent;
});
document.body.append(chart);

/** A height is no secret: every page may know it. */
const say = (message) => parent.postMessage(message, '*');

function tell() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  say({ type: `${TAG}:height`, version: 1, id: asked.get('id') ?? '', height });
  // What AMP and the embedding plug-ins of CMSes listen to.
  say({ sentinel: 'amp', type: 'embed-size', height });
  say(JSON.stringify({ src: location.href, context: 'iframe.resize', height }));
}

if (parent !== window) {
  new ResizeObserver(tell).observe(document.body);
  // A page that began to listen later asks again.
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data?.type === `${TAG}:ask`) tell();
  });
}
