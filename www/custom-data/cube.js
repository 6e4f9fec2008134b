// SPDX-License-Identifier: EUPL-1.2
// A JSON-stat 2.0 dataset of anybody's, as rows.

/** The codes of a dimension's categories, in order. */
function codesOf({ category: { index, label } }) {
  if (Array.isArray(index)) return index;
  const codes = Object.keys(index ?? label);
  return index ? codes.sort((one, other) => index[one] - index[other]) : codes;
}

/** What the flags of Eurostat and of others mean for showing a figure. */
function statusOf(flag = '') {
  if (flag.length > 4) return flag;
  if (flag.includes('c')) return 'withheld';
  if (flag.includes('z')) return 'not-applicable';
  return flag.includes('p') ? 'provisional' : undefined;
}

/**
 * One row for each region and period, with what the dataset says of itself. Which dimensions they
 * are, the roles say, or the names that statistical offices use; of every other one a category
 * must be chosen (`where`), unless there is but one.
 */
export function cubeOf(dataset, { where = {}, region: own }, refuse) {
  const { id, size, dimension, role, value, status } = dataset;
  const named = (kind, pattern) => {
    const name = role?.[kind]?.[0] ?? id.find((known) => pattern.test(known));
    return name ?? refuse(0, `role.${kind}`, '', id.join(', '));
  };
  const geo = named('geo', /^(geo|regio)/i);
  const time = named('time', /^(time|peri)/i);
  const stride = (name) => size.slice(id.indexOf(name) + 1).reduce((all, one) => all * one, 1);
  const rows = [];
  const said = { rows, name: dataset.label, source: dataset.source, updated: dataset.updated?.slice(0, 10), break: [] };
  if (!geo || !time) return said;
  let first = 0;
  for (const name of id) {
    if (name === geo || name === time) continue;
    const codes = codesOf(dimension[name]);
    const at = where[name] === undefined && codes.length === 1 ? 0 : codes.indexOf(where[name]);
    if (at < 0) refuse(0, `where.${name}`, where[name] ?? '', codes.join(', '));
    first += at * stride(name);
    if (/^unit/i.test(name)) said.unit = dimension[name].category.label?.[codes[at]] ?? codes[at];
  }
  const { label } = dimension[geo].category;
  codesOf(dimension[geo]).forEach((region, r) => codesOf(dimension[time]).forEach((period, p) => {
    const cell = first + r * stride(geo) + p * stride(time);
    const flag = typeof status === 'string' ? status : status?.[cell];
    const name = label?.[region];
    rows.push({ region, name, period, value: value[cell], status: statusOf(flag ?? undefined) });
    // A break of the region that is shown; others have their own.
    if (flag?.includes('b') && flag.length < 5 && (own === region || own === name)) {
      said.break.push({ at: period, reason: dataset.extension?.status?.label?.b ?? flag });
    }
  }));
  return said;
}
