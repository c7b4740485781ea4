import { analyze } from '#application/analyze/analyze.ts';
import { planRebateColumns } from '#application/formulas/add-rebate-columns.ts';
import { plainName, repairFormulas } from '#application/formulas/repair-formulas.ts';
import {
  type ColumnOfCells,
  type FormulaCell,
  type SheetFormulas,
  copyAsValues,
} from '#application/formulas/sheet-formulas.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import type { Policy } from '#domain/policy/policy.ts';
import type { Sheet } from '#domain/sheet.ts';
import { type Row, makeLedger, makeSheet } from '../pages/review/make-ledger.ts';

/** An open workbook that remembers what was done to it. */
class Workbook implements SheetFormulas {
  readonly done: unknown[] = [];
  constructor(private readonly cells: readonly FormulaCell[] = []) {}
  findFormulas = (part: string) =>
    Promise.resolve(this.cells.filter((cell) => cell.formula.includes(part)));
  setFormulas = (cells: readonly unknown[]) => this.note('formulas', cells);
  copySheet = async (sheet: string, name: string) => (
    await this.note('copy', sheet, name),
    `${name} 2`
  );
  setValues = (sheet: string, cells: readonly unknown[]) => this.note('values', sheet, cells);
  removeCopy = (sheet: string) => this.note('remove', sheet);
  addColumns = (sheet: string, headerRow: number, columns: readonly ColumnOfCells[]) =>
    this.note('columns', sheet, headerRow, columns);
  private note(...what: unknown[]): Promise<void> {
    this.done.push(what);
    return Promise.resolve();
  }
}

const cell = (
  formula: string,
  value: FormulaCell['value'],
  sheet = '订单',
  row = 1,
): FormulaCell => ({ sheet, row, column: 3, formula, value });

describe('repair formulas', () => {
  test.each([
    ['_xldudf_REBATE_TIER(A1,B1)', 'REBATE_TIER(A1,B1)'],
    ['@REBATE_TIER(A1)+1', 'REBATE_TIER(A1)+1'],
    ["'C:\\old\\add in.xla'!_xldudf_REBATE_AMOUNT(A1)", 'REBATE_AMOUNT(A1)'],
    [
      'IF(A1="",[2]!_xldudf_REBATE_GAP(A1),"_xldudf_REBATE_GAP(1)")',
      'IF(A1="",REBATE_GAP(A1),"_xldudf_REBATE_GAP(1)")',
    ],
    ['rebate_total(A1:A2,B1:B2)', 'REBATE_TOTAL(A1:A2,B1:B2)'],
    ["SUM('a!b'!A1,REBATE_TIER(B1))", "SUM('a!b'!A1,REBATE_TIER(B1))"],
    ['MY_REBATE_TIER(1)', 'MY_REBATE_TIER(1)'],
  ])('%s becomes %s', (typed, plain) => expect(plainName(typed)).toBe(plain));

  test(
    'types anew what shows #NAME? or carries a file name, and leaves the ' + 'rest alone',
    async () => {
      const book = new Workbook([
        cell('REBATE_TIER(A2)', { fault: '#NAME?' }, '订单', 1),
        cell('REBATE_TIER(A3)', 2, '订单', 2),
        cell('_xldudf_REBATE_TIER(A4)', 1, '订单', 3),
        cell('REBATE_TIER("x")', { fault: '#VALUE!' }, '订单', 4),
        cell('SUM(A1)', { fault: '#NAME?' }),
      ]);
      expect(await repairFormulas(book)).toEqual({ repaired: 2, broken: 1 });
      expect(book.done).toEqual([
        [
          'formulas',
          [
            { sheet: '订单', row: 1, column: 3, formula: 'REBATE_TIER(A2)' },
            { sheet: '订单', row: 3, column: 3, formula: 'REBATE_TIER(A4)' },
          ],
        ],
      ]);
    },
  );

  test('writes nothing when nothing is stuck', async () => {
    const book = new Workbook([cell('REBATE_TIER(A3)', 2)]);
    expect(await repairFormulas(book)).toEqual({ repaired: 0, broken: 0 });
    expect(book.done).toEqual([]);
  });
});

test('a copy that cannot be finished is removed, and the reason comes through', async () => {
  const book = new Workbook([cell('REBATE_TIER(A2)', 2, '订单', 1)]);
  book.setValues = () => Promise.reject(new Error('too much'));
  await expect(copyAsValues(book, (sheet) => `${sheet} v`)).rejects.toThrow('too much');
  expect(book.done).toEqual([
    ['copy', '订单', '订单 v'],
    ['remove', '订单 v 2'],
  ]);
});

test(
  'copy as values copies each sheet that uses our functions and puts their figures in ' +
    'the copy',
  async () => {
    const book = new Workbook([
      cell('REBATE_TIER(A2)', 2, '订单', 1),
      cell('REBATE_AMOUNT(A2)', 12.5, '订单', 2),
      cell('REBATE_GAP(A2)', 7, '测算', 5),
      cell('SUM(A1)', 1, '汇总'),
    ]);
    expect(await copyAsValues(book, (sheet) => `${sheet} v`)).toEqual(['订单 v 2', '测算 v 2']);
    expect(book.done).toEqual([
      ['copy', '订单', '订单 v'],
      [
        'values',
        '订单 v 2',
        [
          { row: 1, column: 3, value: 2 },
          { row: 2, column: 3, value: 12.5 },
        ],
      ],
      ['copy', '测算', '测算 v'],
      ['values', '测算 v 2', [{ row: 5, column: 3, value: 7 }]],
    ]);
  },
);

