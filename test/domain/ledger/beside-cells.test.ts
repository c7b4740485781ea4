import fc from 'fast-check';
import { readLedger } from '#domain/ledger/read-ledger.ts';
import type { Sheet } from '#domain/sheet.ts';
import { readCsv } from '#workbook/csv/read-csv.ts';
import { Pump } from '#workbook/paced-loop.ts';
import { runs } from '../../runs.ts';

/**
 * Cells as people fill them, most of them clean, in columns that repeat and in columns that do not.
 */
const row = fc.record({
  id: fc.constantFrom(
    'R1',
    'R2',
    'SUM2025',
    'TOTAL 5',
    'su-1',
    'CUM3',
    '',
    '合计',
    '925010800000017',
  ),
  customer: fc.constantFrom('甲公司', '同上', '乙 公司', '乙公司', '　', '', '小计'),
  product: fc.constantFrom('云WAF', '云服务器ECS', '招待费 2,000元', '给采购部返点 5%', ''),
  day: fc.constantFrom(
    '2025-01-05',
    '2025/2/6',
    '13/02/2025',
    '3/4/2025',
    '1月5日',
    '同上',
    '待定',
    '',
  ),
  amount: fc.constantFrom('100.00', '-5.5', '12.5', '1,200.00', '9.8万', '2e5', '待定', '', '0'),
  status: fc.constantFrom('已付款', '作废', '跟进中', '红包', ''),
});

const HEADER = '订单号,客户名称,产品,签约日期,实付金额,状态,我的备注';

test('a ledger is the same with and without what stands beside the cells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
      const lines = rows.map(({ id, customer, product, day, amount, status }) =>
        [id, customer, product, day, amount, status, product]
          .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
          .join(','),
      );
      const bytes = new TextEncoder().encode([HEADER, ...lines].join('\n'));
      const { texts, fen, ...plain }: Sheet = await readCsv(bytes, '订单', new Pump());
      expect(texts?.some((column) => column !== null)).toBe(true);
      expect(readLedger([{ ...plain, texts: texts!, fen: fen! }])).toEqual(readLedger([plain]));
    }),
    { numRuns: runs(150) },
  );
});

test('so it is in columns in which nothing repeats', async () => {
  const lines = Array.from(
    { length: 9_000 },
    (_, i) =>
      `R${i},客户${i},云WAF,2025-01-${String((i % 28) + 1).padStart(2, '0')},${i * 13}.` +
      `${i % 9},已付款,`,
  );
  lines[8_000] = 'R1,客户,云WAF,2025-01-05,约 5万,已付款,';
  const bytes = new TextEncoder().encode([HEADER, ...lines].join('\n'));
  const { texts, fen, ...plain }: Sheet = await readCsv(bytes, '订单', new Pump());
  expect(fen?.[4]).not.toBeNull();
  expect(readLedger([{ ...plain, texts: texts!, fen: fen! }])).toEqual(readLedger([plain]));
});

test('so it is where prices and pieces stand beside the amounts', async () => {
  const counts = fc.constantFrom('1', '2', '3台', '1,200', '十二', '一批', '', '2 套(含备机)');
  const prices = fc.constantFrom('500', '1,200.00', '4000.00', '0500.00', '¥33.33', '面议', '');
  const amounts = fc.constantFrom('1000.00', '2400.00', '8000.00', '1200.00', '-500.00');
  const seen = new Set<string>();
  const right = ['2', '500', '1000.00', '1000.00'] as [string, string, string, string];
  const off = ['2', '500', '1200.00', '1000.00'] as [string, string, string, string];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(counts, prices, amounts, amounts)), async (rows) => {
      const lines = rows.map((cells, i) =>
        [`R${i}`, '云WAF', '2025-01-05', ...cells].map((cell) => `"${cell}"`).join(','),
      );
      const bytes = new TextEncoder().encode(
        ['订单号,产品,签约日期,数量,单价,实付金额,采购部奖励', ...lines].join('\n'),
      );
      const { texts, fen, ...plain }: Sheet = await readCsv(bytes, '订单', new Pump());
      const ledger = readLedger([{ ...plain, texts: texts!, fen: fen! }]);
      for (const { code } of ledger.report) seen.add(code);
      for (const { code } of ledger.warnings) seen.add(code);
      expect(ledger).toEqual(readLedger([plain]));
    }),
    // By chance alone not every run has amounts off their price.
    { numRuns: runs(150), examples: [[[...Array.from({ length: 20 }, () => right), off]]] },
  );
  expect(seen).toContain('compliance.bribery');
  expect(seen).toContain('ledger.amounts-off-price');
});

test('and where no two prices, amounts and rewards are the same', async () => {
  const lines = Array.from({ length: 1_200 }, (_, i) => {
    const [price, isOff] = [(i * 37 + 1000) / 10, i % 100 === 7];
    const amount = price * 3 + (isOff ? 500 : 0);
    return `R${i},云WAF,2025-01-05,3,${price.toFixed(2)},${amount.toFixed(2)},${i + 1000}.50`;
  });
  const header = '订单号,产品,签约日期,数量,单价,实付金额,采购部奖励';
  const bytes = new TextEncoder().encode([header, ...lines].join('\n'));
  const { texts, fen, ...plain }: Sheet = await readCsv(bytes, '订单', new Pump());
  expect([4, 5, 6].map((column) => fen?.[column]?.[1] !== undefined)).toEqual([true, true, true]);
  const ledger = readLedger([{ ...plain, texts: texts!, fen: fen! }]);
  expect(ledger).toEqual(readLedger([plain]));
  expect(ledger.warnings).toHaveLength(1_200);
  expect(ledger.report).toContainEqual(
    expect.objectContaining({ code: 'ledger.amounts-off-price', count: 12 }),
  );
});
