import { isoDate } from '#domain/calendar/local-date.ts';
import { type Ledger, NO_DAY } from '#domain/ledger/ledger.ts';
import { sheetOf } from './sheet-of.ts';
import { read } from './told-rows.ts';

const ledgerOf = (days: readonly string[], name = '订单'): Ledger =>
  read([
    sheetOf(
      [
        ['订单号', '客户', '类别', '日期', '金额'],
        ...days.map((day, at) => [`A${at}`, '甲', '基础', day, 100]),
      ],
      {
        name,
      },
    ),
  ]);
const daysOf = ({ day }: Ledger): string[] =>
  [...day].slice(1).map((each) => (each === NO_DAY ? '?' : isoDate(each as never)));

describe('days without a year beside a new year', () => {
  it('are asked about above the first day of the next', () => {
    const ledger = ledgerOf(['12月28日', '12月30日', '2025年1月3日', '1月9日']);
    expect(daysOf(ledger)).toEqual(['?', '?', '2025-01-03', '2025-01-09']);
    expect(ledger.questions[0]?.choices.map(({ id }) => id)).toEqual([
      'year-2024',
      'year-2025',
      'year-2026',
      'leave-out',
    ]);
  });
  it('are asked about below the last of the one before', () => {
    const ledger = ledgerOf(['2024-12-20', '12月28日', '1月3日', '1月9日']);
    expect(daysOf(ledger)).toEqual(['2024-12-20', '2024-12-28', '?', '?']);
  });
  it.each([
    ['ascending', ['2025-01-03', '3月5日', '9月8日', '12月30日']],
    ['descending', ['12月30日', '9月8日', '3月5日', '2025-01-03']],
    ['in no order', ['2025-01-03', '2025-12-01', '1月20日', '11月3日', '2025-03-01']],
    ['far apart', ['2025-01-03', '9月1日']],
  ])('are of the one year there is: %s', (_order, days) => {
    expect(daysOf(ledgerOf(days))).not.toContain('?');
  });
  it('are of the year in the name of the sheet', () => {
    expect(daysOf(ledgerOf(['2024-12-20', '12月28日', '1月3日'], '2024年'))).not.toContain('?');
  });
});
