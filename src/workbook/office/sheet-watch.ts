/// <reference types="office-js" />
import type { CellBlock } from '#domain/sheet.ts';
import { blocksOf } from './block-address.ts';
import type { Conversation } from './conversation.ts';
import { isMissingApi } from './error-table.ts';

/** What others did to a sheet while we read it. */
export class SheetWatch {
  private edits: CellBlock[] = [];
  private moved = false;
  private byOthers = false;
  private result: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs> | null = null;

  /** A host without events simply reports no changes. */
  static async start(talk: Conversation, sheet: Excel.Worksheet): Promise<SheetWatch> {
    const watch = new SheetWatch();
    try {
      watch.result = await talk.step(() =>
        sheet.onChanged.add((change) => Promise.resolve(watch.note(change))),
      );
    } catch (error) {
      if (!isMissingApi(error)) throw error;
    }
    return watch;
  }

  private note(change: Excel.WorksheetChangedEventArgs): void {
    if (change.source === 'Remote') this.byOthers = true;
    if (change.changeType === 'RangeEdited') this.edits.push(...blocksOf(change.address));
    else this.moved = true;
  }

  get remote(): boolean {
    return this.byOthers;
  }

  /** Rows or columns were inserted, deleted or shifted since the last call. */
  takeMoved(): boolean {
    const { moved } = this;
    this.moved = false;
    return moved;
  }

  /** Blocks whose cells were edited since the last call. */
  takeEdits(): readonly CellBlock[] {
    const { edits } = this;
    this.edits = [];
    return edits;
  }

  async stop(context: Excel.RequestContext): Promise<void> {
    this.result?.remove();
    await context.sync().catch(() => undefined);
  }
}
