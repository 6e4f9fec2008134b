// SPDX-License-Identifier: EUPL-1.2
// What a figure says that stays with the figures of an edition, when there are newer ones.
import { make } from '../shared/nodes.js';
import { WORDS } from './words.js';

/** What stands behind a table: the meaning of the figures, which may be put in other words. */
const BEHIND = /@class=(definition|method)/;

/** The form of a figure that holds its table. */
const tabled = (view) => view?.trim() === 'table' ? 'Figure' : 'Details';

const tableOf = (stream) => stream.split(BEHIND)[0];

/** Whether two figures show other numbers, by the streams that hold their tables. */
const differ = (kept, newest) => tableOf(kept) !== tableOf(newest);

/** The name of an edition in words: its day. */
function dayOf(edition, lang) {
  const format = new Intl.DateTimeFormat(lang === 'nl' ? 'nl' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(edition.trim().slice(0, 10)));
}

/**
 * Says so in a frame when the newest figures are others than those of the edition that it keeps, if they
 * come while that `isShown`. `asked` is what the tools must know.
 */
export async function compare(tools, asked, frame, isShown) {
  const edition = await (await tools).newest({ differ, tabled }, ...asked);
  if (edition && isShown()) newer(frame, frame.getRootNode().host.edition, edition);
}

/** Says in a frame that there are newer figures than those of the edition that it keeps. */
function newer(frame, kept, newest) {
  const figure = frame.querySelector('figure');
  const [before, after] = [kept, newest.id].map((edition) => dayOf(edition, figure.lang));
  const text = WORDS[figure.lang].newer.replace('{kept}', before).replace('{newest}', after);
  figure.querySelector('.newer')?.remove();
  figure.querySelector('.source').before(make('p', { class: 'newer' }, text));
}
