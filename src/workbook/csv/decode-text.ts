import { UnusableFile } from '../files.facts.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * Of a text with a few broken bytes: how many good characters for each bad one make it UTF-8 all
 * the same.
 */
const GOOD_PER_BAD = 20;

/** By byte order mark; else UTF-8 when the bytes are that, else GB18030. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (decodesAs('utf-8', bytes)) return 'utf-8';
  if (isDamagedUtf8(bytes)) return 'utf-8';
  // GB18030 reads every GBK file, and the four-byte characters that Excel and WPS put into some.
  if (decodesAs('gb18030', bytes)) return 'gb18030';
  throw new UnusableFile({ code: 'file.unknownEncoding' });
}

const STEP = 1 << 20;

/** Bytes of the byte order mark at the beginning. */
export function markLength(bytes: Uint8Array): 0 | 2 | 3 {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3;
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isWide ? 2 : 0;
}

/** The same text in UTF-8, without the byte order mark. */
export function asUtf8(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += STEP)
    pieces.push(encoder.encode(decoder.decode(bytes.subarray(at, at + STEP), { stream: true })));
  pieces.push(encoder.encode(decoder.decode()));
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function decodesAs(encoding: Encoding, bytes: Uint8Array): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += STEP)
      decoder.decode(bytes.subarray(at, at + STEP), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** A UTF-8 file cut in the middle of a character must not come out as GBK gibberish. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, STEP));
  let bad = 0;
  let good = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) bad++;
    else if (code > 0x7f) good++;
  }
  return good > bad * GOOD_PER_BAD;
}
