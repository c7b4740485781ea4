import type { Cell } from '#domain/sheet.ts';
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

const RUN_BYTES = 1 << 15;
const RUN_TEXTS = 1 << 12;

/**
 * Short ASCII texts, which ids and figures are, decoded by the thousand and cut out of the whole: a
 * call of the decoder for each of a million ids would cost more than reading them.
 */
export class AsciiRun {
  private readonly bytes = new Uint8Array(RUN_BYTES);
  private readonly ends = new Int32Array(RUN_TEXTS);
  private length = 0;
  private count = 0;
  private readonly decoder = new TextDecoder();

  /** False when there is no room: `moveTo` first; a text longer than a run never has any. */
  add(source: Uint8Array, start: number, end: number): boolean {
    const { bytes } = this;
    let { length } = this;
    if (this.count === RUN_TEXTS || length + end - start > RUN_BYTES) return false;
    for (let i = start; i < end; i++) bytes[length++] = source[i]!;
    this.ends[this.count++] = length;
    this.length = length;
    return true;
  }

  moveTo(cells: Cell[]): void {
    if (this.count === 0) return;
    const text = this.decoder.decode(this.bytes.subarray(0, this.length));
    let start = 0;
    for (let i = 0; i < this.count; i++) {
      const end = this.ends[i]!;
      cells.push(text.slice(start, end));
      start = end;
    }
    this.count = 0;
    this.length = 0;
  }
}
