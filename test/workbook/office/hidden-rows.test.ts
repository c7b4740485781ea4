import { readLedger } from '#domain/ledger/read-ledger.ts';
import type { ExcelFact } from '#facts/excel.ts';
import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import { openWorkbook } from '../../host/node-client.ts';
import type { SheetLiteral } from '../../host/model.ts';

const HEAD = ['订单号', '类别', '付款日期', '实付金额'];
const ROWS = [
  HEAD,
  ...Array.from({ length: 6 }, (_, at) => [`A${at + 1}`, '基础', `2025-01-0${at + 1}`, 100]),
];

/** What the adapter tells of a sheet, and what it says meanwhile. */
async function told(
  more: Partial<SheetLiteral>,
  rows: SheetLiteral['rows'] = ROWS,
): Promise<{ readonly hidden: unknown; readonly said: readonly ExcelFact[]; report: unknown[] }> {
  openWorkbook({ sheets: [{ name: '订单', rows, ...more }] });
  const said: ExcelFact[] = [];
  const workbook = new OfficeWorkbook({
    wait: () => Promise.resolve(),
    notice: (fact) => void said.push(fact),
  });
  const sheet = await workbook.readSheet('订单');
  const report = readLedger([sheet]).report.filter(({ code }) => code === 'ledger.rows-hidden');
  return { hidden: sheet.hiddenRows, said, report };
}

test('rows hidden by hand or by a filter are told as the file tells them', async () => {
  const { hidden, said, report } = await told({ hiddenRows: [3], filteredRows: [5, 6] });
  expect(hidden).toEqual([2, 4, 5]);
  expect(report).toEqual([
    { code: 'ledger.rows-hidden', sheet: '订单', count: 3, rows: [3, 5, 6], amount: 300_00 },
  ]);
  expect(said).toEqual([]);
});

test('nothing is told of a sheet that shows all', async () =>
  expect((await told({})).hidden).toBeUndefined());

test('all rows may be hidden', async () =>
  expect((await told({ hiddenRows: [1, 2, 3, 4, 5, 6, 7] })).hidden).toEqual([
    0, 1, 2, 3, 4, 5, 6,
  ]));

test('every second row of a long list: more areas than Excel gives at once', async () => {
  const rows = [
    HEAD,
    ...Array.from({ length: 2200 }, (_, at) => [`A${at}`, '基础', '2025-01-02', 1]),
  ];
  const odd = Array.from({ length: 1100 }, (_, at) => 2 * at + 2);
  const { hidden } = await told({ filteredRows: odd }, rows);
  expect(hidden).toEqual(odd.map((row) => row - 1));
});

test('where Excel will not say which rows, it is said', async () => {
  const { hidden, said } = await told({ hiddenRows: [3], protection: {} });
  expect(hidden).toBeUndefined();
  expect(said).toContainEqual({ code: 'excel.hiddenRowsUnknown', sheet: '订单' });
});
