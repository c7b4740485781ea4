import { sayIn } from '#i18n/say/say.ts';
import { analyze } from '../../src/application/analyze/analyze.ts';
import { analysisJson } from '../../src/application/analyze/analysis-json.ts';
import { readOrders } from '../../src/application/read/read-orders.ts';
import { examplePolicy } from '../../src/domain/policy/example-policy.ts';
import type { Cell, Sheet } from '../../src/domain/sheet.ts';

const HEADER = ['订单号', '客户', '产品类别', '实付金额', '签约日期'];
const sheetOf = (rows: readonly (readonly Cell[])[]): Sheet => ({
  name: '订单',
  rowCount: rows.length,
  columns: HEADER.map((_, column) => rows.map((row) => row[column] ?? null)),
});
const SHEETS = 60;
const ROWS = 40;

/** A file may call all its sheets the same; Excel would not, and their number costs no product. */
describe('many sheets of one name', () => {
  const kinds: Readonly<Record<string, (sheet: number, row: number) => readonly Cell[]>> = {
    'the same orders': (_, row) => [`A${row}`, '甲', '基础', 1000 + row, '2025-01-08'],
    'other amounts under the same numbers': (sheet, row) => [
      `A${row}`,
      '甲',
      '基础',
      1000 + row + sheet,
      '2025-01-08',
    ],
    'orders without a number': (_, row) => ['', '甲', '基础', 1000 + row, '2025-01-08'],
    'a question in every row': (sheet, row) => [
      `A${sheet}-${row}`,
      '甲',
      '某物',
      '约12万',
      '01/02/25',
    ],
    'refunds that name an order of all sheets': (sheet, row) => [
      `A${row}`,
      '甲',
      '基础',
      sheet % 2 ? -1000 : 1000,
      '2025-01-08',
    ],
  };
  it.each(Object.entries(kinds))('%s', (_, line) => {
    const sheets = Array.from({ length: SHEETS }, (__, sheet) =>
      sheetOf([HEADER, ...Array.from({ length: ROWS }, (___, row) => line(sheet, row))]),
    );
    const ledger = readOrders(sheets, { policy: examplePolicy });
    const result = analyze({
      ledger,
      policy: undefined,
      asOf: null,
      yearStart: null,
      nearShare: 0.1,
    });
    if (!result.ok) throw new Error(result.error.code);
    const text = JSON.stringify(analysisJson(result.value, sayIn('en-US'), 'all'));
    expect(text.length).toBeLessThan(SHEETS * ROWS * 3000);
  });
});
