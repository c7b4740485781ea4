import type { ICellData, Injector } from '@univerjs/core';
import type { GridSheet } from '#application/live/live-grid.ts';
import type { SheetLook } from '#application/live/sheet-look.ts';
import { RenamedColumns } from '../../src/livesheet/renamed-columns.ts';
import { type Intake, TableFormulas } from '../../src/livesheet/table-formulas.ts';

// The grid's own code wants a page.
jest.mock('@univerjs/preset-sheets-core', () => ({}));
jest.mock('@univerjs/core', () => ({
  CommandType: { MUTATION: 2 },
  ICommandService: 'commands',
  IUndoRedoService: 'undos',
}));

type Cells = Readonly<Record<string, ICellData>>;
interface Step {
  readonly params: object;
}

/** A table T with the heads Paid and Net on the sheet a, and the formulas of two sheets. */
function opened(a: Cells, b: Cells, formulas: SheetLook['formulas'] = []) {
  const heads = ['Paid', 'Net'];
  const sheets: Readonly<Record<string, Cells>> = { a, b };
  const block = { top: 0, left: 0, bottom: 3, right: 1 };
  const named = [{ name: 'T', block, columns: ['Paid', 'Net'], heads: 1, totals: 0 }];
  const look = { named, formulas } as unknown as SheetLook;
  const ids = new Map([
    ['A', 'a'],
    ['B', 'b'],
  ]);
  const tables = new TableFormulas([{ name: 'A', look, edits: [] } as unknown as GridSheet], ids);
  const taken: string[] = [];
  const engine: Intake = {
    _currentConfigService: { getUnitData: () => ({}) },
    _generateTreeList: () => Promise.resolve(),
    _createFDtree: (...[, , , , , { f }]) => taken.push(f),
    _createVirtualFDtree: () => undefined,
  };
  tables.listen(engine, (_sheet, row, column) => (row === 0 ? (heads[column] ?? null) : null));
  let rename: (at: null, params: object) => boolean = () => false;
  const undo = { undoMutations: new Array<Step>(), redoMutations: new Array<Step>() };
  const services: Readonly<Record<string, unknown>> = {
    undos: { pitchTopUndoElement: () => undo },
    commands: {
      registerCommand: ({ handler }: { readonly handler: typeof rename }) => (rename = handler),
      syncExecuteCommand: (_: string, params: object) => rename(null, params),
    },
  };
  const sheetOf = (id: string) => ({
    getCellRaw: (row: number, column: number) => sheets[id]?.[`${row},${column}`],
    getCellMatrix: () => ({
      forValue: (each: (row: number, column: number, cell: ICellData) => void) => {
        for (const [at, cell] of Object.entries(sheets[id] ?? {})) {
          const [row = 0, column = 0] = at.split(',').map(Number);
          each(row, column, cell);
        }
      },
    }),
  });
  const renamed = new RenamedColumns(
    { get: (id: string) => services[id] } as unknown as Injector,
    ['a', 'b'],
    sheetOf as never,
    tables,
  );
  const go = (steps: readonly Step[]): void => steps.forEach(({ params }) => rename(null, params));
  const compute = (row: number, column: number, f: string): string | undefined => {
    engine._createFDtree('book', 'a', row, column, {}, { f });
    return taken.at(-1);
  };
  return { heads, renamed, tables, undo, go, compute };
}

const texts = (cells: Cells): readonly unknown[] => Object.values(cells).map(({ f }) => f);

it('shows the new name in every formula at once, the old one when it is taken back', () => {
  const a = { '1,1': { f: '=[@Paid]*2' }, '5,5': { f: '=SUM(T[Paid])-SUM(T[Net])' } };
  const b = { '0,0': { f: '=T[[#Headers],[Paid]]&"T[Paid]"' }, '1,1': { f: '=[@Paid]' } };
  const before = [texts(a), texts(b)];
  const { heads, renamed, undo, go } = opened(a, b);
  renamed.follow();
  expect([texts(a), texts(b)]).toEqual(before);
  expect(undo.undoMutations).toEqual([]);
  heads[0] = 'Net, paid';
  renamed.follow();
  const after = [
    ['=[@[Net, paid]]*2', '=SUM(T[[Net, paid]])-SUM(T[Net])'],
    ['=T[[#Headers],[Net, paid]]&"T[Paid]"', '=[@Paid]'],
  ];
  expect([texts(a), texts(b)]).toEqual(after);
  heads[0] = 'Paid';
  go(undo.undoMutations);
  renamed.follow();
  expect([texts(a), texts(b)]).toEqual(before);
  heads[0] = 'Net, paid';
  go(undo.redoMutations);
  renamed.follow();
  expect([texts(a), texts(b)]).toEqual(after);
  expect([undo.undoMutations.length, undo.redoMutations.length]).toEqual([1, 1]);
});

it('lets two columns change their names, and leaves formulas where two heads are alike', () => {
  const a = { '5,5': { f: '=SUM(T[Paid])-SUM(T[Net])' } };
  const { heads, renamed, tables } = opened(a, {});
  heads.splice(0, 2, 'Net', 'Paid');
  renamed.follow();
  expect(texts(a)).toEqual(['=SUM(T[Net])-SUM(T[Paid])']);
  expect(tables.stored('=SUM(T[Net])', 'a', 5, 5)).toBe('=SUM(T[Paid])');
  heads[1] = 'net';
  renamed.follow();
  expect(texts(a)).toEqual(['=SUM(T[Net])-SUM(T[Paid])']);
});

it('begins with the names that were typed before, and still takes one cell of a range', () => {
  const own = { row: 2, column: 5, formula: 'T[Paid]*2' };
  const a = { '2,5': { f: '=T[Paid]*2' } };
  const { heads, renamed, tables, undo, compute } = opened(a, {}, [own]);
  expect(tables.ofFile(own, 'A')).toBe('$A3*2');
  heads[0] = 'Gross';
  renamed.begin();
  expect(texts(a)).toEqual(['=T[Gross]*2']);
  expect(undo.undoMutations).toEqual([]);
  expect(compute(2, 5, '=T[Gross]*2')).toBe('=$A3*2');
  // What is typed there comes to all of them, as in Excel.
  expect(compute(2, 5, '=T[Gross]*2 ')).toBe('=$A$2:$A$4*2 ');
});
