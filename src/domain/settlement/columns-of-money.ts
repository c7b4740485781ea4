import { NO_FEN, type Fen } from '../money/fen.ts';
import { asksOfDoubts } from './doubted-lines.ts';
import { asksYesOrNo } from './unpaid-lines.ts';
import { saysUnpaid } from '../ledger/row-words.ts';
import type { HeaderRole } from '../reading/header-roles.ts';
import { headerMeaning } from '../reading/headers.ts';
import { type Sheet, cellAt, rowNumber } from '../sheet.ts';
import type { SettlementFact } from './settlement.facts.ts';
import { cellText, isUnread, readMoney } from './statement-cells.ts';
import { type PayingColumns, isChosenAmount } from './statement-headers.ts';
import { pattern } from '../pattern.ts';

/**
 * Why nobody can tell which column of money is to be checked: several pay, or due, paid and open
 * differ. `undefined` where one pays.
 */
export const unclearAmount = (sheet: Sheet, columns: PayingColumns): SettlementFact | undefined =>
  severalAmounts(sheet, columns) ?? openStates(sheet, columns);

/** Columns that pay beside the one that was taken, which is not their sum. */
function severalAmounts(sheet: Sheet, columns: PayingColumns): SettlementFact | undefined {
  const { at, header, rivals, headerRow } = columns;
  const rows = rowsBelow(sheet, headerRow);
  const paying = rivals.filter(({ column }) => hasFigures(sheet, column, headerRow));
  if (paying.length === 0) return undefined;
  const isSum = rows.every(
    (row) =>
      figure(sheet, row, at.amount) ===
      paying.reduce((sum, { column }) => sum + figure(sheet, row, column), 0),
  );
  return isSum
    ? undefined
    : {
        code: 'settlement.several-amounts',
        sheet: sheet.name,
        row: rowNumber(sheet, headerRow),
        headers: [header.amount ?? '', ...paying.map((rival) => rival.header)],
      };
}

/** Due, paid and open differ, and nobody has said which of them is to be checked. */
function openStates(sheet: Sheet, columns: PayingColumns): SettlementFact | undefined {
  const { header, headerRow } = columns;
  const amount = header.amount ?? '';
  const headers = differingStates(sheet, columns);
  return headers.length === 0 || isChosenAmount(amount)
    ? undefined
    : {
        code: 'settlement.no-amount-column',
        sheet: sheet.name,
        row: rowNumber(sheet, headerRow),
        headers: [amount, ...headers],
      };
}

/** Figures, but no money. */
const NO_MONEY = pattern('i')`
  数量|个数|序号|编号|单号|比例|率|折扣|月|年|日|时|电话|号|份|周期|账期|qty|quantity|number|no\.?$
  |#|id|rate|%|date|month|year|period|phone
`;

/** Known, and yet it may take off what a line pays or be a part of it. */
const CHANGES: ReadonlySet<HeaderRole> = new Set(['refundAmount', 'instalment', 'ignored']);

/**
 * Columns of figures whose header is not known, in the lines that pay: an adjustment in one of them
 * is in no line.
 */
export function unusedFigures(sheet: Sheet, columns: PayingColumns): readonly SettlementFact[] {
  const { at, headerRow, last } = columns;
  const used = new Set<number | undefined>(Object.values(at));
  const headers = differingStates(sheet, columns);
  for (let column = 0; column <= last; column += 1) {
    const header = cellText(cellAt(sheet, headerRow, column));
    if (used.has(column) || header === '' || NO_MONEY.test(header)) continue;
    if (headers.includes(header) || asksYesOrNo(header) || asksOfDoubts(header)) continue;
    const role = headerMeaning(header)?.role;
    if ((role === undefined || CHANGES.has(role)) && hasFigures(sheet, column, headerRow))
      headers.push(header);
  }
  return headers.length === 0
    ? []
    : [{ code: 'settlement.columns-unused', sheet: sheet.name, headers }];
}

/**
 * Headers of columns whose figures tell another state of the money than the column that pays: paid
 * where it is due, or any that is still open.
 */
function differingStates(sheet: Sheet, { at, states, headerRow }: PayingColumns): string[] {
  const differs = ({ column, header }: (typeof states)[number]): boolean =>
    hasFigures(sheet, column, headerRow) &&
    (saysUnpaid(header) ||
      OPEN_BALANCE.test(header) ||
      rowsBelow(sheet, headerRow).some(
        (row) => figure(sheet, row, column) !== figure(sheet, row, at.amount),
      ));
  return states.filter(differs).map(({ header }) => header);
}

/** In a header: money that is still to come, whatever its state. */
const OPEN_BALANCE = /未|outstanding|balance/i;

/** Money of a cell under any header, in fen; 0 where none can be read. */
function figure(sheet: Sheet, row: number, column: number): Fen {
  const read = readMoney(cellAt(sheet, row, column), 'yuan');
  return read === null || isUnread(read) ? NO_FEN : read;
}

const hasFigures = (sheet: Sheet, column: number, headerRow: number): boolean =>
  rowsBelow(sheet, headerRow).some((row) => figure(sheet, row, column) !== 0);

const rowsBelow = ({ rowCount }: Sheet, headerRow: number): number[] =>
  Array.from({ length: rowCount - headerRow - 1 }, (_, index) => headerRow + 1 + index);
