import {
  CommandType,
  ICommandService,
  type Injector,
  IUndoRedoService,
  type Nullable,
  type Worksheet,
} from '@univerjs/core';
import { ColumnNames } from '#application/live/structured-references.ts';
import type { TableFormulas } from './table-formulas.ts';

/** By which formulas call columns what their heads say now. */
export const RENAME = 'rebate-radar.mutation.rename-columns';

interface Rewritten {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly from: string;
  readonly to: string;
}

/**
 * A head that is typed over changes the formulas that name its column, as in Excel. They come to
 * what they came to before, and the saved file has them so in any case: nothing is told of it.
 */
export class RenamedColumns {
  constructor(
    private readonly injector: Injector,
    private readonly sheetIds: readonly string[],
    private readonly sheetOf: (subUnitId: string) => Nullable<Worksheet>,
    private readonly tables: TableFormulas,
  ) {
    injector.get(ICommandService).registerCommand({
      id: RENAME,
      type: CommandType.MUTATION,
      handler: (_, { cells }: { readonly cells: readonly Rewritten[] }) => {
        for (const each of cells) this.rewrite(each);
        return true;
      },
    });
  }

  /** Heads that were typed over before the sheet was opened. */
  begin(): void {
    for (const each of this.rewritten()) this.rewrite(each);
  }

  /** What was typed since; taken back with the head that was typed. */
  follow(): void {
    const cells = this.rewritten();
    if (cells.length === 0) return;
    this.injector.get(ICommandService).syncExecuteCommand(RENAME, { cells });
    const back = cells.map((each) => ({ ...each, from: each.to, to: each.from }));
    const typed = this.injector.get(IUndoRedoService).pitchTopUndoElement();
    typed?.undoMutations.push({ id: RENAME, params: { cells: back } });
    typed?.redoMutations.push({ id: RENAME, params: { cells } });
  }

  private rewritten(): readonly Rewritten[] {
    const renames = this.tables.renames();
    if (renames.length === 0) return [];
    const names = new ColumnNames(renames);
    const known = new Map<string, string>();
    const cells: Rewritten[] = [];
    for (const sheetId of this.sheetIds)
      this.sheetOf(sheetId)
        ?.getCellMatrix()
        .forValue((row, column, cell) => {
          const from = cell?.f;
          if (typeof from !== 'string' || !from.includes('[')) return;
          const own = this.tables.at(sheetId, row, column)?.name ?? null;
          const like = `${own}!${from}`;
          const to = known.get(like) ?? names.in(from, own);
          known.set(like, to);
          if (to !== from) cells.push({ sheetId, row, column, from, to });
        });
    return cells;
  }

  private rewrite({ sheetId, row, column, from, to }: Rewritten): void {
    const cell = this.sheetOf(sheetId)?.getCellRaw(row, column);
    if (cell?.f !== from) return;
    cell.f = to;
    this.tables.rewritten(sheetId, row, column, from, to);
  }
}
