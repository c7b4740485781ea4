import type { GridSheet } from '#application/live/live-grid.ts';
import type { SheetLook } from '#application/live/sheet-look.ts';
import type { Cell } from '#domain/sheet.ts';
import { type Intake, TableFormulas } from '../../src/livesheet/table-formulas.ts';

// The grid's own code wants a page.
jest.mock('@univerjs/preset-sheets-core', () => ({}));

const block = { top: 0, left: 0, bottom: 3, right: 1 };
const named = [{ name: 'T', block, columns: ['Paid', 'Net'], heads: 1, totals: 0 }];
const own = [{ row: 1, column: 5, formula: 'SUM(T[Paid])' }];
const sheet = { name: '订单', look: { named, formulas: own } as unknown as SheetLook, edits: [] };

/** An engine that writes down which formulas it takes in, and heads that can be typed over. */
function opened() {
  const heads: Cell[] = ['Paid', 'Net'];
  const taken: string[] = [];
  const engine: Intake = {
    _currentConfigService: { getUnitData: () => ({}) },
    _generateTreeList: () => Promise.resolve(),
    _createFDtree: (_unit, _id, row, column, _data, { f }) => taken.push(`${row},${column} ${f}`),
    _createVirtualFDtree: (_from, { x = 0, y = 0 }) => taken.push(`follows by ${y},${x}`),
  };
  const formulas = new TableFormulas(
    [sheet as unknown as GridSheet],
    new Map([['订单', 'sheet0']]),
  );
  formulas.listen(engine, (_sheet, _row, column) => heads[column] ?? null);
  const compute = async (row: number, column: number, f: string): Promise<string> => {
    await engine._generateTreeList();
    engine._createFDtree('book', 'sheet0', row, column, {}, { f });
    return taken.at(-1)!;
  };
  return { heads, taken, engine, formulas, compute };
}

it('gives the engine the cells that are meant, and errors where none are', async () => {
  const { compute } = opened();
  expect(await compute(1, 1, '=[@Paid]+SUM(T[Net])')).toBe('1,1 =$A2+SUM($B$2:$B$4)');
  expect(await compute(2, 1, '=[@Paid]+SUM(T[Net])')).toBe('2,1 =$A3+SUM($B$2:$B$4)');
  expect(await compute(9, 1, '=T[@Paid]')).toBe('9,1 =#VALUE!');
  expect(await compute(9, 1, '=[@Paid]')).toBe('9,1 =#REF!');
  expect(await compute(9, 1, '=A1')).toBe('9,1 =A1');
});

it('lets each cell of a filled formula say what is its row', () => {
  const { engine, taken } = opened();
  const from = { unitId: 'book', subUnitId: 'sheet0', row: 2, column: 1 };
  engine._createVirtualFDtree(from, { f: '=[@Paid]', y: 1 });
  engine._createVirtualFDtree(from, { f: '=[@Paid]', y: 2 });
  engine._createVirtualFDtree(from, { f: '=A1', y: 2 });
  expect(taken).toEqual(['3,1 =$A4', '4,1 =#REF!', 'follows by 2,0']);
});

it('knows a column by all names of its head, and before all by the one it has', async () => {
  const { compute, formulas, heads } = opened();
  heads[0] = 'Gross';
  expect(await compute(1, 4, '=SUM(T[Gross])')).toBe('1,4 =SUM($A$2:$A$4)');
  expect(formulas.renames()).toEqual([{ table: 'T', from: 'Paid', to: 'Gross' }]);
  heads[0] = 'Gross, all';
  expect(await compute(1, 4, '=SUM(T[Gross])')).toBe('1,4 =SUM($A$2:$A$4)');
  expect(formulas.stored('=SUM(T[Gross],T[[Gross, all]])', 'sheet0', 1, 4)).toBe(
    '=SUM(T[Paid],T[[Paid]])',
  );
  heads[1] = 'Paid';
  expect(formulas.renames()).toEqual([
    { table: 'T', from: 'Gross', to: 'Gross, all' },
    { table: 'T', from: 'Net', to: 'Paid' },
  ]);
  expect(await compute(1, 4, '=SUM(T[Paid])')).toBe('1,4 =SUM($B$2:$B$4)');
  expect(formulas.stored('=SUM(T[Paid])', 'sheet0', 1, 4)).toBe('=SUM(T[Net])');
  heads.splice(0, 2, 'Net', 'Net');
  expect(formulas.renames()).toEqual([]);
  expect(await compute(1, 4, '=SUM(T[Net])')).toBe('1,4 =SUM(#REF!)');
  expect(formulas.stored('=SUM(T[Net])', 'sheet0', 1, 4)).toBe('=SUM(#REF!)');
});

it('tells of the file’s formulas which of them name what is there', () => {
  const { formulas } = opened();
  const ofFile = (formula: string) => formulas.ofFile({ formula, row: 1, column: 5 }, '订单');
  expect(ofFile('SUM(T[Paid])')).toBe('SUM($A$2:$A$4)');
  expect(ofFile('SUM(Elsewhere[Paid])')).toBe('SUM(Elsewhere[Paid])');
});

it('takes one cell of a range for a formula of the file that is no array formula', async () => {
  const { compute, formulas } = opened();
  const ofFile = (formula: string, more = {}) =>
    formulas.ofFile({ formula, row: 2, column: 5, ...more }, '订单');
  const spill = { top: 2, bottom: 4, left: 5, right: 5 };
  expect(ofFile('T[Paid]*2', { spill })).toBe('$A$2:$A$4*2');
  expect(ofFile('T[Paid]*2', { array: true })).toBe('$A$2:$A$4*2');
  expect(await compute(2, 5, '=T[Paid]*2')).toBe('2,5 =$A$2:$A$4*2');
  expect(ofFile('SUM(IF(T[Paid]>1,T[Net]))')).toBeNull();
  for (const [stored, computed] of [
    ['T[Paid]*2', '$A3*2'],
    ['A1:A9&"x"', 'A3&"x"'],
  ] as const) {
    expect(ofFile(stored)).toBe(computed);
    expect(await compute(2, 5, `=${stored}`)).toBe(`2,5 =${computed}`);
    // What is typed there comes to all of them, as in Excel.
    expect(await compute(2, 5, `=${stored} `)).not.toContain('3');
  }
});
