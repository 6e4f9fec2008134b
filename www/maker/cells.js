// SPDX-License-Identifier: EUPL-1.2
// What the text of a cell says: a number, a sign in its place, a period. The rules are those by which
// `prepare` reads files (`src/prepare/cell/`); `tests/cells.json` holds both to them.

/** The number exists and is kept back. */
const SECRET = ['geheim', 'afgeschermd', 'vertrouwelijk', 'onderdrukt', 'achtergehouden', 'confidential', 'suppressed', 'secret', '-99996', '-99996.0'];

/** There is no number. */
const MISSING = ['', '-', '–', '—', 'impossible', 'null', 'nan', 'n.v.t.', 'nvt', 'n.b.', 'nb', 'onbekend', 'ontbreekt', '#n/a', '#n/b'];

/** Files use these for both. */
const EITHER = ['.', '..', '...', 'x', 'na', 'n/a', '-9', '-99', '-999', '-9999', '-99999', '-99998', '-99997', '×'];

const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];

/** A text without blanks around it. */
const trim = (text) => text.replace(/^[\s\ufeff]+|[\s\ufeff]+$/g, '');

/** `1-9`: a count that is given as a class. */
function isClass(text) {
  const between = ['-', '–', 't/m', 'tot'].find((sign) => text.includes(sign));
  if (!between) return false;
  const at = text.indexOf(between);
  const [low, high] = [text.slice(0, at), text.slice(at + between.length)].map(trim);
  return [low, high].every((part) => /^\d{1,6}$/.test(part) && Number(part) < 1000) && Number(low) < Number(high);
}

/** What a text means that is no number: `secret`, `missing` or `either`; undefined for any other text. */
export function signOf(text) {
  const bare = trim(text);
  const lower = bare.toLowerCase();
  if (MISSING.includes(lower)) return 'missing';
  if (EITHER.includes(lower)) return 'either';
  if (SECRET.includes(lower) || /^\*+$/.test(bare) || /^(<=|≤|<)\s*\d{1,6}$/.test(bare) || isClass(bare)) return 'secret';
}

const bare = (text) => trim(trim(text).replace(/[%*]+$/, ''));

/**
 * The sign before the decimals in the only way to read a number; `plain` for digits alone, `open` where
 * one sign stands before three digits, undefined for what is no number.
 */
function formOf(text) {
  if (!/^[\d., \u00a0\u202f]*\d[\d., \u00a0\u202f]*$/.test(text)) return;
  const marks = text.match(/[.,]/g) ?? [];
  if (!marks.length) return 'plain';
  const [first, last] = [marks[0], marks.at(-1)];
  if (first !== last) return marks.filter((mark) => mark === last).length === 1 ? last : undefined;
  const other = last === ',' ? '.' : ',';
  if (marks.length > 1) return other;
  return /^[1-9]\d{0,2}[.,][\d\u00a0\u202f ]{3}$/.test(text) ? 'open' : last;
}

/** What a cell says about the sign that its file uses; undefined where it says nothing. */
export function evidence(text) {
  const form = formOf(bare(text).replace(/^[-−]+/, ''));
  return form === ',' || form === '.' ? form : undefined;
}

/** The number in a text, with its thousands in groups of three. */
function written(text, decimal) {
  const [whole, part, ...more] = decimal ? text.split(decimal) : [text];
  const groups = whole.split(decimal ? new RegExp(`[ \u00a0\u202f\\${decimal === ',' ? '.' : ','}]`) : /[ \u00a0\u202f]/);
  const isGrouped = groups.length === 1 || (/^.{1,3}$/.test(groups[0]) && groups.slice(1).every((group) => group.length === 3));
  if (more.length || !isGrouped || !groups.every((group) => /^\d*$/.test(group)) || !/^\d*$/.test(part ?? '')) return;
  const number = Number.parseFloat(`${groups.join('')}.${part ?? ''}`);
  return Number.isFinite(number) ? number : undefined;
}

/** A number, in a file with this sign before decimals; `open` where that must be known, undefined for no number. */
export function numberOf(text, decimal) {
  const given = bare(text);
  const isNegative = /^[-−]/.test(given);
  const digits = isNegative ? given.slice(1) : given;
  const form = formOf(digits);
  if (!form) return;
  if (form === 'open' && !decimal) return 'open';
  if ((form === ',' || form === '.') && decimal && decimal !== form) return;
  const number = written(digits, form === 'plain' ? undefined : form === 'open' ? decimal : form);
  return number === undefined || !isNegative ? number : -number;
}

/** The code of a period, as files of figures have it. */
function codeOf(text) {
  const [, year, span, nth, last, month] = /^(\d{4})(?:(JJ|KW|MM)(\d\d)|[-/](\d{4})|-(\d\d))?$/.exec(text) ?? [];
  // Figures of this field do not lie outside these years; a code of a place may look like one.
  if (![year, last ?? year].every((one) => one >= 1900 && one <= 2100)) return;
  const among = (most) => Number(nth ?? month) >= 1 && Number(nth ?? month) <= most;
  if (last) return last < year ? undefined : last === year ? year : `${year}-${last}`;
  if (span === 'JJ') return nth === '00' ? year : undefined;
  if (span === 'KW') return among(4) ? `${year}KW${nth}` : undefined;
  return span || month ? among(12) ? `${year}-${nth ?? month}` : undefined : year;
}

/** "2015 2e kwartaal", "2022 juli", and with the year last. */
function partOfYear(text) {
  const words = text.split(/\s+/).filter(Boolean);
  const years = words.filter((word) => /^\d{4}$/.test(word));
  const rest = words.filter((word) => !/^\d{4}$/.test(word));
  if (years.length !== 1) return;
  if (rest.length === 2 && rest[1] === 'kwartaal' && /^\de$/.test(rest[0])) return codeOf(`${years[0]}KW0${rest[0][0]}`);
  const month = MONTHS.indexOf(rest[0]) + 1;
  return rest.length === 1 && month ? codeOf(`${years[0]}-${String(month).padStart(2, '0')}`) : undefined;
}

/** A period, and whether stars or words call its figures provisional; undefined for what is none. */
export function periodOf(text) {
  const given = trim(text);
  const code = codeOf(given);
  if (code) return { code, isProvisional: false };
  const lower = given.toLowerCase();
  const starred = lower.replace(/\*+$/, '');
  const isWord = trim(starred).endsWith('voorlopig');
  const plain = trim(isWord ? trim(starred).slice(0, -'voorlopig'.length) : starred);
  const word = ['verslagjaar', 'jaar', 'over'].find((one) => plain.startsWith(one)) ?? '';
  const joined = trim(plain.slice(word.length)).replaceAll(' t/m ', '-').replace(/[–—]/g, '-').replaceAll(' - ', '-');
  const found = codeOf(joined.toUpperCase()) ?? partOfYear(joined);
  return found && { code: found, isProvisional: isWord || starred.length < lower.length };
}
