// SPDX-License-Identifier: EUPL-1.2
// One way to get a file, in a page and in Node.js.

/** The answer for an address. Node.js fetches no files of its own disk, so there it reads them. */
export async function fetchFile(address, options) {
  const url = new URL(address);
  const disk = url.protocol === 'file:' && globalThis.process?.getBuiltinModule?.('node:fs/promises');
  if (!disk) return fetch(url, options);
  try {
    return new Response(await disk.readFile(url));
  } catch {
    return new Response(null, { status: 404 });
  }
}

/**
 * The same for a file that is used as a whole, of the host that was asked: where a redirect leads,
 * others may have written it. XMLHttpRequest hands over a body in one step, which a page has some
 * milliseconds sooner than by way of a stream.
 */
export async function fetchWhole(address) {
  const answer = await (globalThis.XMLHttpRequest ? request(address) : fetchFile(address));
  const { host } = new URL(answer.url || address);
  if (host !== new URL(address).host) throw new TypeError(`answer of ${host}`);
  return answer;
}

function request(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'arraybuffer';
    request.onload = () => {
      const { status, response, responseURL: url } = request;
      resolve({ status, url, ok: status >= 200 && status < 300, json: async () => JSON.parse(new TextDecoder().decode(response)) });
    };
    request.onerror = () => reject(new TypeError('no answer'));
    request.send();
  });
}
