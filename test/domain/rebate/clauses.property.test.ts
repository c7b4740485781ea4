import * as fc from 'fast-check';
import { paid } from '../../examples/programme.ts';
import { runs } from '../../runs.ts';

/**
 * The clauses against a second reckoning, written apart: whole-number fractions, order by order, no
 * windows shared, no running state kept. Every combination of scheme, edge, condition, member,
 * refund, bonus, floor and cap, refunds included.
 */

interface Order {
  readonly day: number;
  readonly amount: number;
  readonly customer: string;
  readonly type: string;
  /** Share of the order that comes back, in per cent, and after how many days; 0: none. */
  readonly back: number;
  readonly after: number;
}

interface Rules {
  readonly scheme: '全额' | '超额' | '滚动' | '增量' | '每满';
  readonly edge: '达到' | '超过';
  readonly window: '月' | '季' | '年';
  readonly pay: '月' | '季';
  readonly refund: '按退款日' | '按原单比例' | '按原期重算';
  readonly where: boolean;
  readonly per: boolean;
  readonly tiers: readonly {
    readonly from: number;
    readonly rate: number;
    readonly bonus: number;
  }[];
  readonly baseline: number;
  readonly floor: number | null;
  readonly cap: number | null;
}

const orders: fc.Arbitrary<readonly Order[]> = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 330 }),
    amount: fc.integer({ min: 1, max: 5_000_00 }),
    customer: fc.constantFrom('甲', '乙', '丙'),
    type: fc.constantFrom('新购', '续费'),
    back: fc.constantFrom(0, 0, 30, 100),
    after: fc.integer({ min: 1, max: 200 }),
  }),
  { minLength: 1, maxLength: 9 },
);

const rules: fc.Arbitrary<Rules> = fc
  .record({
    scheme: fc.constantFrom<Rules['scheme']>('全额', '超额', '滚动', '增量', '每满'),
    edge: fc.constantFrom<Rules['edge']>('达到', '超过'),
    window: fc.constantFrom<Rules['window']>('月', '季', '年'),
    pay: fc.constantFrom<Rules['pay']>('月', '季'),
    refund: fc.constantFrom<Rules['refund']>('按退款日', '按原单比例', '按原期重算'),
    where: fc.boolean(),
    per: fc.boolean(),
    // From 0 a bonus and a floor are paid for windows without orders too: not reckoned here.
    from: fc.uniqueArray(fc.integer({ min: 1, max: 9_000_00 }), { minLength: 1, maxLength: 3 }),
    rates: fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300)),
    bonuses: fc.tuple(fc.nat(50_00), fc.nat(50_00), fc.nat(50_00)),
    baseline: fc.integer({ min: 0, max: 3_000_00 }),
    floor: fc.option(fc.nat(20_00)),
    cap: fc.option(fc.integer({ min: 30_00, max: 200_00 })),
  })
  .map(({ from, rates, bonuses, ...rest }) => {
    const sorted = [...from].sort((a, b) => a - b);
    const rising = [...rates].sort((a, b) => a - b);
    const tiers = sorted.map((threshold, tier) => ({
      from: threshold,
      rate: rising[tier] as number,
      bonus: bonuses[tier] as number,
    }));
    return {
      ...rest,
      tiers:
        rest.scheme === '每满'
          ? [{ from: (sorted[0] as number) + 100_00, rate: 0, bonus: (bonuses[0] as number) + 1 }]
          : tiers,
    };
  });

/** Day 0 is 2025-01-01; a year of 365 days, and the days after it. */
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function dateText(day: number): string {
  let [year, month, rest] = [2025, 0, day];
  while (rest >= (MONTHS[month] as number)) {
    rest -= MONTHS[month] as number;
    month += 1;
    if (month === 12) [year, month] = [year + 1, 0];
  }
  return `${year}-${String(month + 1).padStart(2, '0')}-${String(rest + 1).padStart(2, '0')}`;
}
function windowOf(day: number, length: Rules['window']): string {
  const [year = '', month = ''] = dateText(day).split('-');
  if (length === '年') return year;
  return length === '月' ? `${year}-${month}` : `${year}Q${Math.ceil(Number(month) / 3)}`;
}

