import * as fc from 'fast-check';
import type { ICellData, IExecutionOptions, Injector } from '@univerjs/core';
import type { GridSheet } from '#application/live/live-grid.ts';
import type { NamedTable } from '#application/live/sheet-drawings.ts';
import type { SheetLook } from '#application/live/sheet-look.ts';
import { SHEET_ROWS } from '#domain/bounds.ts';
import { GrowingTables, REACH } from '../../src/livesheet/growing-tables.ts';
import { TableFormulas } from '../../src/livesheet/table-formulas.ts';
import { runs } from '../runs.ts';

// The grid's own code wants a page.
jest.mock('@univerjs/preset-sheets-core', () => {
  const { shiftFormula } = jest.requireActual<{
    shiftFormula(formula: string, rows: number, columns: number): string;
  }>('../../src/workbook/xlsx/cells/shift-formula.ts');
  return {
    FormulaDataModel: 'formulas',
    SetRangeValuesUndoMutationFactory: (
      injector: { readonly cells: Cells },
      params: { readonly cellValue: Matrix },
    ) => ({
      ...params,
      cellValue: mapped(params.cellValue, (_, row, column) => injector.cells.at(row, column)),
    }),
    LexerTreeBuilder: class {
      moveFormulaRefOffset(formula: string, columns: number, rows: number): string {
        return shiftFormula(formula, rows, columns);
      }
    },
  };
});
jest.mock('@univerjs/core', () => ({
  CommandType: { COMMAND: 0, MUTATION: 2 },
  ICommandService: 'commands',
  IUndoRedoService: 'undos',
  ObjectMatrix: class {
    constructor(private readonly matrix: Matrix) {}
    forValue(each: (row: number, column: number, cell: unknown) => void): void {
      mapped(this.matrix, (cell, row, column) => each(row, column, cell));
    }
  },
}));

type Matrix = Readonly<Record<number, Readonly<Record<number, ICellData | null>>>>;

const mapped = <T>(
  matrix: Matrix,
  to: (cell: ICellData | null, row: number, column: number) => T,
): Record<string, Record<string, T>> =>
  Object.fromEntries(
    Object.entries(matrix).map(([row, line]) => [
      row,
      Object.fromEntries(
        Object.entries(line).map(([column, cell]) => [
          column,
          to(cell, Number(row), Number(column)),
        ]),
      ),
    ]),
  );

