// SPDX-License-Identifier: EUPL-1.2
// A real WordPress: each form pasted by an administrator and by an editor who may not write HTML of every
// kind, in the block editor and in the classic one, with the plugin and without, then read as a visitor.
//   cargo xtask test --cms
// The table in www/cms.html is made by: node tests/cms/wordpress.test.mjs --approve
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { browse } from '../node/chromium.mjs';
import { start } from './wordpress.mjs';

const PAGE = new URL('../../www/cms.html', import.meta.url);
const PICTURES = new URL('../../target/cms/', import.meta.url);
const ASKED = 'indicator=tienermoeders&amp;region=GM0344&amp;view=trend';
const FRAME = `/kansrijke-start/frame.html?${ASKED}`;
const SENTENCE = 'Van elke 1.000 kinderen hadden er 3,6 een moeder jonger dan 20 jaar.';

const FORMS = {
  regels: `<script type="module" src="/kansrijke-start/kansrijke-start.js"></script>\n<kansrijke-start indicator="tienermoeders" region="GM0344" view="trend"><p>${SENTENCE}</p></kansrijke-start>`,
  link: `<p><a href="${FRAME}">Kinderen van tienermoeders in Utrecht</a></p>`,
  blok: `<div data-kansrijke-start data-indicator="tienermoeders" data-region="GM0344" data-view="trend"><p>${SENTENCE}</p></div>`,
  frame: `<p><iframe src="${FRAME}" title="Tienermoeders in Utrecht" width="640" height="736"></iframe><br>\n<a href="${FRAME}">Tienermoeders in Utrecht: de grafiek met de cijfers</a></p>`,
  adres: `ADDRESS${FRAME.replaceAll('&amp;', '&')}`,
  shortcode: `[kansrijke-start indicator="tienermoeders" region="GM0344" view="trend"]${SENTENCE}[/kansrijke-start]`,
};

const VISUAL = 'klassieke editor, tabblad Visueel, geplakt';

/** Ways to paste, by the names that they have in the table. Each is given the form, and saves. */
const WAYS = {
  'blokeditor, geplakt': `
    const [form, isText] = arguments;
    const blocks = wp.blocks.pasteHandler({ HTML: isText ? '' : form, plainText: form, mode: 'AUTO' });
    wp.data.dispatch('core/block-editor').insertBlocks(typeof blocks === 'string' ? wp.blocks.createBlock('core/paragraph', { content: blocks }) : blocks);`,
  'blokeditor, blok Aangepaste HTML': `
    wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('core/html', { content: arguments[0] }));`,
  'klassieke editor, tabblad Tekst': `
    document.querySelector('#content-html').click();
    document.querySelector('#content').value = arguments[0];`,
  // As the buttons of the maker and of a code sample copy it: as text.
  [VISUAL]: `
    tinymce.get('content').execCommand('mceInsertClipboardContent', false, { text: arguments[0] });
    tinymce.triggerSave();`,
};

/** In the page: what a visitor sees; nothing while it may still change. */
const SEEN = `
  const part = document.querySelector('.entry-content, .wp-block-post-content');
  if (document.readyState !== 'complete') return '';
  // A text of which nothing is left has no place in the page.
  if (!part) return document.body.classList.contains('single') ? 'niets' : '';
  const chart = part.querySelector('kansrijke-start');
  const text = part.innerText;
  if (chart?.shadowRoot?.querySelector('svg')) return 'grafiek';
  if (performance.now() < 2500) return '';
  if (chart?.shadowRoot?.querySelector('.notice')) return 'melding';
  if (/^\\s*https?:\\S+\\s*$/.test(text)) return part.querySelector('a') ? 'link' : 'adres als tekst';
  if (/<\\w|indicator=/.test(text)) return 'code';
  if (part.querySelector('iframe[src*="frame.html"]')) return 'frame';
  if (part.querySelector('a[href*="frame.html?"]')) return 'link';
  return /3,6/.test(text) ? 'zin' : 'niets';`;

let site, browser;
const found = {};

before(async () => {
  mkdirSync(PICTURES, { recursive: true });
  site = await start();
  browser = await browse();
}, { timeout: 180_000 });

after(async () => {
  await browser?.close();
  await site?.close();
});

