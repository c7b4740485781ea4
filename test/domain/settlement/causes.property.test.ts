import fc from 'fast-check';
import { fen } from '#domain/money/fen.ts';
import { readStatement } from '#domain/settlement/read-statement.ts';
import { reconcile } from '#domain/settlement/reconcile.ts';
import { productComparison } from '#domain/settlement/same-product.ts';
import { type LedgerEntry, day, ledgerOf, sheetOf } from './fixture.ts';
import { runs } from '../../runs.ts';

/**
 * A vendor made of whole numbers: it pays a ledger in a way whose cause is known, and says so
 * beside every order.
 */
const RATES = [4, 6, 7, 8, 10, 12] as const;
const TAXES = [1, 3, 6, 9, 13] as const;
const KINDS = [
  'plain',
  'split',
  'refund',
  'missing',
  'tax',
  'excluded',
  'rate',
  'late',
  'unknown',
] as const;

const halfUp = (numerator: bigint, denominator: bigint): bigint =>
  (2n * numerator + denominator) / (2n * denominator);
const share = (amount: number, percent: number, cutOff: boolean): number =>
  Number(
    cutOff
      ? (BigInt(amount) * BigInt(percent)) / 100n
      : halfUp(BigInt(amount) * BigInt(percent), 100n),
  );
const withoutTax = (amount: number, percent: number): number =>
  Number(halfUp(BigInt(amount) * 100n, BigInt(100 + percent)));
const yuan = (amount: number): string =>
  `${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.` +
  `${String(Math.abs(amount) % 100).padStart(2, '0')}`;

interface Deal {
  readonly kind: (typeof KINDS)[number];
  readonly amount: number;
  readonly rate: number;
  readonly otherRate: number;
  readonly tax: number;
  readonly part: number;
}

const deals = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      amount: fc.integer({ min: 100_000, max: 50_000_000 }),
      rate: fc.constantFrom(...RATES),
      otherRate: fc.constantFrom(...RATES),
      tax: fc.constantFrom(...TAXES),
      part: fc.integer({ min: 10, max: 90 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((all) => all.filter((deal) => deal.kind !== 'rate' || deal.rate !== deal.otherRate));

interface Style {
  readonly cutOff: boolean;
  readonly showsBase: boolean;
  readonly showsRate: boolean;
  readonly pad: string;
}
const styles = fc.record({
  cutOff: fc.boolean(),
  showsBase: fc.boolean(),
  showsRate: fc.boolean(),
  pad: fc.constantFrom('', '\t', ' '),
});

interface Line {
  readonly cash: number;
  readonly base: number;
  readonly rate: number;
  readonly paid: number;
}

function linesOf(deal: Deal, { cutOff }: Style): readonly Line[] {
  const line = (cash: number, base = cash, rate = deal.rate): Line => ({
    cash,
    base,
    rate,
    paid: base < 0 ? -share(-base, rate, cutOff) : share(base, rate, cutOff),
  });
  const part = Math.floor((deal.amount * deal.part) / 100);
  switch (deal.kind) {
    case 'split':
      return [line(part), line(deal.amount - part)];
    case 'refund':
      return [line(deal.amount), line(-part)];
    case 'missing':
    case 'late':
      return [];
    case 'tax':
      return [line(deal.amount, withoutTax(deal.amount, deal.tax))];
    case 'excluded':
      return [line(deal.amount, deal.amount, 0)];
    case 'rate':
      return [line(deal.amount, deal.amount, deal.otherRate)];
    default:
      return [line(deal.amount)];
  }
}

function expectedCause(deal: Deal, paid: number, due: number): string {
  switch (deal.kind) {
    case 'plain':
    case 'split':
      return paid === due ? 'agrees' : 'rounding';
    case 'unknown':
      return 'missing-in-ledger';
    case 'missing':
      return 'missing-in-statement';
    case 'late':
      return 'other-period';
    case 'tax':
      return 'tax-basis';
    case 'excluded':
      return 'not-eligible';
    case 'rate':
      return 'rate-differs';
    case 'refund':
      return 'refund';
  }
}

test('every order gets the cause that its payment was made with', () => {
  fc.assert(
    fc.property(deals, styles, fc.integer({ min: 0, max: 24 }), (all, style, turn) => {
      const id = (index: number): string => `92503${String(index).padStart(10, '0')}`;
      const ledger = all.flatMap((deal, index): LedgerEntry[] =>
        deal.kind === 'unknown'
          ? []
          : [
              {
                orderId: id(index),
                customer: `客户${index}`,
                product: `产品${index}`,
                day: deal.kind === 'late' ? '2025-03-30' : '2025-02-14',
                amount: yuan(deal.amount),
                due: yuan(share(deal.amount, deal.rate, false)),
              },
            ],
      );
      const paid = all.map((deal) => linesOf(deal, style));
      const rows = all.flatMap((deal, index) =>
        (paid[index] ?? []).map((line) => [
          `${id(index)}${style.pad}`,
          `客户${index}`,
          `产品${index}`,
          yuan(line.cash),
          ...(style.showsBase ? [yuan(line.base)] : []),
          ...(style.showsRate ? [`${line.rate}%`] : []),
          yuan(line.paid),
          deal.kind === 'excluded' ? '不参与返点' : '',
        ]),
      );
      const head = [
        '订单号',
        '客户',
        '产品',
        '现金支付',
        ...(style.showsBase ? ['计佣金额'] : []),
        ...(style.showsRate ? ['佣金比例'] : []),
        '佣金金额',
        '备注',
      ];
      const turned = [
        ...rows.slice(turn % (rows.length || 1)),
        ...rows.slice(0, turn % (rows.length || 1)),
      ];
      const result = reconcile(
        ledgerOf(ledger),
        readStatement([sheetOf([['结算单'], head, ...turned])]),
        {
          from: day('2025-01-01'),
          to: day('2025-03-31'),
          expectedRebate: () => fen(0),
          sameProduct: productComparison(() => undefined),
        },
      );
      const causes = new Map(result.rows.map((row) => [row.orderId, row.cause]));
      all.forEach((deal, index) => {
        const sum = (paid[index] ?? []).reduce((total, line) => total + line.paid, 0);
        expect([deal, style, causes.get(id(index))]).toEqual([
          deal,
          style,
          expectedCause(deal, sum, share(deal.amount, deal.rate, false)),
        ]);
      });
      expect(result.rows).toHaveLength(all.length);
    }),
    { numRuns: runs(300) },
  );
});
