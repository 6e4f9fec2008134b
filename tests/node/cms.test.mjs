// SPDX-License-Identifier: EUPL-1.2
// What survives when somebody pastes a figure into a content system, and what a visitor then sees: each
// form through real editors and filters, read in Chromium. The table in www/cms.html is made here:
//   node tests/node/cms.test.mjs --approve
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { browse, serve } from './chromium.mjs';
import { load } from '../../pkg/kansrijke-start.js';

const packages = createRequire(new URL('../../xtask/package.json', import.meta.url));
const { autop } = packages('@wordpress/autop');
const PAGE = new URL('../../www/cms.html', import.meta.url);

const ASKED = 'indicator=tienermoeders&amp;region=GM0344&amp;view=trend';
const FRAME = `/pkg/frame.html?${ASKED}`;
const SENTENCE = 'Van elke 1.000 kinderen hadden er 3,6 een moeder jonger dan 20 jaar.';
const ELEMENT = `<kansrijke-start indicator="tienermoeders" region="GM0344" view="trend"><p>${SENTENCE}</p></kansrijke-start>`;
const SCRIPT = '<script type="module" src="/pkg/kansrijke-start.js"></script>';

const options = { indicator: 'tienermoeders', region: 'GM0344', view: 'trend' };
const drawn = (await load(options)).toHTML();

/** What somebody pastes, by the name that it has in the table. */
const FORMS = {
  regels: `${SCRIPT}\n${ELEMENT}`,
  link: `<p><a href="${FRAME}">Kinderen van tienermoeders in Utrecht</a></p>`,
  blok: `<div data-kansrijke-start data-indicator="tienermoeders" data-region="GM0344" data-view="trend"><p>${SENTENCE}</p></div>`,
  frame: `<p><iframe src="${FRAME}" title="Tienermoeders in Utrecht" width="640" height="736" loading="lazy"></iframe><br>\n<a href="${FRAME}">Tienermoeders in Utrecht: de grafiek met de cijfers</a></p>`,
  'vaste HTML': drawn,
  adres: `ADDRESS${FRAME.replaceAll('&amp;', '&')}`,
  plaatje: `<figure><img src="/www/example.svg" alt="${SENTENCE}" width="640" height="351"><figcaption>${SENTENCE}</figcaption></figure>`,
};

const ALLOWED = {
  a: ['href', 'title', 'target', 'rel'], br: [], div: ['align'], em: [], figure: [], figcaption: [], h1: [], h2: [], h3: [], h4: [],
  details: ['open'], summary: [], dl: [], dt: [], dd: [], table: [], caption: [], thead: [], tbody: [], tr: [], th: ['scope'], td: ['colspan'],
  img: ['src', 'alt', 'width', 'height', 'loading'], li: [], ol: [], p: [], span: [], strong: [], ul: [], blockquote: [], pre: [], code: [],
};

/** In the page: an allow list as WordPress has one. What is not on it loses its tags and keeps its text. */
const LISTED = `
  const [html, allowed] = arguments;
  const page = new DOMParser().parseFromString(html.replace(/<!--.*?-->/gs, ''), 'text/html');
  for (const node of [...page.body.querySelectorAll('*')]) {
    const names = allowed[node.localName];
    if (!names) { node.replaceWith(...node.childNodes); continue; }
    for (const { name } of [...node.attributes]) {
      if (!names.includes(name) && !/^(class|id|lang|role|title|aria-.*|data-.*)$/.test(name)) node.removeAttribute(name);
    }
  }
  return page.body.innerHTML;`;

const inPage = (script) => (html, browser) => browser.ask(script, html);
const escaped = (html) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const inTags = (html, change) => html.replace(/<[^>]+>/g, change);

/** What becomes of it on its way, by the name that it has in the table. */
const WAYS = {
  'niets ertussen': (html) => html,
  'TinyMCE, broncode': inPage(`tinymce.activeEditor.setContent(arguments[0]); return tinymce.activeEditor.getContent();`),
  'TinyMCE, geplakt': inPage(`
    tinymce.activeEditor.setContent('');
    tinymce.activeEditor.execCommand('mceInsertClipboardContent', false, { html: arguments[0] });
    return tinymce.activeEditor.getContent();`),
  'CKEditor 5, broncode': inPage(`plainEditor.setData(arguments[0]); return plainEditor.getData();`),
  'CKEditor 5 met General HTML Support': inPage(`htmlEditor.setData(arguments[0]); return htmlEditor.getData();`),
  'DOMPurify': inPage(`return DOMPurify.sanitize(arguments[0]);`),
  'een lijst van tags, zoals in WordPress': (html, browser) => browser.ask(LISTED, html, ALLOWED),
  'wpautop (WordPress)': (html) => autop(html),
  'gekrulde aanhalingstekens': (html) => inTags(html, (tag) => tag.replaceAll('"', '”')),
  'harde spaties (Word)': (html) => inTags(html, (tag) => tag.replaceAll(' ', '\u00a0')),
  'als tekst geplakt': escaped,
  'zonder script': (html) => html.replace(/<script\b.*?<\/script>/gs, ''),
};

