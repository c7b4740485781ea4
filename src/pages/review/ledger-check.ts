import { addDays, dateFromSerial } from '#domain/calendar/local-date.ts';
import type { Period } from '#domain/calendar/period.ts';
import type { Ledger, LedgerSheet } from '#domain/ledger/ledger.ts';
import type { LedgerField } from '#domain/reading/ledger-fields.ts';
import type { CheckItem } from '#domain/review/check-item.ts';
import { type Cell, type Sheet, columnName } from '#domain/sheet.ts';
import { cellReference } from '../cell-reference.ts';
import { dateCall, written } from './ledger-trace.ts';

/** The formula, and what it came to on the day of the review. */
export interface Check {
  readonly item: CheckItem;
  readonly formula: string;
  readonly result: number;
}

/** Names of one column that get a line each. More are told by their sum alone. */
const MOST_NAMES = 15;
/** A criterion takes no more, in Excel's own words. */
const LONGEST_NAME = 255;
/** Sheets that one formula adds up: it has to stay as short as Excel allows. */
const MOST_SHEETS = 24;

/**
 * Figures that move when an order is added, taken away or changed in its amount, day, category,
 * status, received rebate or chance. Empty where there are too many sheets for one formula.
 */
export function ledgerChecks(
  ledger: Ledger,
  sheets: readonly Sheet[] | undefined,
  periods: readonly Period[],
): readonly Check[] {
  const known = sheets === undefined ? [] : sheetsOf(ledger, sheets);
  if (known.length === 0 || known.length > MOST_SHEETS) return [];
  const amounts = known.map((sheet) => sheet.at('amount'));
  return [
    check({ kind: 'rows' }, amounts, 'COUNT', (cells) => cells.filter(isNumber).length),
    check({ kind: 'amounts' }, amounts, 'SUM', sumOf),
    check({ kind: 'received' }, columnsOf(known, 'rebateReceived'), 'SUM', sumOf),
    check({ kind: 'probabilities' }, columnsOf(known, 'probability'), 'SUM', sumOf),
    ...ofPeriods(known, periods),
    ...ofNames(known, 'category', 'amounts-of'),
    ...ofNames(known, 'status', 'rows-of'),
    ...ofNames(known, 'orderType', 'rows-of'),
  ].flatMap((each) => each ?? []);
}

/** A column as a formula names it, and its cells. */
interface Column {
  readonly name: string;
  readonly cells: readonly Cell[];
  /** 0-based. */
  readonly headerRow: number;
}

class OrderSheet {
  constructor(
    private readonly sheet: Sheet,
    private readonly known: LedgerSheet,
  ) {}

  get isFrom1904(): boolean {
    return this.sheet.date1904 ?? false;
  }

  /** Sheets without a category tell it by the product. */
  at(field: LedgerField): Column | undefined {
    const { sheet, known } = this;
    const found =
      known.columns[field] ?? (field === 'category' ? known.columns.product : undefined);
    if (found === undefined) return undefined;
    const letter = columnName(found.column);
    return {
      name: cellReference(sheet.name, `$${letter}:$${letter}`),
      cells: sheet.columns[found.column] ?? [],
      headerRow: known.headerRow - 1,
    };
  }

  get day(): Column | undefined {
    return this.at('paidOn') ?? this.at('signedOn');
  }
}

const sheetsOf = (ledger: Ledger, sheets: readonly Sheet[]): readonly OrderSheet[] =>
  ledger.sheets.flatMap((known) => {
    const sheet = known.columns.amount === undefined ? undefined : written(sheets, known.name);
    return sheet === undefined ? [] : [new OrderSheet(sheet, known)];
  });

const columnsOf = (sheets: readonly OrderSheet[], field: LedgerField): readonly Column[] =>
  sheets.flatMap((sheet) => sheet.at(field) ?? []);

function check(
  item: CheckItem,
  columns: readonly (Column | undefined)[],
  call: 'COUNT' | 'SUM',
  of: (cells: readonly Cell[]) => number,
): Check | null {
  const found = columns.filter((column) => column !== undefined);
  // A column of texts adds up to nothing, whatever stands in it.
  if (!found.some(({ cells }) => cells.some(isNumber))) return null;
  return {
    item,
    formula: rounded(found.map(({ name }) => `${call}(${name})`)),
    result: settled(found.reduce((sum, { cells }) => sum + of(cells), 0)),
  };
}

