import { isoDate, type LocalDate } from '#domain/calendar/local-date.ts';
import { kindOf } from '#domain/ledger/ledger.ts';
import { sheetOf } from './sheet-of.ts';
import { categorySales, countsOf, netSales, read } from './told-rows.ts';

/**
 * Six orders kept as a dealer with a template keeps them: list price, voucher and cash side by
 * side, rebates beside them.
 */
const sheet = sheetOf([
  [
    '订单号',
    '客户名称',
    '行业',
    '区域',
    '产品',
    '产品类别',
    '订单类型',
    '签约日期',
    '订单金额(元)',
    '代金券(元)',
    '实付金额(元)',
    '返点比例',
    '应返金额(元)',
    '实返金额(元)',
    '结算日期',
    '状态',
    '备注',
  ],
  [
    '925010800000118',
    '临江书局有限公司',
    '零售',
    '华东',
    '云服务器ECS',
    '基础',
    '新购',
    '2025-01-08',
    '86400.00',
    '0.00',
    '86400.00',
    '4%',
    '3456.00',
    '3456.00',
    '2025-04-18',
    '已结算',
    '',
  ],
  [
    '925011500000125',
    '北岭外国语学校',
    '教育',
    '华北',
    '云WAF',
    '安全',
    '新购',
    '2025-01-15',
    '45800.50',
    '0.00',
    '45800.50',
    '7%',
    '3206.04',
    '',
    '',
    '待对账',
    '',
  ],
  [
    '925012200000132',
    '南港仁和医院',
    '医疗',
    '华南',
    '乾坤云一体机',
    '安全',
    '新购',
    '2025-01-22',
    '268000.00',
    '8000.00',
    '260000.00',
    '7%',
    '18200.00',
    '',
    '',
    '待对账',
    '',
  ],
  [
    '925020600000149',
    '东湖精密制造有限公司',
    '制造',
    '华中',
    '云数据库RDS',
    '基础',
    '续费',
    '2025-02-06',
    '152300.25',
    '0.00',
    '152300.25',
    '4%',
    '6092.01',
    '',
    '',
    '待对账',
    '',
  ],
  [
    '925022000000156',
    '南港仁和医院',
    '医疗',
    '华南',
    '堡垒机',
    '安全',
    '新购',
    '2025-02-20',
    '68000.50',
    '0.00',
    '68000.50',
    '7%',
    '4760.04',
    '',
    '',
    '待对账',
    '',
  ],
  [
    '925032000000163',
    '北辰互联有限公司',
    '互联网',
    '华北',
    'CDN',
    '基础',
    '升级',
    '2025-03-20',
    '57200.00',
    '0.00',
    '57200.00',
    '4%',
    '2288.00',
    '',
    '',
    '待对账',
    '',
  ],
]);
const ledger = read([sheet]);

test('every order counts with the cash that was paid', () => {
  expect(countsOf(ledger)).toEqual({ header: 1, order: 6 });
  // 86400.00 + 152300.25 + 57200.00; 45800.50 + 260000.00 + 68000.50
  expect([categorySales(ledger, '基础'), categorySales(ledger, '安全'), netSales(ledger)]).toEqual([
    '295900.25',
    '373801.00',
    '669701.25',
  ]);
  expect(ledger.questions).toEqual([]);
});

test('each column is found once, by its header as written', () => {
  const columns = Object.fromEntries(
    Object.entries(ledger.sheets[0]?.columns ?? {}).map(([field, { header }]) => [field, header]),
  );
  expect(columns).toEqual({
    orderId: '订单号',
    customer: '客户名称',
    industry: '行业',
    region: '区域',
    product: '产品',
    category: '产品类别',
    orderType: '订单类型',
    signedOn: '签约日期',
    listAmount: '订单金额(元)',
    voucher: '代金券(元)',
    amount: '实付金额(元)',
    rate: '返点比例',
    rebateDue: '应返金额(元)',
    rebateReceived: '实返金额(元)',
    receivedOn: '结算日期',
    status: '状态',
  });
  expect(ledger.sheets[0]).toMatchObject({ headerRow: 1, unknownHeaders: [] });
});

test('what stands beside the orders is kept with them', () => {
  expect([...(ledger.rebateDue ?? [])].slice(1)).toEqual([
    345600, 320604, 1820000, 609201, 476004, 228800,
  ]);
  expect([...(ledger.rebateReceived ?? [])].slice(1, 3)).toEqual([345600, NaN]);
  expect(isoDate((ledger.receivedOn?.[1] ?? 0) as LocalDate)).toBe('2025-04-18');
  expect(ledger.voucher?.[3]).toBe(800000);
  expect([
    ledger.region?.[3],
    ledger.industry?.[3],
    ledger.status?.[3],
    ledger.orderType?.[4],
    ledger.recordedRate?.[3],
  ]).toEqual(['华南', '医疗', '待对账', '续费', '7%']);
  expect(ledger.paidOn).toBeUndefined();
});

test('the same as typed cells of a workbook', () => {
  const serial = (iso: string): number =>
    45658 + Math.round((Date.parse(iso) - Date.parse('2025-01-01')) / 86_400_000);
  const typed = {
    ...sheet,
    columns: sheet.columns.map((cells, column) =>
      cells.map((cell, row) =>
        row === 0 || cell === ''
          ? cell || null
          : column === 7 || column === 14
            ? serial(String(cell))
            : column >= 8 && column <= 13
              ? Number(String(cell).replace('%', 'e-2'))
              : cell,
      ),
    ),
    formats: sheet.columns.map((_, column) =>
      column === 7 ? 'yyyy-mm-dd' : column >= 8 && column <= 10 ? '#,##0.00' : 'General',
    ),
  };
  const again = read([typed]);
  expect([netSales(again), [...again.day], again.sheets]).toEqual([
    netSales(ledger),
    [...ledger.day],
    ledger.sheets,
  ]);
});

test('rows are told by index what they are', () => expect(kindOf(ledger, 0)).toBe('header'));
