import { columnName } from '#domain/sheet.ts';
import type { TemplateWords } from '../../template-language.ts';

/**
 * Where everything stands on the sheet of plain formulas. Rows and columns count from 1, as
 * formulas write them.
 */
export const POLICY_ROWS = 40;
export const COMPONENTS = 8;
/** Names in one list of categories. */
export const TOKENS = 8;
/** Windows of a year: quarters at most. */
export const WINDOWS = 4;

/** Parts of a fen that the orders' remainders are compared in. */
export const FRACTION = 1_000_000;

export const YEAR_ROW = 4;
/** In the row of the year: how many days the orders' days lie apart. */
export const SPAN_COLUMN = 4;
/** One row a reason why the add-in is needed; the last says whether none of them holds. */
export const GUARD_ROW = 5;
export const WORDS_ROW = 18;
/** Rows kept for the longest list of words. */
const WORD_ROWS = 80;
export const RULES_ROW = WORDS_ROW + WORD_ROWS + 2;
export const COMPONENTS_ROW = RULES_ROW + POLICY_ROWS + 3;

/** Fields that a row of the policy takes from the row above inside its component. */
export const CARRIED = [
  'policy',
  'categories',
  'counts',
  'scheme',
  'edge',
  'accumulate',
  'pay',
  'trueUp',
  'yearStart',
  'from',
  'to',
  'stack',
  'base',
  'taxRate',
  'rounding',
  'refund',
] as const;
export type Carried = (typeof CARRIED)[number];

/** Columns of the block with one row a tier. */
export const RULE = {
  component: 1,
  number: 2,
  threshold: 3,
  rate: 4,
  bonus: 5,
  tier: 6,
  step: 7,
  fault: 8,
} as const;
const FIRST_CARRIED = 9;

/** Columns of the block with one row a component. */
export const PART = {
  name: 1,
  lastRule: 2,
  number: 3,
  scheme: 4,
  edge: 5,
  windows: 6,
  divisor: 7,
  rounding: 8,
  categoryList: 9,
  countList: 10,
  allEarn: 11,
  allCount: 12,
  same: 13,
  shared: 14,
  fine: 15,
  earns: 16,
  counts: 16 + TOKENS,
  first: 16 + 2 * TOKENS,
} as const;
/** Of each window, from `PART.first` on. */
const WINDOW = [
  'from',
  'next',
  'tierSales',
  'sales',
  'tier',
  'rate',
  'rebate',
  'earned',
  'odd',
  'exact',
] as const;
export type WindowColumn = (typeof WINDOW)[number];
export const PART_TOTAL = PART.first + WINDOW.length * WINDOWS;

/**
 * Figure by figure, each with its windows side by side: an order refers to the figures it needs and
 * never to a block that itself may rest on those cells of the orders.
 */
export const windowColumn = (name: WindowColumn, window: number): number =>
  PART.first + WINDOW.indexOf(name) * WINDOWS + window - 1;

/** References into one sheet, absolute, as other sheets write them. */
export class Places {
  constructor(private readonly sheet: string) {}

  cell(row: number, column: number): string {
    return `${this.sheet}!$${columnName(column - 1)}$${row}`;
  }

  block(row: number, column: number, rows: number, columns = 1): string {
    return `${this.cell(row, column)}:$${columnName(column + columns - 2)}$${row + rows - 1}`;
  }
}

export const plainPlaces = (words: TemplateWords): Places => new Places(`'${words.sheets.plain}'`);

export const ruleColumn = (column: keyof typeof RULE | Carried): number =>
  Object.hasOwn(RULE, column)
    ? RULE[column as keyof typeof RULE]
    : FIRST_CARRIED + CARRIED.indexOf(column as Carried);

/** A column over all rules; one over all components. */
export const rules = (at: Places, column: keyof typeof RULE | Carried): string =>
  at.block(RULES_ROW + 1, ruleColumn(column), POLICY_ROWS);
export const parts = (at: Places, column: number, columns = 1): string =>
  at.block(COMPONENTS_ROW + 1, column, COMPONENTS, columns);
