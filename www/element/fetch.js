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
