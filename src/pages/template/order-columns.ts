import type { Language } from '#domain/language.ts';
import { columnName } from '#domain/sheet.ts';
import type { PageStyle } from '../page.ts';
import { type TemplateWords, wordsOf } from '../template-language.ts';
import type { OrderCells, OrderRanges } from './plain/order-cells.ts';
import {
  countedFormula,
  payerFormula,
  runningFormula,
  shareFormula,
  tierFormula,
  windowFormula,
} from './plain/order-formulas.ts';
import { fractionFormula, rebateFormula } from './plain/order-rebate.ts';
import { plainPlaces } from './plain/plain-layout.ts';
import { WordLists } from './plain/word-block.ts';
import { own } from './references.ts';

/** Columns of the order table, in order, with the look of their cells. */
export const COLUMNS = {
  id: 'input-id',
  customer: 'input',
  product: 'input',
  category: 'input-center',
  type: 'input-center',
  signedOn: 'input-date',
  ordered: 'input-money',
  voucher: 'input-money',
  paid: 'computed-money',
  status: 'input-center',
  remark: 'input',
  counted: 'computed-money',
  payer: 'computed-text',
  running: 'computed-money',
  plainTier: 'computed-integer',
  plainRebate: 'computed-money',
  received: 'input-money',
  receivedOn: 'input-date',
  plainWindow: 'computed-integer',
  plainShare: 'computed-plain',
  plainFraction: 'computed-integer',
} as const satisfies Readonly<Record<string, PageStyle>>;
export type OrderColumn = keyof typeof COLUMNS;
export const NAMES = Object.keys(COLUMNS) as readonly OrderColumn[];
export const WIDTHS: Readonly<Record<OrderColumn, number>> = {
  id: 15,
  customer: 22,
  product: 26,
  category: 11,
  type: 11,
  signedOn: 12,
  ordered: 15,
  voucher: 12,
  paid: 15,
  status: 10,
  remark: 18,
  counted: 15,
  payer: 16,
  running: 16,
  plainTier: 14,
  plainRebate: 15,
  received: 14,
  receivedOn: 12,
  plainWindow: 14,
  plainShare: 15,
  plainFraction: 14,
};
export type OrderFormulas = Readonly<Partial<Record<OrderColumn, string>>>;

/** What a new row fills in by itself. */
export function orderFormulas(language: Language): OrderFormulas {
  const words = wordsOf(language);
  const { columns } = words.orders;
  const cell = (name: OrderColumn): string => own(words.tables.orders, columns[name]);
  const cells: OrderCells = {
    id: cell('id'),
    customer: cell('customer'),
    product: cell('product'),
    category: cell('category'),
    type: cell('type'),
    day: cell('signedOn'),
    paid: cell('paid'),
    status: cell('status'),
    remark: cell('remark'),
    counted: cell('counted'),
    payer: cell('payer'),
    running: cell('running'),
    window: cell('plainWindow'),
    share: cell('plainShare'),
    fraction: cell('plainFraction'),
    typed:
      `${words.tables.orders}[[#This ` +
      `Row],[${columns.id}]:[${columns.voucher}]],${cell('status')}`,
  };
  const at = plainPlaces(words);
  const lists = new WordLists(at);
  const all = orderRanges(words);
  const { see, not } = words.plain;
  return {
    paid: `${cell('ordered')}-${cell('voucher')}`,
    counted: countedFormula(at, lists, cells, all, not, see),
    payer: payerFormula(at, cells, see),
    running: runningFormula(at, cells, all, see),
    plainTier: tierFormula(at, cells, see),
    plainRebate: rebateFormula(at, cells, all, see),
    plainWindow: windowFormula(at, cells, see),
    plainShare: shareFormula(at, cells, see),
    plainFraction: fractionFormula(at, cells, see),
  };
}

/**
 * Whole columns of the sheet, not of the table: rows typed below it in a program that does not let
 * tables grow are in them too.
 */
export function orderColumn(words: TemplateWords, name: OrderColumn): string {
  const letter = columnName(NAMES.indexOf(name));
  return `'${words.sheets.orders}'!$${letter}:$${letter}`;
}

const SPILLED_COLUMNS = 2;
/** Beside the table this many columns may hold notes; further out nothing may stand. */
const COLUMNS_OF_NOTES = 12;
const LAST_COLUMN = 103;

/**
 * The table's header row, and what stands beside it, with the add-in's shares that spill there:
 * counted together and then taken off. A range beyond the last filled column is not empty to every
 * program.
 */
export function aroundOrders(words: TemplateWords) {
  const at = (from: number, to: number, row: string): string =>
    `'${words.sheets.orders}'!$${columnName(from)}${row}:$${columnName(to)}${row}`;
  const width = NAMES.length;
  const first = '$1';
  // Whole columns: a range that ends in the last row is gone through to the end by some programs.
  const whole = '';
  const notes = (row: string): string => at(width, width + COLUMNS_OF_NOTES - 1, row);
  const spilled = (row: string): string => at(width + 1, width + SPILLED_COLUMNS, row);
  return {
    header: at(0, width - 1, first),
    columns: width,
    headersBeside: [at(width, LAST_COLUMN, first), spilled(first)] as const,
    notes: [notes(whole), notes(first)] as const,
    spilled: [spilled(whole), spilled(first)] as const,
    cellsFarOut: [at(width, LAST_COLUMN, whole), notes(whole)] as const,
  };
}

function orderRanges(words: TemplateWords): OrderRanges {
  const whole = (name: OrderColumn): string => orderColumn(words, name);
  const above = (name: OrderColumn): string => {
    const title = words.orders.columns[name];
    return `${words.tables.orders}[[#Headers],[${title}]]:${own(words.tables.orders, title)}`;
  };
  return {
    id: whole('id'),
    paid: whole('paid'),
    category: whole('category'),
    day: whole('signedOn'),
    counted: whole('counted'),
    window: whole('plainWindow'),
    fraction: whole('plainFraction'),
    above: {
      category: above('category'),
      day: above('signedOn'),
      counted: above('counted'),
      window: above('plainWindow'),
      fraction: above('plainFraction'),
    },
  };
}
