import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './read-directory.ts';

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
/** Packed bytes taken at a step; at deflate's limit this is still only 33 MB of text. */
const STEP = 32 * 1024;

/**
 * The part's bytes, piece by piece. Stops as soon as more comes out than the directory promised
 * (the promise was checked against the limits), and refuses a part whose checksum is wrong: a
 * flipped bit could be a digit of an amount.
 */
export function* unpackPieces(entry: ZipEntry): Generator<Uint8Array, void, void> {
  const damaged = (): Refusal<FileTrouble> =>
    new Refusal<FileTrouble>({ code: 'file.damaged', part: entry.name });
  let crc = 0;
  let size = 0;
  for (const piece of pieces(entry, damaged)) {
    size += piece.length;
    if (size > entry.size) throw damaged();
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged();
}

/** The whole part in one piece, for parts of ordinary size. */
export function unpack(entry: ZipEntry): Uint8Array {
  const whole = new Uint8Array(entry.size);
  let at = 0;
  for (const piece of unpackPieces(entry)) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function* pieces(
  entry: ZipEntry,
  damaged: () => Refusal<FileTrouble>,
): Generator<Uint8Array, void, void> {
  if ((entry.flags & ENCRYPTED) !== 0)
    throw new Refusal<FileTrouble>({ code: 'file.passwordProtected' });
  if (entry.method === STORED) {
    for (let at = 0; at < entry.packed.length; at += STEP)
      yield entry.packed.subarray(at, at + STEP);
    return;
  }
  if (entry.method !== DEFLATED) throw damaged();
  let out: Uint8Array[] = [];
  const inflate = new Inflate((data) => out.push(data));
  for (let at = 0; at < entry.packed.length; at += STEP) {
    try {
      inflate.push(entry.packed.subarray(at, at + STEP), at + STEP >= entry.packed.length);
    } catch {
      throw damaged();
    }
    yield* out;
    out = [];
  }
}
