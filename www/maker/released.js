// SPDX-License-Identifier: EUPL-1.2
// What of figures of one's own may stand in a page.

/** The figures as they may be seen: a row that is withheld in the figure has no number. */
export function released(rows, figures) {
  const { regions } = figures;
  const found = new Map();
  return rows.map((row) => {
    const { region, name, period } = row;
    const code = regions.find((one) => [one.code, one.name].includes(region))?.code ?? region;
    if (!found.has(code)) found.set(code, figures.findings({ region: code, view: 'table' }));
    const finding = found.get(code).find((one) => one.period === period && one.region === code);
    const isShown = finding && finding.status !== 'withheld';
    // What is not found there could be anything.
    return isShown ? row : { region, name, period, status: 'withheld' };
  });
}
