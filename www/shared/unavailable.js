// SPDX-License-Identifier: EUPL-1.2

/** The one failure that the core cannot put into words. */
export function coreUnavailable(error, { lang, language }) {
  const found = String(error?.message ?? error);
  const { code, message, hint } = __CORE_UNAVAILABLE__[(lang ?? language)?.startsWith('en') ? 'en' : 'nl'];
  const tree = ['<p', '@class=notice', '@role=status', `"${message}`, '>'].join('\u0001');
  return { code, message, hint: hint.replace('{found}', found), tree };
}
