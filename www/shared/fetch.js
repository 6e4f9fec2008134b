// SPDX-License-Identifier: EUPL-1.2
// Fetching files, in a page and in Node.js.

/** For how long a host may be silent, and a file may take on a slow line, in milliseconds. */
const PATIENCE = 15_000;
export const WHOLE = 60_000;

/** The response for an address. Node.js does not fetch `file:` addresses, so those are read from disk. */
export async function fetchFile(address, options) {
  const url = new URL(address);
  const disk = url.protocol === 'file:' && globalThis.process?.getBuiltinModule?.('node:fs/promises');
  // Scripts of others that stand in for `fetch` expect a text.
  if (!disk) return fetch(url.href, { signal: AbortSignal.timeout(WHOLE), ...options });
  try {
    return new Response(await disk.readFile(url));
  } catch {
    return new Response(null, { status: 404 });
  }
}

/**
 * Why an address gave nothing of use: what it answers without a hash, which hides what that is. An
 * answer that is well is of another version.
 */
export async function whyNot(address, error) {
  const answer = await fetchFile(address).catch(() => {});
  return new Error([answer?.ok ? 'integrity' : answer?.status, address, error?.message].filter(Boolean).join(' '));
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
    // A slow line is no silent host.
    const from = performance.now();
    const wait = () => request.timeout = performance.now() - from + PATIENCE;
    wait();
    request.onprogress = wait;
    request.send();
  });
}
