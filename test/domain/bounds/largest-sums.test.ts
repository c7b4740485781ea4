import { analyze } from '#application/analyze/analyze.ts';
import { readLedger } from '#domain/ledger/read-ledger.ts';
import type { Ledger } from '#domain/ledger/ledger.ts';
import { cellAddress } from '#domain/sheet.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { beyondExact } from '#domain/policy-check/beyond-exact.ts';
import { component, rate, tier, wan } from '../../examples/components.ts';
import { sheetOf } from '../ledger/sheet-of.ts';

const policyOf = (weight = '1', far = wan(50_000)): Policy => ({
  name: '',
  example: false,
  facts: new Map(),
  components: [
    component({
      counts: { weights: {}, others: rate(weight) },
      tiers: [tier(wan(50), '0.04'), tier(far, '0.08')],
    }),
  ],
});

const ledgerOf = (amounts: readonly (number | string)[]): Ledger =>
  readLedger([
    sheetOf([
      ['订单号', '签约日期', '产品类别', '实付金额(元)'],
      ...amounts.map((amount, at) => [`A${at}`, '2025-01-08', '基础', amount]),
    ]),
  ]);

const run = (ledger: Ledger, policy = policyOf()): ReturnType<typeof analyze> =>
  analyze({
    ledger,
    policy: { policy, findings: [] },
    asOf: null,
    yearStart: null,
    nearShare: 0.1,
  });

const times = (count: number, amount: number): number[] => Array<number>(count).fill(amount);

/** Ten 亿: the largest that is believed. */
const TEN = 1_000_000_000;

describe('LARGEST_ARGUMENT holds for all amounts of a ledger together', () => {
  it('at it figures are given, beyond it one sentence', () => {
    expect(beyondExact(ledgerOf(times(1000, TEN)), policyOf())).toBe(null);
    expect(beyondExact(ledgerOf([...times(1000, TEN), 0.01]), policyOf())).toBe(1e14);
    expect(beyondExact(ledgerOf([...times(1000, TEN), -0.01]), policyOf())).toBe(1e14);
  });

  it('weights that need smaller units leave room for less', () => {
    expect(beyondExact(ledgerOf(times(40, TEN)), policyOf('1.125'))).toBe(null);
    expect(beyondExact(ledgerOf(times(41, TEN)), policyOf('1.125'))).not.toBe(null);
    expect(beyondExact(ledgerOf(times(41, TEN)), policyOf('1.5'))).toBe(null);
  });

  it('telephone numbers in the column are asked about one by one, thousands are refused', () => {
    const phones = (count: number): Ledger =>
      ledgerOf([1000, ...times(count, 13_800_138_000).map((phone, at) => phone + at)]);
    expect(run(phones(3)).ok).toBe(true);
    const refused = run(phones(80));
    expect(refused).toEqual({ ok: false, error: { code: 'run.beyond-exact', most: 1e14 } });
  });

  it('the most that it lets through is computed, advice included', () => {
    expect(run(ledgerOf(times(40, TEN)), policyOf('1.125', wan(4_000_000))).ok).toBe(true);
    expect(run(ledgerOf(times(1000, TEN)), policyOf('1', wan(99_000_000))).ok).toBe(true);
    expect(run(ledgerOf(times(999, -TEN)), policyOf()).ok).toBe(true);
  });
});

it('an amount that no sum could hold is no answer to its question', () => {
  const ledger = ledgerOf([500_000, '9007199254万', 9e12, 5e11]);
  const offered = ledger.questions.map(
    ({ choices }) => choices.filter(({ kind }) => kind === 'amount').length,
  );
  expect(offered).toEqual([0, 0, 1]);
  expect(run(ledger, policyOf('1', wan(100_000_000))).ok).toBe(true);
});

describe('a policy that no figure could be exact under is an error at its cell', () => {
  const read = (...rows: readonly (readonly (string | number)[])[]): readonly string[] =>
    readPolicy([['门槛', '比例', '奖金', '定档类别'], ...rows], { cellName: cellAddress })
      .findings.filter(({ level }) => level === 'error')
      .map(({ cell, fact }) => `${cell} ${fact.code}`);

  it('10¹² yuan and no more', () => {
    expect(read(['100000000万', '4%', '100000000万', ''])).toEqual([]);
    expect(read(['100000001万', '4%', '', ''])).toEqual(['A2 policy.threshold-unreadable']);
    expect(read(['50万', '4%', '100000001万', ''])).toEqual(['C2 policy.amount-unreadable']);
  });

  it('less beside weights of more digits', () => {
    expect(read(['4000000万', '4%', '', '基础*1.125'])).toEqual([]);
    expect(read(['4100000万', '4%', '', '基础*1.125'])).toEqual(['A2 policy.threshold-too-far']);
  });
});
