import { repairFormulas } from '#application/formulas/repair-formulas.ts';
import { OfficeFormulas } from '#workbook/office/office-formulas.ts';
import { copyAsValues } from '#application/formulas/sheet-formulas.ts';
import type { ExcelFact } from '#facts/excel.ts';
import { open } from './small-book.ts';

const formulas = new OfficeFormulas({ notice: () => undefined, wait: () => Promise.resolve() });

/**
 * A sheet with one formula that was typed while the add-in was absent, one in order, and one of the
 * user's own.
 */
function book(): ReturnType<typeof open> {
  return open({
    sheets: [
      {
        name: '订单',
        rows: [
          ['金额', '档位'],
          [500_000, '=_xldudf_REBATE_TIER(A2)'],
          [100, '=REBATE_TIER(A3)'],
          [1, '=A4*2'],
        ],
      },
    ],
  });
}

it('finds the formulas of ours and types the stuck ones anew', async () => {
  const { host } = book();
  expect(
    (await formulas.findFormulas('REBATE_')).map(({ row, column, formula }) => [
      row,
      column,
      formula,
    ]),
  ).toEqual([
    [1, 1, '_xldudf_REBATE_TIER(A2)'],
    [2, 1, 'REBATE_TIER(A3)'],
  ]);
  expect((await repairFormulas(formulas)).repaired).toBe(1);
  expect((await formulas.findFormulas('REBATE_')).map(({ formula }) => formula)).toEqual([
    'REBATE_TIER(A2)',
    'REBATE_TIER(A3)',
  ]);
  expect(host.sheet('订单').columns[0]).toEqual(['金额', 500_000, 100, 1]);
});

it('adds columns beside the orders, and refuses where something stands', async () => {
  book();
  await formulas.addColumns('订单', 0, [
    {
      column: 2,
      header: '公式应返',
      formulas: ['REBATE_AMOUNT(A2)', null, 'REBATE_AMOUNT(A4)'],
      look: 'money',
    },
  ]);
  expect(
    (await formulas.findFormulas('REBATE_AMOUNT')).map(({ row, column }) => [row, column]),
  ).toEqual([
    [1, 2],
    [3, 2],
  ]);
  await expect(
    formulas.addColumns('订单', 0, [{ column: 1, header: 'x', formulas: ['1'], look: 'integer' }]),
  ).rejects.toMatchObject({ fact: { code: 'excel.cellsTaken', sheet: '订单' } });
});

