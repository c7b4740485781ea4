/**
 * A second reckoning of a whole policy, written apart from the engine: exact fractions, order by
 * order, nothing shared and nothing kept between windows. It knows what section by section a
 * contract says, and neither Decimal nor any file of `src/`.
 */

/** A fraction; the denominator is positive. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}
const whole = (n: number | bigint): Fraction => ({ n: BigInt(n), d: 1n });
const divisor = (a: bigint, b: bigint): bigint =>
  b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b);
const reduced = (n: bigint, d: bigint): Fraction => {
  const by = divisor(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / by, d: d / by };
};
const plus = (a: Fraction, b: Fraction): Fraction => reduced(a.n * b.d + b.n * a.d, a.d * b.d);
const times = (a: Fraction, b: Fraction): Fraction => reduced(a.n * b.n, a.d * b.d);
const less = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;
const ZERO = whole(0);
const sum = (parts: readonly Fraction[]): Fraction => parts.reduce(plus, ZERO);

/** Halves away from zero, or towards zero. */
export function rounded({ n, d }: Fraction, truncate: boolean): bigint {
  if (n < 0n) return -rounded({ n: -n, d }, truncate);
  return truncate ? n / d : (2n * n + d) / (2n * d);
}

export interface Order {
  /** Days since 2024-01-01. */
  readonly day: number;
  readonly amount: number;
  readonly customer: string;
  readonly type: '新购' | '续费';
  readonly category: '云' | '安全';
  /** Share that comes back in per cent, and after how many days; 0: none. */
  readonly back: number;
  readonly after: number;
}

export interface Tier {
  /** Fen, a count, per cent of the share, or per cent of the baseline. */
  readonly from: number;
  /** Thousandths. */
  readonly rate: number;
  readonly bonus: number;
}

export interface Rules {
  readonly name: string;
  readonly scheme: '全额' | '超额' | '滚动' | '增量' | '每满';
  readonly edge: '达到' | '超过';
  readonly window: '月' | '季' | '半年' | '年';
  readonly pay: '月' | '季';
  readonly categories: '全部' | '安全';
  readonly counts: '全部' | '安全' | '云、安全×1.5';
  readonly refund: '按退款日' | '按原单比例' | '按原期重算';
  readonly where: boolean;
  readonly countsAll: boolean;
  readonly per: boolean;
  readonly measure: '销售额' | '订单数' | '客户数' | '占比 安全' | '指标 满意度';
  readonly lag: '本期' | '上期' | '近2期';
  readonly baseline: number | '去年同期' | '上期' | null;
  /** Thresholds are shares of the baseline. */
  readonly ofBaseline: boolean;
  readonly gate: 'none' | '订单数>=2' | '占比 安全>=30%' | '续费率>=90%';
  readonly tiers: readonly Tier[];
  readonly floor: number | null;
  readonly cap: number | null;
  readonly net: boolean;
  readonly rounding: '四舍五入 汇总' | '截位 汇总';
  readonly stack: '叠加' | '取高 甲' | '补足';
  readonly groupCap: number | null;
  /** 生效: the first of a month, counted from 2024-01; null: open. */
  readonly fromMonth: number | null;
}

