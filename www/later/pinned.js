// SPDX-License-Identifier: EUPL-1.2
// The files of figures of a page that pins them: it knows the hash of the list of a folder, and the list
// has the hash of each file.
import { PATIENCE, failed } from '../shared/fetch.js';

/** What browsers read as a hash. Of anything else they check nothing. */
const HASH = /^sha(256|384|512)-[\w+/-]{43,86}={0,2}$/;

const lists = new Map();

/** The answer of an address, if it has the hash. */
async function checked(address, integrity) {
  if (!HASH.test(integrity)) throw new TypeError(`data-integrity="${integrity}"`);
  return fetch(address, { integrity, signal: AbortSignal.timeout(PATIENCE) }).catch(() => failed(address));
}

/** The list of a folder by the names of its files. */
function listOf(address, pin) {
  const key = `${address} ${pin}`;
  if (!lists.has(key)) {
    const list = checked(address, pin).then((answer) => answer.json());
    lists.set(key, list);
    // After a failure the next chart tries again.
    list.catch(() => lists.delete(key));
  }
  return lists.get(key);
}

/** The answer for a file in the folder of an index; that of a host which has no such file for one that the list has not. */
export async function fetchPinned(address, index, pin) {
  const list = await listOf(new URL('integrity.json', index).href, pin);
  const integrity = list[address.slice(new URL('.', index).href.length)];
  return integrity ? checked(address, integrity) : Response.json(null, { status: 404 });
}
