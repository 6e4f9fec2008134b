// SPDX-License-Identifier: EUPL-1.2
// The line below a figure that unfolds what can be concluded from all regions of its sort together. The
// tools know what that is (www/tools/conclusions.js), and come when it is unfolded.
import { make } from '../shared/nodes.js';
import { WORDS } from './words.js';

/** The views that have it; those of the second kind only where they show no country, which is beside no others. */
const VIEWS = /ranking|funnel|heatmap| map|(number|compare|trend|profile)/;

/** Puts it below the figure of a frame, if chance is in that figure. */
export function offer(frame, { file, lang, region, ask }) {
  const figure = frame.querySelector('figure');
  const isOfChance = ({ kind, counted }) => /share|rate/.test(kind) && !/mun/.test(counted);
  const view = VIEWS.exec(figure?.className);
  if (!view || figure.querySelector('.insight') || !file.extension.definitions.some(isOfChance) || view[1] && region === 'NL01') return;
  const { insight, unavailable } = WORDS[lang];
  const details = make('details', { class: 'insight', part: 'insight' }, make('summary', {}, insight));
  const conclude = () => ask('conclude', details).catch(() => details.replaceChildren(details.firstChild, unavailable));
  details.addEventListener('toggle', () => {
    // It stays so when the figure becomes another.
    frame.classList.toggle('unfolded', details.open);
    conclude();
  });
  details.open = frame.matches('.unfolded');
  figure.append(details);
  // A new width brings a new picture.
  new MutationObserver(() => details.open && conclude()).observe(figure, { childList: true });
}
