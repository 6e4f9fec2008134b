// SPDX-License-Identifier: EUPL-1.2
// What scripts tell the web master, for tests.

/** What a task says in the console, and what comes of it. */
export async function heard(task) {
  const { warn } = console;
  const said = [];
  console.warn = (text) => said.push(text);
  try {
    return [await task(), said];
  } finally {
    console.warn = warn;
  }
}
