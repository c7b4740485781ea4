import { reconcileStatement } from '#application/reconcile/reconcile.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import type { Cell } from '#domain/sheet.ts';
import { day, ledgerOf, sheetOf } from './fixture.ts';

const LEDGER = ledgerOf([
  { orderId: 'A1', day: '2025-01-05', amount: '100000.00', due: '4000.00' },
  { orderId: 'A2', day: '2025-02-05', amount: '200000.00', due: '8000.00' },
  { orderId: 'B1', day: '2025-04-05', amount: '300000.00', due: '12000.00' },
  { orderId: 'C1', day: '2025-08-05', amount: '300000.00', due: '12000.00' },
]);
const HEAD = ['订单号', '客户', '产品', '佣金金额'];
const code = (rows: Cell[][], from: string, to: string): string => {
  const result = reconcileStatement({
    ledger: LEDGER,
    statementSheets: [sheetOf(rows)],
    policy: examplePolicy,
    from: day(from),
    to: day(to),
  });
  return result.ok ? 'settled' : result.error.code;
};
const FIRST_QUARTER = [HEAD, ['A1', '甲', 'ECS', 4000], ['A2', '甲', 'ECS', 8000]];

describe('the period of a statement', () => {
  it('agrees with its orders', () => {
    expect(code(FIRST_QUARTER, '2025-01-01', '2025-03-31')).toBe('settled');
    expect(code([HEAD, ['A1', '甲', 'ECS', 4000]], '2025-01-01', '2025-03-31')).toBe('settled');
  });
  it('is another than the one chosen: nothing is claimed', () =>
    expect(code(FIRST_QUARTER, '2025-04-01', '2025-06-30')).toBe('settlement.period-differs'));
  it('ends long before the chosen one, by the days in its own lines', () => {
    const dated = [
      [...HEAD, '付款日期'],
      ['A1', '甲', 'ECS', 4000, '2025-01-05'],
      ['A2', '甲', 'ECS', 8000, '2025-02-05'],
    ];
    expect(code(dated, '2025-01-01', '2025-12-31')).toBe('settlement.period-differs');
    expect(code(dated, '2025-01-01', '2025-03-31')).toBe('settled');
  });
  it('is not known where neither a day nor an order of the ledger says it', () => {
    const strange = [HEAD, ['Z1', '乙公司', 'WAF', 71], ['Z2', '丙公司', 'WAF', 93]];
    expect(code(strange, '2025-01-01', '2025-03-31')).toBe('settlement.period-unknown');
    const dated = strange.map((row, index) => [...row, index === 0 ? '付款日期' : '2025-02-03']);
    expect(code(dated, '2025-01-01', '2025-03-31')).toBe('settled');
  });
  it('names the days to choose', () => {
    const result = reconcileStatement({
      ledger: LEDGER,
      statementSheets: [sheetOf(FIRST_QUARTER)],
      policy: examplePolicy,
      from: day('2025-04-01'),
      to: day('2025-06-30'),
    });
    expect(result).toMatchObject({ error: { from: day('2025-01-01'), to: day('2025-02-28') } });
  });
});

describe('another unit than the ledger’s', () => {
  it.each([
    ['fen', 400000, 800000],
    ['万元', 0.4, 0.8],
  ])('%s without a word of it', (_, first, second) =>
    expect(
      code(
        [HEAD, ['A1', '甲', 'ECS', first], ['A2', '甲', 'ECS', second]],
        '2025-01-01',
        '2025-03-31',
      ),
    ).toBe('settlement.other-unit'),
  );
  it('said in the header is read', () =>
    expect(
      code(
        [
          ['订单号', '客户', '产品', '佣金金额(分)'],
          ['A1', '甲', 'ECS', 400000],
        ],
        '2025-01-01',
        '2025-03-31',
      ),
    ).toBe('settled'));
  it('one order alike and one not is a difference', () =>
    expect(
      code(
        [HEAD, ['A1', '甲', 'ECS', 400000], ['A2', '甲', 'ECS', 8000]],
        '2025-01-01',
        '2025-03-31',
      ),
    ).toBe('settled'));
});
