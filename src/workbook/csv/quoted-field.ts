import { LONGEST_QUOTED } from '#domain/bounds.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

/** A field in quotes: its text between `start` and `stop`, what stands behind it up to `end`. */
export interface QuotedField {
  readonly start: number;
  readonly stop: number;
  readonly end: number;
  /** Line breaks in the text. */
  readonly breaks: number;
  /** The bytes between the quotes are the text: nothing doubled, nothing behind. */
  readonly isPlain: boolean;
}

/**
 * The quoted field that begins at `from`; `null` when the quote there is a plain character: no
 * other ends it, or only after so long, or on a later line in the middle of another field, that
 * rows would be swallowed.
 */
export function quotedField(
  bytes: Uint8Array,
  from: number,
  delimiter: number,
): QuotedField | null {
  const stop = closingQuote(bytes, from);
  if (stop < 0) return null;
  const end = fieldEnd(bytes, stop + 1, delimiter);
  const breaks = countBreaks(bytes, from + 1, stop);
  if (breaks > 0 && (stop - from > LONGEST_QUOTED || !isBlank(bytes, stop + 1, end))) return null;
  const isPlain = end === stop + 1 && !hasQuote(bytes, from + 1, stop);
  return { start: from + 1, stop, end, breaks, isPlain };
}

/** The quote that is not doubled, or -1. */
function closingQuote(bytes: Uint8Array, from: number): number {
  for (let i = bytes.indexOf(QUOTE, from + 1); i >= 0; i = bytes.indexOf(QUOTE, i + 2))
    if (bytes[i + 1] !== QUOTE) return i;
  return -1;
}

function fieldEnd(bytes: Uint8Array, from: number, delimiter: number): number {
  let i = from;
  while (i < bytes.length && bytes[i] !== delimiter && bytes[i] !== LF && bytes[i] !== CR) i++;
  return i;
}

/** CR, LF and both together each break a line once. */
function countBreaks(bytes: Uint8Array, from: number, to: number): number {
  let breaks = 0;
  for (let i = from; i < to; i++)
    if (bytes[i] === LF ? bytes[i - 1] !== CR || i === from : bytes[i] === CR) breaks++;
  return breaks;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== SPACE && bytes[i] !== TAB) return false;
  return true;
}

const hasQuote = (bytes: Uint8Array, from: number, to: number): boolean => {
  const at = bytes.indexOf(QUOTE, from);
  return at >= 0 && at < to;
};
