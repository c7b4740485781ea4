import { int32At, itemAt } from '../columns.ts';
import type { Option } from './choice-groups.ts';

/**
 * How each state came about: the option taken last, and the path before it. Millions of them, so
 * in plain columns.
 */
export class ChoicePaths {
  size = 0;
  private before = new Int32Array(1024);
  private taken = new Int32Array(1024);
  private readonly options: Option[] = [];

  /** Makes an option known, and gives the number under which paths take it. */
  option(option: Option): number {
    return this.options.push(option) - 1;
  }

  push(before: number, option: number): number {
    if (this.size === this.before.length) {
      this.before = grown(this.before);
      this.taken = grown(this.taken);
    }
    this.before[this.size] = before;
    this.taken[this.size] = option;
    this.size += 1;
    return this.size - 1;
  }

  deals(path: number): readonly number[] {
    const out: number[] = [];
    for (let at = path; at >= 0; at = int32At(this.before, at))
      out.push(...itemAt(this.options, int32At(this.taken, at)).deals);
    return out;
  }
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const out = new Int32Array(column.length * 2);
  out.set(column);
  return out;
}
