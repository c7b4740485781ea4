import { saysUnpaid } from '../ledger/row-words.ts';
import { foldKey } from '../reading/fold-text.ts';
import { type Sheet, cellAt } from '../sheet.ts';
import { cellText } from './statement-cells.ts';
import type { PayingColumns } from './statement-headers.ts';

/** Headers of columns that say whether a line was paid. */
const OF_STATES =
  /状态$|status$|是否.{0,4}[结付发返]|[结付发返]算?了?(?:否|没)|^(?:is)?(?:settled|paid|paidout)\??$/;

/** A no below one of these is good news: 异常标识 否. */
const OF_EXCEPTIONS = /异常|exception/;

/**
 * Lines whose status says that they are not paid yet, beside lines that do not. Where all of them
 * say so it is the statement that waits, for confirmation, and every line is meant.
 */
export class UnpaidLines {
  private readonly sheet: Sheet;
  /** Columns of states in which lines differ. */
  private readonly columns: readonly number[];

  constructor(sheet: Sheet, { at, headerRow, last }: PayingColumns) {
    this.sheet = sheet;
    const used = new Set<number>(Object.values(at));
    const saysState = (column: number): boolean => {
      const key = foldKey(cellText(cellAt(sheet, headerRow, column)));
      if (OF_EXCEPTIONS.test(key)) return false;
      return column === at.status || (!used.has(column) && OF_STATES.test(key));
    };
    const rows = Array.from(
      { length: sheet.rowCount - headerRow - 1 },
      (_, index) => headerRow + 1 + index,
    ).filter((row) => cellText(cellAt(sheet, row, at.amount)) !== '');
    this.columns = Array.from({ length: last + 1 }, (_, column) => column).filter(
      (column) => saysState(column) && rows.some((row) => !this.isOpen(row, column)),
    );
  }

  /** The word by which a line says so; '' where it does not, or where all do. */
  wordOf(row: number): string {
    const column = this.columns.find((one) => this.isOpen(row, one));
    return column === undefined ? '' : cellText(cellAt(this.sheet, row, column));
  }

  private isOpen(row: number, column: number): boolean {
    return saysUnpaid(cellText(cellAt(this.sheet, row, column)));
  }
}
