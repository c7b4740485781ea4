import { readFileSync } from 'node:fs';
import { ReadingMemory } from '#domain/ledger/reading-memory.ts';
import type { LedgerQuestionFact } from '#domain/ledger/ledger.facts.ts';
import type { Answers, Ledger } from '#domain/ledger/ledger.ts';
import { MONEY_REASONS } from '#domain/ledger/row-question.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { readOrders } from '#application/read/read-orders.ts';
import { type TypedKind, typedAnswer, typedKind } from '#domain/ledger/typed-answer.ts';
import { type Cell, type Sheet, cellAddress } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';

const HEAD: Cell[] = ['订单号', '客户', '类别', '付款日期', '实付金额', '状态', '备注'];
const order = (month: number): Cell[] => [
  `S20250${month}001`,
  '甲',
  '基础',
  `2025-0${month}-05`,
  120_000 + month,
  '已付款',
  '',
];
/** Clean orders and one in which a cell is open. */
const orders = (open: { readonly [column: number]: Cell }): Cell[][] => {
  const row: Cell[] = ['S9', '乙', '基础', '2025-03-01', 5000, '已付款', ''];
  return [HEAD, ...[1, 2, 3, 4].map(order), row.map((cell, at) => (at in open ? open[at]! : cell))];
};
const few = (head: Cell[], ...rows: Cell[][]): Cell[][] => [head, ...rows];

type Asked = readonly Cell[][] | { readonly sheet: Sheet; readonly policy?: string };

