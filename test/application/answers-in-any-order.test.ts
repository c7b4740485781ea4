import fc from 'fast-check';
import { readOrders } from '#application/read/read-orders.ts';
import type { Answers } from '#domain/ledger/ledger.ts';
import { ReadingMemory } from '#domain/ledger/reading-memory.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { runs } from '../runs.ts';

/**
 * What a reading remembers of the one before must not change it: after any answers, taken back or
 * not, the ledger is the one that is read from nothing.
 */
const HEADER = ['订单号', '客户', '产品', '产品类别', '签约日期', '实付金额', '状态', '备注'];
const cellsOf: readonly fc.Arbitrary<Cell>[] = [
  fc.constantFrom('A1', 'A2', 'A3', 'A4', null, '合计'),
  fc.constantFrom('甲公司', '乙公司', null),
  fc.constantFrom('云服务器ECS', '云WAF', '没人知道的产品', null),
  fc.constantFrom('基础', '安全', null),
  fc.constantFrom('2025-02-10', '2025/2/30', '03/04/25', null),
  fc.constantFrom<Cell>('45万', '9.8', '约3200', 1200, '36', '-500', '$3,200', null),
  fc.constantFrom('已签', '跟进中', '已关闭', '不清楚', null),
  fc.constantFrom('退款', '000.00', null),
];
const sheets = fc.array(fc.tuple(...cellsOf), { minLength: 1, maxLength: 14 }).chain((rows) =>
  fc.boolean().map((delimited): Sheet => {
    const all: readonly (readonly Cell[])[] = [HEADER, ...rows];
    return {
      name: '订单',
      rowCount: all.length,
      columns: HEADER.map((_, column) => all.map((row) => row[column] ?? null)),
      ...(delimited ? { delimited } : {}),
    };
  }),
);

/** What to do with which question: a choice of it, a typed amount, or the last answer back. */
const moves = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 })), { minLength: 1, maxLength: 12 });

function answered(
  answers: Answers,
  { questions }: ReturnType<typeof readOrders>,
  [which, what]: readonly [number, number],
): Answers {
  const keys = Object.keys(answers);
  if (what === 5 || questions.length === 0)
    return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== keys.at(-1)));
  const question = questions[which % questions.length]!;
  const choices = question.choices.map(({ id }) => id);
  const choice = what === 6 ? 'amount:123400' : choices[what % Math.max(1, choices.length)];
  return choice === undefined ? answers : { ...answers, [question.key]: choice };
}

it('gives the ledger that is read from nothing', () => {
  fc.assert(
    fc.property(sheets, moves, (sheet, steps) => {
      const memory = new ReadingMemory();
      let answers: Answers = {};
      for (const step of steps) {
        const short = readOrders([sheet], { answers, memory, policy: examplePolicy });
        const whole = readOrders([sheet], { answers, policy: examplePolicy });
        expect(plain(short)).toEqual(plain(whole));
        answers = answered(answers, whole, step);
      }
    }),
    { numRuns: runs(150) },
  );
});

it('reads other sheets, and another mapping, anew', () => {
  const sheetOf = (amount: string, header = '实付金额'): Sheet => ({
    name: '订单',
    rowCount: 2,
    columns: [
      ['订单号', 'A1'],
      ['客户', '甲公司'],
      ['产品类别', '基础'],
      ['签约日期', '2025-02-10'],
      [header, amount],
    ],
  });
  const memory = new ReadingMemory();
  const read = (sheet: Sheet, mapping: NonNullable<Parameters<typeof readOrders>[1]['mapping']>) =>
    readOrders([sheet], { memory, mapping, policy: examplePolicy });
  const none: readonly [] = [];
  expect(read(sheetOf('100.00'), none).amount[1]).toBe(10000);
  expect(read(sheetOf('200.00'), none).amount[1]).toBe(20000);
  const own = sheetOf('300.00', '到手钱');
  const mapping = [{ header: '到手钱', field: 'amount' }] as const;
  const mapped = readOrders([own], { mapping, policy: examplePolicy });
  const before = read(own, none);
  expect(before).toEqual(readOrders([own], { mapping: none, policy: examplePolicy }));
  expect(plain(read(own, mapping))).toEqual(plain(mapped));
});

/** Lists that are made on demand, made. */
const plain = (ledger: ReturnType<typeof readOrders>): unknown => ({
  ...ledger,
  orderId: Array.from({ length: ledger.size }, (_, row) => ledger.orderId[row]),
});
