// SPDX-License-Identifier: EUPL-1.2
// What is chosen to stand beside an area: its neighbours or its peers, from a file of its own.
import { languageOf, stemOf } from '../shared/stem.js';

/** The code that a file of many regions has for a municipality of this name or code, in letters of either case. */
function codeOf(file, name) {
  const { dimension, extension } = file ?? {};
  const names = Object.entries(dimension?.region?.category?.label ?? {}).map(([code, label]) => [label, code]);
  const known = Object.entries(extension?.aliases ?? {}).concat(names);
  // A province and a municipality may bear one name.
  const [, code = name.toUpperCase()] = known.find(([label, code]) => /^GM/.test(code) && label.toLowerCase() === name.toLowerCase()) ?? [];
  return /^GM\d+$/.test(code) ? code : undefined;
}

/**
 * What the file of an area has for the options, in the lines of a text that the core takes
 * (`src/data/comparators.rs`, where the program picks the same); nothing where there is none. `inside`
 * gives the address of a file, `load` what stands there.
 */
export async function chosenFor(file, options, inside, load, core) {
  const code = codeOf(file, options.region?.trim() ?? '');
  // Views of one area have nobody beside it.
  if (!code || !/^(regions|map|over)/.test(stemOf(options.view))) return undefined;
  const address = inside(`comparators/${code}`, options);
  const { choices, apart, unreachable } = await load(address, options) ?? {};
  // An earlier version has no such files, and some servers send a page for what they have not.
  if (unreachable && unreachable !== '404') throw core.unreachable({ ...options, address, found: unreachable });
  const within = options.within.trim();
  const indicator = /^over/.test(stemOf(options.view)) ? '' : options.indicator?.trim();
  const choice = choices?.[within === 'peers' && apart?.[indicator] || within];
  if (!choice) return undefined;
  const language = languageOf(options);
  const said = choice.said.map((said) => said[language]).join(' ');
  return [[code, ...choice.regions].join(' '), choice.name[language], said, ...(within === 'neighbours' ? [''] : [])].join('\n');
}
