// SPDX-License-Identifier: EUPL-1.2
// Fetching files, in a page and in Node.js.

/** For how long a file may take, on a slow line or of a host that never answers, in milliseconds. */
export const PATIENCE = 60_000;

/** The response for an address. Node.js does not fetch `file:` addresses, so those are read from disk. */
export async function fetchFile(address, options) {
  const url = new URL(address);
  const disk = url.protocol === 'file:' && globalThis.process?.getBuiltinModule?.('node:fs/promises');
  // Scripts of others that stand in for `fetch` expect a text.
  if (!disk) return fetch(url.href, { signal: AbortSignal.timeout(PATIENCE), ...options });
  try {
    return new Response(await disk.readFile(url));
  } catch {
    return new Response(null, { status: 404 });
  }
}

/** Throws what an address answers without a hash, which hides that; 200 is a file of another version. */
export async function failed(address) {
  const { status } = await fetchFile(address).catch(({ message }) => ({ status: message }));
  throw new Error(`${status} ${address}`);
}

/**
 * The same for a file that is needed as a whole. It must come from the host of the address, because
 * a redirect may lead to what others wrote. XMLHttpRequest delivers a body in one step, some
 * milliseconds sooner than a stream.
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
    request.onerror = request.ontimeout = () => reject(new TypeError('no answer'));
    request.timeout = PATIENCE;
    request.send();
  });
}
