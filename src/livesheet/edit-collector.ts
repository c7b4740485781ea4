import { isFault } from '#domain/sheet.ts';
import type { Worksheet } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { CellEdit } from '#application/live/cell-edit.ts';
import type { GridEvents } from '#application/live/live-grid.ts';
import { editOf, type Touched, touchedCells } from './edited-cells.ts';
import type { FileLooks } from './file-looks.ts';
import { Formulas } from './formulas.ts';
import { type GrowingTables, REACH } from './growing-tables.ts';
import type { RenamedColumns } from './renamed-columns.ts';
import { isWhole } from './whole-formula.ts';
import { SPILLED, type Spills } from './spills.ts';
import type { TableFormulas } from './table-formulas.ts';

/** Changes that belong together (a paste, a fill) are told together. */
const WAIT_MS = 60;
/** A formula without a result is saved without one: Excel computes it when the file is opened. */
const LONGEST_WAIT_MS = 5000;

/**
 * Hears every change of the grid's model, and tells which cells hold what now. What is told is read
 * when it is told, so that a change and its undoing in one breath tell the old value once.
 */
export class EditCollector {
  private readonly dirty = new Map<string, Set<number>>();
  /** Formulas that were told without a result. */
  private readonly pending = new Set<string>();
  private readonly waiting = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly names: ReadonlyMap<string, string>;

  constructor(
    private readonly api: FUniver,
    ids: ReadonlyMap<string, string>,
    private readonly spills: Spills,
    private readonly looks: FileLooks,
    private readonly tables: TableFormulas,
    private readonly renamed: RenamedColumns,
    private readonly growing: GrowingTables,
    private readonly events: GridEvents,
  ) {
    this.names = new Map([...ids].map(([name, id]) => [id, name]));
  }

  /** Settles when every formula that was typed has its result, or after some time without one. */
  settled(): Promise<void> {
    this.flush();
    if (this.pending.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting.add(resolve);
      setTimeout(() => this.release(resolve), LONGEST_WAIT_MS);
    });
  }

  took(id: string, params: unknown): void {
    for (const { sheet, cells } of touchedCells(id, params)) this.touch(sheet, cells);
    if (id === SPILLED)
      for (const [sheet, cells] of this.spills.touched()) this.touch(sheet, cells);
    if (id === REACH) for (const sheet of this.tables.reachedSheets()) this.touch(sheet, []);
    if (this.dirty.size > 0) this.timer ??= setTimeout(() => this.tell(), WAIT_MS);
  }

  /** Tells at once what waits to be told. */
  flush(): void {
    if (this.timer !== null) this.tell();
  }

  private tell(): void {
    this.renamed.follow();
    this.growing.grow();
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const book = this.api.getActiveWorkbook();
    for (const [id, cells] of this.dirty) {
      const worksheet = book?.getSheetBySheetId(id)?.getSheet();
      const name = this.names.get(id);
      if (!worksheet || name === undefined) continue;
      const formulas = new Formulas(worksheet);
      const edits = [...cells].flatMap((at) => this.editAt(worksheet, formulas, id, at));
      const reaches = this.tables.reaches(id);
      if (edits.length + reaches.length > 0) this.events.edited(name, edits, reaches);
    }
    this.dirty.clear();
    if (this.pending.size === 0) for (const each of this.waiting) this.release(each);
  }

  private touch(sheet: string, cells: Touched): void {
    const dirty = this.dirty.get(sheet) ?? new Set<number>();
    for (const [row, column] of cells) dirty.add(row * COLUMNS + column);
    this.dirty.set(sheet, dirty);
  }

  /** None where nothing has changed: a result fills a cell as it did in the file. */
  private editAt(
    worksheet: Worksheet,
    formulas: Formulas,
    sheet: string,
    at: number,
  ): readonly CellEdit[] {
    const row = Math.floor(at / COLUMNS);
    const column = at % COLUMNS;
    const cell = worksheet.getCellRaw(row, column);
    const typed = formulas.at(row, column, cell);
    const formula = typed && this.tables.stored(typed, sheet, row, column);
    if (formula !== undefined && (cell?.v ?? undefined) === undefined)
      this.pending.add(`${sheet}:${at}`);
    else this.pending.delete(`${sheet}:${at}`);
    const format = worksheet.getComposedCellStyle(row, column).n?.pattern;
    const look = this.looks.another(sheet, row, column, cell?.s);
    const shown = editOf(row, column, cell, { formula, format, look });
    const edit =
      isFault(shown.value) && formula !== undefined && !isWhole(formula)
        ? { row, column, kind: 'value' as const, value: formula }
        : shown;
    const spill = this.spills.sizeAt(sheet, row, column);
    const isFilled = edit.kind === 'value' && edit.value === null;
    const value = isFilled ? this.spills.valueAt(sheet, row, column) : edit.value;
    const whole = { ...edit, value, ...(spill === undefined ? {} : { spill }) };
    if (!isFilled && spill === undefined) this.spills.isOwn(sheet, row, column);
    else if (this.spills.isTold(sheet, whole)) return [];
    return [whole];
  }

  private release(waiting: () => void): void {
    this.waiting.delete(waiting);
    waiting();
  }
}

const COLUMNS = 16_384;
