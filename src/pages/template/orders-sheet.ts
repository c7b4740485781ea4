import { parseIsoDate, serialFromDate } from '#domain/calendar/local-date.ts';
import { subtractFen, yuanNumber } from '#domain/money/fen.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { tierAt } from '#domain/rebate/figures.ts';
import type { Language } from '#domain/language.ts';
import type { Page, PageCell } from '../page.ts';
import { headerStyle } from './header-style.ts';
import type { Engine } from './engine.ts';
import {
  COLUMNS,
  NAMES,
  WIDTHS,
  type OrderColumn,
  type OrderFormulas,
  orderFormulas,
} from './order-columns.ts';
import { POLICY_NAME } from './references.ts';
import { componentOf, fenOf, sampleSales, sampleShares } from './sample-figures.ts';
import { SAMPLE_ORDERS, type SampleOrder } from './sample-orders.ts';
import { fontOf, type TemplateWords, wordsOf } from '../template-language.ts';

const SPARE_ROWS = 5000;

/**
 * The order table: the user's own sheet, header in the first row. Its last columns give tier and
 * rebate in formulas that every spreadsheet computes, or say that the add-in is needed; beside the
 * table the add-in gives each row's share of the rebate.
 */
export function ordersSheet(language: Language, policy: Policy, engine: Engine): Page {
  const words = wordsOf(language);
  const { columns } = words.orders;
  const formulas = orderFormulas(language);
  const header = NAMES.map((name): PageCell => ({
    value: columns[name],
    style: headerStyle(COLUMNS[name]),
  }));
  const rows = SAMPLE_ORDERS.map((order) => orderRow(order, language, policy, formulas));
  const beside = besideTable(language, [header, ...rows], engine);
  return {
    name: words.sheets.orders,
    mark: '',
    columnWidths: [...NAMES.map((name) => WIDTHS[name]), 3, 13, 8],
    rows: [header, ...rows].map((cells, row) => ({
      cells: [...cells, null, ...(beside[row] ?? [])],
      height: row === 0 ? 30 : 19,
    })),
    charts: [],
    frozenRows: 1,
    printTitleRows: [1, 1],
    landscape: true,
    font: fontOf(language),
    gridlines: true,
    tabColor: '#1F3A5F',
    tables: [
      {
        name: words.tables.orders,
        row: 0,
        column: 0,
        rows: rows.length + 1,
        columns: NAMES.map((name) => columns[name]),
        calculated: NAMES.map((name) => formulas[name] ?? null),
      },
    ],
    ...rulesOf(words),
  };
}

/** What may be typed into the columns: lists to choose from, days and amounts. */
function rulesOf(words: TemplateWords): Pick<Page, 'validations' | 'checks'> {
  const at = (name: OrderColumn): number => NAMES.indexOf(name);
  const range = { fromRow: 1, toRow: SPARE_ROWS };
  const prompt = ([title = '', text = '']: readonly string[]) => ({ title, text });
  return {
    validations: [
      {
        column: at('category'),
        ...range,
        list: [words.categories.base, words.categories.security],
        soft: true,
        prompt: prompt(words.orders.categoryPrompt),
      },
      {
        column: at('product'),
        ...range,
        list: `=INDIRECT("${words.tables.catalog}[${words.catalog.columns.product}]")`,
        soft: true,
      },
      { column: at('type'), ...range, list: words.orders.types, soft: true },
      { column: at('status'), ...range, list: words.orders.statuses, soft: true },
    ],
    checks: [
      {
        column: at('signedOn'),
        ...range,
        kind: 'date',
        least: 36526,
        most: 73050,
        soft: true,
        prompt: prompt(words.orders.datePrompt),
      },
      {
        column: at('ordered'),
        ...range,
        kind: 'decimal',
        least: -1e12,
        most: 1e12,
        soft: true,
        prompt: prompt(words.orders.amountPrompt),
      },
      { column: at('voucher'), ...range, kind: 'decimal', least: -1e12, most: 1e12, soft: true },
      { column: at('received'), ...range, kind: 'decimal', least: -1e12, most: 1e12, soft: true },
      { column: at('receivedOn'), ...range, kind: 'date', least: 36526, most: 73050, soft: true },
    ],
  };
}

/** The add-in's share of each row and its tier, spilling beside the table from its header on. */
function besideTable(
  language: Language,
  table: readonly (readonly (PageCell | null)[])[],
  engine: Engine,
): readonly (readonly PageCell[])[] {
  const words = wordsOf(language);
  const { columns } = words.orders;
  const cells = table.map((row) => row.map((cell) => cell?.value ?? null));
  const range = `${words.tables.orders}[[#All],[${columns.id}]:[${columns.remark}]]`;
  const typed = cells.map((row) => row.slice(0, NAMES.indexOf('remark') + 1));
  const figures = (['rebate', 'tier'] as const).map((figure) => ({
    figure,
    results: engine('REBATE_ORDERS', [typed, engine.policy, null, figure]),
  }));
  return cells.map((_, row) =>
    figures.map(({ figure, results }): PageCell => {
      const found = results[row]?.[0] ?? null;
      const value = found === '' ? null : found;
      const body = figure === 'rebate' ? 'computed-money' : 'computed-integer';
      const style = row === 0 ? 'header-right' : body;
      return row > 0
        ? { value, style, spilled: true }
        : {
            value,
            style,
            formula: `REBATE_ORDERS(${range},${POLICY_NAME},,"${figure}")`,
            spill: { rows: cells.length, columns: 1 },
          };
    }),
  );
}

function orderRow(
  order: SampleOrder,
  language: Language,
  policy: Policy,
  formulas: OrderFormulas,
): readonly PageCell[] {
  const values = orderValues(order, language, policy);
  return NAMES.map((name): PageCell => {
    const formula = formulas[name];
    return {
      value: values[name],
      style: COLUMNS[name],
      ...(formula === undefined ? {} : { formula }),
    };
  });
}

function orderValues(
  order: SampleOrder,
  language: Language,
  policy: Policy,
): Readonly<Record<OrderColumn, string | number | null>> {
  const words = wordsOf(language);
  const component = componentOf(policy, order.category, language);
  const year = sampleSales();
  const paid = subtractFen(fenOf(order.ordered), fenOf(order.voucher));
  const tier = tierAt(component, year);
  return {
    id: order.id,
    customer: words.samples.customers[order.customer]?.[0] ?? '',
    product: words.samples.products[order.product]?.[0] ?? '',
    category: words.categories[order.category],
    type: words.orders.types[order.type] ?? '',
    signedOn: serialOf(order.day),
    ordered: yuanNumber(fenOf(order.ordered)),
    voucher: yuanNumber(fenOf(order.voucher)),
    paid: yuanNumber(paid),
    status: words.orders.statuses[order.status] ?? '',
    counted: yuanNumber(paid),
    payer: component.name,
    running: yuanNumber(year),
    plainTier: tier,
    // The year of the first or the second component.
    plainWindow: order.category === 'base' ? 11 : 21,
    ...sampleShareOf(order, policy, language),
    received: null,
    receivedOn: null,
    remark: words.samples.remark,
  };
}

export const serialOf = (isoDay: string): number | null => {
  const day = parseIsoDate(isoDay);
  return day === undefined ? null : serialFromDate(day);
};

function sampleShareOf(order: SampleOrder, policy: Policy, language: Language) {
  const alike = SAMPLE_ORDERS.filter(({ category }) => category === order.category);
  const share = sampleShares(policy, language, order.category)[alike.indexOf(order)];
  return share ?? { plainRebate: 0, plainShare: 0, plainFraction: 0 };
}
