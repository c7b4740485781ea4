import type { Sheet } from '#domain/sheet.ts';
import type { WorkbookPort } from '../workbook.port.ts';

interface ReadOptions {
  readonly signal: AbortSignal;
  /** Rows of all sheets together; `total` from what the sheets say they have. */
  readonly progress: (done: number, total: number | null) => void;
}

/**
 * Every sheet, hidden ones and our own included: a hidden old year may belong to the ledger, and
 * the policy sheet may be ours.
 */
export async function readSheets(
  port: WorkbookPort,
  { signal, progress }: ReadOptions,
): Promise<readonly Sheet[]> {
  const summaries = (await port.listSheets()).filter((sheet) => sheet.rowCount > 0);
  const total = summaries.reduce((rows, sheet) => rows + sheet.rowCount, 0);
  const sheets: Sheet[] = [];
  let before = 0;
  for (const summary of summaries) {
    const start = before;
    sheets.push(
      await port.readSheet(summary.name, {
        signal,
        progress: (done) => progress(Math.min(start + done, total), total),
      }),
    );
    before += summary.rowCount;
    progress(before, total);
    signal.throwIfAborted();
  }
  return sheets;
}
