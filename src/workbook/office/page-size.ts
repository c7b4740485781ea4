import { ANSWER_BYTES, ANSWER_CELLS, ANSWER_ROWS } from '#domain/bounds.ts';

const FIRST_ROWS = 500;

/**
 * How many rows the next page has: the first page is small and is measured, later ones aim at a
 * size in bytes, and a page that Excel refuses is halved and stays small.
 */
export class PageSize {
  private readonly most: number;
  private ceiling: number;
  private current: number;

  constructor(columns: number) {
    this.most = Math.max(1, Math.min(ANSWER_ROWS, Math.floor(ANSWER_CELLS / Math.max(1, columns))));
    this.ceiling = this.most;
    this.current = Math.min(FIRST_ROWS, this.most);
  }

  get rows(): number {
    return this.current;
  }

  /** `bytes` for `rows` rows came back. */
  measured(rows: number, bytes: number): void {
    const fitting = Math.floor(ANSWER_BYTES / Math.max(1, bytes / rows));
    this.current = Math.max(1, Math.min(this.ceiling, fitting));
  }

  /** Excel refused `rows` rows. False when there is nothing left to halve. */
  refused(rows: number): boolean {
    if (rows <= 1) return false;
    this.ceiling = Math.floor(rows / 2);
    this.current = this.ceiling;
    return true;
  }
}

const SAMPLE_ROWS = 64;

/** Bytes of a page as JSON, from rows spread over it. */
export function jsonBytes(lines: readonly (readonly unknown[])[]): number {
  if (lines.length === 0) return 0;
  const every = Math.max(1, Math.floor(lines.length / SAMPLE_ROWS));
  const sample = lines.filter((_, index) => index % every === 0);
  return (new TextEncoder().encode(JSON.stringify(sample)).length / sample.length) * lines.length;
}
