import type { Cell } from '#domain/sheet.ts';
import { yunfanQ1 } from '../../fixtures/ledgers/yunfan-q1.ts';
import { sheetOf } from './sheet-of.ts';
import { countsOf, netSales, read, toldRow } from './told-rows.ts';

const HEAD = ['订单号', '客户', '产品', '类别', '付款日期', '实付金额', '状态'];
const clean: Cell[] = ['A1', '甲公司', 'ECS', '基础', '2025-01-06', '12.5万', '已签'];

/** The second row, after its questions are answered one after the other. */
function answered(row: Cell[], ...choices: string[]): string {
  const sheet = sheetOf([HEAD, clean, row]);
  const answers: Record<string, string> = {};
  for (const choice of choices) {
    const [question] = read([sheet], { answers }).questions;
    if (question === undefined) return 'nothing left to ask';
    answers[question.key] = choice;
  }
  const { kind, reason, date, category, amount } = toldRow(read([sheet], { answers }), 2);
  return [kind, reason, date, category, amount].filter((word) => word !== null).join(' ');
}

describe('an answer turns the question into what the user says', () => {
  const cases: readonly (readonly [string, Cell[], string[], string])[] = [
    [
      '9.8 in yuan',
      ['A2', '乙', 'ECS', '基础', '2025-01-07', '9.8', null],
      ['yuan'],
      'order 2025-01-07 基础 9.80',
    ],
    [
      '9.8 in 万',
      ['A2', '乙', 'ECS', '基础', '2025-01-07', '9.8', null],
      ['wan'],
      'order 2025-01-07 基础 98000.00',
    ],
    ['left out', ['A2', '乙', 'ECS', '基础', '2025-01-07', '9.8', null], ['leave-out'], 'void'],
    [
      'dollars that were yuan',
      ['A2', '乙', 'ECS', '基础', '2025-01-07', '$3,200', null],
      ['amount:320000'],
      'order 2025-01-07 基础 3200.00',
    ],
    [
      'an amount typed in',
      ['A2', '乙', 'ECS', '基础', '2025-01-07', '待定', null],
      ['amount:1234500'],
      'order 2025-01-07 基础 12345.00',
    ],
    [
      'the last of June',
      ['A2', '乙', 'ECS', '基础', '2025/6/31', 500_000, null],
      ['date:20269'],
      'order 2025-06-30 基础 500000.00',
    ],
    [
      'month first',
      ['A2', '乙', 'ECS', '基础', '03/04/2025', 500_000, null],
      ['month-first'],
      'order 2025-03-04 基础 500000.00',
    ],
    [
      'a category',
      ['A2', '乙', '智能客服', null, '2025-01-07', 500_000, null],
      ['category:安全'],
      'order 2025-01-07 安全 500000.00',
    ],
    [
      "a category of the user's own",
      ['A2', '乙', '智能客服', null, '2025-01-07', 500_000, null],
      ['category:AI'],
      'order 2025-01-07 AI 500000.00',
    ],
    [
      'a damaged number kept',
      ['9.25011E+14', '乙', 'ECS', '基础', '2025-01-07', 500_000, null],
      ['keep'],
      'order 2025-01-07 基础 500000.00',
    ],
    [
      'another amount under one number kept',
      ['A1', '甲公司', 'ECS', '基础', '2025-01-06', 500_000, null],
      ['keep'],
      'order 2025-01-06 基础 500000.00',
    ],
    [
      'a refund without its sign',
      ['A2', '乙', 'ECS', '基础', '2025-01-07', 500_000, '退款'],
      ['taken-back'],
      'refund 2025-01-07 基础 -500000.00',
    ],
    [
      'one question after the other',
      ['A2', '乙', '智能客服', null, '2025/6/31', '9.8', null],
      ['date:20269', 'wan', 'category:安全'],
      'order 2025-06-30 安全 98000.00',
    ],
    [
      'the next is asked when the one before is answered',
      ['A2', '乙', '智能客服', null, '2025/6/31', '9.8', null],
      ['date:20269'],
      'question unit',
    ],
    [
      'a choice that is none changes nothing',
      ['A2', '乙', 'ECS', '基础', '2025-01-07', '9.8', null],
      ['maybe'],
      'question unit',
    ],
    [
      'an answer of another sort changes nothing',
      ['A2', '乙', 'ECS', '基础', '2025-01-07', '9.8', null],
      ['date:20269'],
      'question unit',
    ],
  ];
  test.each(cases)('%s', (_name, row, choices, expected) =>
    expect(answered(row, ...choices)).toBe(expected),
  );
});

test('an answer is kept for what was typed, not for the cell alone', () => {
  const [question] = read([
    sheetOf([HEAD, clean, ['A2', '乙', 'ECS', '基础', '2025-01-07', '9.8', null]]),
  ]).questions;
  const changed = sheetOf([HEAD, clean, ['A2', '乙', 'ECS', '基础', '2025-01-07', '9.9', null]]);
  expect(countsOf(read([changed], { answers: { [question?.key ?? '']: 'wan' } }))).toEqual({
    header: 1,
    order: 1,
    question: 1,
  });
});

test(
  'every question names its sheet, row, cell, what was typed, and lets the row be ' + 'left out',
  () => {
    const { questions } = read([yunfanQ1.sheet]);
    expect(questions.map(({ row, reason, cell, typed }) => [row, reason, cell, typed])).toEqual([
      [11, 'unit', '实付金额', '9.8'],
      [24, 'currency', '实付金额', '$3,200'],
      [25, 'amount', '实付金额', '待定'],
      [26, 'date', '签约日期', '2025/2/30'],
      [33, 'category', '产品', '智慧大屏展示系统'],
      [34, 'id', '订单号', '9.25031E+14'],
      [40, 'id', '订单号', '925031800000264'],
      [46, 'amount', '实付金额', '约3万'],
      [47, 'amount', '实付金额', '#N/A'],
      [48, 'date', '签约日期', '03/04/2025'],
      [49, 'refund', '实付金额', '5,000.00'],
    ]);
    expect(questions.every(({ choices }) => choices.at(-1)?.kind === 'leave-out')).toBe(true);
    expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
  },
);

test('leaving every question out counts what was clear and nothing else', () => {
  const open = read([yunfanQ1.sheet]);
  const answers = Object.fromEntries(open.questions.map(({ key }) => [key, 'leave-out']));
  const done = read([yunfanQ1.sheet], { answers });
  expect(done.questions).toEqual([]);
  expect(netSales(done)).toBe(netSales(open));
});

test('cells are named by address in a workbook and by header in a file', () => {
  const rows = [HEAD, clean, ['A2', '乙', 'ECS', '基础', '2025-01-07', '9.8', null]];
  expect(read([sheetOf(rows)]).questions[0]?.cell).toBe('实付金额');
  expect(read([sheetOf(rows, { formats: HEAD.map(() => 'General') })]).questions[0]?.cell).toBe(
    'F3',
  );
  expect(read([sheetOf(rows, { lines: [1, 2, 5] })]).questions[0]?.row).toBe(5);
});
