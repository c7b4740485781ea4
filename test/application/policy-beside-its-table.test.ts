import { policyReference, policyTable } from '#application/read/policy-cells.ts';
import { workbookPolicy } from '#application/read/workbook-policy.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';

/** A policy whose Excel table ends at column C, row 5; the rest stands straight beside or below. */
const sheetOf = (rows: readonly (readonly Cell[])[]): Sheet => ({
  name: '返点政策',
  rowCount: rows.length,
  columns: Array.from({ length: 5 }, (_, column) => rows.map((row) => row[column] ?? null)),
  tables: [{ name: 'RebatePolicyRows', block: { top: 2, left: 0, bottom: 4, right: 2 } }],
});
const HEAD = [['我们的政策'], []];
const TABLE: readonly (readonly Cell[])[] = [
  ['返点项', '门槛', '比例'],
  ['返点', 100_000, 0.04],
  ['返点', 200_000, 0.06],
];

const componentOf = (sheet: Sheet) => workbookPolicy([sheet])?.policy?.components[0];

test('a clause in a column typed beside the table counts as one inside', () => {
  const [head = [], first = [], second = []] = TABLE;
  const sheet = sheetOf([...HEAD, [...head, '封顶'], [...first, 30_000], [...second, null]]);
  expect(componentOf(sheet)?.cap).toBe(30_000_00);
  expect(policyTable([sheet])?.cells[0]).toEqual(['返点项', '门槛', '比例', '封顶']);
  expect(policyReference([sheet])).toBe("'返点政策'!$A$3:$D$5");
});

test('a tier typed below the table counts as one inside', () => {
  const sheet = sheetOf([...HEAD, ...TABLE, ['返点', 500_000, 0.08]]);
  expect(componentOf(sheet)?.tiers.map(({ threshold }) => threshold)).toEqual([
    100_000_00, 200_000_00, 500_000_00,
  ]);
  expect(policyReference([sheet])).toBe("'返点政策'!$A$3:$C$6");
});

test.each([
  ['a note below it', [...HEAD, ...TABLE, ['注：以厂商通知为准']]],
  ['what stands apart from it', [...HEAD, ...TABLE, [], ['返点', 900_000, 0.5]]],
  [
    'a heading without anything below it',
    [...HEAD, [...(TABLE[0] ?? []), '草稿'], ...TABLE.slice(1)],
  ],
])('%s is no part of the table', (_, rows) => {
  const sheet = sheetOf(rows);
  expect(componentOf(sheet)?.tiers).toHaveLength(2);
  expect(policyTable([sheet])?.cells).toEqual(TABLE);
  expect(policyReference([sheet])).toBe('RebatePolicyRows[#All]');
});
