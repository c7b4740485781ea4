import type { CatalogProduct } from '#domain/catalog/products.ts';
import { readCatalog } from '#domain/catalog/read-catalog.ts';
import type { Answers, Ledger } from '#domain/ledger/ledger.ts';
import { type LedgerOptions, readLedger } from '#domain/ledger/read-ledger.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { policyForLedger } from '#domain/policy/what-a-ledger-needs.ts';
import { askByPolicy } from '#domain/rebate/rows-by-policy.ts';
import type { Sheet } from '#domain/sheet.ts';
import { cellsOf, isFactSheet, isPolicySheet } from './policy-cells.ts';
import type { SheetSummary } from '../workbook.port.ts';
import { withoutBackticks } from '#domain/reading/backticks.ts';
import { bareColumns } from '#domain/reading/bare-columns.ts';
import { cellText, isBlank } from '#domain/reading/fold-text.ts';
import { type HeaderMapping, findHeader } from '#domain/reading/header-row.ts';

const CATALOG_SHEETS = ['产品目录', 'catalog', 'products', 'product catalog'];

const isCatalogSheet = (sheet: Pick<Sheet, 'name'>): boolean =>
  CATALOG_SHEETS.includes(sheet.name.normalize('NFKC').trim().toLowerCase());

/** Policy, facts or catalog: no orders stand there, and a change there changes what orders earn. */
export const holdsRules = (sheet: Pick<Sheet, 'name' | 'tables'>): boolean =>
  isPolicySheet(sheet) || isFactSheet(sheet) || isCatalogSheet(sheet);

/** The products that a sheet lists; none when it is no catalog. */
export const catalogOn = (sheet: Sheet): readonly CatalogProduct[] =>
  readCatalog(
    cellsOf(sheet, {
      top: 0,
      left: 0,
      bottom: sheet.rowCount - 1,
      right: sheet.columns.length - 1,
    }),
  );

/** Products of the user's own: those given, then those of the workbook's catalog sheet. */
function ownProducts(
  sheets: readonly Sheet[],
  given: readonly CatalogProduct[] = [],
): readonly CatalogProduct[] {
  const sheet = sheets.find(isCatalogSheet);
  return sheet === undefined ? given : [...given, ...catalogOn(sheet)];
}

interface OrderReading {
  readonly mapping?: LedgerOptions['mapping'];
  readonly answers?: Answers;
  /** Products to look up before those of the workbook. */
  readonly catalog?: readonly CatalogProduct[];
  /** Order sheets that the person does not want counted, by name. */
  readonly leftOut?: readonly string[];
  /** What earlier readings of the same sheets have found. */
  readonly memory?: LedgerOptions['memory'];
  /** Decides whether an order without a category can count, and what a product's family means. */
  readonly policy: Policy | null;
}

/**
 * The orders of a workbook: every sheet that is not ours and not a policy, facts or catalog sheet.
 */
export function readOrders(
  sheets: readonly Sheet[],
  { mapping, answers, catalog, leftOut = [], memory, policy }: OrderReading,
): Ledger {
  const orders = sheets.filter(
    (sheet) => sheet.ours !== true && !holdsRules(sheet) && !leftOut.includes(sheet.name),
  );
  const ledger = readLedger(orders, {
    ...policyForLedger(policy, ownProducts(sheets, catalog)),
    ...(mapping === undefined ? {} : { mapping }),
    ...(answers === undefined ? {} : { answers }),
    ...(memory === undefined ? {} : { memory }),
  });
  return askByPolicy(ledger, policy, answers);
}

const ORDER_NAMES = /订单|台账|销售|明细|流水|orders?|ledger|sales|bookings/i;
const OTHER_NAMES =
  /汇总|目录|说明|政策|对账|结算|复盘|summary|policy|statement|settings|readme|review/i;

/**
 * The sheet that looks most like the orders, by its name and its rows: read in full only when the
 * user analyzes.
 */
export function likelyOrderSheet(sheets: readonly SheetSummary[]): SheetSummary | null {
  const candidates = sheets.filter(
    (sheet) => !sheet.ours && !sheet.hidden && sheet.rowCount > 1 && sheet.columnCount > 1,
  );
  const [first] = [...candidates].sort(
    (a, b) => score(b.name) - score(a.name) || b.rowCount - a.rowCount,
  );
  return first ?? null;
}

const score = (name: string): number =>
  Number(ORDER_NAMES.test(name)) - Number(OTHER_NAMES.test(name));

/**
 * Headers that nobody recognised on the sheet whose header says most: what a person may map when no
 * sheet could be read as orders, because the amount or the date stands under a word of the house's
 * own.
 */
export function unknownHeadersOf(
  sheets: readonly Sheet[],
  mapping: readonly HeaderMapping[],
): readonly string[] {
  const headers = sheets.flatMap((sheet) => findHeader(withoutBackticks(sheet), mapping) ?? []);
  if (headers.length === 0) return columnsOfData(sheets);
  const [best] = headers.sort((a, b) => recognised(b) - recognised(a));
  return (best?.cells ?? []).filter(({ meaning }) => meaning === undefined).map(({ text }) => text);
}

/** The columns of the longest sheet, which has no header at all: each can be said. */
function columnsOfData(sheets: readonly Sheet[]): readonly string[] {
  const [longest] = [...sheets]
    .filter((sheet) => sheet.rowCount > 1 && bareColumns(sheet).length > 1 && hasFigures(sheet))
    .sort((a, b) => b.rowCount - a.rowCount);
  return longest === undefined ? [] : bareColumns(longest);
}

/** Some column holds figures, in numbers or in words: prose has nothing to map. */
const hasFigures = ({ columns, rowCount }: Sheet): boolean =>
  columns.some((cells) => {
    const filled = cells.slice(0, Math.min(rowCount, 50)).filter((cell) => !isBlank(cell));
    return filled.filter((cell) => /\d/.test(cellText(cell))).length * 2 > filled.length;
  });

const recognised = ({
  cells,
}: {
  readonly cells: readonly { readonly meaning: unknown }[];
}): number => cells.filter(({ meaning }) => meaning !== undefined).length;
