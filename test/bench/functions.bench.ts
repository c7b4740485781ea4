import { Decimal } from 'decimal.js';
import type { Arguments, Caller, FunctionSpec } from '#functions/spec.ts';
import { rebateTier, rebateAmount, rebateGap } from '#functions/figures-of-sales.ts';

const SIZES = [1, 10_000, 1_048_576] as const;

const THRESHOLDS = [500_000, 2_000_000, 5_000_000];

const RATES = [0.04, 0.06, 0.08];

const caller: Caller = { workbookPolicy: undefined, date1904: false, say: ({ code }) => code };

type Column = readonly (readonly [number])[];

interface Subject {
  readonly name: string;
  readonly spec: FunctionSpec;
  readonly scheme: '全额' | '超额';
  readonly doubles: (sales: number) => number;
  readonly decimal: (sales: number) => number;
}

const decimalThresholds = THRESHOLDS.map((threshold) => new Decimal(threshold));

const decimalRates = [new Decimal(0), ...RATES.map((rate) => new Decimal(rate))];

/** Straight: what one writes without this product, a cell at a time. */
const SUBJECTS: readonly Subject[] = [
  {
    name: 'REBATE_AMOUNT whole',
    spec: rebateAmount,
    scheme: '全额',
    doubles: (sales) => Math.round(sales * (RATES[doubleTier(sales) - 1] ?? 0) * 100) / 100,
    decimal: (sales) => {
      const exact = new Decimal(sales);
      return exact
        .times(decimalRates[decimalTier(exact)] as Decimal)
        .toDecimalPlaces(2)
        .toNumber();
    },
  },
  {
    name: 'REBATE_AMOUNT marginal',
    spec: rebateAmount,
    scheme: '超额',
    doubles: (sales) =>
      Math.round(
        THRESHOLDS.reduce(
          (sum, from, tier) =>
            sum + Math.max(0, sales - from) * ((RATES[tier] as number) - (RATES[tier - 1] ?? 0)),
          0,
        ) * 100,
      ) / 100,
    decimal: (sales) => {
      const exact = new Decimal(sales);
      let sum = new Decimal(0);
      decimalThresholds.forEach((from, tier) => {
        if (exact.gt(from))
          sum = sum.plus(
            exact
              .minus(from)
              .times((decimalRates[tier + 1] as Decimal).minus(decimalRates[tier] as Decimal)),
          );
      });
      return sum.toDecimalPlaces(2).toNumber();
    },
  },
  {
    name: 'REBATE_TIER',
    spec: rebateTier,
    scheme: '全额',
    doubles: doubleTier,
    decimal: (sales) => decimalTier(new Decimal(sales)),
  },
  {
    name: 'REBATE_GAP',
    spec: rebateGap,
    scheme: '全额',
    doubles: (sales) => Math.round(((THRESHOLDS[doubleTier(sales)] ?? sales) - sales) * 100) / 100,
    decimal: (sales) => {
      const exact = new Decimal(sales);
      const next = decimalThresholds[decimalTier(exact)];
      return next === undefined ? 0 : next.minus(exact).toNumber();
    },
  },
];

function doubleTier(sales: number): number {
  let tier = 0;
  while (tier < THRESHOLDS.length && sales >= (THRESHOLDS[tier] as number)) tier += 1;
  return tier;
}

function decimalTier(sales: Decimal): number {
  let tier = 0;
  while (tier < decimalThresholds.length && sales.gte(decimalThresholds[tier] as Decimal))
    tier += 1;
  return tier;
}

/**
 * Each function in one call over a column, beside a plain loop in doubles and decimal.js straight
 * per cell; the three take turns, and every answer of the function must equal decimal.js.
 */
export function functionsBench(): void {
  for (const subject of SUBJECTS) {
    for (const size of SIZES) {
      const row = compare(subject, column(size));
      console.log(
        `${subject.name.padEnd(22)} ${String(size).padStart(9)} cells: ` +
          `${row.own.toFixed(3)} ms · ${(row.own / row.doubles).toFixed(1)} × the plain ` +
          `loop (${row.doubles.toFixed(3)} ms) · decimal.js takes ` +
          `${(row.decimal / row.own).toFixed(1)} × as long (${row.decimal.toFixed(3)} ms) · ` +
          `${row.differences} cells differ from decimal.js`,
      );
      if (row.differences > 0) process.exitCode = 1;
    }
  }
}

function compare(
  { spec, scheme, doubles, decimal }: Subject,
  sales: Column,
): {
  readonly own: number;
  readonly doubles: number;
  readonly decimal: number;
  readonly differences: number;
} {
  const args: Arguments = [
    sales,
    null,
    [
      ['门槛', '比例', '计算方式'],
      ...THRESHOLDS.map((threshold, tier) => [threshold, RATES[tier], scheme]),
    ],
  ];
  const own = (): Column => spec.run(args, caller) as unknown as Column;
  const times = { own: [] as number[], doubles: [] as number[], decimal: [] as number[] };
  let differences = 0;
  for (let turn = 0; turn < turnsOf(sales.length); turn += 1) {
    const answers = timed(times.own, own);
    timed(times.doubles, () => sales.map(([amount]) => [doubles(amount)]));
    const exact = timed(times.decimal, () => sales.map(([amount]) => [decimal(amount)]));
    differences = exact.filter(([amount], row) => amount !== answers[row]?.[0]).length;
  }
  return {
    own: median(times.own),
    doubles: median(times.doubles),
    decimal: median(times.decimal),
    differences,
  };
}

const turnsOf = (size: number): number => (size === 1 ? 2001 : size < 100_000 ? 41 : 5);

function timed<T>(times: number[], work: () => T): T {
  const start = performance.now();
  const made = work();
  times.push(performance.now() - start);
  return made;
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;

/** Amounts in whole fen from -10万 to 700万, and every threshold with its neighbours. */
function column(size: number): Column {
  const near = THRESHOLDS.flatMap((threshold) => [threshold - 0.01, threshold, threshold + 0.01]);
  let state = 20250331;
  return Array.from({ length: size }, (_, row) => {
    state = (state * 48271) % 2147483647;
    return [
      near[row % 1000] ?? (Math.floor((state / 2147483647) * 710_000_000) - 10_000_000) / 100,
    ] as const;
  });
}
