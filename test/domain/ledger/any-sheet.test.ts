import fc from 'fast-check';
import { type Ledger, QUESTION_REASONS, kindOf } from '#domain/ledger/ledger.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { read } from './told-rows.ts';
import { runs } from '../../runs.ts';

/** What stands in sheets that nobody cleaned, and what no sheet should hold. */
const HEADERS = [
  '订单号',
  '客户',
  '产品',
  '类别',
  '签约日期',
  '付款日期',
  '实付金额',
  '金额(万元)',
  '合同额',
  '代金券',
  '状态',
  '订单类型',
  '概率',
  '备注',
  '币种',
  '原订单号',
  '门槛',
  '比例',
  '序号',
  '采购部奖励',
  '账期',
  'Amount',
  'Order ID',
];
const CELLS: readonly Cell[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1,
  9.8,
  45706,
  1e15,
  1e300,
  -1e300,
  NaN,
  Infinity,
  13800138000,
  true,
  false,
  { fault: '#N/A' },
  { fault: '#REF!' },
  'A1',
  'A1',
  '925010800000017',
  '9.25E+14',
  '\t925010800000017\t',
  '合计',
  '小计',
  'Total',
  '作废',
  '跟进中',
  '退款',
  '已退款',
  '￥58,000.00',
  '12.5万',
  '-500',
  '(5,000)',
  '$3,200',
  '待定',
  '2025-01-06',
  '2025/6/31',
  '2/21',
  '03/04/2025',
  '202502',
  'ECS',
  '云WAF',
  'RDS',
  '等保咨询',
  '智能客服',
  '基础',
  '安全',
  '服务',
  '基础+安全',
  '同上',
  '注：',
  '——',
  '60%',
  'USD',
  '返给采购部 500 元',
  '单位：万元',
  '2025年一季度',
  '\u0000',
  '💥',
  'x'.repeat(300),
  '=1+1',
  '(((',
  '1'.repeat(40),
];

/** A sheet and a row as they should be, among the others. */
const PLAIN_HEADER = ['订单号', '类别', '签约日期', '实付金额'];
const PLAIN_ROW: Cell[] = ['B7', '基础', '2025-01-06', '￥58,000.00'];

const sheet = fc
  .record({
    name: fc.constantFrom('Q1', '汇总', '2025Q1', '返点政策', '结算单', ''),
    header: fc.oneof(
      { weight: 3, arbitrary: fc.shuffledSubarray(HEADERS, { minLength: 2, maxLength: 9 }) },
      { weight: 1, arbitrary: fc.constant(PLAIN_HEADER) },
    ),
    above: fc.array(fc.array(fc.constantFrom(...CELLS), { maxLength: 4 }), { maxLength: 2 }),
    rows: fc.array(
      fc.oneof(
        { weight: 1, arbitrary: fc.constant(PLAIN_ROW) },
        {
          weight: 5,
          arbitrary: fc.array(
            fc.oneof(
              { weight: 9, arbitrary: fc.constantFrom(...CELLS) },
              { weight: 1, arbitrary: fc.constantFrom(...HEADERS) },
            ),
            { maxLength: 10 },
          ),
        },
      ),
      { maxLength: 14 },
    ),
    hidden: fc.boolean(),
    formats: fc.boolean(),
    merged: fc.boolean(),
  })
  .map(({ name, header, above, rows, hidden, formats, merged }): Sheet => {
    const all: Cell[][] = [...above, header, ...rows];
    const width = Math.max(...all.map((row) => row.length));
    return {
      name,
      rowCount: all.length,
      columns: Array.from({ length: width }, (_, column) => all.map((row) => row[column] ?? null)),
      hidden,
      ...(formats
        ? {
            formats: Array.from({ length: width }, (_, column) =>
              column % 2 === 0 ? '0.0"万"' : 'yyyy/m/d',
            ),
          }
        : {}),
      ...(merged
        ? {
            merges: [
              { top: 1, left: 0, bottom: 99, right: 1 },
              { top: 0, left: 2, bottom: 3, right: 2 },
            ],
          }
        : {}),
    };
  });

/** Rows that reached the figures: a reader that refuses everything would be sound as well. */
let counted = 0;
afterAll(() => expect(counted).toBeGreaterThan(0));

function expectSound(ledger: Ledger): void {
  const asked = new Map<number, string>();
  for (let index = 0; index < ledger.size; index++) {
    const kind = kindOf(ledger, index);
    const reason = QUESTION_REASONS[(ledger.reason[index] ?? 0) - 1];
    expect(ledger.row[index]).toBeGreaterThan(0);
    expect(kind === 'question').toBe(reason !== undefined);
    if (reason !== undefined) asked.set(index, reason);
    if (kind !== 'order' && kind !== 'refund') continue;
    counted += 1;
    expect([
      Number.isSafeInteger(ledger.amount[index]),
      kind === 'refund',
      (ledger.day[index] ?? 0) > 10000,
      (ledger.category[index] ?? -1) >= 0,
    ]).toEqual([true, (ledger.amount[index] ?? 0) < 0, true, true]);
  }
  const questioned = ledger.questions.flatMap(({ indices, reason }) =>
    indices.map((index) => [index, reason] as const),
  );
  expect(questioned.sort(([a], [b]) => a - b)).toEqual([...asked]);
}

test(
  'any sheet whatever gives every row one kind, and nothing counts without amount, day and ' +
    'category',
  () => {
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 3 }), (sheets) => {
        expectSound(read(sheets));
      }),
      { numRuns: runs(800) },
    );
  },
);

test('a note never holds a number in the amount column', () => {
  fc.assert(
    fc.property(sheet, (one) => {
      const ledger = read([one]);
      const [told, more] = ledger.sheets;
      const column = told?.columns.amount?.column;
      const headers = [...ledger.kind.keys()].filter((index) => kindOf(ledger, index) === 'header');
      // Below another header another column holds the amounts.
      if (told === undefined || column === undefined || more !== undefined || headers.length > 1)
        return;
      const cells = one.columns[column] ?? [];
      const lost = [...ledger.kind.keys()].filter(
        (index) =>
          kindOf(ledger, index) === 'note' &&
          (ledger.row[index] ?? 0) > told.headerRow &&
          typeof cells[index] === 'number' &&
          Number.isFinite(cells[index]),
      );
      expect(lost).toEqual([]);
    }),
    { numRuns: runs(800) },
  );
});

test('no two questions of a workbook share a key', () => {
  fc.assert(
    fc.property(sheet, (one) => {
      const keys = read([one]).questions.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: runs(300) },
  );
});

test('answering always comes to an end, whichever choices are taken', () => {
  fc.assert(
    fc.property(fc.array(sheet, { minLength: 1, maxLength: 2 }), fc.nat(7), (sheets, pick) => {
      const answers: Record<string, string> = {};
      let ledger = read(sheets);
      for (let round = 0; round < 8 && ledger.questions.length > 0; round++) {
        for (const { key, choices } of ledger.questions)
          answers[key] = choices[pick % choices.length]?.id ?? 'leave-out';
        ledger = read(sheets, { answers });
        expectSound(ledger);
      }
      expect(ledger.questions).toEqual([]);
    }),
    { numRuns: runs(300) },
  );
});