/** Facts of 2024Q1 … 2026Q4 by index, and for always. */
export interface Facts {
  /** 续费率 in per cent by quarter; null: not stated. */
  readonly renewal: readonly (number | null)[];
  /** 满意度 in per cent by half year. */
  readonly content: readonly (number | null)[];
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lengthOf = (month: number): number => (LENGTHS[month % 12] as number) + (month === 1 ? 1 : 0);

/** Months since 2024-01 and day of the month from 0. */
function monthOf(day: number): readonly [number, number] {
  let [month, rest] = [0, day];
  while (rest >= lengthOf(month)) {
    rest -= lengthOf(month);
    month += 1;
  }
  return [month, rest];
}
const firstDayOf = (month: number): number => {
  let day = 0;
  for (let before = 0; before < month; before += 1) day += lengthOf(before);
  return day;
};
export function dateText(day: number): string {
  const [month, rest] = monthOf(day);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${2024 + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(rest + 1)}`;
}

const MONTHS = { 月: 1, 季: 3, 半年: 6, 年: 12 } as const;
/** Windows are counted from 2024; the months of one. */
const windowAt = ({ window }: Rules, day: number): number =>
  Math.floor(monthOf(day)[0] / MONTHS[window]);

interface Move {
  readonly order: number;
  readonly day: number;
  readonly line: number;
  readonly amount: number;
}

export function movesOf(list: readonly Order[]): readonly Move[] {
  const sold = list.map(({ day, amount }, order) => ({ order, day, amount, line: order + 2 }));
  const back = list.flatMap(({ day, after, amount, back: share }, order) =>
    share === 0
      ? []
      : [{ order, day: day + after, amount: -Math.max(Math.trunc((amount * share) / 100), 1) }],
  );
  return [...sold, ...back.map((move, index) => ({ ...move, line: list.length + 2 + index }))];
}

/** A move where a component counts it. */
interface Placed extends Move {
  readonly at: number;
}

interface World {
  readonly orders: readonly Order[];
  readonly moves: readonly Move[];
  readonly facts: Facts;
  readonly asOf: number;
}

interface Member {
  readonly due: bigint;
  readonly exact: Fraction;
  /** What each sold order of the window earned per fen, before bonus, floor and cap. */
  readonly rates: ReadonlyMap<number, Fraction>;
}

interface Paid {
  readonly window: number;
  readonly due: bigint;
  readonly exact: Fraction;
  readonly gated: boolean;
  readonly back: readonly { readonly day: number; readonly amount: bigint }[];
}

const earns = (of: Rules, order: Order): boolean =>
  (of.categories === '全部' || order.category === '安全') && (!of.where || order.type === '新购');
const countsAtAll = (of: Rules, order: Order): boolean =>
  (of.counts !== '安全' || order.category === '安全') &&
  (!of.where || of.countsAll || order.type === '新购');
const weightOf = (of: Rules, order: Order): Fraction =>
  !countsAtAll(of, order)
    ? ZERO
    : of.counts === '云、安全×1.5' && order.category === '安全'
      ? { n: 3n, d: 2n }
      : whole(1);

/** Where refunds stand; those that are taken back at the original's rate stand nowhere. */
function placed(of: Rules, { orders, moves }: World): readonly Placed[] {
  return moves.flatMap((move): readonly Placed[] => {
    const sold = (orders[move.order] as Order).day;
    if (move.amount > 0 || of.refund === '按退款日') return [{ ...move, at: move.day }];
    if (of.refund === '按原期重算') return [{ ...move, at: sold }];
    // What was sold before the policy began earned nothing that could be taken back.
    const together =
      windowAt(of, sold) === windowAt(of, move.day) &&
      isInForce(of, sold) === isInForce(of, move.day);
    return together ? [{ ...move, at: move.day }] : [];
  });
}

const isInForce = (of: Rules, day: number): boolean =>
  of.fromMonth === null || day >= firstDayOf(of.fromMonth);

const reachesBack = ({ orders }: World, of: Rules, window: number): boolean =>
  Math.min(...orders.map(({ day }) => monthOf(day)[0])) <= window * MONTHS[of.window];

/** Tier sales or whatever is measured; null: 0 ÷ 0. 'unknown': the ledger cannot show it. */
type Level = Fraction | null | 'unknown';

function measured(of: Rules, world: World, own: readonly Placed[], window: number): Level {
  const back =
    of.lag === '本期' ? [window] : of.lag === '上期' ? [window - 1] : [window - 1, window];
  if (of.measure === '指标 满意度') {
    const at = of.lag === '上期' ? window - 1 : window;
    const from = at * MONTHS[of.window];
    const half = Math.floor(from / 6);
    const fits = Math.floor((from + MONTHS[of.window] - 1) / 6) === half;
    const stated = fits ? world.facts.content[half] : null;
    return stated === null || stated === undefined ? 'unknown' : { n: BigInt(stated), d: 1n };
  }
  if (of.lag !== '本期' && !reachesBack(world, of, Math.min(...back))) return 'unknown';
  // The current window begins where the policy does, earlier ones are seen whole.
  const seen = own.filter(({ at }) => {
    const there = windowAt(of, at);
    return back.includes(there) && (there !== window || isInForce(of, at));
  });
  return levelOf(of, world, seen);
}

function levelOf(of: Rules, { orders }: World, seen: readonly Placed[]): Level {
  const counted = seen.filter(({ order }) => countsAtAll(of, orders[order] as Order));
  const left = (key: (order: number) => string): number => {
    const sums = new Map<string, number>();
    for (const { order, amount } of counted)
      sums.set(key(order), (sums.get(key(order)) ?? 0) + amount);
    return [...sums.values()].filter((amount) => amount > 0).length;
  };
  switch (of.measure) {
    case '订单数':
      return whole(left(String));
    case '客户数':
      return whole(left((order) => (orders[order] as Order).customer));
    case '占比 安全': {
      const all = counted.reduce((total, { amount }) => total + amount, 0);
      const safe = counted
        .filter(({ order }) => (orders[order] as Order).category === '安全')
        .reduce((total, { amount }) => total + amount, 0);
      // What came back outweighs what was sold: there is no share of that.
      return all <= 0 ? null : { n: BigInt(safe) * 100n, d: BigInt(all) };
    }
    default:
      return unitsOf(of, orders, counted);
  }
}

const NET: Fraction = { n: 100n, d: 106n };
const base = (of: Rules): Fraction => (of.net ? NET : whole(1));

const unitsOf = (of: Rules, orders: readonly Order[], seen: readonly Placed[]): Fraction =>
  times(
    sum(
      seen.map(({ order, amount }) => times(whole(amount), weightOf(of, orders[order] as Order))),
    ),
    base(of),
  );

function baselineOf(of: Rules, world: World, own: readonly Placed[], window: number): Level {
  if (of.baseline === null) return ZERO;
  if (typeof of.baseline === 'number') return whole(of.baseline);
  const past = of.baseline === '上期' ? window - 1 : window - 12 / MONTHS[of.window];
  if (!reachesBack(world, of, past)) return 'unknown';
  return unitsOf(
    of,
    world.orders,
    own.filter(({ at }) => windowAt(of, at) === past),
  );
}

const reached = (of: Rules, bounds: readonly Fraction[], level: Fraction): number =>
  bounds.filter((bound) => (of.edge === '达到' ? !less(level, bound) : less(bound, level))).length;

const rateAt = (of: Rules, tier: number): Fraction => ({
  n: BigInt(of.tiers[tier - 1]?.rate ?? 0),
  d: 1000n,
});

/** One member's window. */
function memberOf(
  of: Rules,
  world: World,
  own: readonly Placed[],
  window: number,
): Member | 'unknown' {
  const { orders } = world;
  const level = measured(of, world, own, window);
  const baseline = baselineOf(of, world, own, window);
  if (level === 'unknown' || baseline === 'unknown' || baseline === null) return 'unknown';
  const bounds = of.tiers.map(({ from }) =>
    of.ofBaseline
      ? whole(rounded(times(baseline, { n: BigInt(from), d: 100n }), false))
      : whole(from),
  );
  const inside = own
    .filter(({ at }) => windowAt(of, at) === window && isInForce(of, at))
    .sort((a, b) => a.at - b.at || a.day - b.day || a.line - b.line);
  const earning = (move: Placed): boolean => earns(of, orders[move.order] as Order);
  const tier = level === null ? 0 : reached(of, bounds, level);
  const sales = times(
    whole(inside.filter(earning).reduce((total, { amount }) => total + amount, 0)),
    base(of),
  );
  const shares: Fraction[] = [];
  let running = ZERO;
  let salesSoFar = ZERO;
  for (const move of inside) {
    const amount = times(whole(move.amount), base(of));
    const before = running;
    running = plus(running, times(amount, weightOf(of, orders[move.order] as Order)));
    if (!earning(move)) {
      shares.push(ZERO);
      continue;
    }
    const earlier = salesSoFar;
    salesSoFar = plus(salesSoFar, amount);
    shares.push(
      shareOf(of, bounds, baseline, { move, amount, before, running, tier, earlier, salesSoFar }),
    );
  }
  const fulls =
    of.scheme !== '每满' || level === null ? 0n : fullsOf(of, bounds[0] as Fraction, level);
  const bonus =
    of.scheme === '每满'
      ? whole(fulls * BigInt((of.tiers[0] as Tier).bonus))
      : of.scheme === '超额' || of.scheme === '滚动'
        ? whole(of.tiers.slice(0, tier).reduce((total, each) => total + each.bonus, 0))
        : whole(of.tiers[tier - 1]?.bonus ?? 0);
  const earned = of.scheme === '增量' ? incrementOf(of, sales, baseline, tier) : sum(shares);
  let exact = plus(earned, bonus);
  const inTier = of.scheme === '每满' ? fulls > 0n : tier > 0;
  if (of.floor !== null && inTier && less(exact, whole(of.floor))) exact = whole(of.floor);
  if (of.cap !== null && less(whole(of.cap), exact)) exact = whole(of.cap);
  const rates = new Map<number, Fraction>();
  inside.forEach(({ order, amount }, index) => {
    if (amount <= 0 || !earns(of, orders[order] as Order)) return;
    const share = shares[index] as Fraction;
    rates.set(
      order,
      of.scheme === '增量'
        ? times(rateAt(of, tier), base(of))
        : { n: share.n, d: share.d * BigInt(amount) },
    );
  });
  return { due: rounded(exact, of.rounding.startsWith('截位')), exact, rates };
}

function incrementOf(of: Rules, sales: Fraction, baseline: Fraction, tier: number): Fraction {
  if (tier === 0) return ZERO;
  const above = plus(sales, times(baseline, whole(-1)));
  return less(above, ZERO) ? ZERO : times(above, rateAt(of, tier));
}

interface Step {
  readonly move: Placed;
  readonly amount: Fraction;
  readonly before: Fraction;
  readonly running: Fraction;
  readonly tier: number;
  readonly earlier: Fraction;
  readonly salesSoFar: Fraction;
}

/** What one order earns, before bonus. */
function shareOf(
  of: Rules,
  bounds: readonly Fraction[],
  baseline: Fraction,
  { move, amount, before, running, tier, earlier, salesSoFar }: Step,
): Fraction {
  switch (of.scheme) {
    case '全额':
      return times(amount, rateAt(of, tier));
    case '滚动':
      return times(amount, rateAt(of, reached(of, bounds, move.amount < 0 ? before : running)));
    case '超额': {
      const moved = plus(running, times(before, whole(-1)));
      if (moved.n === 0n) return times(amount, rateAt(of, reached(of, bounds, running)));
      const rise = plus(
        schedule(of, bounds, running),
        times(schedule(of, bounds, before), whole(-1)),
      );
      return times(times(amount, rise), reduced(moved.d, moved.n));
    }
    case '增量':
      return plus(
        incrementOf(of, salesSoFar, baseline, tier),
        times(incrementOf(of, earlier, baseline, tier), whole(-1)),
      );
    case '每满':
      return ZERO;
  }
}

function schedule(of: Rules, bounds: readonly Fraction[], sales: Fraction): Fraction {
  return sum(
    bounds.map((from, index) => {
      const end = bounds[index + 1];
      const top = end !== undefined && less(end, sales) ? end : sales;
      const inside = plus(top, times(from, whole(-1)));
      return less(ZERO, inside) ? times(inside, rateAt(of, index + 1)) : ZERO;
    }),
  );
}

function fullsOf(of: Rules, bound: Fraction, level: Fraction): bigint {
  if (!less(ZERO, level)) return 0n;
  const [n, d] = [level.n * bound.d, level.d * bound.n];
  const fulls = n / d;
  return of.edge === '超过' && fulls > 0n && n % d === 0n ? fulls - 1n : fulls;
}

function gateHolds(of: Rules, world: World, own: readonly Placed[], window: number): boolean {
  if (of.gate === 'none') return true;
  const from = window * MONTHS[of.window];
  if (of.gate === '续费率>=90%') {
    const quarter = Math.floor(from / 3);
    const fits = Math.floor((from + MONTHS[of.window] - 1) / 3) === quarter;
    const stated = fits ? world.facts.renewal[quarter] : null;
    return stated !== null && stated !== undefined && stated >= 90;
  }
  const inside = own.filter(({ at }) => windowAt(of, at) === window && isInForce(of, at));
  const byCount = of.gate === '订单数>=2';
  const level = levelOf({ ...of, measure: byCount ? '订单数' : '占比 安全' }, world, inside);
  return level !== null && level !== 'unknown' && !less(level, whole(byCount ? 2 : 30));
}

/** Every window of a component, before stacking. */
function windowsOf(of: Rules, world: World): readonly Paid[] {
  const { orders, asOf } = world;
  const all = placed(of, world);
  const first = Math.max(
    windowAt(of, Math.min(...orders.map(({ day }) => day))),
    of.fromMonth === null ? 0 : Math.floor(of.fromMonth / MONTHS[of.window]),
  );
  const members = of.per ? [...new Set(orders.map(({ customer }) => customer))] : [null];
  const windows: Paid[] = [];
  for (let window = first; window <= windowAt(of, asOf); window += 1) {
    const open = gateHolds(of, world, all, window);
    const found = members.flatMap((customer) => {
      const own = all.filter(
        ({ order }) => customer === null || (orders[order] as Order).customer === customer,
      );
      const there = own.some(({ at }) => windowAt(of, at) === window && isInForce(of, at));
      return customer !== null && !there
        ? []
        : [{ customer, member: memberOf(of, world, own, window) }];
    });
    if (found.some(({ member }) => member === 'unknown')) continue;
    const known = found.map(({ customer, member }) => ({ customer, member: member as Member }));
    windows.push({
      window,
      gated: !open,
      due: open ? known.reduce((total, { member }) => total + member.due, 0n) : 0n,
      exact: open ? sum(known.map(({ member }) => member.exact)) : ZERO,
      back: open
        ? takenBack(
            of,
            world,
            window,
            known.map(({ member }) => member),
          )
        : [],
    });
  }
  return windows;
}

/** Refunds of a window's orders that stand in no window. */
function takenBack(
  of: Rules,
  { orders, moves }: World,
  window: number,
  members: readonly Member[],
): Paid['back'] {
  if (of.refund !== '按原单比例') return [];
  return moves.flatMap(({ order, day, amount }) => {
    const sold = (orders[order] as Order).day;
    const outside = windowAt(of, sold) === window && windowAt(of, day) !== window;
    if (amount > 0 || !outside || !isInForce(of, sold)) return [];
    const rate = members.map(({ rates }) => rates.get(order)).find((each) => each !== undefined);
    if (rate === undefined) return [];
    const share = times(rate, whole(-amount));
    return [{ day, amount: -rounded(share, of.rounding.startsWith('截位')) }];
  });
}

const backOf = ({ back }: Paid): bigint => back.reduce((total, { amount }) => total + amount, 0n);

/** The total to date of a policy, in fen. */
export function reckoned(policy: readonly Rules[], world: World): bigint {
  const windows = policy.map((of) => ({ of, windows: windowsOf(of, world) }));
  // 取高: the largest of a window, of equals the first by name; the others pay nothing.
  const rivals = windows.filter(({ of }) => of.stack === '取高 甲');
  const loses = (of: Rules, own: Paid): boolean =>
    of.stack === '取高 甲' &&
    rivals.some(({ of: other, windows: theirs }) => {
      const same = theirs.find(({ window }) => window === own.window);
      if (other === of || same === undefined || same.gated || other.fromMonth !== of.fromMonth)
        return false;
      return less(own.exact, same.exact) || (!less(same.exact, own.exact) && other.name < of.name);
    });
  const won = windows.map(({ of, windows: own }) => ({
    of,
    windows: own.map((each) => (loses(of, each) ? { ...each, due: 0n, back: [] } : each)),
  }));
  const capped = won.filter(({ of }) => of.groupCap !== null && of.stack !== '补足');
  let total = 0n;
  for (const { of, windows: own } of won)
    if (of.stack !== '补足')
      total += own.reduce(
        (all, each) => all + backOf(each) + (of.groupCap === null ? each.due : 0n),
        0n,
      );
  const together = new Set(capped.flatMap(({ windows: own }) => own.map(({ window }) => window)));
  for (const window of together) {
    const dues = capped.reduce(
      (all, { windows: own }) => all + (own.find((each) => each.window === window)?.due ?? 0n),
      0n,
    );
    const cap = BigInt(capped[0]?.of.groupCap ?? 0);
    total += dues > cap ? cap : dues;
  }
  for (const { of, windows: own } of won)
    if (of.stack === '补足')
      total += own.reduce((all, each) => all + toppedUp(of, each, won, world), 0n);
  return total;
}

/** On its last day a top-up pays what the other component has not paid for its window. */
function toppedUp(
  of: Rules,
  own: Paid,
  won: readonly { readonly of: Rules; readonly windows: readonly Paid[] }[],
  { asOf }: World,
): bigint {
  const months = MONTHS[of.window];
  const end = firstDayOf((own.window + 1) * months) - 1;
  if (asOf < end || own.gated) return backOf(own);
  const paid = won
    .filter((other) => other.of !== of)
    .flatMap((other) =>
      other.windows
        .filter(({ window }) => {
          const from = window * MONTHS[other.of.window];
          return from >= own.window * months && from < (own.window + 1) * months;
        })
        .map(({ due, back }) =>
          back.reduce((all, { day, amount }) => (day <= end ? all + amount : all), due),
        ),
    )
    .reduce((all, amount) => all + amount, 0n);
  return (own.due > paid ? own.due - paid : 0n) + backOf(own);
}

const yuan = (amount: number): string =>
  `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

function thresholdText(of: Rules, from: number): string {
  if (of.ofBaseline || of.measure === '占比 安全' || of.measure === '指标 满意度')
    return `${from}%`;
  return of.measure === '销售额' ? yuan(from) : String(from);
}

export const POLICY_HEADER =
  '返点项|适用类别|定档口径|条件|定档条件|门槛|比例|奖励|计算方式|达线归属|' +
  '累计周期|结算周期|退款口径|累计对象|定档指标|回看|基数|' +
  '前提|保底|封顶|计佣口径|舍入|叠加|总封顶|生效';

/** The rows of a component, every cell filled. */
export function policyRows(of: Rules, others: readonly Rules[]): readonly string[] {
  const { fromMonth } = of;
  return of.tiers.map(({ from, rate, bonus }) =>
    [
      of.name,
      of.categories,
      of.counts,
      of.where ? '订单类型=新购' : '',
      of.where && of.countsAll ? '全部' : '',
      thresholdText(of, from),
      of.scheme === '每满' ? '' : `${rate / 10}%`,
      yuan(bonus),
      of.scheme,
      of.edge,
      of.window,
      of.pay,
      of.refund,
      of.per ? '客户' : '伙伴',
      of.measure,
      of.lag,
      of.baseline === null ? '' : typeof of.baseline === 'number' ? yuan(of.baseline) : of.baseline,
      of.gate === 'none' ? '' : of.gate,
      of.floor === null ? '' : yuan(of.floor),
      of.cap === null ? '' : yuan(of.cap),
      of.net ? '不含税' : '含税',
      of.rounding,
      of.stack === '补足' ? `补足 ${others.map(({ name }) => name).join('、')}` : of.stack,
      of.groupCap === null ? '' : `总组 ${yuan(of.groupCap)}`,
      fromMonth === null
        ? ''
        : `${2024 + Math.floor(fromMonth / 12)}-` +
          `${String((fromMonth % 12) + 1).padStart(2, '0')}-01`,
    ].join('|'),
  );
}

export function factsText({ renewal, content }: Facts): string {
  const quarters = renewal.flatMap((value, index) =>
    value === null ? [] : [`续费率|${2024 + Math.floor(index / 4)}Q${(index % 4) + 1}|${value}%`],
  );
  const halves = content.flatMap((value, index) =>
    value === null ? [] : [`满意度|${2024 + Math.floor(index / 2)}H${(index % 2) + 1}|${value}%`],
  );
  return ['指标|期间|值', ...quarters, ...halves].join('\n');
}

export function ledgerText(list: readonly Order[], moves: readonly Move[]): string {
  const rows = moves.map(({ order, day, amount, line }) => {
    const { customer, type, category } = list[order] as Order;
    const refund = amount < 0;
    return [
      refund ? `R${line}` : `A${order}`,
      refund ? `A${order}` : '',
      customer,
      '云产品',
      category,
      refund ? '退款' : type,
      dateText(day),
      `${refund ? '-' : ''}${yuan(Math.abs(amount))}`,
      refund ? '已退款' : '已付',
    ].join('|');
  });
  return [
    '订单号|原订单号|客户名称|产品|产品类别|订单类型|签约日期|实付金额(元)|状态',
    ...rows,
  ].join('\n');
}
