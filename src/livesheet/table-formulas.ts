import type { GridSheet } from '#application/live/live-grid.ts';
import type { LookedFormula } from '#application/live/sheet-look.ts';
import type { ColumnRename } from '#application/live/structured-references.ts';
import { rangesIn } from '#application/live/stretched-ranges.ts';
import type { TableReach } from '#application/live/table-reach.ts';
import { type Cell, type CellBlock, isFault } from '#domain/sheet.ts';
import { singleCell } from './single-cell.ts';
import {
  mayName,
  type Place,
  type PlacedTable,
  withCells,
  withFileNames,
  withoutLost,
  zoneOf,
} from './table-columns.ts';

interface Item {
  /** Of a cell that was filled from another one: the formula of that one, */
  readonly f: string;
  /** and how far it is from there. */
  readonly x?: number;
  readonly y?: number;
}

interface Tree {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly row: number;
  readonly column: number;
}

/** Where the engine takes in formulas: all, that of a cell, that of a cell filled from it. */
export interface Intake {
  readonly _currentConfigService: { getUnitData(): object };
  _generateTreeList(...all: readonly unknown[]): Promise<unknown>;
  _createFDtree(...what: readonly [string, string, number, number, object, Item]): unknown;
  _createVirtualFDtree(from: Tree, item: Item): unknown;
}

type Cells = Pick<Place, 'row' | 'column'>;

/** No formula holds it. */
const THIS_ROW = '\uE000';

/** A table of the grid: it may grow, and more names come to its columns. */
export interface GridTable extends PlacedTable {
  readonly sheetId: string;
  readonly columns: string[][];
  called: readonly string[];
  block: CellBlock;
}

/** What stands in a cell now. */
type HeadAt = (sheet: string, row: number, column: number) => Cell;

/**
 * Formulas that name columns of tables, which the grid's engine does not know: their cells keep
 * what was typed, and the engine gets the cells that are meant.
 */
export class TableFormulas {
  private readonly tables: readonly GridTable[];
  /** How far tables reach that grew here, or were taken back. */
  private readonly reached = new Set<GridTable>();
  private readonly names: ReadonlyMap<string, string>;
  /** Formulas with cells, by where they stand. */
  private readonly known = new Map<string, string>();
  /** Formulas of the file that come to one value where the engine would take a range. */
  private readonly single = new Map<string, string>();
  /** Formulas that take several rows of a table. */
  private readonly rows = new Map<string, boolean>();
  private headAt: HeadAt = () => null;

  constructor(
    private readonly sheets: readonly GridSheet[],
    ids: ReadonlyMap<string, string>,
  ) {
    this.names = new Map([...ids].map(([name, id]) => [id, name]));
    this.tables = sheets.flatMap(({ name: sheet, look }) =>
      (look?.named ?? []).map((table) => ({
        ...table,
        sheet,
        sheetId: ids.get(sheet) ?? '',
        columns: table.columns.map((name) => [name]),
        called: [...table.columns],
      })),
    );
  }

  /** The tables of a sheet. */
  on(id: string): readonly GridTable[] {
    return this.tables.filter(({ sheetId }) => sheetId === id);
  }

  /** From now on the table ends with this row. */
  reach(table: GridTable, bottom: number): void {
    table.block = { ...table.block, bottom };
    this.reached.add(table);
    this.known.clear();
  }

  /** How far the tables of a sheet reach, where that has changed. */
  reaches(id: string): readonly TableReach[] {
    return [...this.reached]
      .filter(({ sheetId }) => sheetId === id)
      .map(({ name, block }) => ({ table: name, bottom: block.bottom }));
  }

  /** The sheets of such tables. */
  reachedSheets(): ReadonlySet<string> {
    return new Set([...this.reached].map(({ sheetId }) => sheetId));
  }

  /**
   * Whether a table may come to have a row: not where it cannot be seen what stands in it, nor over
   * merged cells, for which Excel repairs the file.
   */
  canGrow(id: string, { block: { left, right } }: GridTable, row: number): boolean {
    const sheet = this.sheets.find(({ name }) => name === this.names.get(id));
    if (sheet?.look?.isProtected === true) return false;
    if (sheet?.isCut === true && row >= sheet.rowCount) return false;
    const isIn = (cells: CellBlock): boolean =>
      cells.top <= row && row <= cells.bottom && cells.left <= right && left <= cells.right;
    return sheet?.look?.merges.some(isIn) !== true;
  }

  /** Whether a formula below a table takes several of its rows: it is none of them. */
  addsUp(formula: string, table: GridTable, { row, column }: Cells): boolean {
    const { sheet, block } = table;
    const grown = { ...table, block: { ...block, bottom: row } };
    const tables = this.tables.map((each) => (each === table ? grown : each));
    const cells = withCells(formula, { sheet, row, column }, tables);
    return rangesIn(cells, sheet).some(
      (range) =>
        range.top < range.bottom &&
        range.top <= row &&
        range.bottom >= block.top &&
        range.left <= block.right &&
        range.right >= block.left,
    );
  }

