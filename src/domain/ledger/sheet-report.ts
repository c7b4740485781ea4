import { MOST_SECTIONS } from '../bounds.ts';
import type { LedgerReportFact } from './ledger.facts.ts';
import { isFigure } from '../reading/figure.ts';
import { rowNumber } from '../sheet.ts';
import type { OrderSheet } from './order-sheets.ts';
import { idleColumns } from './idle-columns.ts';
import type { Section } from './sections.ts';
import { causeOfSilence } from './unread-tables.ts';
import { areAllNet } from './tax-of-amounts.ts';
import type { Fen } from '../money/fen.ts';
import { type Ledger, counts, kindOf } from './ledger.ts';
import type { RowKind } from './row-kind.ts';

/** What was taken of a sheet and what was passed over. */
export function reportOfSheet({ sheet, sections }: OrderSheet): LedgerReportFact[] {
  const layout = sections[0]?.layout;
  if (layout?.amount === undefined) return [];
  const facts: LedgerReportFact[] = [];
  const { amount, passedOver, fields, at } = layout;
  if (layout.instalments.length > 1)
    facts.push({
      code: 'ledger.instalments-added',
      sheet: sheet.name,
      headers: layout.instalments.map(({ header }) => header),
    });
  else
    facts.push({
      code: 'ledger.amount-column',
      sheet: sheet.name,
      header: amount.header,
      passedOver: passedOver.map(({ header }) => header),
    });
  if (amount.role === 'listPrice')
    facts.push({ code: 'ledger.list-price-column', sheet: sheet.name, header: amount.header });
  if (amount.role === 'netAmount' || (sections[0] !== undefined && areAllNet(sections[0])))
    facts.push({ code: 'ledger.net-amount-column', sheet: sheet.name, header: amount.header });
  for (const { header } of layout.refunds)
    facts.push({ code: 'ledger.refund-column', sheet: sheet.name, header });
  const { note, notePlace: place = 'above' } = sections[0] ?? {};
  if (note?.unit !== undefined && amount.note.unit === note.unit)
    facts.push({ code: 'ledger.unit-beside-table', sheet: sheet.name, unit: note.unit, place });
  const day = fields.paidOn ?? fields.signedOn;
  const otherDays =
    fields.paidOn === undefined
      ? []
      : [at.get('signingDay'), at.get('orderDay')]
          .filter((cell) => cell !== undefined)
          .map(({ text }) => text);
  if (day !== undefined)
    facts.push({
      code: 'ledger.date-column',
      sheet: sheet.name,
      header: day.header,
      passedOver: otherDays,
    });
  else if (layout.dateParts !== undefined)
    facts.push({
      code: 'ledger.date-column',
      sheet: sheet.name,
      header: layout.dateParts.map(({ text }) => text).join(' + '),
      passedOver: [],
    });
  else if (fields.period !== undefined)
    facts.push({ code: 'ledger.month-as-date', sheet: sheet.name, header: fields.period.header });
  else facts.push({ code: 'ledger.no-date-column', sheet: sheet.name });
  if (fields.category === undefined && fields.product === undefined)
    facts.push({ code: 'ledger.no-category-column', sheet: sheet.name });
  return [...facts, ...idleFact(sheet.name, sections, otherDays)];
}

/** Known columns without a part in any figure, of all tables of the sheet. */
function idleFact(
  sheet: string,
  sections: readonly Section[],
  named: readonly string[],
): LedgerReportFact[] {
  const headers = new Set(
    sections.flatMap((section) =>
      section.layout.amount === undefined ? [] : idleColumns(section, named),
    ),
  );
  return headers.size === 0 ? [] : [{ code: 'ledger.columns-idle', sheet, headers: [...headers] }];
}

/** Tables further down a sheet that is read, which hold figures but no amounts that could count. */
export function reportOfUnreadSections({ sheet, sections }: OrderSheet): LedgerReportFact[] {
  const end = sections.at(-1)?.to ?? sheet.rowCount;
  const beyond: LedgerReportFact = {
    code: 'ledger.tables-beyond',
    sheet: sheet.name,
    row: rowNumber(sheet, end),
    most: MOST_SECTIONS,
  };
  const unread = sections.flatMap((section): LedgerReportFact[] => {
    const { layout, from, to } = section;
    if (layout.amount !== undefined) return [];
    const cause = causeOfSilence(sheet, [section]);
    const hasFigures = sheet.columns.some((cells) => cells.slice(from, to).some(isFigure));
    if (cause !== undefined) return [cause];
    return hasFigures
      ? [{ code: 'ledger.table-left-out', sheet: sheet.name, row: rowNumber(sheet, from - 1) }]
      : [];
  });
  return end < sheet.rowCount ? [...unread, beyond] : unread;
}

const SAYS_NOTHING: readonly RowKind[] = ['blank', 'header', 'note', 'subtotal'];

const ROWS_NAMED = 50;

/** Rows that nobody sees and that count all the same. */
export function hiddenRows(
  ledger: Omit<Ledger, 'report'>,
  chosen: readonly OrderSheet[],
): LedgerReportFact[] {
  let base = 0;
  return chosen.flatMap(({ sheet }) => {
    const start = base;
    base += sheet.rowCount;
    const indices = (sheet.hiddenRows ?? [])
      .filter((row) => row < sheet.rowCount)
      .map((row) => start + row)
      .filter((index) => !SAYS_NOTHING.includes(kindOf(ledger, index)));
    if (indices.length === 0) return [];
    const counted = indices.filter((index) => counts(kindOf(ledger, index)));
    return [
      {
        code: 'ledger.rows-hidden',
        sheet: sheet.name,
        count: indices.length,
        rows: indices.slice(0, ROWS_NAMED).map((index) => ledger.row[index] ?? 0),
        amount: counted.reduce((sum, index) => sum + (ledger.amount[index] || 0), 0) as Fen,
      },
    ];
  });
}
