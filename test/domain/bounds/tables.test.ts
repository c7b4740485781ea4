import { readOrders } from '#application/read/read-orders.ts';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import { LONGEST_LIST, LONGEST_ANSWER } from '#domain/bounds.ts';
import { typedAnswer } from '#domain/ledger/typed-answer.ts';
import { withoutExamples } from '#domain/policy/product-examples.ts';
import { readGate } from '#domain/policy/read-conditions.ts';
import { readLedger } from '#domain/ledger/read-ledger.ts';
import { readLag } from '#domain/policy/read-clauses.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import { rangeHalves } from '#domain/reading/period-text.ts';
import { headerMeaning } from '#domain/reading/headers.ts';
import { priceSilence } from '#domain/policy-check/unstated-clauses.ts';
import { orderBook } from '#domain/rebate/order-book.ts';
import { type Cell, cellAddress } from '#domain/sheet.ts';
import { lowered } from './lowered.ts';
import { sheetOf } from '../ledger/sheet-of.ts';

jest.mock('#domain/bounds.ts', () => ({
  __esModule: true,
  ...jest.requireActual<object>('#domain/bounds.ts'),
}));

const HEADS = [
  ['订单号', '签约日期', '产品类别', '实付金额'],
  ['签约日期', '订单号', '产品类别', '实付金额'],
];

const line = (at: number): readonly Cell[] => {
  const cells = [`A${at}`, '2025-01-08', '基础', 1000];
  return at % 2 === 0 ? cells : [cells[1]!, cells[0]!, cells[2]!, cells[3]!];
};

/** Tables one below the other, each with its columns elsewhere than the one before. */
const tables = (count: number): Cell[][] =>
  Array.from({ length: count }, (_, at) => [[...(HEADS[at % 2] ?? [])], [...line(at)]]).flat();

const tier = (at: number): Cell[] => [at * 100_000, at / 1000];

const policy = (rows: number): Cell[][] => [
  ['门槛', '比例'],
  ...Array.from({ length: rows }, (_, at) => tier(at + 1)),
];

const read = (table: Cell[][]) =>
  readPolicy(table, { cellName: cellAddress }).findings.map(({ fact }) => fact);

it('MOST_SECTIONS: every table counts; of too many the rest is named by its row', () => {
  const sheet = sheetOf(tables(4));
  const all = lowered({ MOST_SECTIONS: 4 }, () => readLedger([sheet]));
  expect([all.amount.filter((fen) => fen === 1000_00).length, codes(all)]).toEqual([4, []]);
  const some = lowered({ MOST_SECTIONS: 3 }, () => readLedger([sheet]));
  expect(codes(some)).toEqual([{ code: 'ledger.tables-beyond', sheet: '订单', row: 7, most: 3 }]);
});

const codes = ({ report }: ReturnType<typeof readLedger>): readonly unknown[] =>
  report.filter(({ code }) => code === 'ledger.tables-beyond');

it('MOST_POLICY_ROWS: a longer policy is refused, never cut', () => {
  const fact = { code: 'policy.too-long', rows: 4, most: 3 };
  expect(lowered({ MOST_POLICY_ROWS: 4 }, () => read(policy(4)))).toEqual([]);
  expect(lowered({ MOST_POLICY_ROWS: 3 }, () => read(policy(4)))).toEqual([fact]);
  const trailing = [...policy(3), ...Array.from({ length: 9 }, (): Cell[] => [null, ''])];
  expect(lowered({ MOST_POLICY_ROWS: 3 }, () => read(trailing))).toEqual([]);
});

it('a catalog and a list of facts of any length are read whole', () => {
  const products = Array.from({ length: 6000 }, (_, at): Cell[] => [`产品甲${at}`, '安全']);
  const sheets = [
    { ...sheetOf([['产品', '类别'], ...products]), name: '产品目录' },
    sheetOf([
      ['订单号', '签约日期', '产品', '实付金额'],
      ['A1', '2025-01-08', '产品甲5999', 1000],
    ]),
  ];
  expect(readOrders(sheets, { policy: examplePolicy }).questions).toEqual([]);
});

it('MOST_LAG_WINDOWS', () => {
  expect(readLag('近36期')).toEqual({ ok: true, value: { kind: 'last', windows: 36 } });
  expect(readLag('近37期')).toMatchObject({ ok: false, error: { code: 'policy.word-unknown' } });
});

