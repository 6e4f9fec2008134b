// SPDX-License-Identifier: EUPL-1.2
// The attributes of the element that the form asks for, and which fields have an effect.
import { stemOf } from '../shared/stem.js';

/** The views that compare regions. */
const WITHIN = ['ranking', 'funnel', 'heatmap', 'map'];

/** Whether a view shows all indicators. */
const isOverview = (view) => /^(over|st)/.test(stemOf(view));
const isStory = (view) => view === 'story';

/** What a reader may choose, each a field of its own. */
const CONTROLS = ['control-region', 'control-indicator', 'control-period'];

/** Where a field has an effect; those that are not listed always have one. */
const EFFECTS = {
  indicator: (view) => !isOverview(view),
  several: isOverview,
  within: (view) => WITHIN.includes(view),
  map: (view) => view === 'map',
  sort: (view) => view === 'heatmap',
  period: (view) => !isStory(view),
  compare: (view) => !isStory(view),
  ...Object.fromEntries(CONTROLS.map((name) => [name, (view) => !isStory(view)])),
  'own-heading': (view, form) => form.elements.heading.value === 'own',
};

/** The fields that are no attributes themselves. */
const PARTS = ['several', 'own-heading', ...CONTROLS];

const has = (name, form) => EFFECTS[name]?.(form.elements.view.value, form) ?? true;

/** Hides the fields that change nothing in the view that was chosen. */
export function showFields(form) {
  for (const name of Object.keys(EFFECTS)) {
    const field = document.getElementById(`${name}-field`);
    if (field) field.hidden = !has(name, form);
    for (const input of [form.elements[name] ?? []].flatMap((one) => one instanceof RadioNodeList ? [...one] : one)) {
      input.disabled = !has(name, form);
    }
  }
}

/** The code of a region that is written as in the list, or as it stands there. */
export function codeOf(text, regions) {
  const lower = text.trim().toLowerCase();
  return regions.find(({ code, name }) => [code, name].some((one) => one.toLowerCase() === lower))?.code ?? text.trim();
}

/** The attributes of the element, without those that are empty or have no effect. */
export function attributesOf(form, regions) {
  const data = new FormData(form);
  const given = {};
  for (const name of new Set(data.keys())) given[name] = data.getAll(name).map((value) => value.trim()).filter(Boolean).join(' ');
  const { several, 'own-heading': heading } = given;
  given.controls = CONTROLS.map((name) => given[name]).filter(Boolean).join(' ');
  if (several) given.indicator = several.replaceAll(' ', ',');
  if (given.heading === 'own') given.heading = heading;
  if (given.region) given.region = codeOf(given.region, regions);
  // Names with commas between them are codes in the lines, which are drawn sooner.
  if (given.compare) given.compare = given.compare.split(',').map((one) => codeOf(one, regions)).filter(Boolean).join(',');
  if (given.view === 'number') delete given.view;
  const { indicator, region, view, ...rest } = given;
  return Object.fromEntries(Object.entries({ indicator, region, view, ...rest }).filter(([name, value]) => value && !PARTS.includes(name)));
}
