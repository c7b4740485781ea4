/** What the bytes of a number tell beforehand. */
export const NOT_LOOKED_AT = 0;
export const PLAIN_ID = 1;
/** Beside another: greater than the plain one of the row above, */
export const RISING_ID = 2;
/** may be a part of an order. */
export const PART_ID = 4;

/** Excel keeps 15 digits. */
export const KEPT_DIGITS = 15;

const ZERO = 48;
const NINE = 57;
const CAPITAL_A = 65;
const CAPITAL_E = 69;
const CAPITAL_Z = 90;
const SMALL_A = 97;
const SMALL_Z = 122;
const HYPHEN = 45;
const UNDERSCORE = 95;
const [SHARP, DOT, SLASH] = [35, 46, 47];
const LONGEST_ENDING = 4;

/**
 * "to", "su", "cu": a text without the first letters of total, sum and cumulative says none of
 * them.
 */
export const beginsTotal = (letter: number, next: number): boolean =>
  letter === 116 ? next === 111 : (letter === 115 || letter === 99) && next === 117;

/**
 * Whether the ASCII text between two byte positions is an order number as it stands: capitals,
 * figures, - and _, figures at its end (-R2 may say refund), no word of a total, no exponent, and
 * not so many figures that Excel may have lost some.
 */
function isPlainId(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > KEPT_DIGITS && bytes[from]! <= NINE) return false;
  let [before, code] = [0, 0];
  for (let i = from; i < to; i++) {
    code = bytes[i]!;
    if (code >= CAPITAL_A && code <= CAPITAL_Z) {
      if (code === CAPITAL_E || beginsTotal(before | 0x20, code | 0x20)) return false;
    } else if (!((code >= ZERO && code <= NINE) || code === HYPHEN || code === UNDERSCORE))
      return false;
    before = code;
  }
  return code >= ZERO && code <= NINE && !isLetter(bytes[to - 2]!) && !isLetter(bytes[to - 3]!);
}

export const isFigure = (code: number): boolean => code >= ZERO && code <= NINE;

/** Of a code of a character; what stands before the text may be looked at too. */
export const isLetter = (code: number): boolean =>
  (code >= CAPITAL_A && code <= CAPITAL_Z) || (code >= SMALL_A && code <= SMALL_Z);

/**
 * What the text between `from` and `to` is, below the number that stands between `above` and
 * `from`, if any. Numbers that count up differ in their last figures: only those are looked at.
 */
export function plainIdBelow(bytes: Uint8Array, above: number, from: number, to: number): number {
  const longest = Math.min(from - above, to - from);
  let common = 0;
  while (common < longest && bytes[above + common] === bytes[from + common]) common++;
  const isAlike = common > 0 && to - from === from - above && areDigits(bytes, from + common, to);
  if (mayBeginCreditNote(bytes[from]!, bytes[from + 1]!)) return NOT_LOOKED_AT;
  if (!isAlike && !isPlainId(bytes, from, to)) return NOT_LOOKED_AT;
  const isBehind =
    above < from &&
    (common < longest ? bytes[from + common]! > bytes[above + common]! : to - from > from - above);
  return PLAIN_ID | (isBehind ? RISING_ID : 0) | (hasPartMark(bytes, from, to) ? PART_ID : 0);
}

function hasPartMark(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = to - 2; at > from && at >= to - LONGEST_ENDING; at--)
    if (bytes[at] === HYPHEN || bytes[at] === UNDERSCORE) return true;
  return false;
}

/** Where what was added to A1 begins in A1-1, A1/02 and A1_b; -1 where nothing was added. */
export function partMark(id: string): number {
  const first = Math.max(1, id.length - LONGEST_ENDING);
  for (let at = id.length - 2; at >= first; at--) if (isPartMark(id.charCodeAt(at))) return at;
  return -1;
}

/** What stands before the number of a part. */
const isPartMark = (code: number): boolean =>
  code === HYPHEN || code === UNDERSCORE || code === SLASH || code === DOT || code === SHARP;

/** CN-, CM, CR; RMA, RF, RTN: what is looked at as a beginning, too. */
export const mayBeginCreditNote = (first: number, second: number): boolean =>
  (first === 67 && (second === 77 || second === 78 || second === 82)) ||
  (first === 82 && (second === 70 || second === 77 || second === 84));

function areDigits(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! < ZERO || bytes[i]! > NINE) return false;
  return true;
}
