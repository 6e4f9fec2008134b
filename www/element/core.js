// SPDX-License-Identifier: EUPL-1.2
// One core for every chart of the page. The names in capitals are filled in by the build.
import init from '../../pkg/core.js';

let loading;

/** Loads the core once, with the hash that this script knows; what failed may be tried again. */
export function loadCore() {
  return loading ??= fetchCore().catch((error) => {
    loading = undefined;
    throw error;
  });
}

async function fetchCore() {
  const address = new URL('core_bg.wasm', import.meta.url);
  const response = await fetch(address, { integrity: __WASM_INTEGRITY__ });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  // Hosts that do not know the type of .wasm still give its bytes.
  const known = response.headers.get('content-type')?.startsWith('application/wasm');
  await init({ module_or_path: known ? response : await response.arrayBuffer() });
}

/** The one failure that the core cannot put into words. */
export function coreUnavailable(error, language) {
  const found = String(error?.message ?? error);
  const { code, message, hint } = __CORE_UNAVAILABLE__[language.startsWith('en') ? 'en' : 'nl'];
  const tree = ['<p', '@class=notice', '@role=status', `"${message}`, '>'].join('\u0001');
  return { code, message, hint: hint.replace('{found}', found), tree };
}