describe('rebate columns beside the orders', () => {
  const rows: readonly Row[] = [
    { day: '2025-01-08', amount: '600000.00', category: '基础' },
    { day: '2025-02-01', amount: '5.00', category: '基础', kind: 'duplicate' },
    { day: '2025-05-08', amount: '300000.50', category: '安全' },
  ];
  const policy: Policy = { ...examplePolicy, example: false };
  const headers = { counted: '计入金额', tier: '档位', rate: '返点比例', rebate: '应返' };
  const plan = (
    sheet: Sheet,
    change: Partial<Policy['components'][number]> = {},
    example = false,
  ) => {
    const ledger = makeLedger(rows);
    const analysis = analyze({
      ledger,
      policy: undefined,
      asOf: null,
      yearStart: null,
      nearShare: 0.1,
    });
    if (!analysis.ok) throw new Error('no analysis');
    const own = {
      ...policy,
      example,
      components: policy.components.map((component) => ({ ...component, ...change })),
    };
    return planRebateColumns({
      analysis: { ledger, policy: own },
      sheets: [sheet],
      policyReference: 'RebatePolicy',
      headers,
    });
  };
  const formulasOf = (sheet: Sheet, change: Partial<Policy['components'][number]> = {}) => {
    const planned = plan(sheet, change);
    if (!planned.ok) throw new Error(planned.error.code);
    return planned.value;
  };

  test('stand in the first free columns and leave rows that do not count empty', () => {
    const { headerRow, columns } = formulasOf(makeSheet(rows));
    expect([headerRow, columns.map(({ column, header }) => [column, header])]).toEqual([
      0,
      [
        [7, '计入金额'],
        [8, '档位'],
        [9, '返点比例'],
        [10, '应返'],
      ],
    ]);
    expect(columns[0]?.formulas).toEqual(['F2', null, 'F4']);
    expect(columns[3]?.formulas[1]).toBeNull();
  });

  test('the year’s counted sales set the tier', () => {
    const month = 'MONTH($E2)-MOD(MONTH($E2)-1,12)';
    expect(formulasOf(makeSheet(rows)).columns[1]?.formulas[0]).toBe(
      `REBATE_TIER(H2,D2,RebatePolicy,E2,SUMIFS($H$2:$H$4,$E$2:$E$4,">="&DATE(YEAR($E2),` +
        `${month},1),$E$2:$E$4,"<"&DATE(YEAR($E2),${month}+12,1)))`,
    );
  });

  test('quarters from April, and each order for itself', () => {
    expect(
      formulasOf(makeSheet(rows), { accumulate: 'quarter', yearStart: 4 }).columns[1]?.formulas[0],
    ).toContain('MONTH($E2)-MOD(MONTH($E2)-4,3)');
    expect(formulasOf(makeSheet(rows), { accumulate: 'order' }).columns[3]?.formulas[2]).toBe(
      'REBATE_AMOUNT(H4,D4,RebatePolicy,E4)',
    );
  });

  test('weights are spelled out category by category, as the sheet spells them', () => {
    const one = examplePolicy.components[0]?.counts.weights['基础'];
    if (one === undefined) throw new Error('no weight');
    const formula =
      formulasOf(makeSheet(rows), { counts: { weights: { 安全: one.times('1.5') }, others: one } })
        .columns[1]?.formulas[0] ?? '';
    expect(formula).toContain('$D$2:$D$4,"基础")+1.5*SUMIFS(');
    expect(formula).toContain('$D$2:$D$4,"安全")');
  });

  test.each<[string, (sheet: Sheet) => Sheet, string]>([
    ['a date that is text', (sheet) => change(sheet, 4, 3, '2025-05-08'), 'columns.not-plain'],
    ['an amount that is text', (sheet) => change(sheet, 5, 1, '60万'), 'columns.not-plain'],
    ['an amount in 万', (sheet) => change(sheet, 5, 1, 60), 'columns.not-plain'],
    ['another sheet', (sheet) => ({ ...sheet, name: 'Sheet9' }), 'columns.no-order-sheet'],
  ])('refused: %s', (_, spoil, code) => {
    const planned = plan(spoil(makeSheet(rows)));
    expect(planned.ok ? 'planned' : planned.error.code).toBe(code);
  });

  test('refused without a policy of the workbook’s own: the formulas would give #N/A', () => {
    const planned = plan(makeSheet(rows), {}, true);
    expect(planned.ok ? 'planned' : planned.error.code).toBe('columns.no-policy-sheet');
  });
});

function change(
  sheet: Sheet,
  column: number,
  row: number,
  value: Sheet['columns'][number][number],
): Sheet {
  return {
    ...sheet,
    columns: sheet.columns.map((cells, index) =>
      index === column ? cells.map((cell, at) => (at === row ? value : cell)) : cells,
    ),
  };
}
