import { highlightsOf } from '#application/write/highlights.ts';
import { readOrders } from '#application/read/read-orders.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';

const sheet = (rows: readonly (readonly Cell[])[]): Sheet => ({
  name: '订单',
  rowCount: rows.length,
  columns: (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null)),
});

const coloured = (rows: readonly (readonly Cell[])[]) =>
  highlightsOf({ ledger: readOrders([sheet(rows)], { policy: null }), edges: [] }, []).map(
    ({ columns }) => columns,
  );

describe('a row is coloured from its first header to its last', () => {
  const header = ['订单号', '签约日期', '产品类别', '实付金额'];
  const row = ['D1001', 45_700, '基础', 100];
  test('whether or not they decide anything', () => {
    expect(coloured([header, row])).toEqual([{ left: 0, right: 3 }]);
    expect(
      coloured([
        ['序号', ...header, '税率', '毛利', '计入金额'],
        [1, ...row, 0.06, 20, 100],
      ]),
    ).toEqual([{ left: 0, right: 7 }]);
  });
  test('and whether or not anybody knows them', () =>
    expect(
      coloured([
        [...header, '随便'],
        [...row, 'x'],
      ]),
    ).toEqual([{ left: 0, right: 4 }]));
  test('but no further', () =>
    expect(
      coloured([
        [null, ...header, null, null],
        [null, ...row, null, 'x'],
      ]),
    ).toEqual([{ left: 1, right: 4 }]));
});
