// SPDX-License-Identifier: EUPL-1.2
// A core: WebAssembly that is fetched once, checked, and replaced when it stopped.
import { failed, fetchFile } from './fetch.js';

/** What a core without words refused, to be asked of the core of the tools, which has them. */
export class Refusal {
  constructor(options, question) {
    this.options = options;
    this.question = question;
  }
}

export class Core {
  #makeGlue;
  #address;
  #integrity;
  #loading;
  #module;

  /** What it can be asked, once it is loaded. */
  api;

  /** `makeGlue` makes what a module is called by; `address` gives where it lies. */
  constructor(makeGlue, address, integrity) {
    this.#makeGlue = makeGlue;
    this.#address = address;
    this.#integrity = integrity;
  }

  /**
   * Loads it once, with the hash that this script knows; what failed may be tried again. `given`
   * is another address of it, or its bytes.
   */
  load(given) {
    return this.#loading ??= this.compile(given).then((module) => this.#start(module)).catch((error) => {
      this.#loading = undefined;
      throw error;
    });
  }

  /** Whether it lies at an address. */
  isAt(address) {
    try {
      return this.#address().href === address;
    } catch {
      // Beside a script that stands in its page as `data:` lies nothing.
    }
  }

  /** Its module, of an address or of bytes. */
  async compile(given = this.#address()) {
    if (given instanceof WebAssembly.Module) return given;
    if (typeof given !== 'string' && !(given instanceof URL)) return WebAssembly.compile(given);
    const fail = () => failed(given);
    const response = await fetchFile(given, { integrity: this.#integrity }).then((answer) => answer.ok ? answer : fail(), fail);
    // Hosts that do not know the type of .wasm still give its bytes.
    const isKnown = response.headers.get('content-type')?.startsWith('application/wasm');
    return isKnown ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  #start(module) {
    this.#module = module;
    this.api = this.#makeGlue();
    const [imports] = Object.values(this.api.imports());
    return this.api.start(this.instance(module, imports), module);
  }

  /** What runs: a module with what it imports, which stands under a name of its own. */
  instance(module, imports) {
    const [{ module: name }] = WebAssembly.Module.imports(module);
    return new WebAssembly.Instance(module, { [name]: imports });
  }

  /** Reads a file, for what is asked of it. */
  read(file, options) {
    const figures = { file, options };
    this.of(figures, () => {});
    return figures;
  }

  /** Draws what it read. */
  draw(figures, options) {
    return this.of(figures, (api, data, asked) => api.draw(data, asked), options);
  }

  /** Asks something of what it read. */
  of(figures, question, options = figures.options) {
    return this.ask(options, (api, asked) => {
      if (figures.by !== api) {
        figures.data = api.read(figures.file, figures.options);
        figures.by = api;
      }
      return question(api, figures.data, asked);
    });
  }

  /**
   * Asks something with options; throws what the core says is wrong, or a refusal. A core that stopped, over a
   * file or for want of room, is of no use any more. A fresh one takes its place, and reads again
   * what was read before when that is drawn.
   */
  ask(options, question) {
    try {
      const answer = question(this.api, options);
      if (answer?.warning === true) answer.warning = new Refusal(options, question);
      return answer;
    } catch (error) {
      if (error === true) throw new Refusal(options, question);
      // The browser's own stack ends with a RangeError.
      if (!/^(Range|Runtime)Error$/.test(error?.name)) throw error;
      // What the old one would free later is gone with it.
      this.api.start({ exports: new Proxy({}, { get: () => () => {} }) });
      this.#start(this.#module);
      throw this.unreachable({ ...options, found: 'trap' });
    }
  }

  /** What went wrong without being asked: at an address is no file, or one that stopped the core. */
  unreachable(options) {
    return new Refusal(options, (api, asked) => api.unreachable(asked));
  }

  /** Takes its bytes at once, where nothing can be waited for. */
  loadSync({ module }) {
    this.#loading ??= Promise.resolve(this.#start(new WebAssembly.Module(module)));
  }
}
