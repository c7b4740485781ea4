import type { TemplateWords } from '../../template-language.ts';
import { GUARD_ROW, PART, parts, type Places, rules, TOKENS, COMPONENTS } from './plain-layout.ts';
import { type Worked, worked } from './plain-cells.ts';
import type { WordLists } from './word-block.ts';

/** Whole columns of the user's sheets, as formulas write them. */
export interface GuardColumns {
  readonly policyHeader: string;
  readonly policyHeaderRow: string;
  readonly policyBeyond: string;
  readonly wantedHeader: string;
  readonly headers: number;
  readonly orders: {
    readonly id: string;
    readonly category: string;
    readonly day: string;
    readonly ordered: string;
    readonly counted: string;
  };
  /** The order table's headers, what they have to be, and what stands beside the table. */
  readonly table: {
    readonly header: string;
    readonly wanted: string;
    readonly columns: number;
    /** All that stands there, and the part of it that is the add-in's. */
    readonly headersBeside: readonly [string, string];
    /** Columns beside the table with their headers, and the part of them that is the add-in's. */
    readonly notes: readonly [string, string];
    readonly spilled: readonly [string, string];
    /** All that stands there, and the part of it that is looked through. */
    readonly cellsFarOut: readonly [string, string];
    /** Headers of columns that the add-in itself adds to an order sheet. */
    readonly ours: readonly string[];
  };
  readonly deals: { readonly amount: string; readonly status: string };
  readonly catalogCategory: string;
}

export type Guard = keyof TemplateWords['plain']['guards'];
export const GUARDS: readonly Guard[] = [
  'columns',
  'orderColumns',
  'rules',
  'components',
  'spellings',
  'orders',
  'rows',
  'deals',
  'catalog',
];
export const READY_ROW = GUARD_ROW + GUARDS.length;

/**
 * Each says 1 when the plain formulas can't vouch for a figure and the add-in is needed. A guard
 * that fails itself counts as one.
 */
export function guardFormula(
  guard: Guard,
  at: Places,
  words: WordLists,
  columns: GuardColumns,
  see: string,
): Worked {
  const numbers = rules(at, 'number');
  const named = parts(at, PART.number);
  const conditions: Readonly<Record<Guard, string>> = {
    columns:
      `OR(COUNTA(${columns.policyHeaderRow})<>${columns.headers},SUMPRODUCT(--(` +
      `${columns.policyHeader}=${columns.wantedHeader}))<>${columns.headers})`,
    orderColumns: tableFormula(columns.table, words),
    rules: `OR(SUM(${rules(at, 'fault')})>0,COUNTA(${columns.policyBeyond})>0,MAX(${numbers})=0)`,
    components:
      `OR(MAX(${numbers})>${COMPONENTS},SUMPRODUCT((${named}>0)*(` +
      `${parts(at, PART.fine)}=0))>0)`,
    spellings: `OR(${['基础', '安全']
      .map(
        (group) =>
          `SUMPRODUCT((${words.pairs('same', 1, 1)}="${group}")*(COUNTIF(` +
          `${parts(at, PART.earns, 2 * TOKENS)},${words.pairs('same', 1)})>0))>1`,
      )
      .join(',')})`,
    orders: `COUNTIF(${columns.orders.counted},"${see}")>0`,
    rows: `${rowsWithoutFormula(columns)}>0`,
    deals:
      `COUNTA(${columns.deals.amount})-1>SUMPRODUCT(COUNTIFS(${columns.deals.status},` +
      `${words.range('notCounting')},${columns.deals.amount},"<>"))`,
    catalog: `SUMPRODUCT(COUNTIF(${columns.catalogCategory},${words.range('ownWords')}))>0`,
  };
  return worked(`IFERROR(IF(${conditions[guard]},1,0),1)`, 0);
}

/** Other columns, and words beside the table, may say something of a row that the add-in reads. */
function tableFormula(
  {
    header,
    wanted,
    columns,
    headersBeside,
    notes,
    spilled,
    cellsFarOut,
    ours,
  }: GuardColumns['table'],
  words: WordLists,
): string {
  const hinting = (cells: string): string =>
    `SUMPRODUCT(COUNTIF(${cells},"*"&${words.range('remarkHints')}&"*"))`;
  const below = ([all, head]: readonly [string, string]): string =>
    `${hinting(all)}-${hinting(head)}`;
  const names = ours.map((name) => `"${name}"`).join(',');
  return `OR(${[
    `COUNTA(${header})<>${columns}`,
    `SUMPRODUCT(--(${header}=${wanted}))<>${columns}`,
    `${headersBeside.map((cells) => `COUNTA(${cells})`).join('-')}>SUM(COUNTIF(` +
      `${headersBeside[0]},{${names}}))`,
    `(${below(notes)})-(${below(spilled)})>0`,
    `${cellsFarOut.map((cells) => `COUNTA(${cells})`).join('-')}>0`,
  ].join(',')})`;
}

/**
 * Orders below the table's last row have no formulas of their own: how many. What a formula leaves
 * empty is counted as blank by every program; "?*" finds texts in one and numbers, too, in another.
 */
export function rowsWithoutFormula({ orders }: Pick<GuardColumns, 'orders'>): string {
  const filled = [orders.id, orders.category, orders.day, orders.ordered];
  return (
    `(MAX(${filled.map((column) => `COUNTA(${column})`).join(',')})-ROWS(${orders.counted})+` +
    `COUNTBLANK(${orders.counted}))`
  );
}
