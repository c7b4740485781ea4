import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './read-directory.ts';
import type { ZipCodec } from './zip-codec.ts';

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
/** Packed bytes taken at a step; at deflate's limit this is still only 33 MB of text. */
const STEP = 32 * 1024;
/** The first step is small: some want to know no more than how a part begins. */
const FIRST_STEP = 2 * 1024;

/**
 * The part's bytes, piece by piece. Stops as soon as more comes out than the directory promised
 * (the promise was checked against the limits), and refuses a part whose checksum is wrong: a
 * flipped bit could be a digit of an amount.
 */
export function* unpackPieces(entry: ZipEntry): Generator<Uint8Array, void, void> {
  const promise = new Promised(entry, crc32);
  for (const piece of pieces(entry)) {
    promise.take(piece);
    yield piece;
  }
  promise.end();
}

/** The same of a deflated part, unpacked by the host beside us. */
export async function* unpackBeside(
  entry: ZipEntry,
  codec: ZipCodec,
): AsyncGenerator<Uint8Array, void, void> {
  const promise = new Promised(entry, (bytes, seed) => codec.crc32(bytes, seed));
  refuseEncrypted(entry);
  const unpacked = codec.inflate(entry.packed)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await unpacked.next().catch(() => {
        throw damaged(entry);
      });
      if (next.done === true) break;
      promise.take(next.value);
      yield next.value;
    }
  } finally {
    await unpacked.return?.();
  }
  promise.end();
}

/** Whether the host can unpack it. */
export const isDeflated = ({ method }: ZipEntry): boolean => method === DEFLATED;

/** What the directory promised of a part. */
class Promised {
  private readonly entry: ZipEntry;
  private readonly crcOf: (bytes: Uint8Array, seed: number) => number;
  private crc = 0;
  private size = 0;

  constructor(entry: ZipEntry, crcOf: (bytes: Uint8Array, seed: number) => number) {
    this.entry = entry;
    this.crcOf = crcOf;
  }

  take(piece: Uint8Array): void {
    this.size += piece.length;
    if (this.size > this.entry.size) throw damaged(this.entry);
    this.crc = this.crcOf(piece, this.crc);
  }

  end(): void {
    if (this.size !== this.entry.size || this.crc !== this.entry.crc) throw damaged(this.entry);
  }
}

const damaged = ({ name }: ZipEntry): Refusal<FileTrouble> =>
  new Refusal<FileTrouble>({ code: 'file.damaged', part: name });

function refuseEncrypted({ flags }: ZipEntry): void {
  if ((flags & ENCRYPTED) !== 0) throw new Refusal<FileTrouble>({ code: 'file.passwordProtected' });
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

function* pieces(entry: ZipEntry): Generator<Uint8Array, void, void> {
  refuseEncrypted(entry);
  if (entry.method === STORED) {
    for (let at = 0; at < entry.packed.length; at += STEP)
      yield entry.packed.subarray(at, at + STEP);
    return;
  }
  if (entry.method !== DEFLATED) throw damaged(entry);
  let out: Uint8Array[] = [];
  const inflate = new Inflate((data) => out.push(data));
  const { packed } = entry;
  let step = FIRST_STEP;
  for (let at = 0; at < packed.length; at += step, step = Math.min(STEP, step * 2)) {
    try {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
    } catch {
      throw damaged(entry);
    }
    yield* out;
    out = [];
  }
}
