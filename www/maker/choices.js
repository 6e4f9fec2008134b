// SPDX-License-Identifier: EUPL-1.2
// The regions and the indicators to choose from.

const PHASES = { before: 'Voor de zwangerschap', during: 'Tijdens de zwangerschap', after: 'Na de geboorte', programme: 'Het programma' };
const KINDS = { PV: 'provincie', CR: 'COROP-gebied', GG: '' };

/** The regions, and the indicators with figures, in the index of the data folder. */
export async function choices(base) {
  const index = await (await fetch(new URL('data/index.json', base))).json();
  const of = (folder) => index.link.item.filter(({ href }) => href.startsWith(folder));
  const id = (href) => href.replace(/^.*\/|\.json$/g, '');
  const regions = of('region/').map(({ href, label }) => {
    const code = id(href);
    const kind = KINDS[code.slice(0, 2)];
    return { code, name: kind ? `${label} (${kind})` : label };
  });
  const indicators = of('indicator/').filter(({ extension }) => extension.figures).map(({ href, label, extension }) => (
    { id: id(href), name: label, phase: extension.phase }));
  return { regions, indicators };
}

/** Fills the lists of the form. */
export function offer({ regions, indicators }) {
  const { document } = globalThis;
  document.querySelector('#regions').append(...regions.map(({ name }) => new Option('', name)));
  document.querySelector('#indicator').append(...Object.entries(PHASES).map(([phase, label]) => {
    const group = document.createElement('optgroup');
    group.label = label;
    group.append(...indicators.filter((one) => one.phase === phase).map(({ id, name }) => new Option(name, id)));
    return group;
  }));
  const areas = regions.filter(({ code }) => /^(PV|CR|GG)/.test(code));
  document.querySelector('#within').append(...areas.map(({ code, name }) => new Option(name, code)));
}
