import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

const order = (id: string, start: Cell, end: Cell): Cell[] => [id, '基础', start, end, 500];

describe('a sheet without a day of orders', () => {
  it.each([
    ['开始日期', '结束日期'],
    ['Start date', 'End date'],
    ['服务开始时间', '开票日期'],
  ])('offers %s and %s, the same choice in every row', (start, end) => {
    const rows = [
      ['订单号', '类别', start, end, '金额'],
      order('A1', '2025-01-05', '2026-01-04'),
      order('A2', '2025-02-06', null),
    ];
    const { questions } = read([sheetOf(rows)]);
    expect(questions.map(({ fact }) => fact)).toEqual([
      { code: 'ledger.date-beside', headers: [start, end] },
      { code: 'ledger.date-beside', headers: [start] },
    ]);
    expect(questions.map(({ choices }) => choices.map(({ id }) => id))).toEqual([
      ['day-in-C', 'day-in-D', 'leave-out'],
      ['day-in-C', 'leave-out'],
    ]);
    const answers = Object.fromEntries(questions.map(({ key }) => [key, 'day-in-C']));
    const ledger = read([sheetOf(rows)], { answers });
    expect(ledger.questions).toEqual([]);
    expect(netSales(ledger)).toBe('1000.00');
  });
  it('offers no day of a column that is about something else', () => {
    const rows = [
      ['订单号', '类别', 'Vendor spend', '金额'],
      ['A1', '基础', 45_678, 500],
    ];
    const { questions } = read([sheetOf(rows)]);
    expect(questions.map(({ fact }) => fact.code)).toEqual(['ledger.date-missing']);
  });
});

describe('two amounts that read alike', () => {
  const choicesOf = (one: string, other: string): string[] => {
    const rows = [
      ['订单号', '类别', '日期', one, other],
      ['A1', '基础', '2025-01-05', 1060, 1000],
    ];
    return read([sheetOf(rows)]).questions.flatMap(({ choices }) => choices.map(({ id }) => id));
  };
  it('are offered together, each and both', () => {
    expect(choicesOf('金额', '金额')).toEqual(['as-written', 'other-column', 'both', 'leave-out']);
  });
  it.each([
    ['Gross Amount', 'Net Amount'],
    ['gross_sales', 'net_sales'],
  ])('%s and %s are one amount, before and after: never both', (gross, net) => {
    expect(choicesOf(gross, net)).toEqual(['as-written', 'other-column', 'leave-out']);
  });
});