  /** Whether a formula comes to something else when the table has another last row. */
  restsOn(formula: string, { name, sheet, block }: GridTable, isNear: boolean): boolean {
    if (!mayName(formula, this.tables)) return false;
    if (isNear || !formula.includes('[')) return true;
    const like = `${name}!${formula}`;
    const known = this.rows.get(like);
    if (known !== undefined) return known;
    // In a row of its own it takes its row, or more of them.
    const at = { sheet, row: block.top, column: block.left };
    const grown = this.tables.map((each) =>
      each.name === name ? { ...each, block: { ...block, bottom: block.bottom + 1 } } : each,
    );
    const rests = withCells(formula, at, this.tables) !== withCells(formula, at, grown);
    this.rows.set(like, rests);
    return rests;
  }

  /**
   * A formula of the file as the engine can compute it; unknown columns keep their brackets. Null:
   * it would come to more cells than its own, or to another value.
   */
  ofFile({ formula, row, column, spill, array }: LookedFormula, sheet: string): string | null {
    const cells = mayName(formula, this.tables)
      ? this.withCells(formula, { sheet, row, column })
      : formula;
    if (spill !== undefined || array === true || !/[:({]/.test(cells)) return cells;
    const single = singleCell(cells, { row, column });
    if (single !== null && single !== cells) this.single.set(key(sheet, row, column), formula);
    return single;
  }

  /** A formula of the grid as the file can take it. */
  stored(formula: string, id: string, row: number, column: number): string {
    if (!formula.includes('[')) return formula;
    const at = this.place(id, row, column);
    this.lookAtHeads();
    return withFileNames(formula, at, this.tables);
  }

  /** From now on the engine computes such formulas. */
  listen(engine: Intake, headAt: HeadAt): void {
    this.headAt = headAt;
    const takeAll = engine._generateTreeList.bind(engine);
    engine._generateTreeList = (...all) => {
      this.lookAtHeads();
      return takeAll(...all);
    };
    const take = engine._createFDtree.bind(engine);
    engine._createFDtree = (unit, id, row, column, data, item) =>
      take(unit, id, row, column, data, this.forEngine(item, id, row, column));
    const follow = engine._createVirtualFDtree.bind(engine);
    // What is this row, and whether it is one of the table's, each cell says for itself.
    engine._createVirtualFDtree = (from, item) => {
      if (!item.f.includes('[')) return follow(from, item);
      const { unitId, subUnitId, row, column } = from;
      const data = engine._currentConfigService.getUnitData();
      const [down, right] = [row + (item.y ?? 0), column + (item.x ?? 0)];
      return engine._createFDtree(unitId, subUnitId, down, right, data, item);
    };
  }

  private forEngine(item: Item, id: string, row: number, column: number): Item {
    const sheet = this.names.get(id) ?? '';
    const isSingle = `=${this.single.get(key(sheet, row, column))}` === item.f;
    const names = mayName(item.f, this.tables);
    if (!names && !isSingle) return item;
    const at = names ? this.place(id, row, column) : null;
    const cells = at === null ? item.f : this.withCells(item.f, at);
    const f = isSingle ? `=${singleCell(cells.slice(1), { row, column })}` : cells;
    return { ...item, f: withoutLost(f) };
  }

  /** Looked at once for all rows of a column: there may be a hundred thousand. */
  private withCells(formula: string, at: Place): string {
    const zones = this.tables.map((table) => zoneOf(table, at)).join('');
    const like = `${zones}${at.sheet}!${formula}`;
    const known = this.known.get(like) ?? withCells(formula, at, this.tables, THIS_ROW);
    this.known.set(like, known);
    return known.replaceAll(THIS_ROW, String(at.row + 1));
  }

  private place(id: string, row: number, column: number): Place {
    return { sheet: this.names.get(id) ?? '', row, column };
  }

  /** The table that a cell lies in. */
  at(id: string, row: number, column: number): GridTable | undefined {
    return this.on(id).find(
      ({ block: { top, bottom, left, right } }) =>
        top <= row && row <= bottom && left <= column && column <= right,
    );
  }

  /**
   * Columns whose heads say something else than formulas call them, which they do from now on.
   * Where two heads are alike, Excel makes another one of the later: formulas stay as they are.
   */
  renames(): readonly ColumnRename[] {
    this.lookAtHeads();
    return this.tables.flatMap((table) => {
      const heads = table.called.map((called, index) => this.headOf(table, index) || called);
      if (new Set(heads.map((head) => head.toLowerCase())).size < heads.length) return [];
      const changed = table.called.flatMap((from, index) => {
        const to = heads[index] ?? from;
        return to === from ? [] : [{ table: table.name, from, to }];
      });
      if (changed.length > 0) this.known.clear();
      table.called = heads;
      return changed;
    });
  }

  /** A formula of the grid calls a column something else. */
  rewritten(id: string, row: number, column: number, from: string, to: string): void {
    const place = key(this.names.get(id) ?? '', row, column);
    if (`=${this.single.get(place)}` === from) this.single.set(place, to.slice(1));
  }

  /** Formulas may go on with the names that heads had. */
  private lookAtHeads(): void {
    for (const table of this.tables)
      for (const [index, names] of table.columns.entries()) {
        const name = this.headOf(table, index);
        if (name === '' || names.includes(name)) continue;
        names.push(name);
        this.known.clear();
        this.rows.clear();
      }
  }

  private headOf({ sheet, block, heads }: GridTable, index: number): string {
    const head = heads > 0 ? this.headAt(sheet, block.top, block.left + index) : null;
    return isFault(head) ? head.fault : String(head ?? '');
  }
}

const key = (sheet: string, row: number, column: number): string => `${row}:${column}:${sheet}`;