function ofPeriods(sheets: readonly OrderSheet[], periods: readonly Period[]): readonly Check[] {
  const dated = sheets.flatMap((sheet) => {
    const [amount, day] = [sheet.at('amount'), sheet.day];
    return amount === undefined || day === undefined
      ? []
      : [{ amount, day, sums: sumsByPeriod(amount.cells, day.cells, sheet.isFrom1904, periods) }];
  });
  if (dated.length === 0) return [];
  return periods.map((period, at) =>
    joined(
      { kind: 'amounts-of-period', name: period.label },
      dated.map(({ amount, day, sums }) => ({
        formula:
          `SUMIFS(${amount.name},${day.name},">="&${dateCall(period.from)},` +
          `${day.name},"<"&${dateCall(addDays(period.to, 1))})`,
        result: sums[at] ?? 0,
      })),
    ),
  );
}

function sumsByPeriod(
  amounts: readonly Cell[],
  days: readonly Cell[],
  isFrom1904: boolean,
  periods: readonly Period[],
): readonly number[] {
  const sums = periods.map(() => 0);
  days.forEach((serial, row) => {
    const amount = amounts[row];
    if (typeof serial !== 'number' || typeof amount !== 'number') return;
    const day = dateFromSerial(serial, isFrom1904);
    if (day === undefined) return;
    // A month and a quarter overlap where components are paid by both.
    periods.forEach(({ from, to }, at) => {
      if (from <= day && day <= to) sums[at] = (sums[at] ?? 0) + amount;
    });
  });
  return sums;
}

/** One figure for each of the words that stand in a column. */
function ofNames(
  sheets: readonly OrderSheet[],
  field: LedgerField,
  kind: 'amounts-of' | 'rows-of',
): readonly Check[] {
  const sums = sheets.flatMap((sheet) => {
    const [column, amount] = [sheet.at(field), sheet.at('amount')];
    return column === undefined || amount === undefined
      ? []
      : [{ column, amount, found: byName(column, amount, kind) }];
  });
  const names = new Map(
    sums.flatMap(({ found }) => [...found].map(([key, { name }]) => [key, name])),
  );
  return [...names].slice(0, MOST_NAMES).map(([key, name]) =>
    joined(
      { kind, name },
      sums.flatMap(({ column, amount, found }) => {
        const own = found.get(key);
        if (own === undefined) return [];
        const word = `"${name.replaceAll('"', '""')}"`;
        const formula =
          kind === 'rows-of'
            ? `COUNTIF(${column.name},${word})`
            : `SUMIFS(${amount.name},${column.name},${word})`;
        return [{ formula, result: own.result }];
      }),
    ),
  );
}

/** What COUNTIF and SUMIFS find under each text: they compare without case. */
function byName(
  column: Column,
  amount: Column,
  kind: 'amounts-of' | 'rows-of',
): ReadonlyMap<string, { readonly name: string; readonly result: number }> {
  const found = new Map<string, { name: string; result: number }>();
  column.cells.forEach((cell, row) => {
    if (typeof cell !== 'string' || row === column.headerRow || !canBeAsked(cell)) return;
    const key = cell.toLowerCase();
    const known = found.get(key) ?? { name: cell, result: 0 };
    found.set(key, known);
    const figure = kind === 'rows-of' ? 1 : amount.cells[row];
    if (typeof figure === 'number') known.result += figure;
  });
  return found;
}

/** Signs that a criterion reads as a comparison or a wildcard, and what it reads as a number. */
const canBeAsked = (text: string): boolean =>
  text.trim() !== '' &&
  text.length <= LONGEST_NAME &&
  !/[*?~<>=]/.test(text) &&
  !/^\s*[-+.\d(¥￥$]|^(true|false)$/i.test(text);

interface Part {
  readonly formula: string;
  readonly result: number;
}

const joined = (item: CheckItem, parts: readonly Part[]): Check => ({
  item,
  formula: rounded(parts.map(({ formula }) => formula)),
  result: settled(parts.reduce((sum, { result }) => sum + result, 0)),
});

/** Places that a sum of doubles is good for: amounts in 万 have six. */
const PLACES = 6;

const rounded = (parts: readonly string[]): string => `ROUND(${parts.join('+')},${PLACES})`;

const settled = (sum: number): number => Number(sum.toFixed(PLACES));

const isNumber = (cell: Cell): cell is number => typeof cell === 'number';

const sumOf = (cells: readonly Cell[]): number =>
  cells.filter(isNumber).reduce((sum, value) => sum + value, 0);
