import { readStatement } from '#domain/settlement/read-statement.ts';
import { actionOf } from '#domain/settlement/reconciliation.ts';
import type { Cell } from '#domain/sheet.ts';
import { ledgerOf, settlementOf, sheetOf } from './fixture.ts';

const read = (...rows: Cell[][]) => readStatement([sheetOf(rows)]);
const paid = (...rows: Cell[][]): number[] => read(...rows).lines.map(({ amount }) => amount);
const WHO = ['订单号', '客户', '产品'];
const A = (...cells: Cell[]): Cell[] => ['A1', '甲', 'ECS', ...cells];
const B = (...cells: Cell[]): Cell[] => ['B1', '乙', 'WAF', ...cells];

describe('columns of commission', () => {
  it('two of them, beside an order amount or not, are asked about by their names', () => {
    for (const before of [[], ['实付金额']]) {
      const statement = read(
        [...WHO, ...before, '基础佣金', '激励佣金'],
        A(...before.map(() => 9000), 80, 5),
      );
      expect(statement.lines).toEqual([]);
      expect(statement.facts).toMatchObject([
        { code: 'settlement.several-amounts', headers: ['基础佣金', '激励佣金'] },
      ]);
    }
  });
  it('one that is named in its own way pays', () =>
    expect(paid([...WHO, '实付金额', '基础佣金'], A(9000, 80))).toEqual([8000]));
  it.each([
    ['税前佣金', '税后佣金'],
    ['已结佣金', '未结佣金'],
    ['Rebate before tax', 'Rebate after tax'],
  ])('%s and %s do not say which is paid: both are named', (one, other) =>
    expect(read([...WHO, '佣金比例', one, other], A('4%', 80, 75)).facts).toMatchObject([
      { code: 'settlement.no-amount-column', headers: [one, other] },
    ]),
  );
  it('figures under a header nobody knows are named, noughts and rates are not', () => {
    const head = [...WHO, '佣金金额', 'Adjustment', '折扣率', '其他'];
    expect(read(head, A(80, -5, 0.9, 0), B(70, null, 0.8, 0)).facts).toEqual([
      { code: 'settlement.columns-unused', sheet: 'statement', headers: ['Adjustment'] },
    ]);
  });
  it('a line that repeats another cell by cell is named and counted', () => {
    const statement = read([...WHO, '佣金金额'], A(80), B(70), A(80));
    expect(statement.total).toBe(23000);
    expect(statement.facts).toMatchObject([{ code: 'settlement.lines-repeated', rows: [4] }]);
  });
});

describe('what is taken back without a minus', () => {
  it.each(['退订扣回', '扣款', '佣金扣减', '支出', '追回', 'Deduction', 'Clawback', 'Debit'])(
    '%s in a column that nobody knows',
    (word) =>
      expect(paid([...WHO, '结算动作', '佣金金额'], A('正常', 80), B(word, 70))).toEqual([
        8000, -7000,
      ]),
  );
  it.each(['正常扣费订单', '抵扣', '收入', 'Credit memo pending review'])('%s pays', (word) =>
    expect(paid([...WHO, '结算动作', '佣金金额'], A(word, 80))).toEqual([8000]),
  );
  it.each(['扣款明细', '佣金追回', '扣减项', '退款明细'])('below the heading %s', (heading) =>
    expect(paid([...WHO, '佣金金额'], A(80), [heading], [...WHO, '扣款金额'], B(70))).toEqual([
      8000, -7000,
    ]),
  );
  it('of an order that is not paid is asked about, not claimed', () => {
    const ledger = ledgerOf([
      { orderId: 'A1', day: '2025-01-05', amount: '2000.00', due: '80.00' },
      { orderId: 'B1', day: '2025-02-05', amount: '1000.00', due: '70.00' },
    ]);
    const settled = settlementOf(ledger, [[[...WHO, '佣金金额'], A(80), B(-70)]]);
    expect(settled.reconciliation.rows.map((row) => actionOf(row))).toEqual(['none', 'ask']);
  });
});
