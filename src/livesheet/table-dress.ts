import type { SheetTable, TableDress } from '#application/live/sheet-drawings.ts';

/** How a row of a table is dressed. */
export function dressOf({ block, header, totals, bands }: SheetTable, row: number): TableDress {
  if (header !== null && row === block.top) return header;
  if (totals !== null && row === block.bottom) return totals;
  const first = block.top + (header === null ? 0 : 1);
  return bands.length === 0 ? {} : (bands[(row - first) % bands.length] ?? {});
}

/** Colours of the lines above and below a cell. */
export interface Lines {
  readonly t?: string;
  readonly b?: string;
}

/** The lines of a row. */
export function linesOf({ block, header, totals, line, ruled }: SheetTable, row: number): Lines {
  if (line === null) return {};
  const under =
    ruled ||
    row === block.bottom ||
    (header !== null && row === block.top) ||
    (totals !== null && row === block.bottom - 1);
  return { ...(row === block.top ? { t: line } : {}), ...(under ? { b: line } : {}) };
}
