import type { Cell, Sheet } from '#domain/sheet.ts';

/** A sheet from its rows, as a person would type it. */
export function sheetOf(rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Sheet {
  const width = Math.max(...rows.map((row) => row.length));
  return {
    name: '订单',
    rowCount: rows.length,
    columns: Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null)),
    ...more,
  };
}
