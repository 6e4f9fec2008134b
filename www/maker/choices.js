// SPDX-License-Identifier: EUPL-1.2
// The regions and the indicators to choose from, and which of them a region has figures of.

const KINDS = { PV: 'provincie', CR: 'COROP-gebied', GG: '' };

/** The regions, and all indicators with the sorts of regions that have figures of them. */
export async function choices(base) {
  const index = await (await fetch(new URL('data/index.json', base))).json();
  const of = (folder) => index.link.item.filter(({ href }) => href.startsWith(folder));
  const id = (href) => href.replace(/^.*\/|\.json$/g, '');
  const regions = of('region/').map(({ href, label }) => {
    const code = id(href);
    const kind = KINDS[code.slice(0, 2)];
    return { code, name: kind ? `${label} (${kind})` : label };
  });
  const indicators = of('indicator/').map(({ href, label, extension: { figures, name, regions = [] } }) => (
    { id: id(href), name: label, english: name?.en ?? label, has: Boolean(figures), isNational: regions.join() === 'NL' }));
  return { regions, indicators };
}

/** The ids of what a region has a figure of, also one that is withheld; nothing for an unknown region. */
export async function heldBy(code, base) {
  if (!code) return;
  const answer = await fetch(new URL(`data/region/${code}.json`, base));
  return answer.ok ? (await answer.json()).dimension.indicator.category.index : undefined;
}

/** The indicators by what there is of them, under what each sort is called. */
export function grouped(indicators, region, held) {
  const own = (one) => held?.includes(one.id) ?? false;
  const groups = [
    [held && `Cijfers van ${region}`, own],
    ['Alleen landelijk', (one) => one.isNational],
    [held ? 'Alleen van andere gebieden' : 'Cijfers van gebieden', (one) => one.has],
    ['Nog geen cijfers', () => true],
  ];
  const rest = new Set(indicators);
  return groups.map(([label, belongs], nth) => {
    const list = [...rest].filter(belongs);
    list.forEach((one) => rest.delete(one));
    return { label: `${label} (${list.length})`, list, isEmpty: nth === 3 };
  }).filter(({ list }) => list.length);
}

/** Puts the regions into the lists of the form. */
export function offerRegions(regions) {
  document.querySelector('#regions').append(...regions.map(({ name }) => new Option('', name)));
  const areas = regions.filter(({ code }) => /^(PV|CR|GG)/.test(code));
  document.querySelector('#within').append(...areas.map(({ code, name }) => new Option(name, code)));
}

/** Puts the indicators into the lists of the form, and keeps what was chosen in them. */
export function offerIndicators(groups) {
  const [indicator, sort, several] = ['#indicator', '#sort', '#several'].map((name) => document.querySelector(name));
  const chosen = { indicator: indicator.value, sort: sort.value, several: checked(several) };
  indicator.replaceChildren(...groups.map(({ label, list, isEmpty }) => {
    const group = document.createElement('optgroup');
    Object.assign(group, { label, disabled: isEmpty });
    group.append(...list.map(({ id, name }) => new Option(name, id)));
    return group;
  }));
  const some = groups.filter(({ isEmpty }) => !isEmpty).flatMap(({ list }) => list);
  sort.replaceChildren(sort.options[0], ...some.map(({ id, name }) => new Option(name, id)));
  several.replaceChildren(...(groups[0]?.list ?? []).map(({ id, name }) => {
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'several', value: id });
    box.checked = chosen.several.includes(id);
    const label = document.createElement('label');
    label.append(box, ` ${name}`);
    return label;
  }));
  indicator.value = chosen.indicator;
  sort.value = chosen.sort;
}

const checked = (list) => [...list.querySelectorAll('input:checked')].map(({ value }) => value);