const yuan = (amount: number): string =>
  `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

function policyText(of: Rules): string {
  const head =
    '返点项|条件|门槛|比例|奖励|计算方式|达线归属|累计周期|结算周期|退款口径|累计对象|' +
    '基数|保底|封顶';
  const rows = of.tiers.map(({ from, rate, bonus }, index) =>
    [
      '项',
      index === 0 && of.where ? '订单类型=新购' : '',
      yuan(from),
      of.scheme === '每满' ? '' : `${rate / 10}%`,
      yuan(bonus),
      of.scheme,
      of.edge,
      of.window,
      of.pay,
      of.refund,
      of.per ? '客户' : '伙伴',
      of.scheme === '增量' ? yuan(of.baseline) : '',
      of.floor === null ? '' : yuan(of.floor),
      of.cap === null ? '' : yuan(of.cap),
    ].join('|'),
  );
  return [head, ...rows].join('\n');
}

interface Move {
  /** Of the order it belongs to. */
  readonly order: number;
  readonly day: number;
  readonly line: number;
  readonly amount: number;
}

function movesOf(list: readonly Order[]): readonly Move[] {
  const sold = list.map(({ day, amount }, order) => ({ order, day, line: order + 2, amount }));
  const back = list.flatMap(({ day, after, amount, back: share }, order) =>
    share === 0
      ? []
      : [{ order, day: day + after, amount: -Math.max(Math.trunc((amount * share) / 100), 1) }],
  );
  return [...sold, ...back.map((move, index) => ({ ...move, line: list.length + 2 + index }))];
}

function ledgerText(list: readonly Order[], moves: readonly Move[]): string {
  const rows = moves.map(({ order, day, amount, line }) => {
    const { customer, type } = list[order] as Order;
    const refund = amount < 0;
    const money = `${refund ? '-' : ''}${yuan(Math.abs(amount))}`;
    return [
      refund ? `R${line}` : `A${order}`,
      refund ? `A${order}` : '',
      customer,
      '云产品',
      '云',
      refund ? '退款' : type,
      dateText(day),
      money,
      refund ? '已退款' : '已付',
    ].join('|');
  });
  return [
    '订单号|原订单号|客户名称|产品|产品类别|订单类型|签约日期|实付金额(元)|状态',
    ...rows,
  ].join('\n');
}

const tierAt = (of: Rules, sales: number): number =>
  of.tiers.filter(({ from }) => (of.edge === '达到' ? sales >= from : sales > from)).length;
const rateAt = (of: Rules, tier: number): bigint => BigInt(of.tiers[tier - 1]?.rate ?? 0);

/** Thousandths of a fen. */
function schedule(of: Rules, sales: number): bigint {
  return of.tiers.reduce((sum, { from, rate }, index) => {
    const end = of.tiers[index + 1]?.from ?? Infinity;
    const inside = Math.min(sales, end) - from;
    return inside > 0 ? sum + BigInt(inside) * BigInt(rate) : sum;
  }, 0n);
}

/** What each move of one member's window earns, in thousandths of a fen, before bonus. */
function earnings(of: Rules, moves: readonly Move[]): readonly bigint[] {
  const total = moves.reduce((sum, { amount }) => sum + amount, 0);
  const final = rateAt(of, tierAt(of, total));
  let running = 0;
  return moves.map(({ amount }) => {
    const before = running;
    running += amount;
    switch (of.scheme) {
      case '全额':
        return BigInt(amount) * final;
      case '超额':
        return schedule(of, running) - schedule(of, before);
      case '滚动':
        return BigInt(amount) * rateAt(of, tierAt(of, amount < 0 ? before : running));
      case '增量': {
        const above = (sales: number): bigint => BigInt(Math.max(sales - of.baseline, 0));
        return tierAt(of, total) === 0 ? 0n : (above(running) - above(before)) * final;
      }
      case '每满':
        return 0n;
    }
  });
}

function bonusOf(of: Rules, total: number): bigint {
  const tier = tierAt(of, total);
  const first = of.tiers[0] as Rules['tiers'][number];
  if (of.scheme === '每满') {
    let fulls = 0;
    while (
      of.edge === '达到' ? (fulls + 1) * first.from <= total : (fulls + 1) * first.from < total
    )
      fulls += 1;
    return BigInt(fulls * first.bonus) * 1000n;
  }
  const reached =
    of.scheme === '超额' || of.scheme === '滚动'
      ? of.tiers.slice(0, tier).reduce((sum, { bonus }) => sum + bonus, 0)
      : (of.tiers[tier - 1]?.bonus ?? 0);
  return BigInt(reached) * 1000n;
}

const half = (thousandths: bigint, by = 1000n): bigint =>
  thousandths < 0n ? -half(-thousandths, by) : (2n * thousandths + by) / (2n * by);

/** The rebate of a year and whatever comes after it, in fen. */
function reckoned(of: Rules, list: readonly Order[], moves: readonly Move[]): bigint {
  const eligible = moves.filter(({ order }) => !of.where || list[order]?.type === '新购');
  const place = (move: Move): string | null => {
    const sold = (list[move.order] as Order).day;
    if (move.amount > 0 || of.refund === '按退款日') return windowOf(move.day, of.window);
    if (of.refund === '按原期重算') return windowOf(sold, of.window);
    return windowOf(sold, of.window) === windowOf(move.day, of.window)
      ? windowOf(sold, of.window)
      : null;
  };
  const dayIn = (move: Move): number =>
    of.refund === '按原期重算' ? (list[move.order] as Order).day : move.day;
  const groups = new Map<string, Move[]>();
  const back: Move[] = [];
  for (const move of eligible) {
    const window = place(move);
    const member = of.per ? (list[move.order] as Order).customer : '';
    if (window === null) back.push(move);
    else groups.set(`${member} ${window}`, [...(groups.get(`${member} ${window}`) ?? []), move]);
  }
  let total = 0n;
  const rates = new Map<number, readonly [bigint, bigint]>();
  for (const unsorted of groups.values()) {
    const own = unsorted.sort((a, b) => dayIn(a) - dayIn(b) || a.day - b.day || a.line - b.line);
    const sales = own.reduce((sum, { amount }) => sum + amount, 0);
    const shares = earnings(of, own);
    let sum = shares.reduce((all, share) => all + share, 0n) + bonusOf(of, sales);
    const tier = of.scheme === '每满' ? (bonusOf(of, sales) > 0n ? 1 : 0) : tierAt(of, sales);
    const guaranteed = tier > 0 || of.tiers[0]?.from === 0;
    if (of.floor !== null && guaranteed && sum < BigInt(of.floor) * 1000n)
      sum = BigInt(of.floor) * 1000n;
    if (of.cap !== null && sum > BigInt(of.cap) * 1000n) sum = BigInt(of.cap) * 1000n;
    total += half(sum);
    own.forEach(({ order, amount }, index) => {
      if (amount > 0)
        rates.set(
          order,
          of.scheme === '增量'
            ? [rateAt(of, tierAt(of, sales)), 1n]
            : [shares[index] as bigint, BigInt(amount)],
        );
    });
  }
  for (const { order, amount } of back) {
    const [share, sold] = rates.get(order) as readonly [bigint, bigint];
    total -= half(share * BigInt(-amount), sold * 1000n);
  }
  return total;
}

const cents = (text: string): bigint => BigInt(text.replace('.', ''));

it('agrees with a second reckoning for every combination of clauses', () => {
  fc.assert(
    fc.property(rules, orders, (of, list) => {
      fc.pre(of.cap === null || of.floor === null || of.cap >= of.floor);
      const moves = movesOf(list);
      const outcome = paid({
        policy: policyText(of),
        ledger: ledgerText(list, moves),
        asOf: '2026-12-31',
      });
      expect(cents(outcome.total)).toBe(reckoned(of, list, moves));
    }),
    { numRuns: runs(400) },
  );
});

it('shares, payouts and working lines add up to the total', () => {
  fc.assert(
    fc.property(rules, orders, fc.integer({ min: 0, max: 500 }), (of, list, asOf) => {
      fc.pre(of.cap === null || of.floor === null || of.cap >= of.floor);
      const { total, shares, payouts, rebate } = paid({
        policy: policyText(of),
        ledger: ledgerText(list, movesOf(list)),
        asOf: dateText(asOf),
      });
      const sum = (texts: readonly string[]): bigint =>
        texts.reduce((all, text) => all + cents(text), 0n);
      // Without an order there is nobody to share among: a floor alone is nobody's.
      const shared = Object.values(shares).some((share) => share !== '0.00');
      expect(sum(Object.values(shares))).toBe(shared ? cents(total) : 0n);
      expect(sum(Object.values(payouts))).toBe(cents(total));
      for (const { lines, rebate: own } of rebate.windows)
        expect(lines.reduce((all, line) => all + line.rebate, 0)).toBe(own);
    }),
    { numRuns: runs(400) },
  );
});
