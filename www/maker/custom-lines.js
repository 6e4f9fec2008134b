// SPDX-License-Identifier: EUPL-1.2
// The lines for figures of one's own: a block with the figures inside, or a file to upload.
import { drawing, sentence, tag } from './lines.js';
import { TAG } from '../shared/tag.js';

/** JSON that no parser of HTML ends early. */
const json = (value, space) => JSON.stringify(value, null, space).replaceAll('<', '\\u003c');

/** The forms by name: each gives its lines, and what else belongs to them. */
export const CUSTOM_FORMS = {
  /** The figures in the page, as data and no script: a policy lets them pass. */
  inline(options) {
    const { region, view, ...figures } = options.figures;
    const data = document.createElement('script');
    data.type = 'application/json';
    data.textContent = json(figures);
    const block = tag('div', { [`data-${TAG}`]: '', 'data-region': region, 'data-view': view }, ...sentence(options.said), data);
    return { lines: `${drawing(options)}\n${block}` };
  },

  /** A script with the figures, which stands on the site. */
  file(options) {
    const { base, address, figures, said } = options;
    const id = new URL(address).pathname.replace(/^.*\/|\.js$/g, '') || 'eigen-cijfers';
    const content = `import { draw } from ${json(new URL('kansrijke-start.js', base).href)};

const place = document.getElementById(${json(id)});
const sentence = place.firstElementChild;
await draw(place, ${json(figures, 2)});
sentence?.remove();
`;
    const lines = `${tag('div', { id }, ...sentence(said))}\n${tag('script', { type: 'module', src: address })}`;
    return { lines, file: { name: `${id}.js`, type: 'text/javascript', content } };
  },
};
