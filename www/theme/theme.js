// SPDX-License-Identifier: EUPL-1.2
// The colours of a figure in a page that is dark or tinted, or has a house style: those of the house
// style where they can be read on the paper that is really under the figure, else ours.

/** The rules of style for letters and focus in a house style. */
export const rules = __THEME_STYLE__;

/** Of each role its name, its colour on light and on dark paper, and the contrast that it keeps. */
const ROLES = __ROLES__;

/** Of each house style the tokens of text, paper, accent, headings and focus; the most particular first. */
const STYLES = [
  ['ams-color-text', 'ams-color-background-body', 'ams-color-interactive'],
  ['denhaag-color-grey-5', 'denhaag-color-white', 'denhaag-color-green-3', 'denhaag-heading-color', 'denhaag-focus-border-color'],
  ['rhc-color-foreground-default', 'rhc-color-bg-document', 'rhc-color-primary-500', 'nl-heading-level-3-color', 'rhc-focus-outline-color'],
  ['basis-color-default-color-document', 'basis-color-default-bg-document', 'basis-color-accent-1-color-default', 'basis-heading-color', 'basis-focus-outline-color'],
  ['utrecht-document-color', 'utrecht-document-background-color', 'utrecht-link-color', 'utrecht-heading-3-color', 'utrecht-focus-outline-color'],
];

/** What a browser says of a node without a colour behind it. */
const CLEAR = 'rgba(0, 0, 0, 0)';

/** The contrast that WCAG asks of text, and of marks. */
const TEXT = 4.5;
const MARK = 3;

/** The luminance of the grey on which white and black read equally well. */
const HALF = 0.179;

/** How much of an accent is in its band, and of black or white in a colour that comes one step nearer. */
const TINT = 0.15;
const STEP = 0.1;

const mix = (one, other, share) => one.map((part, nth) => part + (other[nth] - part) * share);
const linear = (part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;

/** The relative luminance of a colour as it is painted, in whole parts of 255. */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => linear(Math.round(part * 255) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, as WCAG defines it. */
function contrast(one, other) {
  const [less, more] = [one, other].map(luminance).sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

const written = (colour) => `rgb(${colour.map((part) => Math.round(part * 255)).join(' ')})`;

/** What reads colours by a node of a page: as shares of red, green and blue, on paper where they let it through. */
function reader({ style }, page) {
  return (colour, paper) => {
    style.color = '';
    style.color = colour;
    if (!style.color) return undefined;
    // The browser knows every way to write a colour, and writes all mixtures in one.
    style.color = `color-mix(in srgb, ${colour}, ${colour})`;
    const [red, green, blue, alpha = 1] = page.color.match(/[\d.e-]+/g);
    const most = page.color.startsWith('rgb') ? 255 : 1;
    return mix(paper, [red / most, green / most, blue / most], alpha);
  };
}

/** The sheets that were made, by what they were made of: figures on the same paper share one. */
const made = new Map();

/** Gives an element the colours that suit its page; `layers` are those that lie under it, the lowest first. */
export function dress(element, layers) {
  const { shadowRoot } = element;
  const probe = shadowRoot.firstChild.lastChild;
  const page = getComputedStyle(probe);
  const own = { light: '#fff', dark: '#181818' }[element.getAttribute('theme')];
  const under = own ? [own] : layers.filter((layer) => layer !== CLEAR);
  const styles = own ? [] : STYLES.map((names) => names.map((name) => page.getPropertyValue(`--${name}`)));
  const from = JSON.stringify([under, styles]);
  if (!made.has(from)) made.set(from, sheetOf(under, styles, reader(probe, page)));
  const sheet = made.get(from);
  if (shadowRoot.adoptedStyleSheets.includes(sheet)) return;
  const earlier = [...made.values()];
  shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets.filter((other) => !earlier.includes(other)), sheet];
}

/** The sheet for a paper of these layers and the first of these styles that can be read on it. */
function sheetOf(layers, styles, read) {
  const paper = layers.reduce((under, layer) => read(layer, under), [1, 1, 1]);
  const keeps = (colour, least, on = paper) => colour && contrast(colour, on) >= least;

  // A style is taken as a whole or not at all, so it must do on its own paper, too.
  const suits = ([text, own, accent]) => own && [paper, own].every((on) => keeps(text, TEXT, on) && keeps(accent, MARK, on));
  const [text, , accent, heading, focus] = styles.map((tokens) => tokens.map((token) => read(token, paper))).find(suits) ?? [];

  const isDark = luminance(paper) < HALF;
  const pole = isDark ? [1, 1, 1] : [0, 0, 0];
  /** The colour itself, or the nearest one towards white or black that keeps its contrast. */
  const fitted = (colour, least, on) => keeps(colour, least, on) ? colour : fitted(mix(colour, pole, STEP), least, on);
  const taken = { text, own: accent, band: accent && mix(paper, accent, TINT), paper };
  const colours = {};
  // From the least contrast to the most: names of the own region stand on its band.
  for (const [name, light, dark, least] of ROLES) {
    colours[name] = fitted(taken[name] ?? read(isDark ? dark : light, paper), least, name === 'own' ? colours.band : paper);
  }
  const declared = ROLES.map(([name]) => `--${name}: var(--kansrijke-start-${name}-color, ${written(colours[name])});`);
  if (keeps(heading, TEXT)) declared.push(`--heading: ${written(heading)};`);
  if (keeps(focus, MARK)) declared.push(`--focus: ${written(focus)};`);
  const sheet = new CSSStyleSheet();
  // Paper is white, and who forces colours gets those.
  sheet.replaceSync(`@media screen and (forced-colors: none) {
    .frame { color-scheme: ${isDark ? 'dark' : 'light'}; ${declared.join(' ')} }
  }`);
  return sheet;
}
