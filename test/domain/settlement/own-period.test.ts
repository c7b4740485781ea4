import { isoDate } from '#domain/calendar/local-date.ts';
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

describe('a statement without a chosen period', () => {
  const FULL = ledgerOf([
    { orderId: 'A1', day: '2025-01-05', amount: '100000.00', due: '4000.00' },
    { orderId: 'A2', day: '2025-02-05', amount: '200000.00', due: '8000.00' },
    { orderId: 'A3', day: '2025-03-05', amount: '200000.00', due: '8000.00' },
    { orderId: 'B1', day: '2025-04-05', amount: '300000.00', due: '12000.00' },
    { orderId: 'Z1', day: '2025-10-05', amount: '300000.00', due: '12000.00' },
  ]);
  const settle = (rows: Cell[][]) =>
    reconcileStatement({ ledger: FULL, statementSheets: [sheetOf(rows)], policy: examplePolicy });
  const ofFirst = (id: string, paid = 4000): Cell[] => [id, '甲', 'ECS', paid];
  const daysOf = (rows: Cell[][]) => {
    const result = settle(rows);
    if (result.ok) {
      const { from, to } = result.value.reconciliation.period;
      return `${isoDate(from)} ${isoDate(to)}`;
    }
    const { error } = result;
    if (error.code !== 'settlement.period-which') return error.code;
    const choices = error.choices.map(({ from, to }) => `${isoDate(from)} ${isoDate(to)}`);
    return `? ${choices.join(', ')}`;
  };
  const FIRST = '2025-01-01 2025-03-31';

  it.each([
    ['结算周期：2025-01-01 至 2025-03-31', FIRST],
    ['2025年1月至3月佣金明细', FIRST],
    ['2025年1-3月 返点结算单', FIRST],
    ['Rebate statement 2025-01 to 2025-03', FIRST],
    ['2025年1月 渠道返佣结算单', '2025-01-01 2025-01-31'],
    ['账期：202501', '2025-01-01 2025-01-31'],
    ['2025年第一季度返点结算单', FIRST],
    ['Q1 2025 rebate statement', FIRST],
    ['2025年上半年返佣', '2025-01-01 2025-06-30'],
    ['Jan 1 – Mar 31, 2025', FIRST],
    ['Period: 01/01/2025 to 31/03/2025', FIRST],
    ['Period: 01/01/2025 to 03/31/2025', FIRST],
    ['01.01.2025 - 31.03.2025', FIRST],
    ['1 January 2025 through 31 March 2025', FIRST],
    ['between January 1st and March 31st, 2025', FIRST],
    ['结算期间 2025年1月1日至3月31日', FIRST],
    ['2025.01.01-03.31 佣金', FIRST],
    ['20250101-20250331', FIRST],
    ['Incentives Jan-Mar 2025', FIRST],
    ['November 2024 to January 2025', '2024-11-01 2025-01-31'],
    ['Commission statement January 2025', '2025-01-01 2025-01-31'],
    ["Q1 '25 payout", FIRST],
    ['1Q25', FIRST],
    ['First quarter of 2025', FIRST],
    ['Q1 FY25 earnings', FIRST],
    ['FY2024-25 Q4', FIRST],
    ['FY25 Q3', FIRST],
    ['FY25 Q2', FIRST],
    ['For the quarter ended March 31, 2025', FIRST],
    ['Month ending 31/01/2025', '2025-01-01 2025-01-31'],
  ])('takes it from the title %s', (title, expected) =>
    expect(daysOf([[title, '', '', ''], HEAD, ofFirst('A1')])).toBe(expected),
  );
  it.each([
    '制表日期：2025-01',
    '政策有效期：2025-01-01 至 2025-12-31',
    '打印时间 2025年6月',
    '发放月份：2025年6月',
    'Paid in June 2025',
    'Statement date: June 2025',
  ])('does not take %s for it', (title) =>
    expect(daysOf([[title, '', '', ''], HEAD, ofFirst('A1')])).toBe(
      `? 2025-01-01 2025-01-31, ${FIRST}`,
    ),
  );
  it.each([
    [[['Period', '2025-01-01', '2025-03-31']]],
    [[['结算期间', 45658, 45747]]],
    [
      [
        ['Period start', '1 Jan 2025'],
        ['Period end', '31 Mar 2025'],
      ],
    ],
    [[['开始日期：2025-01-01'], ['结束日期：2025-03-31']]],
    [[['From:', 45658, 'To:', 45747]]],
  ])('takes it from days in cells of their own: %j', (titles) =>
    expect(daysOf([...titles, HEAD, ofFirst('A1')])).toBe(FIRST),
  );
  it('asks which days are meant where both orders make a period', () =>
    expect(daysOf([['Period: 01/02/2025 - 03/04/2025'], HEAD, ofFirst('X1')])).toBe(
      '? 2025-01-02 2025-03-04, 2025-02-01 2025-04-03',
    ));
  it('takes it from the days of its lines and of the orders it names', () => {
    const rows = [HEAD, ofFirst('A1'), ofFirst('A2', 8000), ofFirst('A3', 8000)];
    expect(daysOf(rows)).toBe(FIRST);
    const months = [
      [...HEAD, '核算月份'],
      [...ofFirst('A1'), '202501'],
      [...ofFirst('A3', 8000), '202503'],
    ];
    expect(daysOf(months)).toBe(FIRST);
  });
  it('a claw-back of an older order does not widen it', () =>
    expect(daysOf([HEAD, ofFirst('B1', 12000), ofFirst('A1', -4000)])).toBe(
      '2025-04-01 2025-04-30',
    ));
  it('takes the months where no order of the ledger hangs on it', () =>
    expect(daysOf([HEAD, ofFirst('Z1', 12000)])).toBe('2025-10-01 2025-10-31'));
  it('asks where the ledger has orders beyond the months, and names both', () =>
    expect(daysOf([HEAD, ofFirst('A1')])).toBe(`? 2025-01-01 2025-01-31, ${FIRST}`));
  it('a quarter of two years is settled by its orders, else asked', () => {
    const title: Cell[] = ['2025Q4 返佣结算单', '', '', ''];
    expect(daysOf([title, HEAD, ofFirst('Z1', 12000)])).toBe('2025-10-01 2025-12-31');
    expect(daysOf([title, HEAD, ofFirst('A1')])).toBe(FIRST);
    expect(daysOf([title, HEAD, ofFirst('X1')])).toBe(`? 2025-10-01 2025-12-31, ${FIRST}`);
  });
  it('nothing known of it names the quarters of the ledger', () =>
    expect(daysOf([HEAD, ['X1', '', 'WAF', 71]])).toBe(
      `? ${FIRST}, 2025-04-01 2025-06-30, 2025-10-01 2025-12-31`,
    ));
  it('says which it took', () => {
    const result = settle([HEAD, ofFirst('Z1', 12000)]);
    expect(result).toMatchObject({
      value: {
        reconciliation: { statement: { facts: [{ code: 'settlement.period-by-itself' }] } },
      },
    });
  });
});
