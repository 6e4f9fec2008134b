// SPDX-License-Identifier: EUPL-1.2
// The cores that paint: one draws a place through time, one sets regions beside each other, one
// draws the map, one shows many indicators, one tells the story of a place, one has figures without
// axes; each in Dutch and in English. A page loads what its charts need, each once. The names in capitals are filled in by the
// build.
import makeGlue from 'glue';
import { Core } from '../shared/core.js';
import { coreOf } from '../shared/stem.js';

// Bundlers look for addresses in just this form, and copy the files that they name.
const CORES = {
  core: new Core(makeGlue, () => new URL('core_bg.wasm', import.meta.url), __CORE_INTEGRITY__),
  regions: new Core(makeGlue, () => new URL('regions_bg.wasm', import.meta.url), __REGIONS_INTEGRITY__),
  map: new Core(makeGlue, () => new URL('map_bg.wasm', import.meta.url), __MAP_INTEGRITY__),
  overview: new Core(makeGlue, () => new URL('overview_bg.wasm', import.meta.url), __OVERVIEW_INTEGRITY__),
  story: new Core(makeGlue, () => new URL('story_bg.wasm', import.meta.url), __STORY_INTEGRITY__),
  brief: new Core(makeGlue, () => new URL('brief_bg.wasm', import.meta.url), __BRIEF_INTEGRITY__),
  'core-en': new Core(makeGlue, () => new URL('core-en_bg.wasm', import.meta.url), __CORE_EN_INTEGRITY__),
  'regions-en': new Core(makeGlue, () => new URL('regions-en_bg.wasm', import.meta.url), __REGIONS_EN_INTEGRITY__),
  'map-en': new Core(makeGlue, () => new URL('map-en_bg.wasm', import.meta.url), __MAP_EN_INTEGRITY__),
  'overview-en': new Core(makeGlue, () => new URL('overview-en_bg.wasm', import.meta.url), __OVERVIEW_EN_INTEGRITY__),
  'story-en': new Core(makeGlue, () => new URL('story-en_bg.wasm', import.meta.url), __STORY_EN_INTEGRITY__),
  'brief-en': new Core(makeGlue, () => new URL('brief-en_bg.wasm', import.meta.url), __BRIEF_EN_INTEGRITY__),
};

/** The core that draws a figure. */
export const coreFor = (options) => CORES[coreOf(options)];

/** Loads the cores that the page preloads, whether a chart is near or not. */
export function takePreloaded() {
  for (const { href } of document.querySelectorAll('link[rel=preload][as=fetch]')) {
    Object.values(CORES).find((core) => core.isAt(href))?.load().catch(() => {});
  }
}
