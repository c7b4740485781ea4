import { MOST_ATTRIBUTES } from '#domain/bounds.ts';
import { decodeText } from './text.ts';

/**
 * The attributes of the tag on which a scanner stands, as byte positions: nothing is decoded before
 * it is asked for.
 */
export class TagAttributes {
  private buffer: Uint8Array = new Uint8Array(0);
  private count = 0;
  /** Name start, name end, value start, value end. */
  private readonly spans = new Int32Array(MOST_ATTRIBUTES * 4);

  reset(buffer: Uint8Array): void {
    this.buffer = buffer;
    this.count = 0;
  }

  /** False: more than an element of a workbook has. */
  add(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): boolean {
    if (this.count === MOST_ATTRIBUTES) return false;
    const at = this.count++ * 4;
    this.spans[at] = nameStart;
    this.spans[at + 1] = nameEnd;
    this.spans[at + 2] = valueStart;
    this.spans[at + 3] = valueEnd;
    return true;
  }

  /** Index of an attribute by its full ASCII name ("r", "r:id"), or -1. */
  find(name: string): number {
    const { spans, buffer } = this;
    for (let i = 0; i < this.count; i++) {
      const from = spans[i * 4]!;
      if (spans[i * 4 + 1]! - from !== name.length) continue;
      let k = 0;
      while (k < name.length && buffer[from + k] === name.charCodeAt(k)) k++;
      if (k === name.length) return i;
    }
    return -1;
  }

  /** The first byte of the name. */
  start(index: number): number {
    return this.spans[index * 4]!;
  }

  valueStart(index: number): number {
    return this.spans[index * 4 + 2]!;
  }

  valueEnd(index: number): number {
    return this.spans[index * 4 + 3]!;
  }

  get(name: string): string | undefined {
    const index = this.find(name);
    return index < 0 ? undefined : this.value(index);
  }

  /** Whatever its prefix: `id` finds `r:id` and `x:id`. The plain one wins. */
  byLocalName(name: string): string | undefined {
    const plain = this.get(name);
    if (plain !== undefined) return plain;
    for (let i = 0; i < this.count; i++)
      if (this.name(i).endsWith(`:${name}`)) return this.value(i);
    return undefined;
  }

  all(): Map<string, { value: string; start: number; valueStart: number; valueEnd: number }> {
    return new Map(
      Array.from({ length: this.count }, (_, i) => [
        this.name(i),
        {
          value: this.value(i),
          start: this.start(i),
          valueStart: this.valueStart(i),
          valueEnd: this.valueEnd(i),
        },
      ]),
    );
  }

  private name(index: number): string {
    return decodeText(this.buffer, this.spans[index * 4]!, this.spans[index * 4 + 1]!, true);
  }

  private value(index: number): string {
    return decodeText(this.buffer, this.valueStart(index), this.valueEnd(index), false);
  }
}
