import { type LocalDate, parseIsoDate } from '#domain/calendar/local-date.ts';
import { readLedger } from '#domain/ledger/read-ledger.ts';
import { fen, yuanText } from '#domain/money/fen.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import type { WindowClause } from '#domain/rebate/clause.ts';
import { WINDOW_CLAUSES } from '#domain/rebate/component-windows.ts';
import type { JointClause } from '#domain/rebate/joint-clause.ts';
import { orderBook } from '#domain/rebate/order-book.ts';
import { isWindow, totalOf } from '#domain/rebate/window-parts.ts';
import { JOINT_CLAUSES, runPolicy } from '#domain/rebate/policy-run.ts';
import { type Cell, type Sheet, cellAddress } from '#domain/sheet.ts';

/**
 * A clause is added by a file of its own and its name in a list: here each is a constant of the
 * test, and nothing of the engine knows it.
 */
const POLICY = [
  ['返点项', '门槛', '比例', '计算方式', '达线归属', '累计周期', '结算周期', '基数', '依据'],
  ['基础', '0', '2%', '全额', '达到', '季', '季', '', ''],
  ['增长', '100%', '5%', '增量', '超过', '季', '季', '上期', '翻倍'],
];
const LEDGER = [
  ['订单号', '签约日期', '实付金额(元)'],
  ['A1', '2025-01-10', '100000'],
  ['A2', '2025-04-10', '150000'],
];

const sheet: Sheet = {
  name: '台账',
  rowCount: LEDGER.length,
  columns: [0, 1, 2].map((column) => LEDGER.map((row): Cell => row[column] ?? null)),
};

function total(windows: readonly WindowClause[], joint: readonly JointClause[]): string {
  const { policy } = readPolicy(POLICY, { cellName: cellAddress });
  if (policy === null) throw new Error('a policy with errors');
  const asOf = parseIsoDate('2025-06-30') as LocalDate;
  const book = orderBook(readLedger([sheet], { categoriesMatter: false }));
  return yuanText(totalOf(runPolicy(policy, book, asOf, { windows, joint })));
}

/** A component whose source says 翻倍 pays twice its rate. */
const doubled: WindowClause = {
  isIn: ({ source }) => source === '翻倍',
  terms: ({ component }) => ({
    ...component,
    tiers: component.tiers.map((tier) => ({ ...tier, rate: tier.rate.times(2) })),
  }),
};

/** No tier is ever reached. */
const unreachable: WindowClause = {
  isIn: () => true,
  tiers: () => ({ tier: () => 0, fulls: () => 0 }),
};

/** Every window gives a hundred yuan up. */
const fee: JointClause = (_policy, parts) =>
  parts.map((own) =>
    own.map((part) =>
      isWindow(part) && part.window.blocked === null
        ? {
            ...part,
            payouts: part.payouts.map((payout) => ({
              ...payout,
              rebate: fen(payout.rebate - 10_000),
            })),
          }
        : part,
    ),
  );

describe('a clause that the engine does not know', () => {
  it('has nothing to say where it is not named', () => {
    // 250,000 × 2 % = 5,000; (150,000 − 100,000) × 5 % = 2,500; the first quarter has none before.
    expect(total(WINDOW_CLAUSES, JOINT_CLAUSES)).toBe('7500.00');
  });

  it('changes the terms of a window, after the clauses named before it', () => {
    expect(total([...WINDOW_CLAUSES, doubled], JOINT_CLAUSES)).toBe('10000.00');
  });

  it('sets the tier, also of a component that has no clause otherwise', () => {
    expect(total([...WINDOW_CLAUSES, unreachable], JOINT_CLAUSES)).toBe('0.00');
  });

  it('comes after the tiers, over all windows: two of the base, one of the growth', () => {
    expect(total(WINDOW_CLAUSES, [...JOINT_CLAUSES, fee])).toBe('7200.00');
  });
});
