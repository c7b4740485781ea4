import { NOT_LOOKED_AT, plainIdBelow } from '#domain/reading/plain-id.ts';
import type { Cell } from '#domain/sheet.ts';

const RUN_BYTES = 1 << 16;
const RUN_TEXTS = 1 << 13;
/** A column with more texts than this that are no order numbers is not asked about them. */
const MANY_OTHERS = 1 << 10;

/**
 * Short ASCII texts that wait to be decoded by the thousand and cut out of the whole: a call of the
 * decoder for each of a million ids would cost more than reading them.
 */
export class WaitingTexts {
  private readonly bytes = new Uint8Array(RUN_BYTES);
  private readonly rows = new Int32Array(RUN_TEXTS);
  private readonly ends = new Int32Array(RUN_TEXTS);
  private readonly decoder = new TextDecoder();
  private length = 0;
  private count = 0;
  private plainId = NOT_LOOKED_AT;
  private others = 0;

  /** False: it is not as it stands in the bytes, or too long to wait. */
  take(
    row: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    cells: (Cell | string)[],
  ): boolean {
    if (end - start > RUN_BYTES) return false;
    if (this.length + end - start > RUN_BYTES || this.count === RUN_TEXTS) this.deliver(cells);
    const own = this.bytes;
    let at = this.length;
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!;
      // & begins an entity, _ may begin an escape.
      if (byte >= 0x80 || byte === 0x26 || byte === 0x5f) return false;
      own[at++] = byte;
    }
    this.length = at;
    this.rows[this.count] = row;
    this.ends[this.count++] = at;
    return true;
  }

  /** What the bytes of the text that was taken last tell of an order number; asked of each. */
  lastPlainId(): number {
    if (this.others > MANY_OTHERS) return NOT_LOOKED_AT;
    const { rows, ends, count, length } = this;
    const start = ends[count - 2] ?? 0;
    const isBelow = rows[count - 2] === rows[count - 1]! - 1 && this.plainId !== NOT_LOOKED_AT;
    this.plainId = plainIdBelow(
      this.bytes,
      isBelow ? (ends[count - 3] ?? 0) : start,
      start,
      length,
    );
    if (this.plainId === NOT_LOOKED_AT) this.others++;
    return this.plainId;
  }

  /** Puts all that wait into their rows. */
  deliver(cells: (Cell | string)[]): void {
    const { rows, ends, count } = this;
    const text = this.decoder.decode(this.bytes.subarray(0, this.length));
    let start = 0;
    for (let i = 0; i < count; i++) {
      const end = ends[i]!;
      cells[rows[i]!] = text.slice(start, end);
      start = end;
    }
    this.length = 0;
    this.count = 0;
  }
}
