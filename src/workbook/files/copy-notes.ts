import { cellAddress } from '#domain/sheet.ts';
import type { FileNote } from '#facts/files.ts';
import type { MadeHead } from '../xlsx/cells/table-heads.ts';

/** Cells that a sentence names. */
const NAMED = 5;

/** What the copy of a file holds otherwise than what was read, or typed. */
export class CopyNotes {
  private readonly cut: string[] = [];
  private count = 0;
  private readonly heads = new Map<string, readonly MadeHead[]>();

  constructor(private readonly name: string) {}

  readonly textCut = (cell: string): void => {
    this.count += 1;
    if (this.cut.length < NAMED) this.cut.push(cell);
  };

  /** Of all that was typed into the sheet so far. */
  headsMade(sheet: string, made: readonly MadeHead[]): void {
    this.heads.set(sheet, made);
  }

  get all(): readonly FileNote[] {
    const { name, cut: cells, count } = this;
    const texts: FileNote[] = count === 0 ? [] : [{ code: 'file.textsCut', name, cells, count }];
    const heads = [...this.heads].flatMap(([sheet, made]) =>
      made.map(({ row, column, typed, head }): FileNote => {
        const cell = cellAddress(row, column);
        return { code: 'file.headMade', name, sheet, cell, typed, head };
      }),
    );
    return [...texts, ...heads];
  }
}
