import { Decimal } from '#domain/money/decimal.ts';
import { fen, yuanText } from '#domain/money/fen.ts';
import { largestRemainder } from '#domain/money/largest-remainder.ts';
import { paid } from '../../examples/programme.ts';

const PAIRS = Array.from(
  { length: 60 },
  (_, at) => [1 + 7 * at, 14 + 11 * ((at * 5) % 17)] as const,
);

/**
 * Two orders and a refund that net to nothing; without tax, what they earn is nothing but for the
 * 58th decimal of sums of 1/1.06.
 */
it.each(['奖励', '保底'])(
  'a sum (%s) paid where orders net to nothing goes to the orders',
  (sum) => {
    for (const [a, b] of PAIRS) {
      const { shares, total } = paid({
        policy: `返点项|适用类别|门槛|比例|计算方式|达线归属|累计周期|结算周期|计佣口径|税率|${sum}
季度|基础|0|3%|全额|达到|季|季|不含税|6%|20`,
        ledger: `订单号|类别|日期|金额|状态
A|基础|2025-01-05|${a}|已签
B|基础|2025-01-06|${b}|已签
C|基础|2025-01-07|${-a - b}|已签`,
        asOf: '2025-03-31',
      });
      expect(total).toBe('20.00');
      const own = [a, b, -a - b].map((amount, at) =>
        new Decimal(amount)
          .div('1.06')
          .times('0.03')
          .plus(at < 2 ? 10 : 0),
      );
      expect(Object.values(shares)).toEqual(
        largestRemainder(
          own.map((yuan) => yuan.times(100)),
          fen(2000),
        ).map(yuanText),
      );
    }
  },
);

it('parts that do not come to their total are refused, not counted up to it', () => {
  expect(() => largestRemainder([new Decimal(1), new Decimal(2)], fen(9_000_000))).toThrow(
    'add up',
  );
});
