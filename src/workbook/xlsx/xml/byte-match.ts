import { viewOf } from '../../byte-texts.ts';

/** Bytes to be looked for, four of them at a time. */
export interface Pattern {
  readonly bytes: Uint8Array;
  readonly fours: Int32Array;
}

export function pattern(bytes: Uint8Array): Pattern {
  const view = viewOf(bytes);
  const fours = Int32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getInt32(i * 4));
  return { bytes, fours };
}

export const ascii = (text: string): Pattern =>
  pattern(Uint8Array.from(text, (char) => char.charCodeAt(0)));

/** Bytes and their view: an array says how long it is at once, a view when it is called. */
export interface Viewed {
  readonly all: Uint8Array;
  readonly view: DataView;
}

export const viewed = (all: Uint8Array): Viewed => ({ all, view: viewOf(all) });

/** The position behind `expected`, if it stands there; -1. */
export function behind({ all, view }: Viewed, at: number, { bytes, fours }: Pattern): number {
  const end = at + bytes.length;
  if (end > all.length) return -1;
  let i = at;
  for (let four = 0; four < fours.length; four++, i += 4)
    if (view.getInt32(i) !== fours[four]) return -1;
  for (; i < end; i++) if (view.getUint8(i) !== bytes[i - at]) return -1;
  return end;
}

const TAGS = 0x3c3c3c3c;
const ONES = 0x01010101;
const HIGH_BITS = 0x80808080;
const LT = 0x3c;

/** Where the first `<` from a position on stands; the length where there is none. */
export function tagFrom({ all, view }: Viewed, from: number): number {
  const { length } = all;
  let at = from;
  for (; at + 4 <= length; at += 4) {
    const other = view.getInt32(at) ^ TAGS;
    if (((other - ONES) & ~other & HIGH_BITS) !== 0) break;
  }
  while (at < length && view.getUint8(at) !== LT) at++;
  return at;
}
