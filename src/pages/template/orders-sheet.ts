import { parseIsoDate, serialFromDate } from '#domain/calendar/local-date.ts';
import { subtractFen, yuanNumber } from '#domain/money/fen.ts';
import { roundFen } from '#domain/money/rounding.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { amountOf, rateAt, tierAt } from '#domain/rebate/figures.ts';
import type { Language } from '#i18n/sentences.ts';
import type { Page, PageCell, PageStyle } from '../page.ts';
import { headerStyle } from './header-style.ts';
import { POLICY_NAME, column, own, plainRate, plainTier } from './references.ts';
import { componentOf, fenOf, sampleSales } from './sample-figures.ts';
import { SAMPLE_ORDERS, type SampleOrder } from './sample-orders.ts';
import { fontOf, wordsOf } from './template-language.ts';

/** Columns of the order table, in order, with the look of their cells. */
const COLUMNS = {
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
  year: 'computed-money',
  tier: 'computed-integer',
  rebate: 'computed-money',
  plainTier: 'computed-integer',
  plainRebate: 'computed-money',
  received: 'input-money',
  receivedOn: 'input-date',
  remark: 'input',
} as const satisfies Readonly<Record<string, PageStyle>>;
type OrderColumn = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as readonly OrderColumn[];
const WIDTHS: Readonly<Record<OrderColumn, number>> = {
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
  year: 16,
  tier: 8,
  rebate: 13,
  plainTier: 14,
  plainRebate: 15,
  received: 14,
  receivedOn: 12,
  remark: 18,
};
const SPARE_ROWS = 5000;

/**
 * The order table: the user's own sheet, header in the first row. Two columns hold the add-in's
 * functions, two beside them the same figures for the simple policy in formulas that every
 * spreadsheet computes.
 */
export function ordersSheet(language: Language, policy: Policy): Page {
  const words = wordsOf(language);
  const { columns } = words.orders;
  const formulas = orderFormulas(language);
  const header = NAMES.map((name): PageCell => ({
    value: columns[name],
    style: headerStyle(COLUMNS[name]),
  }));
  const rows = SAMPLE_ORDERS.map((order) => orderRow(order, language, policy, formulas));
  const at = (name: OrderColumn): number => NAMES.indexOf(name);
  const range = { fromRow: 1, toRow: SPARE_ROWS };
  const prompt = ([title = '', text = '']: readonly string[]) => ({ title, text });
  return {
    name: words.sheets.orders,
    mark: '',
    columnWidths: NAMES.map((name) => WIDTHS[name]),
    rows: [{ cells: header, height: 30 }, ...rows.map((cells) => ({ cells, height: 19 }))],
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

type OrderFormulas = Readonly<Partial<Record<OrderColumn, string>>>;

/**
 * What a new row fills in by itself. The year's sales of all categories set the tier, as the
 * example policy says.
 */
function orderFormulas(language: Language): OrderFormulas {
  const {
    tables,
    orders: { columns },
  } = wordsOf(language);
  const cell = (name: OrderColumn): string => own(tables.orders, columns[name]);
  const [paid, day, year, category, tier] = [
    cell('paid'),
    cell('signedOn'),
    cell('year'),
    cell('category'),
    cell('plainTier'),
  ];
  const days = column(tables.orders, columns.signedOn);
  const arguments_ = `${paid},${category},${POLICY_NAME},${day},${year}`;
  return {
    paid: `${cell('ordered')}-${cell('voucher')}`,
    year: `SUMIFS(${column(tables.orders, columns.paid)},${days},">="&DATE(YEAR(${day}),1,1),${days},"<"&DATE(YEAR(${day})+1,1,1))`,
    tier: `REBATE_TIER(${arguments_})`,
    rebate: `REBATE_AMOUNT(${arguments_})`,
    plainTier: plainTier(category, year, language),
    plainRebate: `ROUND(${paid}*${plainRate(category, year, tier, language)},2)`,
  };
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
  const plain = roundFen(rateAt(component, year).times(paid), 'half-up');
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
    year: yuanNumber(year),
    tier,
    rebate: yuanNumber(amountOf(component, paid, year)),
    plainTier: tier,
    plainRebate: yuanNumber(plain),
    received: null,
    receivedOn: null,
    remark: words.samples.remark,
  };
}

export const serialOf = (isoDay: string): number | null => {
  const day = parseIsoDate(isoDay);
  return day === undefined ? null : serialFromDate(day);
};