/** A ledger for each question that there is, and what makes it open. */
const ASKED: Readonly<Record<LedgerQuestionFact['code'], Asked>> = {
  'ledger.date-unreadable': orders({ 3: '下周' }),
  'ledger.date-impossible': orders({ 3: '2025-06-31' }),
  'ledger.date-ambiguous': [HEAD, ['S9', '乙', '基础', '03/04/2025', 5000, '已付款', '']],
  'ledger.date-no-year': [HEAD, ['S9', '乙', '基础', '3-14', 5000, '已付款', '']],
  'ledger.date-far': orders({ 3: '2125-06-30' }),
  'ledger.date-apart': orders({ 3: '2015-06-30' }),
  'ledger.date-month': orders({ 3: '2025年3月' }),
  'ledger.date-part': orders({ 3: '2025Q4' }),
  'ledger.date-part-of-month': orders({ 3: '2025年3月上旬' }),
  'ledger.date-day-or-year': orders({ 3: 'Jan-25' }),
  'ledger.date-midnight': orders({ 3: '2025-03-01 00:00 - 2025-03-31 00:00' }),
  'ledger.status-unknown': orders({ 5: '蓝色' }),
  'ledger.refund-partial': orders({ 5: '部分退款' }),
  'ledger.row-doubted': orders({ 6: '算4月业绩' }),
  'ledger.currency-foreign': orders({ 4: '$3,200' }),
  'ledger.amount-missing': orders({ 4: null }),
  'ledger.amount-unreadable': orders({ 4: '面议' }),
  'ledger.amount-loose': orders({ 4: '约3200' }),
  'ledger.amount-mark': [HEAD, ['S1', '甲', '基础', '2025-01-05', '17.500', '已付款', '']],
  'ledger.category-missing': orders({ 2: null }),
  'ledger.category-several': orders({ 2: '基础、安全' }),
  'ledger.id-damaged': orders({ 0: '2.50105E+17' }),
  'ledger.id-other-amount': orders({ 0: 'S202501001', 1: '甲', 3: '2025-01-05' }),
  'ledger.id-other-customer': orders({ 0: 'S202501001', 3: '2025-01-05', 4: 120_001 }),
  'ledger.id-other-day': orders({ 0: 'S202501001', 1: '甲', 3: '2025-02-08', 4: 120_001 }),
  'ledger.unit-open': few(
    ['订单号', '类别', '付款日期', '实付金额'],
    ['A1', '基础', '2025-01-05', '12.5万'],
    ['A2', '基础', '2025-01-06', '30万'],
    ['A3', '基础', '2025-01-07', 9.8],
  ),
  'ledger.whole-of-parts': few(
    ['订单号', '类别', '付款日期', '实付金额'],
    ['A1', '基础', '2025-01-05', 1000],
    ['A1-1', '基础', '2025-01-05', 400],
    ['A1-2', '基础', '2025-01-05', 600],
  ),
  'ledger.refund-sign': few(
    ['订单号', '类型', '类别', '付款日期', '实付金额'],
    ['A1', '新购', '基础', '2025-01-05', 500],
    ['A2', '降配', '基础', '2025-01-06', 200],
  ),
  'ledger.refund-beside': few(
    ['订单号', '类别', '付款日期', '实付金额', '退款金额'],
    ['A1', '基础', '2025-01-05', 500, 0],
    ['A2', '基础', '2025-01-06', 200, 50],
  ),
  'ledger.amount-list-only': few(
    ['订单号', '类别', '付款日期', '目录价'],
    ['A1', '基础', '2025-01-05', 500],
  ),
  'ledger.amount-voucher': few(
    ['订单号', '类别', '付款日期', '订单金额', '代金券'],
    ['A1', '基础', '2025-01-05', 500, 100],
  ),
  'ledger.money-out': few(
    ['日期', '订单号', '类别', '收入', '支出'],
    ['2025-01-05', 'A1', '基础', 500, null],
    ['2025-01-06', 'A2', '基础', null, 80],
  ),
  'ledger.date-missing': few(['订单号', '类别', '付款日期', '实付金额'], ['A1', '基础', null, 500]),
  'ledger.paid-date-missing': few(
    ['订单号', '类别', '签约日期', '付款日期', '实付金额'],
    ['A1', '基础', '2025-01-05', '2025-01-06', 500],
    ['A2', '基础', '2025-01-07', null, 500],
  ),
  'ledger.date-beside': few(
    ['订单号', '类别', '开始日期', '结束日期', '实付金额'],
    ['A1', '基础', '2025-01-05', '2026-01-04', 500],
  ),
  'ledger.unit-beside': few(
    ['订单号', '类别', '付款日期', '实付金额', '单位'],
    ['A1', '基础', '2025-01-05', 12.5, '万元'],
    ['A2', '基础', '2025-01-06', 2000, '元'],
  ),
  'ledger.refund-number': few(
    ['订单号', '类别', '付款日期', '实付金额'],
    ['A1001', '基础', '2025-01-05', 1000],
    ['A1001-T', '基础', '2025-01-06', 300],
  ),
  'ledger.refund-beginning': few(
    ['订单号', '类别', '付款日期', '实付金额'],
    ['A1', '基础', '2025-01-05', 1000],
    ['RMA-A1', '基础', '2025-01-06', 300],
  ),
  'ledger.row-spilled': {
    sheet: {
      ...sheetOf([
        ['订单号', '类别', '付款日期', '实付金额'],
        ['A1', '基础', '2025-01-05', '900.00'],
        ['A2', '基础', '2025-01-06', '58', '000.00'],
      ]),
      delimited: true,
    },
  },
  'ledger.receivable-only': few(
    ['单据编号', '类别', '日期', '应收金额', '实收金额'],
    ['XS1', '基础', '2025-01-06', 1000, null],
    ['SK1', '基础', '2025-01-16', null, 1000],
  ),
  'ledger.amount-uncalculated': orders({ 4: { fault: '#CALC!' } }),
  'ledger.amount-rival': few(
    ['订单号', '类别', '付款日期', '金额', '金额'],
    ['A1', '基础', '2025-01-05', 500, 700],
  ),
  'ledger.amount-per-piece': few(
    ['订单号', '类别', '付款日期', '折后价', '数量'],
    ['A1', '基础', '2025-01-05', 500, 3],
  ),
  'ledger.quantity-unclear': few(
    ['订单号', '类别', '付款日期', '折后价', '数量'],
    ['A1', '基础', '2025-01-05', 500, '约10台'],
  ),
  'ledger.amount-prepaid-card': few(
    ['订单号', '类别', '付款日期', '现金支付', '储值卡抵扣'],
    ['A1', '基础', '2025-01-05', 500, 0],
    ['A2', '基础', '2025-01-06', 600, 50],
  ),
  'ledger.amount-net': few(
    ['订单号', '类别', '付款日期', '实付金额', '是否含税'],
    ['A1', '基础', '2025-01-05', 500, '是'],
    ['A2', '基础', '2025-01-06', 600, '否'],
  ),
  'ledger.amount-eligible': few(
    ['订单号', '类别', '付款日期', '实付金额', '返点基数'],
    ['A1', '基础', '2025-01-05', 500, 400],
  ),
  'ledger.amount-unlabelled': [...orders({}), [null, null, null, null, 777, null, null]],
  'ledger.refund-unreadable': few(
    ['订单号', '类别', '付款日期', '实付金额', '退款金额'],
    ['A1', '基础', '2025-01-05', 500, 0],
    ['A2', '基础', '2025-01-06', 600, '1,5万'],
  ),
  'ledger.original-missing': {
    sheet: sheetOf([
      ['订单号', '类别', '付款日期', '实付金额'],
      ['A1', '基础', '2025-01-05', 500],
      ['R2', '基础', '2025-01-06', -100],
    ]),
    policy: `
      返点项|门槛|比例|退款口径
      返点|100|3%|按原单比例
    `,
  },
  'ledger.member-blank': {
    sheet: sheetOf([
      ['订单号', '类别', '付款日期', '实付金额', '客户'],
      ['A1', '基础', '2025-01-05', 500, null],
      ['A2', '基础', '2025-01-06', 100, '甲'],
    ]),
    policy: `
      返点项|门槛|比例|累计对象
      返点|100|3%|客户
    `,
  },
  'ledger.category-unknown': few(
    ['订单号', '产品', '付款日期', '实付金额'],
    ['A1', '天外飞仙', '2025-01-05', 500],
  ),
  'ledger.category-undecided': few(
    ['订单号', '产品', '付款日期', '实付金额'],
    ['A1', '云数据库RDS', '2025-01-05', 500],
  ),
};

