import type { FUniver } from '@univerjs/core/facade';
import type { CellEdit } from '#application/live/cell-edit.ts';
import type { GridEvents } from '#application/live/live-grid.ts';
import { editOf, touchedCells } from './edited-cells.ts';

/** Changes that belong together (a paste, a fill) are told together. */
const WAIT_MS = 60;

/**
 * Hears every change of the grid's model, and tells which cells hold what now. What is told is read
 * when it is told, so that a change and its undoing in one breath tell the old value once.
 */
export class EditCollector {
  private readonly dirty = new Map<string, Set<number>>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly names: ReadonlyMap<string, string>;

  constructor(
    private readonly api: FUniver,
    ids: ReadonlyMap<string, string>,
    private readonly events: GridEvents,
  ) {
    this.names = new Map([...ids].map(([name, id]) => [id, name]));
  }

  took(id: string, params: unknown): void {
    for (const { sheet, cells } of touchedCells(id, params)) {
      const dirty = this.dirty.get(sheet) ?? new Set<number>();
      for (const [row, column] of cells) dirty.add(row * COLUMNS + column);
      this.dirty.set(sheet, dirty);
    }
    if (this.dirty.size > 0) this.timer ??= setTimeout(() => this.tell(), WAIT_MS);
  }

  dispose(): void {
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private tell(): void {
    this.timer = null;
    const book = this.api.getActiveWorkbook();
    for (const [id, cells] of this.dirty) {
      const worksheet = book?.getSheetBySheetId(id)?.getSheet();
      const name = this.names.get(id);
      if (!worksheet || name === undefined) continue;
      const edits = [...cells].map((at): CellEdit => {
        const row = Math.floor(at / COLUMNS);
        const column = at % COLUMNS;
        const style = worksheet.getComposedCellStyle(row, column);
        return editOf(row, column, worksheet.getCellRaw(row, column), style.n?.pattern);
      });
      if (edits.length > 0) this.events.edited(name, edits);
    }
    this.dirty.clear();
  }
}

const COLUMNS = 16_384;
