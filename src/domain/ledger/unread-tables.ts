import { categoriesAcross, crosstabFact, isCategoryWord } from './categories-across.ts';
import { isFigure } from '../reading/figure.ts';
import { cellText, foldKey, foldText, isBlank } from '../reading/fold-text.ts';
import { searchHeader } from '../reading/header-search.ts';
import { headerMeaning, isAmountRole } from '../reading/headers.ts';
import { meaningOfFormat } from '../reading/number-format.ts';
import { type Cell, type Sheet, cellAddress, cellAt, formatAt } from '../sheet.ts';
import type { LedgerReportFact } from './ledger.facts.ts';
import type { Section } from './sections.ts';
import { pattern } from '../pattern.ts';

/** Why nothing could be read from a sheet that looks like one of orders; `undefined`: no idea. */
export function causeOfSilence(
  sheet: Sheet,
  sections: readonly Section[],
): LedgerReportFact | undefined {
  return (
    crosstab(sheet) ?? acrossFact(sections) ?? emptyAmount(sheet, sections) ?? bothSides(sheet)
  );
}

const MONTH = pattern()`
  ^(?:(?:20)?\d\d[年/.\-]?)?(?:0?[1-9]|1[0-2]|十[一二]?|[一二三四五六七八九])月份?(?:金额|销售额
  |销量|业绩|实付|消费)?$|^20\d\d[-/.年](?:0?[1-9]|1[0-2])$
  |^(?:(?:20)?\d\d年?[-/]?)?(?:第?[一二三四1-4]季度?|q[1-4])$|^q[1-4][-/']?(?:20)?\d\d$|^(?:jan|feb
  |mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*[-/'.]?(?:(?:20)?\d\d)?$
`;

function isPeriod(cell: Cell, format: string | null): boolean {
  if (typeof cell === 'number')
    return (
      (cell > 200000 && cell < 210000 && cell % 100 >= 1 && cell % 100 <= 12) ||
      (cell > 36000 && cell < 80000 && meaningOfFormat(format).isDate)
    );
  return typeof cell === 'string' && cell.length <= 20 && MONTH.test(foldKey(cell));
}

/** A header with a word or two and then one month, or quarter, a column. */
export function crosstab(sheet: Sheet): LedgerReportFact | undefined {
  return searchHeader(sheet.rowCount, (row) => {
    const filled = sheet.columns
      .map((_, column) => ({ column, cell: cellAt(sheet, row, column) }))
      .filter(({ cell }) => !isBlank(cell));
    const periods = filled.filter(({ cell, column }) =>
      isPeriod(cell, formatAt(sheet, row, column)),
    );
    const [first] = periods;
    const hasWord = filled.some(
      ({ cell }) => typeof cell === 'string' && headerMeaning(foldText(cell)) !== undefined,
    );
    if (first === undefined || periods.length < 2 || !hasWord) return undefined;
    return {
      says: periods.length,
      header: crosstabFact(sheet, row, { ...first, text: foldText(cellText(first.cell)) }),
    };
  });
}

function acrossFact(sections: readonly Section[]): LedgerReportFact | undefined {
  for (const section of sections) {
    const first = categoriesAcross(section, section.layout);
    if (first !== undefined)
      return crosstabFact(section.sheet, section.layout.header.bottom, first);
  }
  return undefined;
}

/** The header is there and its cells are empty: formulas lost their values on the way. */
function emptyAmount(sheet: Sheet, sections: readonly Section[]): LedgerReportFact | undefined {
  for (const { layout, from, to } of sections) {
    const cell = layout.header.cells.find(
      ({ meaning, column }) =>
        meaning !== undefined &&
        (isAmountRole(meaning.role) || meaning.role === 'refundAmount') &&
        sheet.columns[column]?.slice(from, to).some(isFigure) !== true,
    );
    if (layout.amount === undefined && cell !== undefined)
      return {
        code: 'ledger.amount-empty',
        sheet: sheet.name,
        header: cell.text,
        cell: cellAddress(layout.header.bottom, cell.column),
      };
  }
  return undefined;
}

const SIDES = /^(?:借方|贷方|借|贷|debit|credit|dr|cr)(?:金额|发生额|amount)?$/;

/** Debit and credit mean the opposite in a bank's and in one's own books. */
const bothSides = (sheet: Sheet): LedgerReportFact | undefined =>
  searchHeader(sheet.rowCount, (row) => {
    const headers = textsOf(sheet, row).filter((text) => SIDES.test(foldKey(text)));
    return headers.length < 2
      ? undefined
      : {
          says: headers.length,
          header: { code: 'ledger.debit-credit', sheet: sheet.name, headers } as const,
        };
  });

const textsOf = (sheet: Sheet, row: number): readonly string[] =>
  sheet.columns.flatMap((_, column) => {
    const cell = cellAt(sheet, row, column);
    return typeof cell === 'string' && !isBlank(cell) ? [foldText(cell)] : [];
  });

const LEAST_HEADERS = 3;

/** A row of words above figures, in a sheet of which nobody knows what is the amount. */
export function strangeHeader(sheet: Sheet): LedgerReportFact | undefined {
  return searchHeader(sheet.rowCount, (row) => {
    const headers = textsOf(sheet, row).filter((text) => text.length <= 40 && !isFigure(text));
    const below = [...sheet.columns.keys()].filter((at) => isFigure(cellAt(sheet, row + 1, at)));
    if (headers.length < LEAST_HEADERS || below.length === 0) return undefined;
    const across = below
      .map((column) => ({ column, text: foldText(cellText(cellAt(sheet, row, column))) }))
      .filter(({ text }) => isCategoryWord(text));
    const [first] = across;
    return {
      says: headers.length,
      header:
        first !== undefined && across.length > 1
          ? crosstabFact(sheet, row, first)
          : {
              code: 'ledger.no-amount-column',
              sheet: sheet.name,
              unknownHeaders: headers.filter((text) => headerMeaning(text) === undefined),
            },
    };
  });
}
