/** Packs blocks while the next ones are made. */
export interface Deflater {
  /** The bytes must not change any more. */
  push(block: Uint8Array): void;
  /** Resolves when few blocks wait: who pushes on without it fills the memory. */
  ready(): Promise<void>;
  finish(): Promise<Uint8Array>;
}

/** What a host does for large parts, faster than we can and beside us. */
export interface ZipCodec {
  /** In order, each piece its own; throws when the bytes are no deflated ones. */
  inflate(packed: Uint8Array): AsyncIterable<Uint8Array>;
  deflate(): Deflater;
  /** CRC-32 as ZIP defines it, going on from `seed`. */
  crc32(bytes: Uint8Array, seed: number): number;
}

/** Below this, going through the host takes longer than it saves. */
export const LARGE_PART = 1 << 20;
