import { repairFormulas } from '#application/formulas/repair-formulas.ts';
import { OfficeFormulas } from '#workbook/office/office-formulas.ts';
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
