// SPDX-License-Identifier: EUPL-1.2
// What nobody waits for at the first picture, in a script and a core of their own, which come when
// somebody asks: figures by script, downloads, the statistics.
import { coreFor } from './cores.js';
import { FILE, WHOLE, define } from './element.js';
import { addressesOf, indexOf, loadData, loadFile, packed } from './files.js';
import { preload } from '../shared/preload.js';
import { SCRIPT_ADDRESS } from './script.js';
import { come } from './watch.js';

/** What the tools share with this script. */
const shared = () => ({ addressesOf, come, coreFor, define, FILE, indexOf, loadData, loadFile, packed, WHOLE });

/** Not in the form in which bundlers look for addresses: they follow the import. */
const MODULE = 'module.js';

let loading;
let started;

/** The tools, once for the page. */
export function tools() {
  return loading ??= fetchModule().catch((error) => {
    loading = undefined;
    throw error;
  });
}

async function fetchModule() {
  if (SCRIPT_ADDRESS && globalThis.document) await preload(new URL(MODULE, SCRIPT_ADDRESS).href, __MODULE_INTEGRITY__);
  const { start } = await import('./module.js');
  return started ??= start(shared());
}

/** Loads figures, in a page or in Node.js. */
export const load = async (options) => (await tools()).load(options);

/** Draws a figure into an element of the page, which is given or named by a selector. */
export const draw = async (target, options) => (await tools()).draw(target, options);

/** Gives the statistics their core in Node.js: the bytes of `tools_bg.wasm`. */
export function initSync(module) {
  const require = globalThis.process?.getBuiltinModule?.('node:module').createRequire(import.meta.url);
  started ??= require?.('./module.js').start(shared());
  if (!started) throw new Error('load or draw first');
  started.initSync(module);
}

/** The statistics, which need no figures. */
const statistic = (name) => (...given) => {
  if (!started) throw new Error(`${name}: load or draw first`);
  return started.statistic(name, given);
};
export const proportion = statistic('proportion');
export const rate = statistic('rate');
export const compare = statistic('compare');
export const recentTrend = statistic('recentTrend');
export const funnelLimits = statistic('funnelLimits');
