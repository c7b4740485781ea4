import {
  CommandType,
  type ICellData,
  type ICommandInfo,
  ICommandService,
  type IExecutionOptions,
  type Injector,
  IUndoRedoService,
  type Nullable,
  ObjectMatrix,
  type Worksheet,
} from '@univerjs/core';
import { FormulaDataModel, SetRangeValuesUndoMutationFactory } from '@univerjs/preset-sheets-core';
import { SHEET_ROWS } from '#domain/bounds.ts';
import { type Touched, touchedCells } from './edited-cells.ts';
import { Formulas } from './formulas.ts';
import { newCells } from './new-rows.ts';
import type { GridTable, TableFormulas } from './table-formulas.ts';
import type { TableColours } from './tables.ts';

/** By which a table reaches another row. */
export const REACH = 'rebate-radar.mutation.reach-table';
const VALUES_SET = 'sheet.mutation.set-range-values';
/** By which formulas are computed anew. */
const COMPUTE = 'formula.mutation.set-trigger-formula-calculation-start';
const BACK = new Set(['univer.command.undo', 'univer.command.redo']);

interface Reach {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly table: string;
  readonly bottom: number;
}

type SheetOf = (subUnitId: string) => Nullable<Worksheet>;

/**
 * Tables grow over rows that are typed, pasted or filled directly below them, as in Excel. Growing
 * is a step of its own: taken back, what was typed stays, below the table.
 */
export class GrowingTables {
  /** Rows below tables that were touched: whether they were empty before, and may be taken. */
  private readonly touched = new Map<GridTable, Map<number, boolean>>();
  private isBack = false;

  constructor(
    private readonly injector: Injector,
    private readonly sheetOf: SheetOf,
    private readonly tables: TableFormulas,
    colours: TableColours,
    private readonly unitId: string,
  ) {
    injector.get(ICommandService).registerCommand({
      id: REACH,
      type: CommandType.MUTATION,
      handler: (_, { subUnitId, table: name, bottom }: Reach) => {
        const table = this.tables.on(subUnitId).find((each) => each.name === name);
        if (table === undefined) return false;
        const before = table.block;
        this.tables.reach(table, bottom);
        colours.reach(subUnitId, before, bottom);
        this.computeAnew(subUnitId, table, Math.min(before.bottom, bottom) + 1);
        return true;
      },
    });
  }

  /** Before a command is done: which rows it is about to fill. */
  before({ id, type, params }: ICommandInfo, options?: IExecutionOptions): void {
    if (type === CommandType.COMMAND) this.isBack = BACK.has(id);
    if (id !== VALUES_SET || this.isBack) return;
    // What the engine computes is not typed; formulas that are pasted come by the same way first.
    const isOwn = options?.onlyLocal === true;
    for (const { sheet, cells } of touchedCells(id, params)) {
      const tables = this.tables.on(sheet);
      const all = tables.length > 0 ? [...cells] : [];
      const typed = isOwn ? all.filter(([, , cell]) => !!cell?.f) : all;
      for (const table of tables) this.touch(sheet, table, typed);
    }
  }

  private touch(id: string, table: GridTable, cells: Touched): void {
    const { left, right, bottom } = table.block;
    const rows = this.touched.get(table) ?? new Map<number, boolean>();
    for (const [row, column] of cells) {
      if (row <= bottom || column < left || right < column || rows.has(row)) continue;
      rows.set(row, this.canTake(id, table, row) && this.isEmpty(id, table, row));
    }
    if (rows.size > 0) this.touched.set(table, rows);
  }

  /** Grows tables over what was typed since. */
  grow(): void {
    const touched = [...this.touched];
    this.touched.clear();
    for (const [table, rows] of touched) {
      const { block, sheetId } = table;
      let { bottom } = block;
      while (rows.get(bottom + 1) === true && this.isRow(sheetId, table, bottom + 1)) bottom += 1;
      if (bottom > block.bottom) this.growTo(sheetId, table, bottom);
    }
  }

  private canTake(id: string, table: GridTable, row: number): boolean {
    if (row >= SHEET_ROWS || table.totals > 0 || !this.tables.canGrow(id, table, row)) return false;
    return this.tables
      .on(id)
      .every(
        ({ block }) =>
          row < block.top ||
          row > block.bottom ||
          block.right < table.block.left ||
          block.left > table.block.right,
      );
  }

  private isEmpty(id: string, table: GridTable, row: number): boolean {
    const sheet = this.sheetOf(id);
    return columnsOf(table).every((column) => !holds(sheet?.getCellRaw(row, column)));
  }

  /** A sum below its column is none of its rows. */
  private isRow(id: string, table: GridTable, row: number): boolean {
    const sheet = this.sheetOf(id);
    if (!sheet || this.isEmpty(id, table, row)) return false;
    const formulas = new Formulas(sheet);
    const { bottom } = table.block;
    return columnsOf(table).every((column) => {
      const formula = formulas.at(row, column, sheet.getCellRaw(row, column));
      if (formula === undefined) return true;
      const above = formulas.at(bottom, column, sheet.getCellRaw(bottom, column));
      if (above !== undefined && formulas.moved(above, row - bottom, 0) === formula) return true;
      return !this.tables.addsUp(formula, table, { row, column });
    });
  }

  private growTo(subUnitId: string, table: GridTable, bottom: number): void {
    const sheet = this.sheetOf(subUnitId);
    if (!sheet) return;
    const { unitId } = this;
    const reach = (row: number) => ({
      id: REACH,
      params: { unitId, subUnitId, table: table.name, bottom: row },
    });
    const params = { unitId, subUnitId, cellValue: newCells(sheet, table, bottom) };
    const before = SetRangeValuesUndoMutationFactory(this.injector, params);
    const redoMutations = [reach(bottom), { id: VALUES_SET, params }];
    const undoMutations = [{ id: VALUES_SET, params: before }, reach(table.block.bottom)];
    const commands = this.injector.get(ICommandService);
    for (const { id, params: own } of redoMutations) commands.syncExecuteCommand(id, own);
    this.injector
      .get(IUndoRedoService)
      .pushUndoRedo({ unitID: unitId, undoMutations, redoMutations });
  }

  /** What names rows of the table rests on other cells than before. */
  private computeAnew(id: string, table: GridTable, from: number): void {
    const { unitId } = this;
    const formulas = this.injector.get(FormulaDataModel).getFormulaData()[unitId] ?? {};
    const dirtyRanges: object[] = [];
    for (const [sheetId, rows] of Object.entries(formulas))
      new ObjectMatrix(rows ?? {}).forValue((row, column, item) => {
        const isNear = sheetId === id && row >= from;
        if (!item?.f || !this.tables.restsOn(item.f, table, isNear)) return;
        const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
        dirtyRanges.push({ unitId, sheetId, range });
      });
    const params = { ...NOTHING_DIRTY, dirtyRanges };
    void this.injector.get(ICommandService).executeCommand(COMPUTE, params, { onlyLocal: true });
  }
}

const NOTHING_DIRTY = {
  forceCalculation: false,
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
};

const columnsOf = ({ block: { left, right } }: GridTable): readonly number[] =>
  Array.from({ length: right - left + 1 }, (_, column) => left + column);

const holds = (cell: Nullable<ICellData>): boolean =>
  (cell?.v ?? '') !== '' || !!cell?.f || !!cell?.si || !!cell?.p;