class Cells {
  private readonly held = new Map<string, ICellData>();
  at(row: number, column: number): ICellData | null {
    return this.held.get(`${row},${column}`) ?? null;
  }
  set(matrix: Matrix): void {
    mapped(matrix, (cell, row, column) => {
      if (cell === null) this.held.delete(`${row},${column}`);
      else this.held.set(`${row},${column}`, { ...this.at(row, column), ...cell });
    });
  }
  /** As text: what stands where. */
  get all(): string {
    return JSON.stringify([...this.held].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

interface Step {
  readonly id: string;
  readonly params: object;
}
interface Undo {
  readonly undoMutations: readonly Step[];
  readonly redoMutations: readonly Step[];
}

const VALUES_SET = 'sheet.mutation.set-range-values';
const COMPUTE = 'formula.mutation.set-trigger-formula-calculation-start';

/** A sheet with tables, into which one can type as into the grid. */
function opened(named: readonly NamedTable[], more: Partial<GridSheet & SheetLook> = {}) {
  const cells = new Cells();
  const [undos, redos]: [Undo[], Undo[]] = [[], []];
  const dirty: unknown[] = [];
  const formulas: Record<string, Record<number, Record<number, { readonly f: string }>>> = {};
  let reach: (at: null, params: object) => boolean = () => false;
  const execute = (id: string, params: object, options?: IExecutionOptions): void => {
    growing.before({ id, type: 2, params }, options);
    if (id === VALUES_SET) cells.set((params as { readonly cellValue: Matrix }).cellValue);
    if (id === REACH) reach(null, params);
    if (id === COMPUTE) dirty.push(...(params as { readonly dirtyRanges: unknown[] }).dirtyRanges);
  };
  const services: Readonly<Record<string, unknown>> = {
    formulas: { getFormulaData: () => ({ book: formulas }) },
    undos: { pushUndoRedo: (undo: Undo) => void undos.push(undo) },
    commands: {
      registerCommand: ({ handler }: { readonly handler: typeof reach }) => (reach = handler),
      syncExecuteCommand: execute,
      executeCommand: execute,
    },
  };
  const injector = { cells, get: (id: string) => services[id] } as unknown as Injector;
  const sheet = { name: '订单', rowCount: 50, isCut: false, edits: [], ...more };
  const look = { named, formulas: [], merges: [], ...more } as unknown as SheetLook;
  const tables = new TableFormulas(
    [{ ...sheet, look } as unknown as GridSheet],
    new Map([['订单', 'sheet0']]),
  );
  const worksheet = { getCellRaw: (row: number, column: number) => cells.at(row, column) };
  const growing: GrowingTables = new GrowingTables(
    injector,
    () => worksheet as never,
    tables,
    { reach: () => undefined },
    'book',
  );
  const set = (cellValue: Matrix, options?: IExecutionOptions): void =>
    execute(VALUES_SET, { unitId: 'book', subUnitId: 'sheet0', cellValue }, options);
  return {
    cells,
    dirty,
    formulas,
    set,
    growing,
    /** As typing and pasting do: with a way back. */
    put(cellValue: Matrix): void {
      const before = mapped(cellValue, (_, row, column) => cells.at(row, column));
      growing.before({ id: 'sheet.command.set-range-values', type: 0 });
      set(cellValue);
      const step = (value: object): Step => ({
        id: VALUES_SET,
        params: { unitId: 'book', subUnitId: 'sheet0', cellValue: value },
      });
      undos.push({ undoMutations: [step(before)], redoMutations: [step(cellValue)] });
      growing.grow();
    },
    go(back: boolean): void {
      const undo = (back ? undos : redos).pop();
      growing.before({ id: back ? 'univer.command.undo' : 'univer.command.redo', type: 0 });
      for (const { id, params } of (back ? undo?.undoMutations : undo?.redoMutations) ?? [])
        execute(id, params);
      if (undo) (back ? redos : undos).push(undo);
      growing.grow();
    },
    steps: () => undos.length,
    forget: () => void redos.splice(0),
    bottoms: () => tables.on('sheet0').map(({ block }) => block.bottom),
    reaches: () => tables.reaches('sheet0'),
  };
}

const table = (rest: Partial<NamedTable> = {}): NamedTable => ({
  name: 'T',
  block: { top: 0, left: 0, bottom: 3, right: 1 },
  columns: ['Order', 'Paid'],
  heads: 1,
  totals: 0,
  ...rest,
});
const typed = (row: number, column: number, v: string | number = 1): Matrix => ({
  [row]: { [column]: { v } },
});

describe('grows over what is typed directly below it', () => {
  it.each<readonly [string, Matrix, number]>([
    ['a cell', typed(4, 1), 4],
    ['several rows', { 4: { 0: { v: 'a' } }, 5: { 1: { v: 2 } }, 6: { 0: { v: 'c' } } }, 6],
    ['up to an empty one', { 4: { 0: { v: 'a' } }, 5: { 0: { v: '' } }, 6: { 0: { v: 'c' } } }, 4],
    ['not two rows below', typed(5, 1), 3],
    ['not beside', typed(4, 2), 3],
    ['not emptied cells', typed(4, 1, ''), 3],
    ['a row’s own formula', { 4: { 1: { f: '=LEN(A5)*2' } } }, 4],
    ['not a sum of its column', { 4: { 1: { f: '=SUM(T[Paid])' } } }, 3],
    ['not a sum of its cells', { 4: { 0: { v: 'all' }, 1: { f: '=SUM(B2:B4)' } } }, 3],
    ['a sum of other cells', { 4: { 1: { f: '=SUM(D2:D9)' } } }, 4],
  ])('%s', (_, cells, bottom) => {
    const grid = opened([table()]);
    grid.put(cells);
    expect(grid.bottoms()).toEqual([bottom]);
    expect(grid.reaches()).toEqual(bottom === 3 ? [] : [{ table: 'T', bottom }]);
  });

  it('not where something stands, below totals, in a locked sheet, beyond what is seen', () => {
    const there = opened([table()]);
    there.set(typed(4, 0), { onlyLocal: true });
    there.put(typed(4, 1));
    const cases: readonly ReturnType<typeof opened>[] = [
      opened([table({ totals: 1 })]),
      opened([table()], { isProtected: true }),
      opened([table()], { isCut: true, rowCount: 4 }),
    ];
    for (const grid of cases) grid.put(typed(4, 1));
    expect([there, ...cases].flatMap((grid) => grid.bottoms())).toEqual([3, 3, 3, 3]);
    const seen = opened([table()], { isCut: true, rowCount: 5 });
    seen.put(typed(4, 1));
    expect(seen.bottoms()).toEqual([4]);
  });

  it('not over merged cells, which no table of Excel may hold', () => {
    const merges = [{ top: 5, left: 1, bottom: 6, right: 2 }];
    const grid = opened([table(), table({ name: 'U', block: blockAt(0, 5) })], { merges });
    grid.put({ 4: { 0: { v: 'a' }, 5: { v: 1 } }, 5: { 0: { v: 'b' }, 5: { v: 2 } } });
    grid.put(typed(6, 1));
    expect(grid.bottoms()).toEqual([4, 5]);
  });

  it('over copied rows, whose formulas the grid puts in by itself before all the rest', () => {
    const grid = opened([table()]);
    const formula = { f: '=LEN(A6)', si: 'copied' };
    grid.set({ 5: { 1: formula } }, { onlyLocal: true });
    grid.set({ 4: { 0: { v: 'a' } }, 5: { 0: { v: 'b' }, 1: formula } });
    grid.growing.grow();
    expect(grid.bottoms()).toEqual([5]);
  });

  it('to the last row of a sheet and no further', () => {
    const block = { top: 0, left: 0, bottom: SHEET_ROWS - 2, right: 1 };
    const grid = opened([table({ block })]);
    grid.put(typed(SHEET_ROWS - 1, 0));
    grid.put(typed(SHEET_ROWS, 0));
    expect(grid.bottoms()).toEqual([SHEET_ROWS - 1]);
  });

  it('not over what the engine computes, nor what is taken back and done again', () => {
    const grid = opened([table()]);
    grid.set(typed(4, 1), { onlyLocal: true });
    grid.growing.grow();
    expect(grid.bottoms()).toEqual([3]);
    const again = opened([table()]);
    again.put(typed(4, 1));
    again.go(true);
    expect([again.bottoms(), again.cells.at(4, 1)]).toEqual([[3], { v: 1 }]);
    again.go(true);
    again.go(false);
    expect([again.bottoms(), again.cells.at(4, 1)]).toEqual([[3], { v: 1 }]);
    again.go(false);
    expect([again.bottoms(), again.reaches()]).toEqual([[4], [{ table: 'T', bottom: 4 }]]);
  });

  it('takes what was typed in one breath together, and in the order in which it was typed', () => {
    const breath = opened([table()]);
    breath.set(typed(4, 0));
    breath.set(typed(5, 0));
    breath.growing.grow();
    const upwards = opened([table()]);
    upwards.put(typed(5, 0));
    upwards.put(typed(4, 0));
    expect([breath.bottoms(), upwards.bottoms()]).toEqual([[5], [4]]);
  });
});

describe('its new rows', () => {
  const calculated = [null, '[@Order]*2'];
  it('are filled where columns are computed, and look as its last row', () => {
    const grid = opened([table({ calculated })]);
    grid.set({ 3: { 0: { v: 3, s: 'look1' }, 1: { f: '=7', s: 'look2' } } });
    grid.put({ 4: { 0: { v: 4 } }, 5: { 0: { v: 5, s: 'own' }, 1: { v: 9 } } });
    expect([grid.cells.at(4, 0), grid.cells.at(4, 1), grid.cells.at(5, 0)]).toEqual([
      { v: 4, s: 'look1' },
      { f: '=[@Order]*2', s: 'look2' },
      { v: 5, s: 'own' },
    ]);
    expect(grid.cells.at(5, 1)).toEqual({ v: 9, s: 'look2' });
    grid.go(true);
    expect([grid.cells.at(4, 0)?.v, grid.cells.at(4, 1)]).toEqual([4, null]);
  });

  it('take a formula with addresses from the last row, and none where it has another', () => {
    const grid = opened([table({ calculated: [null, 'A2*$D$1'] })]);
    grid.set({ 3: { 1: { f: '=A4*$D$1' } } });
    grid.put(typed(4, 0));
    expect(grid.cells.at(4, 1)).toEqual({ f: '=A5*$D$1' });
    const without = opened([table({ calculated: [null, 'A2*$D$1'] })]);
    without.put(typed(4, 0));
    expect(without.cells.at(4, 1)).toBeNull();
  });

  it('may hold running totals, as those above', () => {
    const grid = opened([table()]);
    grid.set({ 3: { 1: { f: '=SUM(A$2:A4)' } } });
    grid.put({ 4: { 1: { f: '=SUM(A$2:A5)' } } });
    expect(grid.bottoms()).toEqual([4]);
  });

  it('are computed with: what takes its rows, and what stands in them', () => {
    const grid = opened([table(), table({ name: 'U', block: blockAt(0, 5) })]);
    const rows = {
      1: { 1: { f: '=[@Order]*2' }, 8: { f: '=SUM(T[Paid])' }, 9: { f: '=ROWS(T)' } },
      2: { 8: { f: '=SUM(U[Paid])' }, 9: { f: '=SUM(T[#Headers])' } },
      4: { 9: { f: '=T[@Paid]' } },
    };
    Object.assign(grid.formulas, { sheet0: rows, sheet1: rows });
    grid.put(typed(4, 0));
    const places = grid.dirty.map((each) => {
      const { sheetId, range } = each as Dirty;
      return `${sheetId} ${range.startRow},${range.startColumn}`;
    });
    expect(places).toEqual(['sheet0 1,8', 'sheet0 1,9', 'sheet0 4,9', 'sheet1 1,8', 'sheet1 1,9']);
  });
});

interface Dirty {
  readonly sheetId: string;
  readonly range: { readonly startRow: number; readonly startColumn: number };
}

const blockAt = (top: number, left: number) => ({ top, left, bottom: top + 3, right: left + 1 });

const SIZE = 14;
/** Tables side by side and below one another, each in a place of its own. */
const anyTables = fc
  .array(
    fc.record({
      place: fc.nat(3),
      top: fc.nat(2),
      rows: fc.integer({ min: 1, max: 4 }),
      left: fc.nat(1),
      columns: fc.integer({ min: 1, max: 3 }),
      totals: fc.constantFrom(0, 0, 0, 1),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => {
    const places = new Map(all.map((each) => [each.place, each]));
    return [...places.values()].map(({ place, rows, columns, totals, ...at }) => {
      const top = at.top + (place > 1 ? 7 : 0);
      const left = at.left + (place % 2) * 4;
      const block = { top, left, bottom: top + rows, right: left + columns - 1 };
      return table({ name: `T${place}`, block, totals });
    });
  });

const anySteps = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.constant('undo' as const) },
    { weight: 1, arbitrary: fc.constant('redo' as const) },
    {
      weight: 5,
      arbitrary: fc.record({
        row: fc.nat(SIZE),
        column: fc.nat(8),
        values: fc.array(fc.array(fc.constantFrom('', 'x', 'y'), { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 4,
        }),
      }),
    },
  ),
  { minLength: 1, maxLength: 14 },
);

/** Excel in a few lines: whole sheets, one a step; growing is a step of its own. */
class Excel {
  private past: Snapshot[] = [];
  private future: Snapshot[] = [];
  now: Snapshot;
  constructor(private readonly tables: readonly NamedTable[]) {
    this.now = { held: new Set(), bottoms: tables.map(({ block }) => block.bottom) };
  }
  put(filled: readonly (readonly [row: number, column: number, isHeld: boolean])[]): void {
    const before = this.now.held;
    const held = new Set(before);
    for (const [row, column, isHeld] of filled)
      if (isHeld) held.add(`${row},${column}`);
      else held.delete(`${row},${column}`);
    this.step({ ...this.now, held });
    for (const [at, { block, totals }] of this.tables.entries()) {
      const lineOf = (row: number): readonly string[] =>
        Array.from({ length: block.right - block.left + 1 }, (_, c) => `${row},${block.left + c}`);
      const isTaken = (row: number): boolean =>
        this.tables.some(
          (other, index) =>
            index !== at &&
            other.block.top <= row &&
            row <= this.now.bottoms[index]! &&
            other.block.left <= block.right &&
            block.left <= other.block.right,
        );
      const isNew = (row: number): boolean =>
        !lineOf(row).some((cell) => before.has(cell)) && lineOf(row).some((cell) => held.has(cell));
      let bottom = this.now.bottoms[at]!;
      while (totals === 0 && !isTaken(bottom + 1) && isNew(bottom + 1)) bottom += 1;
      if (bottom !== this.now.bottoms[at])
        this.step({
          held,
          bottoms: this.now.bottoms.map((each, index) => (index === at ? bottom : each)),
        });
    }
  }
  undo(): void {
    const last = this.past.pop();
    if (last === undefined) return;
    this.future.push(this.now);
    this.now = last;
  }
  redo(): void {
    const next = this.future.pop();
    if (next === undefined) return;
    this.past.push(this.now);
    this.now = next;
  }
  private step(next: Snapshot): void {
    this.past.push(this.now);
    this.future = [];
    this.now = next;
  }
}

interface Snapshot {
  readonly held: ReadonlySet<string>;
  readonly bottoms: readonly number[];
}

it('ends every table where it would end had all of it been typed in Excel', () => {
  fc.assert(
    fc.property(anyTables, anySteps, (tables, steps) => {
      const grid = opened(tables);
      const excel = new Excel(tables);
      for (const step of steps) {
        if (step === 'undo') excel.undo();
        else if (step === 'redo') excel.redo();
        if (typeof step === 'string') grid.go(step === 'undo');
        else {
          const matrix: Record<number, Record<number, ICellData>> = {};
          for (const [r, line] of step.values.entries())
            for (const [c, v] of line.entries())
              (matrix[step.row + r] ??= {})[step.column + c] = { v };
          grid.forget();
          grid.put(matrix);
          excel.put(
            step.values.flatMap((line, r) =>
              line.map((v, c) => [step.row + r, step.column + c, v !== ''] as const),
            ),
          );
        }
        expect(grid.bottoms()).toEqual(excel.now.bottoms);
      }
    }),
    { numRuns: runs(400) },
  );
});
