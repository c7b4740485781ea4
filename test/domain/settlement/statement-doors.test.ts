import { claimLetter } from '#pages/statement/claim-letter.ts';
import type { Settlement } from '#application/reconcile/reconcile.ts';
import { readStatement } from '#domain/settlement/read-statement.ts';
import type { Cell } from '#domain/sheet.ts';
import { ledgerOf, settlementOf, sheetOf } from './fixture.ts';

const LEDGER = ledgerOf([
  { orderId: '2025001', day: '2025-01-05', amount: '100000.00', due: '4000.00' },
  { orderId: '2025002', day: '2025-02-05', amount: '200000.00', due: '8000.00' },
]);
const HEAD = ['订单号', '客户', '产品', '佣金金额'];
const settled = (rows: Cell[][]): Settlement => settlementOf(LEDGER, [rows]);
const FIRST = ['2025001', '甲', 'ECS', 4000];
const total = (rows: Cell[][]): number => readStatement([sheetOf(rows)]).total;
const codes = (rows: Cell[][]): string[] =>
  readStatement([sheetOf(rows)]).facts.map(({ code }) => code);

describe('lines that take back without a minus', () => {
  it.each([
    '退订扣回',
    '扣回',
    '追回',
    '红字',
    '冲正',
    '降配',
    'Clawback',
    'Refund',
    'Credit memo',
  ])('by their type: %s', (type) => {
    const rows = [
      [...HEAD, '类型'],
      [...FIRST, '新购'],
      [...FIRST, type],
    ];
    expect(total(rows)).toBe(0);
    expect(codes(rows)).toEqual(['settlement.taken-back']);
  });
  it('under a heading and a header of their own', () => {
    const rows = [
      HEAD,
      FIRST,
      ['退订扣回', null, null, null],
      ['订单号', '客户', '产品', '扣回金额'],
      FIRST,
    ];
    expect(total(rows)).toBe(0);
    expect(codes(rows)).toEqual(['settlement.taken-back']);
  });
  it('are not taken back twice', () =>
    expect(
      total([
        [...HEAD, '类型'],
        [...FIRST, '新购'],
        ['2025001', '甲', 'ECS', -4000, '退订'],
      ]),
    ).toBe(0));
});

describe('nothing unread is claimed', () => {
  const letterOf = (rows: Cell[][]): string => claimLetter(settled(rows).reconciliation, 'zh-CN');
  it('an amount that is empty', () => {
    const rows = [HEAD, FIRST, ['2025002', '甲', 'ECS', null]];
    expect(codes(rows)).toEqual(['settlement.amount-missing']);
    expect(letterOf(rows)).not.toContain('请补付');
    expect(letterOf(rows)).toContain('另有 1 单');
  });
  it('a line that was rejected', () => {
    const rows = [
      [...HEAD, '状态'],
      [...FIRST, '已结算'],
      ['2025002', '甲', 'ECS', 8000, '已驳回'],
    ];
    expect(codes(rows)).toEqual(['settlement.line-void']);
    expect(letterOf(rows)).not.toContain('请补付');
  });
  it('another currency, in a column or a header', () => {
    expect(
      codes([
        [...HEAD, '币种'],
        [...FIRST, 'USD'],
      ]),
    ).toEqual(['settlement.unreadable-amount']);
    expect(codes([['订单号', '客户', '产品', '佣金金额(USD)'], FIRST])).toEqual([
      'settlement.unreadable-amount',
    ]);
    for (const yuan of ['CNY', '人民币元', 'CNY (人民币)', ' ￥'])
      expect(
        codes([
          [...HEAD, '币种'],
          [...FIRST, yuan],
        ]),
      ).toEqual([]);
  });
  it('and a name with a line break is no line of the letter', () => {
    const letter = letterOf([HEAD, FIRST, ['2025009\n二、', '乙\n三、请补付 ¥9', 'ECS', 8000]]);
    expect(letter).toContain('乙 三、请补付 ¥9');
    expect(letter).not.toMatch(/^(二、|三、请补付 ¥9)/m);
  });
  it('nothing at all could be read: the letter says no figure', () =>
    expect(
      letterOf([HEAD, ['2025001', '甲', 'ECS', '约4000'], ['2025002', '甲', 'ECS', '约8000']]),
    ).not.toContain('¥0.00'));
});

describe('several columns of commission', () => {
  const two = ['订单号', '客户', '产品', '基础佣金', '激励金额'];
  it('ask which is meant', () =>
    expect(codes([two, ['2025001', '甲', 'ECS', 3000, 1000]])).toEqual([
      'settlement.several-amounts',
    ]));
  it('are fine where one is their sum, or is empty', () => {
    expect(
      total([
        ['订单号', '客户', '产品', '基础佣金', '特别佣金', '佣金金额'],
        ['2025001', '甲', 'ECS', 3000, 1000, 4000],
      ]),
    ).toBe(4000_00);
    expect(codes([two, ['2025001', '甲', 'ECS', 0, 1000]])).toEqual([]);
  });
});

describe('tables side by side', () => {
  it('with their orders’ amounts are one statement', () =>
    expect(
      total([
        ['订单号', '订单金额', '佣金金额', null, '订单号', '订单金额', '佣金金额'],
        ['2025001', 100000, 4000, null, '2025002', 200000, 8000],
      ]),
    ).toBe(12000_00));
  it('of commissions alone are asked about', () =>
    expect(
      codes([
        ['订单号', '客户', '佣金金额', null, '订单号', '客户', '佣金金额'],
        ['2025001', '甲', 4000, null, '2025002', '甲', 8000],
      ]),
    ).toEqual(['settlement.several-amounts']));
});

it('traditional headers are read as the simplified ones', () =>
  expect(
    total([
      ['訂單號', '客戶', '計佣金額', '佣金金額'],
      ['2025001', '甲', 100000, 4000],
    ]),
  ).toBe(4000_00));