async function settled(script, ...given) {
  for (const end = Date.now() + 30_000; ;) {
    const value = await browser.ask(script, ...given);
    if (value) return value;
    if (Date.now() > end) throw new Error(`nothing came of: ${script.slice(0, 200)} on ${await browser.ask('return location + document.body.innerText')}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function logIn(name) {
  await browser.open(`${site.address}/wp-login.php?action=logout`);
  await browser.clear();
  await browser.open(`${site.address}/wp-login.php`);
  await browser.ask(`
    document.querySelector('#user_login').value = arguments[0];
    document.querySelector('#user_pass').value = 'geheim';
    document.querySelector('#loginform').submit();`, name);
  await settled(`return location.pathname.startsWith('/wp-admin') && document.querySelector('#wpadminbar') ? 'in' : ''`);
}

/** Whether the plugin is on, and whether the template has the script. */
function set(plugin, template) {
  const code = plugin ? 'activate_plugin' : 'deactivate_plugins';
  site.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; ${code}('kansrijke-start/kansrijke-start.php'); update_option('proef_sjabloon', ${template ? 1 : 0});`);
}

/** Writes a post with this form; returns its address. */
async function write(way, form, name) {
  const isClassic = way.startsWith('klassiek');
  await browser.open(`${site.address}/wp-admin/post-new.php${isClassic ? '?klassiek' : ''}`);
  const text = form.replace('ADDRESS', site.address);
  if (isClassic) {
    await settled(`return document.querySelector('#publish') && document.readyState === 'complete' ? 'there' : ''`);
    if (way === VISUAL) {
      await browser.ask(`document.querySelector('#content-tmce').click();`);
      await settled(`return window.tinymce?.get('content')?.initialized && !tinymce.get('content').isHidden() ? 'there' : ''`);
    }
    await browser.ask(WAYS[way], text);
    await browser.ask(`document.querySelector('#title').value = arguments[0]; document.querySelector('#publish').click();`, name);
    const id = await settled(`return new URL(location).searchParams.get('post') ?? ''`);
    return `${site.address}/?p=${id}`;
  }
  await settled(`return window.wp?.data?.select('core/editor')?.getCurrentPostId() && wp.blocks.getBlockTypes().length > 20 ? 'there' : ''`);
  await browser.ask(WAYS[way], text, !text.startsWith('<'));
  await browser.ask(`wp.data.dispatch('core/editor').editPost({ title: arguments[0], status: 'publish' }); wp.data.dispatch('core/editor').savePost();`, name);
  // An address is asked for before it is an embed.
  await settled(`return wp.data.select('core/editor').didPostSaveRequestSucceed() && !wp.data.select('core/editor').isSavingPost() ? 'saved' : ''`);
  const id = await browser.ask(`return wp.data.select('core/editor').getCurrentPostId()`);
  // Nothing asks whether to leave.
  await browser.ask(`window.onbeforeunload = null; wp.data.dispatch('core/editor').resetEditorBlocks?.([], { __unstableShouldCreateUndoLevel: false });`).catch(() => {});
  return `${site.address}/?p=${id}`;
}

test('each form, by each writer, with the plugin and without', { timeout: 1_500_000 }, async () => {
  const links = [];
  for (const name of ['beheerder', 'redacteur']) {
    await logIn(name);
    for (const way of Object.keys(WAYS)) {
      for (const [form, html] of Object.entries(FORMS)) {
        const title = `${name} ${Object.keys(WAYS).indexOf(way)} ${form}`;
        links.push([`${way}, ${name}`, form, await write(way, html, title), title]);
      }
    }
  }
  await browser.clear();
  for (const [plugin, template] of [[false, false], [false, true], [true, false]]) {
    set(plugin, template);
    for (const [way, form, link, title] of links) {
      await browser.open(link);
      const seen = await settled(SEEN);
      ((found[way] ??= {})[form] ??= []).push(seen);
      if (plugin && form === 'link') writeFileSync(new URL(`${title.replaceAll(' ', '-')}.png`, PICTURES), await browser.picture());
    }
  }
  for (const [way, seen] of Object.entries(found)) {
    // Where a text is typed or pasted, the visitor reads it: there a link is made by a button.
    assert.deepEqual(seen.link, way.startsWith(VISUAL) ? ['code', 'code', 'code'] : ['link', 'grafiek', 'grafiek'], way);
    assert.equal(seen.shortcode[2], 'grafiek', way);
  }
});

test('the block of the plugin is previewed, saved and read', { timeout: 180_000 }, async () => {
  set(true, false);
  await logIn('redacteur');
  await browser.open(`${site.address}/wp-admin/post-new.php`);
  await settled(`return window.wp?.data?.select('core/editor')?.getCurrentPostId() && wp.blocks.getBlockType('kansrijke-start/figure') ? 'there' : ''`);
  await browser.ask(`
    const asked = { indicator: 'tienermoeders', region: "'s-Gravenhage", view: 'trend', headingLevel: '2' };
    wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('kansrijke-start/figure', asked));`);
  // The preview is what the server makes of it.
  await settled(`
    const inside = document.querySelector('iframe[name="editor-canvas"]')?.contentDocument ?? document;
    return inside.querySelector('kansrijke-start')?.getAttribute('region') === "'s-Gravenhage" ? 'previewed' : ''`);
  await browser.ask(`wp.data.dispatch('core/editor').editPost({ title: 'Blok', status: 'publish' }); wp.data.dispatch('core/editor').savePost();`);
  await settled(`return wp.data.select('core/editor').didPostSaveRequestSucceed() && !wp.data.select('core/editor').isSavingPost() ? 'saved' : ''`);
  const id = await browser.ask(`return wp.data.select('core/editor').getCurrentPostId()`);
  await browser.clear();
  await browser.open(`${site.address}/?p=${id}`);
  assert.equal(await settled(SEEN), 'grafiek');
  writeFileSync(new URL('block.png', PICTURES), await browser.picture());
  // Without a script there is a link, and the script is there once.
  const html = await (await fetch(`${site.address}/?p=${id}`)).text();
  assert.match(html, /<kansrijke-start indicator="tienermoeders" region="&apos;s-Gravenhage" view="trend" heading-level="2"><p><a href="\/kansrijke-start\/frame\.html\?/);
  assert.equal(html.match(/<script type="module" src=["'][^"']*\/kansrijke-start\/kansrijke-start\.js["']/g)?.length, 1);
});

test('other sites are offered a frame, and PHP complains of nothing of the plugin', async () => {
  set(true, false);
  const asked = encodeURIComponent(`${site.address}${FRAME.replaceAll('&amp;', '&')}`);
  const offer = await fetch(`${site.address}/?rest_route=/kansrijke-start/v1/oembed&url=${asked}`);
  assert.equal(offer.status, 200);
  const { type, html } = await offer.json();
  assert.equal(type, 'rich');
  assert.ok(html.startsWith(`<iframe src="${site.address}${FRAME}" `), html);
  const other = await fetch(`${site.address}/?rest_route=/kansrijke-start/v1/oembed&url=https://elders.example/`);
  assert.equal(other.status, 404);
  const complaints = readFileSync(`${site.folder}/debug.log`, 'utf8').split('\n').filter((line) => line.includes('plugins/kansrijke-start'));
  assert.deepEqual(complaints, []);
});

const BEGIN = '<!-- begin: wat WordPress laat staan, gemaakt door node tests/cms/wordpress.test.mjs --approve -->\n';
const END = '<!-- einde: wat WordPress laat staan -->';

/** The table as it stands in the page. */
function table() {
  const cell = ([bare, template, plugin]) =>
    [bare, template !== bare && `sjabloon: ${template}`, plugin !== bare && `plugin: ${plugin}`].filter(Boolean).join('; ');
  const head = `<tr><th scope="col">waar, door wie</th>${Object.keys(FORMS).map((form) => `<th scope="col">${form}</th>`).join('')}</tr>`;
  const rows = Object.entries(found).map(([way, seen]) =>
    `<tr><th scope="row">${way}</th>${Object.keys(FORMS).map((form) => `<td>${cell(seen[form])}</td>`).join('')}</tr>`);
  const caption = 'Wat een bezoeker ziet in WordPress 6.1; anders met het script in het sjabloon, of met de plugin';
  return `<table>\n<caption id="wordpress-naam">${caption}</caption>\n<thead>\n${head}\n</thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>\n`;
}

test('the page says what was found', () => {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const [said, ...after] = rest.split(END);
  if (process.argv.includes('--approve')) writeFileSync(PAGE, before + BEGIN + table() + END + after.join(END));
  else assert.equal(said, table(), 'run `node tests/cms/wordpress.test.mjs --approve`, and look at what changed');
});
