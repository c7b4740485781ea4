/// <reference types="office-js" />
import { itemAt } from '#domain/columns.ts';
import { Refusal } from '#domain/refusal.ts';
import type { ExcelFact } from '#facts/excel.ts';
import { ColumnStore, looksLikeFault } from './column-store.ts';
import type { Conversation } from './conversation.ts';
import { excelCode, treatmentOf } from './error-table.ts';
import { jsonBytes, PageSize } from './page-size.ts';
import { ReadRows } from './row-hash.ts';

export interface Extent {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

interface ReadPage {
  readonly values: readonly (readonly unknown[])[];
  readonly bytes: number;
}

/**
 * Reads a sheet's cells page by page into columns. Addresses are absolute: a page may be read again
 * at any time.
 */
export class SheetPages {
  readonly stores: readonly ColumnStore[];
  /** Tells later whether a row is still the row that was read. */
  readonly seen: ReadRows;
  private readonly talk: Conversation;
  private readonly sheet: Excel.Worksheet;
  private readonly name: string;
  private readonly extent: Extent;
  private readonly size: PageSize;

  constructor(talk: Conversation, sheet: Excel.Worksheet, name: string, extent: Extent) {
    this.talk = talk;
    this.sheet = sheet;
    this.name = name;
    this.extent = extent;
    this.size = new PageSize(extent.columns);
    this.seen = new ReadRows(extent.left, extent.columns, extent.top + extent.rows);
    this.stores = Array.from({ length: extent.left + extent.columns }, () => new ColumnStore());
  }

  /** Reads the rows `from … to` (exclusive, 0-based) and tells after each page how far it is. */
  async read(from: number, to: number, done: (row: number) => Promise<void>): Promise<void> {
    for (let row = from; row < to;) {
      const rows = Math.min(this.size.rows, to - row);
      const page = await this.tryPage(row, rows);
      if (page === null) {
        if (!this.size.refused(rows))
          throw new Refusal<ExcelFact>({
            code: 'excel.rowTooLarge',
            sheet: this.name,
            row: row + 1,
          });
        continue;
      }
      const late = await this.keep(row, page.values);
      this.size.measured(rows, page.bytes + late);
      row += rows;
      await done(row);
    }
  }

  /** Null when Excel refuses the size, with an error or by leaving the values out. */
  private async tryPage(top: number, rows: number): Promise<ReadPage | null> {
    try {
      const [range, formats] = await this.talk.step(
        () =>
          [
            this.block(top, rows, 0, this.extent.columns).load('values'),
            this.formatBlocks(top, rows),
          ] as const,
      );
      const values = range.values as unknown[][] | null;
      range.untrack();
      if (values !== null) this.checkShape(values, rows);
      const bytes = (values === null ? 0 : jsonBytes(values)) + this.takeFormats(top, formats);
      return values === null ? null : { values, bytes };
    } catch (error) {
      if (excelCode(error) !== undefined && treatmentOf(error) === 'halve') return null;
      throw error;
    }
  }

  /** A block with holes would put amounts beside the wrong orders, or lose them. */
  private checkShape(values: unknown, rows: number): void {
    const { columns } = this.extent;
    const isWhole =
      Array.isArray(values) &&
      values.length === rows &&
      values.every((line) => Array.isArray(line) && line.length === columns);
    if (!isWhole)
      throw new Refusal<ExcelFact>({
        code: 'excel.unexpected',
        excelCode: 'shape',
        place: 'Range.values',
      });
  }

  /** Returns the bytes that had to be asked for besides: later pages ask for them at once. */
  private async keep(top: number, values: readonly (readonly unknown[])[]): Promise<number> {
    const numbers = new Set<number>();
    const faults: { readonly row: number; readonly column: number }[] = [];
    values.forEach((line, r) => this.seen.put(top + r, line));
    values.forEach((line, r) =>
      line.forEach((value, c) => {
        const store = this.store(c);
        if (typeof value === 'number' && !store.hasNumbers) numbers.add(c);
        store.put(top + r, value);
        if (looksLikeFault(value)) faults.push({ row: r, column: c });
      }),
    );
    const bytes = numbers.size > 0 ? await this.readFormats(top, values.length, [...numbers]) : 0;
    if (faults.length > 0) await this.tellFaults(top, values, faults);
    return bytes;
  }

  /** Columns that turned out to hold numbers in this very page. */
  private async readFormats(
    top: number,
    rows: number,
    columns: readonly number[],
  ): Promise<number> {
    const most = Math.min(rows, 5_000);
    let bytes = 0;
    for (let row = top; row < top + rows; row += most) {
      const count = Math.min(most, top + rows - row);
      const blocks = await this.talk.step(() =>
        runsOf(columns).map((run) => this.formatBlock(row, count, run)),
      );
      bytes += this.takeFormats(row, blocks);
    }
    return bytes;
  }

  /** An error value reads like the text "#N/A"; only the cell's type tells them apart. */
  private async tellFaults(
    top: number,
    values: readonly (readonly unknown[])[],
    faults: readonly { readonly row: number; readonly column: number }[],
  ): Promise<void> {
    const columns = [...new Set(faults.map(({ column }) => column))].sort((a, b) => a - b);
    const first = Math.min(...faults.map(({ row }) => row));
    const last = Math.max(...faults.map(({ row }) => row));
    const blocks = await this.talk.step(() =>
      runsOf(columns).map((run) => ({
        run,
        range: this.block(top + first, last - first + 1, run.from, run.count).load('valueTypes'),
      })),
    );
    for (const { row, column } of faults) {
      const block = blocks.find(({ run }) => column >= run.from && column < run.from + run.count);
      const type = block?.range.valueTypes[row - first]?.[column - block.run.from];
      if (type === 'Error') this.store(column).putFault(top + row, String(values[row]?.[column]));
    }
    blocks.forEach(({ range }) => void range.untrack());
  }

  private formatBlocks(top: number, rows: number): FormatBlock[] {
    const columns = this.stores.flatMap((store, column) =>
      store.hasNumbers ? [column - this.extent.left] : [],
    );
    return runsOf(columns).map((run) => this.formatBlock(top, rows, run));
  }

  private formatBlock(top: number, rows: number, run: Run): FormatBlock {
    return { run, range: this.block(top, rows, run.from, run.count).load('numberFormat') };
  }

  private takeFormats(top: number, blocks: readonly FormatBlock[]): number {
    let bytes = 0;
    for (const { run, range } of blocks) {
      const lines = (range.numberFormat ?? []) as unknown[][];
      lines.forEach((line, r) =>
        line.forEach((format, c) => this.store(run.from + c).putFormat(top + r, format)),
      );
      bytes += jsonBytes(lines);
      range.untrack();
    }
    return bytes;
  }

  private store(column: number): ColumnStore {
    return itemAt(this.stores, this.extent.left + column);
  }

  private block(top: number, rows: number, column: number, columns: number): Excel.Range {
    return this.sheet.getRangeByIndexes(top, this.extent.left + column, rows, columns);
  }
}

interface Run {
  readonly from: number;
  readonly count: number;
}
interface FormatBlock {
  readonly run: Run;
  readonly range: Excel.Range;
}

/** Neighbouring columns as one block. */
function runsOf(columns: readonly number[]): Run[] {
  const runs: { from: number; count: number }[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.from + last.count === column) last.count += 1;
    else runs.push({ from: column, count: 1 });
  }
  return runs;
}
