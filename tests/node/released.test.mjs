// SPDX-License-Identifier: EUPL-1.2
// The lines that the maker gives for figures of one's own hold nothing that the figure withholds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../pkg/kansrijke-start.js';
import { released } from '../../www/maker/released.js';

const given = async (data, options) => released(data, await load({ data, name: 'Proef', ...options }));
const row = (region, period, rest) => ({ region, period, ...rest });

test('what is withheld has no number, and the rest is as it was', async () => {
  const shown = [
    row('Den Haag', '2015KW02', { numerator: 84, denominator: 7879 }),
    row('GM0344', '2010-2015', { name: 'Utrecht', numerator: 120, denominator: 5000 }),
    row('Nederland', '2015KW02', { numerator: 1109, denominator: 170510 }),
    row('Ede', '2023', { status: 'border-change' }),
  ];
  const hidden = [
    row('Ede', '2020', { numerator: 7, denominator: 1210 }),
    row('Ede', '2021', { numerator: 1200, denominator: 1205 }),
    row('Den Haag', '2022-07', { numerator: 4, denominator: 7879 }),
  ];
  const rows = await given([...shown, ...hidden], { kind: 'share' });
  assert.deepEqual(rows.slice(0, shown.length), shown);
  assert.deepEqual(rows.slice(shown.length).map(({ name, ...rest }) => rest),
    hidden.map(({ region, period }) => ({ region, period, status: 'withheld' })));
});
