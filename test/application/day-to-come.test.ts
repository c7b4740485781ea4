import { assess } from '#application/analyze/analyze.ts';
import { type LocalDate, dateOf } from '#domain/calendar/local-date.ts';
import { readLedger } from '#domain/ledger/read-ledger.ts';
import { sayIn } from '#i18n/say/say.ts';
import { sheetOf } from '../domain/ledger/sheet-of.ts';

const ledger = readLedger([
  sheetOf([
    ['订单号', '类别', '付款日期', '实付金额'],
    ['A1', '基础', '2026-01-06', 100],
    ['A2', '基础', '2026-12-31', 200],
  ]),
]);
const TODAY = dateOf(2026, 11, 26);

/** What is said of a last order that lies in the future, in both languages. */
function said(asOf: LocalDate | null, today: LocalDate): readonly string[] {
  const assessed = assess({
    ledger,
    policy: undefined,
    asOf,
    today,
    yearStart: null,
    nearShare: 0.1,
  });
  if (!assessed.ok) throw new Error('the ledger can be assessed');
  return assessed.value.ledger.report
    .filter(({ code }) => code === 'ledger.ends-after-today')
    .flatMap((fact) => [sayIn('zh-CN')(fact), sayIn('en-US')(fact)]);
}

it('says that all figures are as of a day to come', () =>
  expect(said(null, TODAY)).toEqual([
    '最晚一单是 2026-12-31，晚于今天（2026-11-26），各项数字都算到那一天：请核对日期，' +
      '或指定截至日。',
    'The last order is of 2026-12-31, after today (2026-11-26), and all figures are as of that ' +
      'day: check the date, or say the day as of which to reckon.',
  ]));

it('says nothing of a day that was asked for, nor of tomorrow', () => {
  expect(said(dateOf(2026, 12, 31), TODAY)).toEqual([]);
  expect(said(null, dateOf(2026, 12, 30))).toEqual([]);
});