const TYPED: { readonly [K in TypedKind]: string } = {
  amount: '1234.50',
  date: '2025-03-31',
  category: '安全',
  status: '已付款',
  id: 'REAL-1',
};

const policyOf = (text: string): Policy | null => {
  const lines = text.trim().split('\n');
  const cells = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  return readPolicy(cells, { cellName: cellAddress }).policy;
};

const reader = (asked: Asked) => {
  const { sheet, policy = null } = 'sheet' in asked ? asked : { sheet: sheetOf(asked) };
  const memory = new ReadingMemory();
  const rules = policy === null ? null : policyOf(policy);
  return (answers: Answers = {}): Ledger => readOrders([sheet], { policy: rules, answers, memory });
};

describe('every question', () => {
  it.each(Object.entries(ASKED))(
    '%s is settled by each of its choices and by a typed value, until that is taken back',
    (code, asked) => {
      const read = reader(asked);
      const all = read().questions;
      const question = all.find(({ fact }) => fact.code === code);
      if (question === undefined) throw new Error(all.map(({ fact }) => fact.code).join());
      const { key, choices, reason } = question;
      const typed = typedAnswer(typedKind(reason), TYPED[typedKind(reason)]);
      const answers = [...choices.map(({ id }) => id), typed ?? 'nothing'];
      const isAsked = (given?: Answers): boolean =>
        read(given).questions.some((other) => other.key === key);
      expect(answers.map((id) => [isAsked({ [key]: id }), isAsked()])).toEqual(
        answers.map(() => [false, true]),
      );
      expect(choices.at(-1)?.kind).toBe('leave-out');
      expect(isAsked({ [key]: 'nothing of the kind' })).toBe(true);
    },
  );

  it.each(Object.entries(ASKED).filter(([, asked]) => isOfMoney(asked)))(
    '%s: what is typed is what the row comes to',
    (code, asked) => {
      const read = reader(asked);
      const question = read().questions.find(({ fact }) => fact.code === code);
      const ledger = read({ [question?.key ?? '']: 'amount:123450' });
      const index = question?.indices[0] ?? -1;
      expect(Math.abs(ledger.amount[index] ?? NaN)).toBe(123450);
    },
  );

  it('about several rows takes no amount: nobody knows whose it is', () => {
    const back = (id: string, amount: number): Cell[] => [id, '降配', '基础', '2025-01-06', amount];
    const read = reader([
      ['订单号', '类型', '类别', '付款日期', '实付金额'],
      ['A1', '新购', '基础', '2025-01-05', 500],
      back('A2', 200),
      back('A3', 300),
    ]);
    const key = read().questions[0]?.key ?? '';
    expect(read({ [key]: 'amount:-20000' }).questions.map((one) => one.key)).toEqual([key]);
    expect(read({ [key]: 'taken-back' }).questions).toEqual([]);
  });

  it('there is has its ledger here', () => {
    const facts = readFileSync('src/domain/ledger/ledger.facts.ts', 'utf8');
    const [, questions = ''] = facts.split('export type LedgerQuestionFact');
    const codes = [...questions.matchAll(/'(ledger\.[a-z-]+)'/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => !Object.hasOwn(ASKED, code ?? ''))).toEqual([]);
  });
});

function isOfMoney(asked: Asked): boolean {
  const [question] = reader(asked)().questions;
  return question !== undefined && MONEY_REASONS.includes(question.reason);
}
