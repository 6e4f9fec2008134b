// SPDX-License-Identifier: EUPL-1.2
import { languageOf } from './stem.js';

/** The one failure that the core cannot put into words. */
export function coreUnavailable(error, options) {
  const { code, message, hint } = __CORE_UNAVAILABLE__[languageOf(options)];
  const tree = ['<p', '@class=notice', '@role=status', `"${message}`, '>'].join('\u0001');
  return { code, message, hint: hint.replace('{found}', `${error?.message ?? error} (${import.meta.url.slice(0, 99)})`), tree };
}