/** What stands around it: the site's template, with the script or without. */
const template = (html, script) => `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Proef</title>${script}`
  + `<main><h1>Proef</h1>${html}<p id="after">Na de grafiek.</p></main></html>`;

/** In the page: what a visitor sees, once nothing changes any more. */
const SEEN = `
  const { body } = document;
  const isSeen = (node) => node.getClientRects().length > 0 && node.checkVisibility();
  const chart = document.querySelector('kansrijke-start');
  // A link or a block becomes an element when the script for that is there.
  const turned = performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/pkg/kansrijke-start.js'))
    && document.querySelector('p > a[href*="frame.html?"]:first-of-type, div[data-kansrijke-start]') && !document.querySelector('iframe');
  if (turned && !chart && performance.now() < 3000) return '';
  const text = document.querySelector('main').innerText;
  if (chart?.shadowRoot?.querySelector('svg')) return isSeen(document.querySelector('#after')) ? 'grafiek' : 'grafiek, en de rest is weg';
  if (chart?.shadowRoot && !chart.shadowRoot.querySelector('.notice')) return '';
  if (/^\\s*Proef\\s+https?:\\S+\\s+Na de grafiek/.test(text)) return 'adres als tekst';
  if (/<\\w|indicator=/.test(text)) return 'code';
  const frame = document.querySelector('iframe[src*="frame.html"]');
  if (frame) return new URL(frame.src).pathname === '/pkg/frame.html' ? 'frame' : 'kapot frame';
  const picture = document.querySelector('main :is(img, svg)');
  if (picture && isSeen(picture) && (picture.localName === 'svg' || picture.naturalWidth)) return picture.localName === 'svg' ? 'vaste grafiek' : 'plaatje';
  if (picture?.localName === 'img' && !picture.complete) return '';
  const link = document.querySelector('a[href*="/pkg/frame.html?"]');
  if (link && isSeen(link)) return link.pathname === '/pkg/frame.html' ? 'link' : 'kapotte link';
  if (/3,6/.test(text)) return chart?.shadowRoot ? 'zin met melding' : 'zin';
  return chart?.shadowRoot ? 'melding' : 'niets';`;

let site, browser;
const pages = new Map();
const found = {};

