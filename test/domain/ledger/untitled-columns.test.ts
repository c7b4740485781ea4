import type { Ledger } from '#domain/ledger/ledger.ts';
import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

/** A sheet of a workbook: cells there cannot have been split by a comma. */
const ledgerOf = (...cells: Cell[]): Ledger =>
  read([
    {
      ...sheetOf([
        ['客户', '类别', '日期', '金额', null],
        ...cells.map((cell, at): Cell[] => [`客户${at}`, '基础', '2025-01-05', 1000, cell]),
      ]),
      formats: [],
    },
  ]);
const idle = ({ report }: Ledger): readonly string[] =>
  report.flatMap((fact) => (fact.code === 'ledger.columns-idle' ? fact.headers : []));

describe('a column without a header', () => {
  it.each(['退', '已退款', '作废', '已取消', '不参与返点', 'Cancelled', 'refunded'])(
    'is asked about where it says %s',
    (word) => {
      const ledger = ledgerOf(word, null);
      expect(netSales(ledger)).toBe('1000.00');
      expect(ledger.questions).toHaveLength(1);
      expect(ledger.questions[0]?.typed).toContain(word);
    },
  );
  it.each(['已开票', '张三', 7, '首单'])('is named by its letter where it says %s', (cell) => {
    const ledger = ledgerOf(cell, null);
    expect(netSales(ledger)).toBe('2000.00');
    expect(idle(ledger)).toEqual(['E']);
  });
  it('is not named where it is empty', () => {
    expect(idle(ledgerOf(null, null))).toEqual([]);
  });
});
