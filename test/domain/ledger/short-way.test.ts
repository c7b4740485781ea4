import fc from 'fast-check';
import { COUNT_ANYWAY, leftOutKey } from '#domain/ledger/left-out-rows.ts';
import { kindOf } from '#domain/ledger/ledger.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { read } from './told-rows.ts';
import { runs } from '../../runs.ts';

/** An answer about a row that is nowhere: it settles nothing and sends every row the long way. */
const ABOUT_NOTHING = { [leftOutKey('nowhere', 1)]: COUNT_ANYWAY };

const COLUMNS: Readonly<Record<string, readonly Cell[]>> = {
  订单号: [
    'RR2025000001',
    'RR2025000002',
    'rr2025000002',
    'TOTAL7',
    '9.25E+14',
    925010800000,
    null,
  ],
  签约日期: ['2025-01-06', '2025/3/11', '2/21', 45706, null],
  '实付金额(元)': ['58000.00', '1,200.50', -3000, 36, '000.00', '12345.678', '12.5万', null],
  产品类别: ['基础', '安全', '安全', null],
  客户名称: ['甲公司', '合计', null],
  产品: ['云服务器ECS', '云WAF', 'RDS', '实施服务', null],
  状态: ['已付款', '已退款', '作废', '某词', null],
  订单类型: ['新购', '退款', null],
  备注: ['部分退款', null],
  代金券: [100, null],
  概率: ['60%', '100%', null],
};

const sheet = fc
  .tuple(
    fc.subarray(Object.keys(COLUMNS), { minLength: 3 }),
    fc.array(fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }), { maxLength: 12 }),
    fc.boolean(),
  )
  .map(([headers, rows, delimited]): Sheet => {
    const columns = headers.map((header, column) => [
      header,
      ...rows.map((row): Cell => {
        const cells = COLUMNS[header]!;
        const cell = cells[row[column]! % cells.length] ?? null;
        return delimited && cell !== null ? String(cell as string | number) : cell;
      }),
    ]);
    return { name: '订单', rowCount: rows.length + 1, columns, delimited };
  });

test('a ledger is the same whether its ordinary rows go the short way or the long one', () => {
  let counted = 0;
  fc.assert(
    fc.property(sheet, (given) => {
      const short = read([given]);
      counted += short.amount.filter((_, index) => kindOf(short, index) === 'order').length;
      expect(short).toEqual(read([given], { answers: ABOUT_NOTHING }));
    }),
    { numRuns: runs(300) },
  );
  expect(counted).toBeGreaterThan(0);
});