describe('100,000 orders on Excel on the web', () => {
  const ROWS = 100_000;
  const LIMIT = 5_000_000;
  const formulaOf = (row: number): string =>
    `REBATE_AMOUNT(A${row},B${row},RebatePolicyRows[#All],C${row},SUMIFS(` +
    `$A$2:$A$${ROWS + 1},$C$2:$C$${ROWS + 1},">="&DATE(YEAR($C${row}),1,1)))`;
  const amounts = (): (string | number)[] => [
    '金额',
    ...Array.from({ length: ROWS }, (_, row) => row),
  ];
  const largest = (host: ReturnType<typeof open>['host']): number =>
    Math.max(...host.log.flatMap(({ requestBytes, replyBytes }) => [requestBytes, replyBytes]));
  const stuck = (): ReturnType<typeof open> => {
    const opened = open({ sheets: [{ name: '订单', columns: [amounts(), amounts()] }] });
    const sheet = opened.host.sheet('订单');
    for (let row = 1; row <= ROWS; row += 1)
      sheet.formulas.set(row * 16_384 + 1, `=_xldudf_${formulaOf(row + 1)}`);
    return opened;
  };

  it('get their columns, with progress', async () => {
    const { host } = open({ sheets: [{ name: '订单', columns: [amounts()] }] });
    const formulasOf = Array.from({ length: ROWS }, (_, row) =>
      row % 7 === 0 ? null : formulaOf(row + 2),
    );
    const seen: number[] = [];
    await formulas.addColumns(
      '订单',
      0,
      [1, 2].map((column) => ({ column, header: '返点', formulas: formulasOf, look: 'money' })),
      { progress: (done) => void seen.push(done) },
    );
    expect(largest(host)).toBeLessThan(LIMIT);
    expect(seen.at(-1)).toBe(2 * (ROWS + 1));
    expect(seen.length).toBeGreaterThan(10);
    expect(host.sheet('订单').formulas.size).toBe(
      2 * formulasOf.filter((each) => each !== null).length,
    );
  });

  it('are left as they were when it is cancelled in the middle', async () => {
    const { host } = open({ sheets: [{ name: '订单', columns: [amounts()] }] });
    const before = host.snapshot();
    const stop = new AbortController();
    const adding = formulas.addColumns(
      '订单',
      0,
      [
        {
          column: 1,
          header: '返点',
          formulas: Array.from({ length: ROWS }, (_, row) => formulaOf(row + 2)),
          look: 'money',
        },
      ],
      { signal: stop.signal, progress: (done) => done > 20_000 && stop.abort() },
    );
    await expect(adding).rejects.toMatchObject({ name: 'AbortError' });
    expect(host.snapshot()).toEqual(before);
  });

  it('are repaired and copied as values', async () => {
    const { host } = stuck();
    expect((await repairFormulas(formulas)).repaired).toBe(ROWS);
    expect(await copyAsValues(formulas, (sheet) => `${sheet} v`)).toEqual(['订单 v']);
    expect(largest(host)).toBeLessThan(LIMIT);
    expect(host.log.filter(({ error }) => error !== undefined)).toEqual([]);
    expect(host.sheet('订单 v').formulas.size).toBe(0);
    expect(host.sheet('订单').formulas.size).toBe(ROWS);
  });

  it('leave no copy behind when it cannot be finished', async () => {
    const { host } = stuck();
    host.faults.push(({ statements }) =>
      statements.some((one) => one.endsWith('Formulas=')) && host.model.sheets.length > 1
        ? 'AccessDenied'
        : null,
    );
    await expect(copyAsValues(formulas, (sheet) => `${sheet} v`)).rejects.toMatchObject({
      fact: { code: 'excel.accessDenied' },
    });
    expect(host.model.sheets.map(({ name }) => name)).toEqual(['订单']);
  });
});

describe('a filter', () => {
  it.each([
    ['of the sheet', { filteredRows: [3, 5], tables: [] }],
    ['of a table', { filteredRows: [], tables: [{ name: 'T', address: 'A1:A6', filtered: true }] }],
  ])('%s is lifted while columns are written, said, and set again', async (_name, more) => {
    const { host } = open({
      sheets: [{ name: '订单', rows: [['金额'], [1], [2], [3], [4], [5]], ...more }],
    });
    const notices: ExcelFact[] = [];
    const careful = new OfficeFormulas({
      notice: (fact) => void notices.push(fact),
      wait: () => Promise.resolve(),
    });
    const before = {
      ...host.sheet('订单'),
      filteredRows: new Set(host.sheet('订单').filteredRows),
    };
    await careful.addColumns('订单', 0, [
      { column: 1, header: '返点', formulas: ['A2', 'A3', 'A4', 'A5', 'A6'], look: 'money' },
    ]);
    expect(notices.map(({ code }) => code)).toEqual(['excel.filterLifted']);
    const after = host.sheet('订单');
    expect(after.filteredRows).toEqual(before.filteredRows);
    expect(after.tables.map(({ filtered }) => filtered)).toEqual(
      more.tables.map(({ filtered }) => filtered),
    );
    expect([1, 2, 3, 4, 5].map((row) => after.formulas.get(row * 16_384 + 1))).toEqual([
      '=A2',
      '=A3',
      '=A4',
      '=A5',
      '=A6',
    ]);
  });
});
