/// <reference types="office-js" />
import { yieldToMessages } from '#application/yield-to-messages.ts';
import { Refusal } from '#domain/refusal.ts';
import type { ExcelFact } from '#facts/excel.ts';
import type { CellBlock, Sheet } from '#domain/sheet.ts';
import type { Progress } from '#application/workbook.port.ts';
import type { Conversation, Surroundings } from './conversation.ts';
import type { ColumnStore } from './column-store.ts';
import type { ReadRows } from './row-hash.ts';
import { readFrame, readMerges, type SheetFrame } from './sheet-frame.ts';
import { readHiddenRows } from './hidden-rows.ts';
import { SheetPages } from './sheet-pages.ts';
import { saysItIsOurs } from '../own-sheet-title.ts';
import { blocksOf } from './block-address.ts';
import { isMissingApi } from './error-table.ts';

export interface ReadOptions {
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
  /** False: merged cells are not asked for, which would empty Excel's undo list. */
  readonly merges?: boolean;
}

/**
 * Beginning again costs the whole read, so a sheet that keeps moving is given up; edited cells are
 * only read again.
 */
const MOST_RESTARTS = 2;

const MOST_ROUNDS = 5;

interface ReadSheet {
  readonly sheet: Sheet;
  /** Null for an empty sheet. */
  readonly seen: ReadRows | null;
}

/**
 * Reads a whole sheet. What others change meanwhile is read again; a sheet whose rows keep moving
 * is refused.
 */
export async function readWholeSheet(
  talk: Conversation,
  name: string,
  options: ReadOptions,
  surroundings: Surroundings,
  date1904: boolean,
): Promise<ReadSheet> {
  let key = name;
  for (let restarts = 0; ; restarts += 1) {
    const frame = await readFrame(talk, key);
    key = frame.sheet.id;
    const read = await readOnce(talk, frame, options, surroundings, date1904);
    if (read) return read;
    if (restarts === MOST_RESTARTS)
      throw new Refusal<ExcelFact>({ code: 'excel.keepsChanging', sheet: frame.name });
  }
}

/** Null when rows or columns moved under the reading. */
async function readOnce(
  talk: Conversation,
  frame: SheetFrame,
  options: ReadOptions,
  surroundings: Surroundings,
  date1904: boolean,
): Promise<ReadSheet | null> {
  const { extent } = frame;
  if (!extent) return { sheet: sheetOf(frame, [], [], date1904), seen: null };
  const watch = await SheetWatch.start(talk, frame.sheet);
  try {
    const pages = new SheetPages(talk, frame.sheet, frame.name, extent);
    const end = extent.top + extent.rows;
    options.progress?.(0, extent.rows);
    await pages.read(extent.top, end, async (row) => {
      options.progress?.(row - extent.top, extent.rows);
      await yieldToMessages(options.signal);
    });
    if (!(await settle(talk, frame, pages, watch, surroundings))) return null;
    const asks = options.merges !== false && couldBeMerged(pages.stores, end);
    const merges = asks ? await readMerges(talk, frame) : [];
    const hidden = await readHiddenRows(talk, frame, surroundings);
    return {
      sheet: {
        ...sheetOf(frame, pages.stores, merges, date1904),
        ...(hidden.length > 0 ? { hiddenRows: hidden } : {}),
      },
      seen: pages.seen,
    };
  } finally {
    await watch.stop(talk.context);
  }
}

/**
 * Reads edited rows again until nothing changes. False when the sheet no longer has the shape that
 * was read.
 */
async function settle(
  talk: Conversation,
  frame: SheetFrame,
  pages: SheetPages,
  watch: SheetWatch,
  surroundings: Surroundings,
): Promise<boolean> {
  let edited = false;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const used = await talk.step(() =>
      frame.sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
    );
    const sameShape = !used.isNullObject && sameExtent(used, frame);
    if (!used.isNullObject) used.untrack();
    await yieldToMessages();
    if (watch.takeMoved() || !sameShape) return false;
    const edits = watch.takeEdits();
    if (edits.length === 0) break;
    edited = true;
    for (const block of edits) await readAgain(frame, pages, block);
  }
  if (edited)
    surroundings.notice({
      code: 'excel.changedWhileReading',
      sheet: frame.name,
      remote: watch.remote,
    });
  return true;
}

async function readAgain(frame: SheetFrame, pages: SheetPages, block: CellBlock): Promise<void> {
  const first = Math.max(block.top, frame.extent?.top ?? 0);
  const end = Math.min(block.bottom + 1, (frame.extent?.top ?? 0) + (frame.extent?.rows ?? 0));
  if (first < end) await pages.read(first, end, () => Promise.resolve());
}

const sameExtent = (used: Excel.Range, { extent }: SheetFrame): boolean =>
  used.rowIndex === extent?.top &&
  used.columnIndex === extent.left &&
  used.rowCount === extent.rows &&
  used.columnCount === extent.columns;

/**
 * A merged block leaves holes under its value. Holes count only in columns that are filled
 * elsewhere, not in sparse ones such as notes.
 */
function couldBeMerged(stores: readonly ColumnStore[], rows: number): boolean {
  return stores.some(({ cells }) => {
    const filled = cells.reduce<number>(
      (count, cell) => count + (cell === null || cell === undefined ? 0 : 1),
      0,
    );
    const first = cells.findIndex((cell) => cell !== null && cell !== undefined);
    return filled * 2 >= rows && first >= 0 && filled < rows - first;
  });
}

function sheetOf(
  frame: SheetFrame,
  stores: readonly ColumnStore[],
  merges: readonly CellBlock[],
  date1904: boolean,
): Sheet {
  const columns = stores.map((store) => store.cells);
  return {
    name: frame.name,
    rowCount: frame.extent ? frame.extent.top + frame.extent.rows : 0,
    columns,
    formats: stores.map((store) => store.format),
    tables: frame.tables,
    hidden: frame.hidden,
    ours: frame.ours || saysItIsOurs(columns),
    date1904,
    ...(merges.length > 0 ? { merges } : {}),
  };
}

/** What others did to a sheet while we read it. */
class SheetWatch {
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
