import { encodeText } from '../xml/text.ts';
import type { PartSink } from '../zip/pack.ts';

/**
 * Carries a part over piece by piece: bytes as they are, except where something is written or
 * skipped.
 */
export class PartCopier {
  private readonly sink: PartSink;
  private buffer: Uint8Array = new Uint8Array(0);
  private copied = 0;

  constructor(sink: PartSink) {
    this.sink = sink;
  }

  /** The next piece, to be copied from its first byte on. */
  take(buffer: Uint8Array): void {
    this.buffer = buffer;
    this.copied = 0;
  }

  copyTo(position: number): void {
    if (position > this.copied) this.sink.push(this.buffer.subarray(this.copied, position));
    this.copied = Math.max(this.copied, position);
  }

  skipTo(position: number): void {
    this.copied = position;
  }

  write(text: string): void {
    if (text !== '') this.sink.push(encodeText(text));
  }

  /** The rest of the last piece. */
  finish(): void {
    this.copyTo(this.buffer.length);
  }
}
