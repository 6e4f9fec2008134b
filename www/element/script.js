// SPDX-License-Identifier: EUPL-1.2

/** The file that a page names. */
const SCRIPT = /^http.*\/kansrijke-start\.js([?#]|$)/;

/**
 * The address of this script; none in a bundle of somebody's, which no other page can name. There it
 * may be that of a file on the machine that bundled it.
 */
export const SCRIPT_ADDRESS = SCRIPT.test(import.meta.url) && import.meta.url;
