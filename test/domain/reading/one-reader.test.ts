import { readDate, readYuan } from '#domain/policy/read-cells.ts';
import { readThreshold } from '#domain/policy/read-threshold.ts';
import { parseAmount } from '#domain/reading/parse-amount.ts';
import { parseDate } from '#domain/reading/parse-date.ts';
import { policyColumnOf } from '#domain/policy/column-of-header.ts';

const threshold = (cell: string) => {
  const read = readThreshold(cell, { unit: 'yuan', format: null });
  return read.ok ? read.value.value.toNumber() : read.error.code;
};

describe('a policy is read by the readers of the ledger', () => {
  it.each(['RMB 500000', '50萬', '５００，０００', '￥500,000.00', '50万元', '500000元整'])(
    '%s is fifty ten-thousands in both',
    (cell) => {
      expect(parseAmount(cell)).toEqual({ kind: 'amount', amount: 50_000_000 });
      expect(readYuan(cell, 'cap', 'yuan')).toEqual({ ok: true, value: 50_000_000 });
      expect(threshold(cell)).toBe(50_000_000);
    },
  );

  it.each(['48,00万', '1,5万', '$3,200', '约50万', '50万左右'])(
    '%s, which a ledger asks about, is an error',
    (cell) => {
      expect(parseAmount(cell).kind).toBe('open');
      expect(readYuan(cell, 'bonus', 'yuan')).toMatchObject({
        error: { code: 'policy.amount-unreadable', typed: cell },
      });
      expect(threshold(cell)).toBe('policy.threshold-unreadable');
    },
  );

  it.each(['2025/1/1 0:00:00', '2025-01-01', '2025年1月1日', '20250101', '2025.1.1', '45658'])(
    '%s is new year in both',
    (cell) => {
      const day = parseDate(cell);
      expect(day.kind).toBe('date');
      expect(readDate(cell, 'from')).toEqual({ ok: true, value: day.kind === 'date' && day.date });
    },
  );

  it.each(['2025/6/31', '03/04/2025', '2/21', '2025年2月'])('%s is an error', (cell) => {
    expect(parseDate(cell).kind).not.toBe('date');
    expect(readDate(cell, 'to').ok).toBe(false);
  });

  it.each([
    ['门槛(万)', 'wan'],
    ['门槛（万元）', 'wan'],
    ['奖励(千元)', 'thousand'],
    ['封顶(万元)', 'wan'],
    ['门槛(RMB 10,000)', 'wan'],
    ['门槛万元', 'wan'],
    ['门槛（元）', 'yuan'],
    ['Threshold', 'yuan'],
  ])('%s counts in %s', (header, unit) => {
    expect(policyColumnOf(header)?.unit).toBe(unit);
  });
});
