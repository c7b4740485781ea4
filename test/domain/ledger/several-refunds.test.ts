import type { Ledger } from '#domain/ledger/ledger.ts';
import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

const ledgerOf = (headers: readonly string[], ...rows: Cell[][]): Ledger =>
  read([
    sheetOf([
      ['订单号', '客户', '类别', '日期', '金额', ...headers],
      ...rows.map((cells, at) => [`A${at}`, '甲', '基础', '2025-01-05', 1000, ...cells]),
    ]),
  ]);
const offered = ({ questions }: Ledger): (number | undefined)[] =>
  questions.flatMap(({ choices }) =>
    choices.flatMap((each) => (each.kind === 'amount' ? [each.amount / 100] : [])),
  );

describe.each([
  ['退货额', '退款额'],
  ['冲红金额', '退款金额'],
  ['Refund amount', 'Returned amount'],
])('%s beside %s', (...headers) => {
  it('are both taken off where a row has one of them', () => {
    const ledger = ledgerOf(headers, [200, 0], [null, 300], [null, null]);
    expect(netSales(ledger)).toBe('2500.00');
    expect(ledger.questions).toEqual([]);
    expect(
      ledger.report.flatMap((fact) => (fact.code === 'ledger.refund-column' ? [fact.header] : [])),
    ).toEqual(headers);
  });
  it('are asked about where a row has both: two refunds, or the same one twice', () => {
    expect(offered(ledgerOf(headers, [200, 300]))).toEqual([500, 800, 700, 1000]);
    expect(offered(ledgerOf(headers, [200, 200]))).toEqual([600, 800, 1000]);
  });
  it('are asked about where the second cannot be read', () => {
    const ledger = ledgerOf(headers, [0, '1,5万']);
    expect(ledger.questions.map(({ fact }) => fact.code)).toEqual(['ledger.refund-unreadable']);
  });
});

it('a refund in other money beside the one in yuan is named as unread', () => {
  const ledger = ledgerOf(['退款金额', '退款金额(USD)'], [200, 30]);
  expect(netSales(ledger)).toBe('800.00');
  expect(
    ledger.report.flatMap((fact) => (fact.code === 'ledger.columns-unread' ? fact.headers : [])),
  ).toEqual(['退款金额(USD)']);
});
