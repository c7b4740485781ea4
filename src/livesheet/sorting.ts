import {
  ICommandService,
  type ICommandInfo,
  type Injector,
  type IRange,
  type Nullable,
  type Worksheet,
} from '@univerjs/core';
import {
  expandToContinuousRange,
  SheetInterceptorService,
  SheetsSelectionsService,
} from '@univerjs/preset-sheets-core';
import {
  movedFormulas,
  type Reordered,
  sortableRows,
  type SortedTable,
  tableAround,
} from './sorted-rows.ts';

/** By which every way to sort, of a menu or a button, comes about. */
const SORT = 'sheet.command.sort-range';
/** Sorting of what is selected, after a look at whether it can be. */
const SORT_UP = 'sheet.command.sort-range-asc';
const SORT_DOWN = 'sheet.command.sort-range-desc';
const SELECT = 'sheet.operation.set-selections';
/** By which its rows change places. */
const REORDER = 'sheet.command.reorder-range';
const VALUES_SET = 'sheet.mutation.set-range-values';

type SheetOf = (subUnitId: string) => Nullable<Worksheet>;
type TablesOf = (subUnitId: string) => readonly SortedTable[];

/** Sorting as a sheet of orders needs it: the header stays, formulas follow their rows. */
export class Sorting {
  constructor(
    private readonly injector: Injector,
    private readonly sheetOf: SheetOf,
    private readonly tablesOf: TablesOf,
  ) {
    injector.get(SheetInterceptorService).interceptCommand({
      getMutations: ({ id, params }) =>
        id === REORDER ? this.formulasOf(params as Reordered) : { redos: [], undos: [] },
    });
  }

  /** Sorts what lies around the selected cell by the column of that cell. */
  around(worksheet: Worksheet, isUp: boolean): void {
    const selection = this.injector.get(SheetsSelectionsService).getCurrentLastSelection();
    if (!selection?.primary) return;
    const { actualRow, actualColumn: column } = selection.primary;
    const everywhere = { up: true, down: true, left: true, right: true };
    const tables = this.tablesOf(worksheet.getSheetId());
    const block =
      tableAround(tables, actualRow, column) ??
      expandToContinuousRange(selection.range, everywhere, worksheet);
    const range = sortableRows(worksheet, block, tables);
    const commands = this.injector.get(ICommandService);
    const row = range.startRow;
    const at = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    const primary = { ...at, actualRow: row, actualColumn: column, isMerged: false };
    commands.syncExecuteCommand(SELECT, {
      unitId: worksheet.getUnitId(),
      subUnitId: worksheet.getSheetId(),
      selections: [{ range, primary: { ...primary, isMergedMainCell: false } }],
    });
    void commands.executeCommand(isUp ? SORT_UP : SORT_DOWN);
  }

  /** Before a command is done: a sort that took the header along leaves it where it is. */
  before({ id, params }: ICommandInfo): void {
    if (id !== SORT) return;
    const sort = params as { subUnitId: string; range: IRange; hasTitle?: boolean };
    const worksheet = this.sheetOf(sort.subUnitId);
    if (!worksheet) return;
    const range = sortableRows(worksheet, sort.range, this.tablesOf(sort.subUnitId));
    const { startRow, endRow } = sort.range;
    if (range.startRow === startRow && range.endRow === endRow) return;
    sort.range = range;
    if (range.startRow !== startRow) sort.hasTitle = false;
  }

  private formulasOf(reordered: Reordered) {
    const worksheet = this.sheetOf(reordered.subUnitId);
    if (!worksheet) return { redos: [], undos: [] };
    const { after, before } = movedFormulas(worksheet, reordered);
    if (Object.keys(after).length === 0) return { redos: [], undos: [] };
    const { unitId, subUnitId } = reordered;
    const set = (cellValue: object) => ({
      id: VALUES_SET,
      params: { unitId, subUnitId, cellValue },
    });
    return { redos: [set(after)], undos: [set(before)] };
  }
}
