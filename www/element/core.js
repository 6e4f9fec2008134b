// SPDX-License-Identifier: EUPL-1.2
// The cores: one draws a place through time, one sets regions beside each other, one draws the map,
// one shows many indicators. A page loads what its charts need, each once. The names in capitals
// are filled in by the build.
import makeGlue from 'glue';
import { fetchFile } from './fetch.js';
import { stemOf } from '../shared/stem.js';

class Core {
  #address;
  #integrity;
  #loading;
  #module;

  /** What it can be asked, once it is loaded. */
  api;

  constructor(address, integrity) {
    this.#address = address;
    this.#integrity = integrity;
  }

  /**
   * Loads it once, with the hash that this script knows; what failed may be tried again. `given`
   * is another address of it, or its bytes.
   */
  load(given) {
    return this.#loading ??= this.#compile(given).then((module) => this.#start(module)).catch((error) => {
      this.#loading = undefined;
      throw error;
    });
  }

  /** Whether it lies at an address. */
  isAt(address) {
    return this.#address().href === address;
  }

  async #compile(given = this.#address()) {
    if (given instanceof WebAssembly.Module) return given;
    if (typeof given !== 'string' && !(given instanceof URL)) return WebAssembly.compile(given);
    const response = await fetchFile(given, { integrity: this.#integrity });
    if (!response.ok) throw new Error(`${response.status} ${given}`);
    // Hosts that do not know the type of .wasm still give its bytes.
    const isKnown = response.headers.get('content-type')?.startsWith('application/wasm');
    return isKnown ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  #start(module) {
    // What a core imports stands under a name of its own.
    const [{ module: name }] = WebAssembly.Module.imports(module);
    this.#module = module;
    this.api = makeGlue();
    const [imports] = Object.values(this.api.imports());
    return this.api.start(new WebAssembly.Instance(module, { [name]: imports }), module);
  }

  /** Reads a file, for `draw`. */
  read(file, asked) {
    const figures = { file, asked };
    this.#ask(figures, () => {});
    return figures;
  }

  /** Draws what it read. */
  draw(figures, asked) {
    return this.#ask(figures, (data) => this.api.draw(data, asked));
  }

  /**
   * A core that stopped, over a file or for want of room, is of no use any more. A fresh one takes
   * its place, and reads again what was read before when that is drawn.
   */
  #ask(figures, question) {
    const { file, asked, by } = figures;
    try {
      if (by !== this.api) {
        figures.data = this.api.read(file, asked);
        figures.by = this.api;
      }
      return question(figures.data);
    } catch (error) {
      // The browser's own stack ends with a RangeError.
      if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
      // What the old one would free later is gone with it.
      this.api.start({ exports: new Proxy({}, { get: () => () => {} }) });
      this.#start(this.#module);
      throw this.api.unreachable({ ...asked, found: 'trap' });
    }
  }

  /** Takes its bytes at once, where nothing can be waited for. */
  loadSync({ module }) {
    this.#loading ??= Promise.resolve(this.#start(new WebAssembly.Module(module)));
  }
}

// Bundlers look for addresses in just this form, and copy the files that they name.
const CORES = {
  core: new Core(() => new URL('core_bg.wasm', import.meta.url), __CORE_INTEGRITY__),
  regions: new Core(() => new URL('regions_bg.wasm', import.meta.url), __REGIONS_INTEGRITY__),
  map: new Core(() => new URL('map_bg.wasm', import.meta.url), __MAP_INTEGRITY__),
  overview: new Core(() => new URL('overview_bg.wasm', import.meta.url), __OVERVIEW_INTEGRITY__),
};

/** The core that draws a view. */
export const coreFor = (view) => CORES[stemOf(view)];

/** What the page told its browser to fetch ahead is on its way, whether a chart is near or not. */
export function takePreloaded() {
  for (const { href } of document.querySelectorAll('link[rel=preload][as=fetch]')) {
    Object.values(CORES).find((core) => core.isAt(href))?.load().catch(() => {});
  }
}

/** Gives the statistics their core where there is no page: the bytes of `core_bg.wasm`. */
export const initSync = (module) => CORES.core.loadSync(module);

/** The statistics, which need no figures. */
const statistic = (name) => (...given) => CORES.core.api[name](...given);
export const proportion = statistic('proportion');
export const rate = statistic('rate');
export const compare = statistic('compare');
export const recentTrend = statistic('recentTrend');
export const funnelLimits = statistic('funnelLimits');

/** The one failure that the core cannot put into words. */
export function coreUnavailable(error, { lang, language }) {
  const found = String(error?.message ?? error);
  const { code, message, hint } = __CORE_UNAVAILABLE__[(lang ?? language)?.startsWith('en') ? 'en' : 'nl'];
  const tree = ['<p', '@class=notice', '@role=status', `"${message}`, '>'].join('\u0001');
  return { code, message, hint: hint.replace('{found}', found), tree };
}
