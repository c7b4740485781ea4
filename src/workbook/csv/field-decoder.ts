import type { Encoding } from './decode-text.ts';

/** Text between two byte positions. */
export class FieldDecoder {
  private readonly bytes: Uint8Array;
  private readonly decoder: TextDecoder;

  /** @param fatal - bytes that are no text throw `NotThisEncoding` instead of becoming U+FFFD */
  constructor(bytes: Uint8Array, encoding: Encoding, fatal: boolean) {
    this.bytes = bytes;
    this.decoder = new TextDecoder(encoding, { fatal, ignoreBOM: true });
  }

  decode(start: number, end: number): string {
    try {
      return this.decoder.decode(this.bytes.subarray(start, end));
    } catch {
      throw new NotThisEncoding();
    }
  }
}

export class NotThisEncoding extends Error {}
