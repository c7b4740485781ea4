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

const HEADER = ['订单号', '客户名称', '产品类别', '签约日期', '实付金额(元)', '状态', ''];

/** Rows that are no plain order, among many that are. */
const STRANGE: Readonly<Record<string, readonly Cell[]>> = {
  'called off': ['RR2025000999', '甲', '基础', '2025-01-06', '100.00', '作废', null],
  'a number that says refund': ['RR2025000001-R', '甲', '基础', '2025-01-06', '100.00', '', null],
  'no category': ['RR2025000999', '甲', null, '2025-01-06', '100.00', '', null],
  spilled: ['RR2025000999', '甲', '基础', '2025-01-06', '36', '000.00', '已付款'],
  'no day': ['RR2025000999', '甲', '基础', null, '100.00', '', null],
  'a day of another century': ['RR2025000999', '甲', '基础', '2075-01-06', '100.00', '', null],
  'no customer': ['RR2025000999', null, '基础', '2025-01-06', '100.00', '', null],
  'a header': HEADER,
  'a total': ['合计', null, null, null, '4100.00', null, null],
};

test.each(Object.entries(STRANGE))(
  '%s ends a stretch of plain rows, wherever it stands',
  (_, row) => {
    for (const at of [0, 1, 7, 8, 9, 23, 24, 25, 39]) {
      const rows = Array.from({ length: 40 }, (__, each): readonly Cell[] =>
        each === at
          ? row
          : [
              `RR2025${String(each).padStart(6, '0')}`,
              `客户${each % 3}`,
              '基础',
              `2025-0${1 + Math.floor(each / 9)}-1${each % 9}`,
              `${each + 100}.00`,
              '已付款',
              null,
            ],
      );
      const columns = HEADER.map((header, column) => [header, ...rows.map((one) => one[column]!)]);
      const given: Sheet = { name: '订单', rowCount: rows.length + 1, columns, delimited: true };
      expect(read([given])).toEqual(read([given], { answers: ABOUT_NOTHING }));
    }
  },
);
