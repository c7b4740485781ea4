import { withoutBackticks } from '../reading/backticks.ts';
import { type Days, periodsInTitle } from '../reading/period-in-title.ts';
import { labelledDays } from '../reading/labelled-days.ts';
import { noteOfSheet, titleTexts } from '../reading/title-lines.ts';
import { NO_FEN, addFen } from '../money/fen.ts';
import { tablesOf } from '../ledger/table-blocks.ts';
import { crosstab } from '../ledger/unread-tables.ts';
import { type Sheet, rowNumber } from '../sheet.ts';
import { fullestRow, isListOfFigures, leavesOut, numbersIn } from './unread-sheets.ts';
import { severalPartners } from './several-partners.ts';
import type { SettlementFact } from './settlement.facts.ts';
import type { Statement } from './statement.ts';
import { findColumns, pays } from './statement-headers.ts';
import { tablesBelow } from './statement-tables.ts';
import { type SheetRead, readSheet } from './statement-sheet.ts';
import { isHeldByName } from './unpaid-lines.ts';
import {
  withoutHidden,
  withoutRepeats,
  withoutSummaries,
  repeatedLines,
} from './counted-tables.ts';
import { unclearAmount, unusedFigures } from './columns-of-money.ts';

/** A later table of a sheet may be as narrow as a number and an amount. */
const FEWEST_BELOW = 2;

/**
 * Reads the sheets of one or several statement files as one statement. Title lines, notes, repeated
 * headers and total lines are left out; a cell that can't be read becomes a fact and its line is
 * not counted.
 */
export function readStatement(sheets: readonly Sheet[]): Statement {
  const facts: SettlementFact[] = [];
  const others: Sheet[] = [];
  const found = sheets
    .filter((sheet) => sheet.ours !== true)
    .flatMap((sheet) => tablesOf(withoutBackticks(sheet), []))
    .flatMap((sheet) => {
      const tables = tablesBelow(sheet);
      return tables.map((table, at) => ({ sheet: table, isLater: at > 0 }));
    })
    .flatMap(({ sheet, isLater }) => {
      const columns = findColumns(sheet, isLater ? FEWEST_BELOW : undefined);
      if (columns === undefined) {
        const across = crosstab(sheet);
        if (across?.code === 'ledger.crosstab')
          facts.push({ ...across, code: 'settlement.crosstab' });
        else if (isListOfFigures(sheet)) others.push(sheet);
        return [];
      }
      if (!pays(columns)) {
        const place = { sheet: sheet.name, row: rowNumber(sheet, columns.headerRow) };
        const headers = [...columns.rivals.map(({ header }) => header), ...columns.alike];
        facts.push(
          columns.rivals.length > 1
            ? { code: 'settlement.several-amounts', ...place, headers }
            : { code: 'settlement.no-amount-column', ...place, headers },
        );
        return [];
      }
      const unclear = unclearAmount(sheet, columns);
      if (unclear !== undefined) {
        facts.push(unclear);
        return [];
      }
      return [{ sheet, columns }];
    });
  // Where all of them say so it is the statement that waits, for confirmation.
  const waits = found.every(({ sheet }) => isHeldByName(sheet.name));
  const read = found.map(({ sheet, columns }) =>
    readSheet(sheet, columns, {
      unit: noteOfSheet(sheet, columns.headerRow).note.unit ?? 'yuan',
      heldBy: !waits && isHeldByName(sheet.name) ? sheet.name : '',
    }),
  );
  if (read.length === 0 && facts.length === 0)
    facts.push({ code: 'settlement.no-table', seen: fullestRow(sheets) });
  else
    for (const sheet of others)
      facts.push({ code: 'settlement.sheet-unread', sheet: sheet.name, seen: fullestRow([sheet]) });
  const kept = withoutSummaries(withoutRepeats(withoutHidden(read, facts), facts), facts);
  return {
    lines: kept.flatMap((one) => one.lines),
    total: kept.reduce((sum, one) => addFen(sum, one.total), NO_FEN),
    statedTotal:
      kept.length > 0 && kept.every((one) => one.stated !== null)
        ? kept.reduce((sum, one) => addFen(sum, one.stated ?? NO_FEN), NO_FEN)
        : null,
    amountHeader: kept[0]?.columns.header.amount ?? '',
    period: statementPeriod(kept),
    mayBe: openPeriods(kept),
    unread: [
      ...kept.flatMap((one) => one.unread),
      ...others.flatMap(numbersIn),
      // A table of money that is not read may hold any of the orders.
      ...(facts.some(leavesOut) ? [''] : []),
    ],
    facts: [
      ...facts,
      ...kept.flatMap((one) => one.facts),
      ...kept.flatMap(({ sheet, columns }) => unusedFigures(sheet, columns)),
      ...kept.flatMap(({ sheet, lines }) => repeatedLines(sheet, lines)),
      ...kept.flatMap(severalPartners),
    ],
  };
}

const titlePeriods = ({ sheet, columns }: SheetRead): readonly (readonly Days[])[] =>
  [...titleTexts(sheet, columns.headerRow), ...labelledDays(sheet, columns.headerRow)]
    .map(periodsInTitle)
    .filter((periods) => periods.length > 0);

/** "结算周期：2025-01-01 至 2025-03-31" above the header; the widest of several files. */
function statementPeriod(read: readonly SheetRead[]): Statement['period'] {
  const sure = read.flatMap((one) =>
    titlePeriods(one).flatMap(([first, ...more]) => (first && more.length === 0 ? [first] : [])),
  );
  return sure.length === 0
    ? null
    : sure.reduce((all, { from, to }) => ({
        from: from < all.from ? from : all.from,
        to: to > all.to ? to : all.to,
      }));
}

const openPeriods = (read: readonly SheetRead[]): readonly Days[] => {
  const open = read.map((one) => titlePeriods(one).find((periods) => periods.length > 1) ?? []);
  return open.length > 0 && open.every((one) => isSame(one, open[0] ?? [])) ? (open[0] ?? []) : [];
};

const isSame = (one: readonly Days[], other: readonly Days[]): boolean =>
  one.length === other.length && one.every(({ from }, at) => from === other[at]?.from);
