import type { ICellData } from '@univerjs/core';
import type { GridSheet } from '#application/live/live-grid.ts';
import { lookNumber } from './workbook-data.ts';

/** Which look of the file each of its cells has: cells that change places take theirs along. */
export class FileLooks {
  private readonly looks = new Map<string, GridSheet['look']>();
  /** Cells that had another look at some time: of them it is always told. */
  private readonly told = new Set<string>();

  constructor(sheets: readonly GridSheet[], ids: ReadonlyMap<string, string>) {
    for (const { name, look, edits } of sheets) {
      const id = ids.get(name) ?? name;
      this.looks.set(id, look);
      for (const edit of edits)
        if (edit.look !== undefined) this.told.add(key(id, edit.row, edit.column));
    }
  }

  /** The look that a cell has now; undefined where it is its own, or none of the file's. */
  another(sheet: string, row: number, column: number, style: ICellData['s']): number | undefined {
    const look = this.looks.get(sheet);
    if (!look) return undefined;
    const now = typeof style === 'string' ? lookNumber(style) : style ? undefined : 0;
    const own = look.cells[column]?.[row] ?? 0;
    const place = key(sheet, row, column);
    if (now === undefined || (now === own && !this.told.has(place))) return undefined;
    this.told.add(place);
    return now;
  }
}

const key = (sheet: string, row: number, column: number): string => `${sheet}:${row}:${column}`;