it('LONGEST_DAYS: a longer text is a remark, not two days', () => {
  const halves = (length: number): number =>
    [...rangeHalves(`${'2025-01-01'.padEnd(length - 11, '0')}~2025-02-01`)].length;
  expect(halves(120)).toBeGreaterThan(0);
  expect(halves(121)).toBe(0);
});

it('MOST_HEADERS_KEPT: beyond it headers are looked up anew, to the same meaning', () => {
  const meanings = (): unknown[] =>
    ['甲', '乙', '实付金额', '订单号', '实付金额'].map((text) => headerMeaning(text)?.role);
  const before = meanings();
  expect(before[2]).toBeDefined();
  expect(lowered({ MOST_HEADERS_KEPT: 1 }, meanings)).toEqual(before);
  const cleared = jest.spyOn(Map.prototype, 'clear');
  const fresh = (): unknown[] => ['丙甲', '丙乙', '丙丙'].map((text) => headerMeaning(text));
  // Those of before go at the first, the first two at the third.
  lowered({ MOST_HEADERS_KEPT: 2 }, fresh);
  expect(cleared).toHaveBeenCalledTimes(2);
  cleared.mockRestore();
});

it('LONGEST_LIST: examples are told apart in a list of its length, a longer one is a text', () => {
  const list = (length: number): string => `安全(例如${'甲'.repeat(length - 6)})`;
  expect(withoutExamples(list(LONGEST_LIST))).toBe('安全');
  expect(withoutExamples(list(LONGEST_LIST + 1))).toBe(list(LONGEST_LIST + 1));
  const gate = (length: number): boolean => readGate(`${'续'.repeat(length - 5)}90%以上`).ok;
  expect([gate(LONGEST_LIST), gate(LONGEST_LIST + 1)]).toEqual([true, false]);
});

it('LONGEST_ANSWER: what is typed as an answer', () => {
  const typed = (length: number): unknown => typedAnswer('category', '安'.repeat(length));
  expect([typed(LONGEST_ANSWER), typed(LONGEST_ANSWER + 1)]).toEqual([
    expect.any(String),
    undefined,
  ]);
});

it('LARGEST_ORDER: ten 亿 is an order, a fen more is asked about', () => {
  const questions = (yuan: string): number =>
    readLedger([
      sheetOf([
        ['订单号', '签约日期', '产品类别', '实付金额(元)'],
        ['A1', '2025-01-08', '基础', yuan],
      ]),
    ]).questions.length;
  expect([questions('1000000000.00'), questions('1000000000.01')]).toEqual([0, 1]);
});

it('MOST_SUSPECTS: more rows leave the difference unexplained, and say so', () => {
  const rows: Cell[][] = Array.from({ length: 3 }, (_, at) => [
    `A${at}`,
    '2025-01-08',
    '基础',
    100,
    '作废',
  ]);
  const sheet = sheetOf([
    ['订单号', '签约日期', '产品类别', '实付金额', '状态'],
    ['A9', '2025-01-08', '基础', 50, '已签'],
    ...rows,
    ['合计', null, null, 350, null],
  ]);
  const unexplained = (): unknown[] =>
    readLedger([sheet]).report.flatMap((fact) =>
      fact.code === 'ledger.own-total' ? [fact.unexplained] : [],
    );
  expect(lowered({ MOST_SUSPECTS: 3 }, unexplained)).toEqual([0]);
  expect(lowered({ MOST_SUSPECTS: 2 }, unexplained)).toEqual([100_00]);
});

it('MOST_PRICED_ORDERS: beyond it scheme and edge alone are priced, the others named', () => {
  const { policy: silent } = readPolicy(
    [
      ['门槛', '比例'],
      [1000, 0.04],
      [2000, 0.06],
    ],
    { cellName: cellAddress },
  );
  const book = orderBook(
    readLedger([
      sheetOf([
        ['订单号', '签约日期', '产品类别', '实付金额'],
        ['A1', '2025-01-08', '基础', 1500],
        ['A2', '2025-02-08', '基础', 1500],
        ['A3', '2025-05-08', '基础', -700],
      ]),
    ]),
  );
  const priced = (): readonly string[] =>
    priceSilence(silent!, book, 20_300 as LocalDate).map(({ fact }) => fact.code);
  const all = lowered({ MOST_PRICED_ORDERS: book.size }, priced);
  const few = lowered({ MOST_PRICED_ORDERS: book.size - 1 }, priced);
  const cheap = ['policy.scheme-unstated', 'policy.edge-unstated'];
  expect(all).toEqual([...cheap, 'policy.accumulate-unstated']);
  expect(few).toEqual([...cheap, 'policy.silence-unpriced']);
});
