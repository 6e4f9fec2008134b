// SPDX-License-Identifier: EUPL-1.2
// The cores: one draws a place through time, one sets regions beside each other, one shows many
// indicators. A page loads what its charts need, each once. The names in capitals are filled in by the build.
import initSingle, * as single from '../../pkg/core.js';
import initRegional, * as regional from '../../pkg/regions.js';
import initOverview, * as overview from '../../pkg/overview.js';

/** The views of many indicators. */
export const OVERVIEWS = ['profile', 'heatmap'];

/** The views of regions beside each other. */
const REGIONAL = ['ranking', 'funnel', 'map'];

class Core {
  #init;
  #file;
  #integrity;
  #loading;

  constructor(api, init, file, integrity) {
    this.api = api;
    this.#init = init;
    this.#file = file;
    this.#integrity = integrity;
  }

  /** Loads it once, with the hash that this script knows; what failed may be tried again. */
  load() {
    return this.#loading ??= this.#fetch().catch((error) => {
      this.#loading = undefined;
      throw error;
    });
  }

  async #fetch() {
    const address = new URL(this.#file, import.meta.url);
    const response = await fetch(address, { integrity: this.#integrity });
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    // Hosts that do not know the type of .wasm still give its bytes.
    const known = response.headers.get('content-type')?.startsWith('application/wasm');
    await this.#init({ module_or_path: known ? response : await response.arrayBuffer() });
  }
}

const CORES = [
  new Core(single, initSingle, 'core_bg.wasm', __CORE_INTEGRITY__),
  new Core(regional, initRegional, 'regions_bg.wasm', __REGIONS_INTEGRITY__),
  new Core(overview, initOverview, 'overview_bg.wasm', __OVERVIEW_INTEGRITY__),
];

/** The core that draws a view. */
export function coreFor(view) {
  const [one, regions, overviews] = CORES;
  if (OVERVIEWS.includes(view)) return overviews;
  return REGIONAL.includes(view) ? regions : one;
}

/** The one failure that the core cannot put into words. */
export function coreUnavailable(error, language) {
  const found = String(error?.message ?? error);
  const { code, message, hint } = __CORE_UNAVAILABLE__[language.startsWith('en') ? 'en' : 'nl'];
  const tree = ['<p', '@class=notice', '@role=status', `"${message}`, '>'].join('\u0001');
  return { code, message, hint: hint.replace('{found}', found), tree };
}
