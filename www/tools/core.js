// SPDX-License-Identifier: EUPL-1.2
// The cores of the tools: the one that knows all views and words, and the one that writes workbooks.
// The names in capitals are filled in by the build.
import makeGlue from 'glue';
import makeSheetGlue from 'sheet-glue';
import { Core } from '../shared/core.js';
import { preload } from '../shared/preload.js';
import { TAG } from '../shared/tag.js';
import { coreUnavailable } from '../shared/unavailable.js';

/** The core of the tools as plain JavaScript, where it had to be fetched. */
let plain;

/** Whether the browser or the policy of the page has WebAssembly switched off. */
export function isBlocked() {
  try {
    // The least that can be compiled.
    return !new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return true;
  }
}

/**
 * What it refuses, in words, keeps what was asked: that may be read though it is not written so. Where
 * WebAssembly is off it is fetched as plain JavaScript.
 */
class Telling extends Core {
  async compile(given) {
    if (!isBlocked()) return super.compile(given);
    // Bundlers complain of an address beside this one that is no literal.
    if (SELF.test(import.meta.url)) await preload(import.meta.url.replace(/module\.js([?#].*)?$/, PLAIN), __PLAIN_INTEGRITY__);
    plain = await import('./plain.js');
    return plain;
  }

  instance(module, imports) {
    return module === plain ? { exports: plain.run(imports) } : super.instance(module, imports);
  }

  ask(options, question) {
    try {
      return super.ask(options, question);
    } catch (failure) {
      throw failure?.tree ? { options, question, ...failure } : failure;
    }
  }

  unreachable(options) {
    const refusal = super.unreachable(options);
    return { ...refusal, ...refusal.question(this.api, options) };
  }
}

/** Not in the form in which bundlers look for addresses: they follow the import. */
const PLAIN = 'plain.js';

/** Where this is no part of a bundle of somebody's, nor in Node.js. */
const SELF = /^http.*\/module\.js([?#]|$)/;

export const core = new Telling(() => (plain?.default ?? makeGlue)(), () => new URL('tools_bg.wasm', import.meta.url), __TOOLS_INTEGRITY__);

/** The core that writes workbooks. It comes when somebody asks for one. */
const sheet = new Core(makeSheetGlue, () => new URL('sheet_bg.wasm', import.meta.url), __SHEET_INTEGRITY__);

/** Whether the core of the tools is said to lie at another address, where the others are beside it. */
export const isAddress = (module) => typeof module === 'string' || module instanceof URL;

/** In which language a failure is put before any core can tell. */
export const languages = ({ lang } = {}) => ({ lang: lang?.toString(), language: globalThis.document?.documentElement.lang });

/** Has the core loaded, or tells why it cannot be. */
export const loadCore = (given, options) => core.load(given).catch((error) => {
  throw coreUnavailable(error, languages(options));
});

/** Options as the core takes them: attributes by their name, and the rest. */
export function attributesOf(options) {
  // Not what a page has put on all objects.
  const plain = { __proto__: null, ...options, src: options.src?.toString() };
  return { ...core.api.attributes(plain, Boolean(options.data)), pin: options.integrity, language: languages().language, id: TAG };
}

/** What a core refused, as an error of JavaScript. */
export function errorOf(failure) {
  // A defect of ours has a stack of its own.
  if (!failure?.tree) return failure;
  const { code, message, hint, problems } = failure;
  return Object.assign(new Error(`${message} ${hint}`), { name: 'KansrijkeStartError', code, hint, problems });
}

/** Whether a failure may be about what was typed, and no fault of a file or a core. */
export const isMistake = ({ code } = {}) => /^(attribute|indicator|region|period|no)-/.test(code);

/** The file of a workbook. */
export async function workbookOf(book, options) {
  const { module } = options;
  await sheet.load(isAddress(module) ? new URL('sheet_bg.wasm', module) : undefined).catch((error) => {
    throw errorOf(coreUnavailable(error, languages(options)));
  });
  return sheet.api.workbook(book);
}