before(async () => {
  const from = (path) => `<script src="/packages/${path}"></script>`;
  pages.set('/editors', `<!doctype html><meta charset="utf-8"><title>Editors</title>${from('tinymce/tinymce.min.js')}
    ${from('ckeditor5/dist/browser/ckeditor5.umd.js')}${from('dompurify/dist/purify.min.js')}
    <textarea id="tiny"></textarea><div id="plain"></div><div id="html"></div><script>
    (async () => {
      await tinymce.init({ selector: '#tiny', license_key: 'gpl', promotion: false, convert_urls: false });
      const { ClassicEditor, Essentials, Paragraph, Heading, Bold, Italic, Link, List, Table, BlockQuote, ImageBlock, ImageInline, SourceEditing, GeneralHtmlSupport } = CKEDITOR;
      const usual = [Essentials, Paragraph, Heading, Bold, Italic, Link, List, Table, BlockQuote, ImageBlock, ImageInline, SourceEditing];
      window.plainEditor = await ClassicEditor.create(document.querySelector('#plain'), { licenseKey: 'GPL', plugins: usual });
      window.htmlEditor = await ClassicEditor.create(document.querySelector('#html'), {
        licenseKey: 'GPL', plugins: [...usual, GeneralHtmlSupport],
        htmlSupport: { allow: [{ name: /.*/, attributes: true, classes: true, styles: true }] },
      });
      window.isReady = true;
    })().catch((error) => { window.isReady = String(error); });
    </script>`);
  site = await serve(pages);
  browser = await browse();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

/** Waits for a value that is not empty. */
async function settled(script, patience = 15_000) {
  const end = Date.now() + patience;
  for (let last = ''; ;) {
    const value = await browser.ask(script);
    if (value && value === last) return value;
    if (Date.now() > end) return last || value || 'niets';
    last = value;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

test('every form through every editor, and what a visitor sees of it', { timeout: 300_000 }, async () => {
  await browser.open(`${site.address}/editors`);
  assert.equal(await settled('return window.isReady ?? ""'), true);
  const stored = {};
  for (const [way, pass] of Object.entries(WAYS)) {
    stored[way] = {};
    for (const [form, html] of Object.entries(FORMS)) stored[way][form] = await pass(html.replace('ADDRESS', site.address), browser);
  }
  // Many ways leave the same.
  const known = new Map();
  const look = async (page) => {
    if (!known.has(page)) {
      pages.set('/page', page);
      await browser.open(`${site.address}/page`);
      known.set(page, await settled(SEEN));
    }
    return known.get(page);
  };
  for (const way of Object.keys(WAYS)) {
    found[way] = {};
    for (const form of Object.keys(FORMS)) {
      found[way][form] = [await look(template(stored[way][form], SCRIPT)), await look(template(stored[way][form], ''))];
    }
  }
  // Nothing is lost on no way at all, and what a visitor sees without the script in the template is said as well.
  assert.deepEqual(found['niets ertussen'].regels, ['grafiek', 'grafiek']);
  for (const [way, seen] of Object.entries(found)) {
    for (const [form, [scripted]] of Object.entries(seen)) assert.ok(scripted, `${way}, ${form}`);
  }
  // A link is what every editor keeps.
  for (const way of ['TinyMCE, broncode', 'TinyMCE, geplakt', 'CKEditor 5, broncode', 'CKEditor 5 met General HTML Support', 'DOMPurify',
    'een lijst van tags, zoals in WordPress', 'wpautop (WordPress)', 'zonder script']) {
    assert.deepEqual(found[way].link, ['grafiek', 'link'], way);
  }
});

test('the wrapper of Iframely makes a frame as high as its figure', async () => {
  const frame = `<div class="iframely-embed"><div class="iframely-responsive" style="position: relative; height: 0; padding-bottom: 30%">
    <iframe src="${site.address}${FRAME}" style="position: absolute; width: 100%; height: 100%; border: 0"></iframe></div></div>`;
  pages.set('/iframely', template(frame, '<script defer src="/packages/@iframely/embed.js/dist/embed.js"></script>'));
  await browser.open(`${site.address}/iframely`);
  const height = await settled(`
    const frame = document.querySelector('iframe');
    const inside = frame.contentDocument;
    const isDrawn = inside?.querySelector('kansrijke-start')?.shadowRoot?.querySelector('svg');
    return isDrawn && frame.clientHeight === Math.ceil(inside.body.getBoundingClientRect().height) ? frame.clientHeight : '';`);
  // A third of the width of the page is far less than a trend with its heading takes.
  assert.ok(height > 400, `${height}`);
});

const BEGIN = '<!-- begin: wat blijft over, gemaakt door node tests/node/cms.test.mjs --approve -->\n';
const END = '<!-- einde: wat blijft over -->';

/** The table as it stands in the page. */
function table() {
  const cell = ([scripted, bare]) => scripted === bare ? scripted : `${scripted} (zonder: ${bare})`;
  const head = `<tr><th scope="col">wat ertussen zit</th>${Object.keys(FORMS).map((form) => `<th scope="col">${form}</th>`).join('')}</tr>`;
  const rows = Object.entries(found).map(([way, seen]) =>
    `<tr><th scope="row">${way}</th>${Object.values(seen).map((one) => `<td>${cell(one)}</td>`).join('')}</tr>`);
  return `<table>\n<caption id="tabel-naam">Wat een bezoeker ziet van elke vorm; tussen haakjes als het script niet in het sjabloon staat</caption>\n<thead>\n${head}\n</thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>\n`;
}

test('the page says what was found', () => {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const [said, ...after] = rest.split(END);
  if (process.argv.includes('--approve')) writeFileSync(PAGE, before + BEGIN + table() + END + after.join(END));
  else assert.equal(said, table(), 'run `node tests/node/cms.test.mjs --approve`, and look at what changed');
});

test('a tag that closes itself takes the rest of the page along', async () => {
  pages.set('/page', template('<kansrijke-start indicator="tienermoeders" region="GM0344" view="trend" />', SCRIPT));
  await browser.open(`${site.address}/page`);
  assert.equal(await settled(SEEN), 'grafiek, en de rest is weg');
});

test('of which the script shows what nobody writes into an element', async () => {
  pages.set('/page', template('<kansrijke-start indicator="tienermoeders" region="GM0344" view="trend" /><h2>Verder</h2>', SCRIPT));
  await browser.open(`${site.address}/page`);
  assert.equal(await settled(`${SEEN.replace("'grafiek, en de rest is weg'", "''")}`), 'grafiek');
});
