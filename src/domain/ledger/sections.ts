import { MOST_SECTIONS } from '../bounds.ts';
import { type Sheet, cellAt } from '../sheet.ts';
import { cellText, foldKey, foldText } from '../reading/fold-text.ts';
import {
  type Header,
  type HeaderMapping,
  findHeader,
  headerAt,
  repeatsHeader,
} from '../reading/header-row.ts';
import { type MoneyNote, headerMeaning } from '../reading/headers.ts';
import { noteAbove } from '../reading/title-lines.ts';
import { type Layout, isSameLayout, layoutOf } from './layout.ts';
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
  /** Lines above the header say something about bare amounts. */
  readonly note: MoneyNote;
}

export function sectionsOf(sheet: Sheet, mapping: readonly HeaderMapping[]): Section[] {
  const first = findHeader(sheet, mapping);
  if (first === undefined) return [];
  const note = noteAbove(sheet, first.top);
  const sections: Section[] = [];
  let header = first;
  while (sections.length < MOST_SECTIONS) {
    const range = { sheet, from: header.bottom + 1, to: sheet.rowCount };
    const whole = layoutOf(range, header, note);
    const { repeated, next } = laterHeaders(range, whole, mapping);
    const to = next?.top ?? sheet.rowCount;
    const headerRows = new Set(repeated);
    for (let row = header.top; row <= header.bottom; row++) headerRows.add(row);
    sections.push({
      sheet,
      from: header.bottom + 1,
      to,
      layout: next === undefined ? whole : layoutOf({ ...range, to }, header, note),
      headerRows,
      refunds: refundsTitle(sheet, header.top),
      note,
    });
    if (next === undefined) break;
    header = next;
  }
  return sections;
}

const REFUNDS =
  /^(?:[一二三四五六七八九十\d]{1,3}[、.)])?(?:20\d\d年?)?(?:\d{1,2}月份?|q[1-4]|第?[一二三四]季度)?(?:客户|订单|云产品|.{0,3}云)?(?:退款|退订|退货|退费|退单|红冲|冲红|扣回|refund(?:s|ed)?|return(?:s|ed)?|creditnotes?|creditmemos?|chargebacks?|clawbacks?)(?:明细|记录|列表|清单|表|单|订单|台账|汇总|登记|情况|list|log|orders?|sheet|details?)*(?:20\d\d年?|q[1-4]|\d{1,2}月?)?$/;

/** What says that a table lists refunds: its heading, alone in the nearest line above, or its sheet. */
function refundsTitle(sheet: Sheet, headerTop: number): string {
  for (let row = headerTop - 1; row >= Math.max(0, headerTop - 3); row--) {
    const texts = sheet.columns
      .map((cells) => foldText(cellText(cells[row])))
      .filter((text) => text !== '');
    if (texts.length === 0) continue;
    if (texts.length === 1 && isRefundsTitle(texts[0] ?? '')) return texts[0] ?? '';
    break;
  }
  return isRefundsTitle(sheet.name) ? sheet.name : '';
}

const isRefundsTitle = (text: string): boolean =>
  REFUNDS.test(foldKey(text).replace(/[-_:：()]/g, ''));

/**
 * Headers below: those that say the same again, up to the first that puts its columns elsewhere.
 */
function laterHeaders(
  { sheet, from, to }: RowRange,
  layout: Layout,
  mapping: readonly HeaderMapping[],
): { repeated: number[]; next: Header | undefined } {
  const repeated: number[] = [];
  const watched = [
    layout.amount?.column,
    layout.fields.paidOn?.column ?? layout.fields.signedOn?.column,
  ].filter((column) => column !== undefined);
  for (let row = from; row < to; row++) {
    if (!watched.some((column) => isHeaderWord(sheet, row, column))) continue;
    const header = repeatsHeader(sheet, row, mapping);
    if (header === undefined) continue;
    if (!isSameLayout(layout.header, header))
      return { repeated, next: headerAt(sheet, row, row, mapping) };
    repeated.push(row);
  }
  return { repeated, next: undefined };
}

/** Cheap for what amounts and dates begin with. */
function isHeaderWord(sheet: Sheet, row: number, column: number): boolean {
  const cell = cellAt(sheet, row, column);
  if (typeof cell !== 'string' || cell.length === 0 || cell.charCodeAt(0) <= 0x39) return false;
  return headerMeaning(cell) !== undefined;
}
