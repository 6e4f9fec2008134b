// SPDX-License-Identifier: EUPL-1.2
// The block with what can be concluded from all regions of the sort together: its lines, chance
// replayed draw by draw, the picture of a funnel with its wider limits, and those of other views with
// stabilised figures.
import { buildNodes, make } from '../shared/nodes.js';

let sheet;

/** Adds the rules of style for what stands in the block. */
function dress(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(__INSIGHT_STYLE__);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Nothing moves for a reader who wants that: the draws stand beside each other at once. */
const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Lets a button show the draws one by one. What they come to is said with the last. */
function replay(block) {
  const button = block.querySelector('button');
  if (!button || isStill()) return;
  const said = block.querySelector('[role=status]');
  const outcome = block.querySelector('.outcome');
  const draws = [...block.querySelectorAll('.draw')];
  let shown = 0;
  const show = () => {
    draws.forEach((draw, nth) => draw.setAttribute('visibility', nth < shown ? 'visible' : 'hidden'));
    outcome.hidden = shown < draws.length;
  };
  button.addEventListener('click', () => {
    // After the last it begins again.
    shown = shown % draws.length + 1;
    said.textContent = draws[shown - 1].dataset.said;
    show();
  });
  show();
}

/** The figures that are attended to, with what changes their pictures. */
const changed = new WeakMap();

/**
 * Gives a figure another picture while the block is unfolded, with what the core that painted it does
 * not know. `drawn` promises it as wide as it is asked for.
 */
function change(details) {
  const figure = details.closest('figure');
  const parts = () => [...figure.querySelectorAll(':scope > svg, :scope > .legend')];
  let [plain, other] = [[], []];
  const put = (all) => {
    const [picture, legend] = parts();
    legend?.remove();
    picture.replaceWith(...all);
    figure.dispatchEvent(new Event('repaint', { bubbles: true }));
  };
  return async (drawn) => {
    const [picture] = parts();
    if (picture === other[0]) {
      if (!details.open) put(plain);
    } else if (details.open) {
      const text = await drawn();
      // Another picture that came meanwhile is changed by itself.
      if (!details.open || picture !== parts()[0]) return;
      plain = parts();
      other = [...buildNodes(text).firstChild.childNodes];
      put(other);
    }
  };
}

/** Fills a block that was unfolded, unless it is; `form` promises a form of the figure as a node stream. */
export async function conclude(details, form) {
  const lines = details.querySelector('[aria-live]') ?? make('div', { 'aria-live': 'polite' });
  if (details.open && !lines.firstElementChild) {
    dress(details.getRootNode());
    // A failure that stood there is past.
    details.replaceChildren(details.firstChild, lines);
    details.setAttribute('aria-busy', true);
    try {
      const block = buildNodes(await form('Conclusions')).firstChild;
      replay(block);
      lines.replaceChildren(...block.childNodes);
    } catch ({ message }) {
      lines.textContent = message;
    }
    details.removeAttribute('aria-busy');
  }
  if (!details.closest('.funnel, .ranking, .map, .profile') || !lines.firstElementChild) return;
  if (!changed.has(details)) changed.set(details, change(details));
  await changed.get(details)(() => form('Picture'));
}
