import { readLedger } from '#domain/ledger/read-ledger.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';

/** A table of twenty orders, and one cell far to the right and far below. */
function withStray(rows: number, columns: number): { sheet: Sheet; looks: () => number } {
  const orders = Array.from({ length: 20 }, (_, at) => [`A${at}`, '2025-01-08', '基础', 100 + at]);
  const plain = sheetOf([['订单号', '签约日期', '产品类别', '实付金额'], ...orders]);
  let looks = 0;
  const empty = new Proxy<Cell[]>([], {
    get: (cells, name): unknown => {
      if (typeof name === 'string' && /^\d+$/.test(name)) looks += 1;
      return Reflect.get(cells, name);
    },
  });
  const far: Cell[] = Array<Cell>(rows).fill(null);
  far[rows - 1] = 1;
  const sheet = {
    ...plain,
    rowCount: rows,
    columns: [...plain.columns, ...Array<Cell[]>(columns).fill(empty), far],
  };
  return { sheet, looks: () => looks };
}

it('columns without a cell are not looked through row by row', () => {
  const looksAt = (rows: number): number => {
    const { sheet, looks } = withStray(rows, 50);
    expect(readLedger([sheet]).kind.length).toBe(rows);
    return looks();
  };
  expect(looksAt(4000)).toBeLessThanOrEqual(2 * looksAt(400));
});
