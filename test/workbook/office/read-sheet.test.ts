import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import { openWorkbook } from '../../host/node-client.ts';

const now = (): Promise<void> => Promise.resolve();

test('a sheet is read with its types, formats, tables and errors', async () => {
  const host = openWorkbook({
    sheets: [
      {
        name: '订单',
        rows: [
          ['订单号', '金额', '日期', '备注'],
          ['0012', 1250.5, 45_000, { error: '#N/A' }],
          ['0013', -3, 45_001, '#N/A'],
          [null, null, null, true],
        ],
        numberFormats: { 'C2:C3': 'yyyy-mm-dd', B3: '"$"#,##0.00' },
        tables: [{ name: 'Orders', address: 'A1:D4' }],
      },
      { name: 'Hidden', visibility: 'Hidden', rows: [[1]] },
    ],
  });
  const workbook = new OfficeWorkbook({ wait: now });
  expect(await workbook.listSheets()).toEqual([
    { name: '订单', rowCount: 4, columnCount: 4, hidden: false, ours: false },
    { name: 'Hidden', rowCount: 1, columnCount: 1, hidden: true, ours: false },
  ]);
  const sheet = await workbook.readSheet('订单');
  expect(sheet).toEqual({
    name: '订单',
    rowCount: 4,
    hidden: false,
    ours: false,
    date1904: false,
    columns: [
      ['订单号', '0012', '0013'],
      ['金额', 1250.5, -3],
      ['日期', 45_000, 45_001],
      ['备注', { fault: '#N/A' }, '#N/A', true],
    ],
    formats: [
      null,
      ['General', 'General', '"$"#,##0.00', 'General'],
      ['General', 'yyyy-mm-dd', 'yyyy-mm-dd', 'General'],
      null,
    ],
    tables: [{ name: 'Orders', block: { top: 0, left: 0, bottom: 3, right: 3 } }],
  });
  expect(host.peakReferences).toBeLessThan(12);
});
