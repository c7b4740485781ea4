import { MOST_SECTIONS } from '../bounds.ts';
import { type Cell, type Sheet, repeatedTexts } from '../sheet.ts';
import {
  type Header,
  type HeaderMapping,
  findHeader,
  headerAt,
  repeatsHeader,
} from '../reading/header-row.ts';
import { isBlank } from '../reading/fold-text.ts';
import { type MoneyNote, headerMeaning } from '../reading/headers.ts';
import { type NotePlace, noteOfSheet } from '../reading/title-lines.ts';
import { type Layout, isSameLayout, layoutOf } from './layout.ts';
import { categoriesAcross } from './categories-across.ts';
import { refundsAbove, refundsInName } from './refunds-title.ts';
import type { RowRange } from './row-range.ts';

/**
 * Rows under one header. A sheet has a second section where a header with other columns follows
 * further down.
 */
export interface Section extends RowRange {
  readonly layout: Layout;
  /** Rows that say the header again, and the header's own rows. */
  readonly headerRows: ReadonlySet<number>;
  /** The name of the sheet or the heading of the table, where it says refunds; else ''. */
  readonly refunds: string;
  /** What the sheet says about bare amounts outside its header, and where it says so. */
  readonly note: MoneyNote;
  readonly notePlace: NotePlace;
}

export function sectionsOf(sheet: Sheet, mapping: readonly HeaderMapping[]): Section[] {
  const first = findHeader(sheet, mapping);
  if (first === undefined) return [];
  const { note, place } = noteOfSheet(sheet, first.top);
  const sections: Section[] = [];
  let header = first;
  let refunds = refundsAbove(sheet, first.top, refundsInName(sheet));
  while (sections.length < MOST_SECTIONS) {
    const range = { sheet, from: header.bottom + 1, to: sheet.rowCount };
    const whole = layoutOf(range, header, note);
    const { repeated, next } = laterHeaders(range, whole, mapping, refunds);
    const to = next?.top ?? sheet.rowCount;
    const headerRows = new Set(repeated);
    for (let row = header.top; row <= header.bottom; row++) headerRows.add(row);
    sections.push({
      sheet,
      from: header.bottom + 1,
      to,
      layout: ofOrders(
        { ...range, to },
        next === undefined ? whole : layoutOf({ ...range, to }, header, note),
      ),
      headerRows,
      refunds,
      note,
      notePlace: place,
    });
    if (next === undefined) break;
    header = next;
    refunds = refundsAbove(sheet, next.top, refunds);
  }
  return sections;
}

/** A crosstab has no amount of an order. */
const ofOrders = (range: RowRange, layout: Layout): Layout =>
  categoriesAcross(range, layout) === undefined ? layout : { ...layout, amount: undefined };

/**
 * Headers below: those that say the same again, up to the first that puts its columns elsewhere.
 */
function laterHeaders(
  { sheet, from, to }: RowRange,
  layout: Layout,
  mapping: readonly HeaderMapping[],
  refunds: string,
): { repeated: number[]; next: Header | undefined } {
  const repeated: number[] = [];
  const amount = layout.amount?.column;
  const amounts = watchedColumn(sheet, amount);
  const day = layout.fields.paidOn?.column ?? layout.fields.signedOn?.column;
  const days = watchedColumn(sheet, day);
  const fen = sheet.fen?.[amount ?? -1];
  // One stray cell in the last column and row makes thousands of columns without a cell.
  const held = sheet.columns.filter((cells) => cells.length > from);
  const amountCells = sheet.columns[amount ?? -1];
  const dayCells = sheet.texts?.[day ?? -1] ? undefined : sheet.columns[day ?? -1];
  for (let row = from; row < to; row++) {
    // A row whose text is an amount says nothing but perhaps under the days.
    const isAmount = fen != null && !Number.isNaN(fen[row] ?? NaN);
    if (isAmount && days === undefined) continue;
    // Nor does one of numbers.
    if (!isAmount && typeof dayCells?.[row] === 'number' && typeof amountCells?.[row] === 'number')
      continue;
    const isWord = days?.(row) === true || (!isAmount && amounts?.(row) === true);
    if (!isWord && (isAmount || !beginsWithHeader(held, amountCells, row))) continue;
    const header = repeatsHeader(sheet, row, mapping);
    if (header === undefined) continue;
    // The same columns under another heading may say the opposite: refunds below the orders.
    if (!isSameLayout(layout.header, header) || refundsAbove(sheet, row, refunds) !== refunds)
      return { repeated, next: headerAt(sheet, row, row, mapping) };
    repeated.push(row);
  }
  return { repeated, next: undefined };
}

/** Whether a row of a column holds the word of a header. */
type WatchedColumn = (row: number) => boolean;

/** None where the column repeats itself and none of its texts is such a word. */
function watchedColumn(sheet: Sheet, column: number | undefined): WatchedColumn | undefined {
  if (column === undefined) return undefined;
  const cells = sheet.columns[column] ?? [];
  const repeated = repeatedTexts(sheet, column, cells);
  if (repeated !== undefined) {
    const isWord = repeated.texts.map(isHeaderWord);
    if (!isWord.includes(true)) return undefined;
    return (row) => isWord[repeated.codes[row] ?? 0] === true;
  }
  const fen = sheet.fen?.[column];
  return (row) => Number.isNaN(fen?.[row] ?? NaN) && isHeaderWord(cells[row]);
}

/** Cheap for what amounts and dates begin with. */
const isHeaderWord = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' &&
  cell.length > 0 &&
  cell.charCodeAt(0) > 0x39 &&
  headerMeaning(cell) !== undefined;

/** A table that is too narrow to reach the amounts: its first word is a header's. */
function beginsWithHeader(
  columns: Sheet['columns'],
  amounts: readonly Cell[] | undefined,
  row: number,
): boolean {
  if (!isBlank(amounts?.[row])) return false;
  const first = columns.find((cells) => !isBlank(cells[row]));
  return isHeaderWord(first?.[row]);
}
