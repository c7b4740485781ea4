import { isoDate } from '#domain/calendar/local-date.ts';
import type { Ledger } from '#domain/ledger/ledger.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

const HEAD = ['订单号', '客户', '类别', '金额'];
const undated = (name: string, ...ids: string[]): Sheet =>
  sheetOf([HEAD, ...ids.map((id) => [id, '甲', '基础', 500])], { name });
const dated = (name: string, ...days: Cell[]): Sheet =>
  sheetOf([[...HEAD, '日期'], ...days.map((day, at) => [`D${at}`, '甲', '基础', 100, day])], {
    name,
  });
const offered = ({ questions }: Ledger): string[][] =>
  questions.map(({ choices }) =>
    choices.flatMap((choice) => (choice.kind === 'date' ? [isoDate(choice.date)] : [])),
  );

describe('what the name of a sheet says of days', () => {
  it.each([
    ['2025年2月', ['2025-02-28']],
    ['25年2月订单', ['2025-02-28']],
    ['202502', ['2025-02-28']],
    ['2025-02', ['2025-02-28']],
    ['二月（2025）', ['2025-02-28']],
    ['Feb 2025', ['2025-02-28']],
  ])('%s is offered, once for all rows without a day', (name, days) => {
    const ledger = read([undated(name, 'A1', 'A2')]);
    expect(offered(ledger)).toEqual([days]);
    const answers = Object.fromEntries(
      ledger.questions.map(({ key, choices }) => [key, choices[0]?.id ?? '']),
    );
    expect(netSales(read([undated(name, 'A1', 'A2')], { answers }))).toBe('1000.00');
  });
  it.each([
    ['a day of another sheet', [dated('1月', '2024-01-05'), undated('2月', 'A1')], '2024-02-29'],
    ['the name of another sheet', [undated('2025年1月', 'B1'), undated('2月', 'A1')], '2025-02-28'],
  ])('the year may be told by %s', (_what, sheets, day) => {
    expect(offered(read(sheets)).at(-1)).toEqual([day]);
  });
  it.each(['5', 5, '5号', '05日'])('%s alone is offered as a day of its month', (cell) => {
    expect(offered(read([dated('2025年1月', cell)]))).toEqual([['2025-01-05']]);
  });
  it('a month without any year is offered in the usual years, under one name in all sheets', () => {
    const { questions } = read([undated('1月', 'A1', 'A2'), undated('二月', 'B1')]);
    const lastDays = questions.map(({ choices }) =>
      choices.flatMap((each) => (each.kind === 'date' ? [`${each.id} ${isoDate(each.date)}`] : [])),
    );
    expect(lastDays[0]).toContain('year-2026 2026-01-31');
    expect(lastDays[1]).toContain('year-2026 2026-02-28');
    expect(lastDays[0]!.length).toBeGreaterThan(1);
    const answers = Object.fromEntries(questions.map(({ key }) => [key, 'year-2026']));
    expect(netSales(read([undated('1月', 'A1', 'A2'), undated('二月', 'B1')], { answers }))).toBe(
      '1500.00',
    );
  });
  it('a day alone below a month without any year is offered in each', () => {
    const [days] = offered(read([dated('1月', '5')]));
    expect(days).toContain('2025-01-05');
    expect(days!.length).toBeGreaterThan(1);
  });
  it('no day that the month has not', () => {
    expect(offered(read([dated('2025年2月', '30')]))).toEqual([[]]);
  });
  it.each(['订单', '13月', 'Marketing'])('%s says no month', (name) => {
    expect(offered(read([undated(name, 'A1')]))).toEqual([[]]);
  });
});
