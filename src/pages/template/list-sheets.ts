import { yuanNumber } from '#domain/money/fen.ts';
import type { Language } from '#domain/language.ts';
import type { Page, PageCell, PageStyle } from '../page.ts';
import { headerStyle } from './header-style.ts';
import { serialOf } from './orders-sheet.ts';
import { own } from './references.ts';
import { fenOf } from './sample-figures.ts';
import { SAMPLE_DEALS } from './sample-orders.ts';
import { fontOf, type TemplateWords, wordsOf } from '../template-language.ts';

const SPARE_ROWS = 1000;

interface ListColumn {
  readonly title: string;
  readonly width: number;
  readonly style: PageStyle;
  /** Formula of every row, and of each new one. */
  readonly formula?: string;
}

/** A bare table from the first cell on: header, rows, an Excel table over them. */
function listPage(
  name: string,
  mark: string,
  table: string,
  columns: readonly ListColumn[],
  rows: readonly (readonly (string | number | null)[])[],
  language: Language,
): Page {
  const header = columns.map(({ title, style }): PageCell => ({
    value: title,
    style: headerStyle(style),
  }));
  return {
    name,
    mark,
    columnWidths: columns.map((column) => column.width),
    charts: [],
    frozenRows: 1,
    printTitleRows: [1, 1],
    landscape: true,
    font: fontOf(language),
    gridlines: true,
    rows: [
      { cells: header, height: 30 },
      ...rows.map((values) => ({
        height: 19,
        cells: columns.map(({ style, formula }, index): PageCell => ({
          value: values[index] ?? null,
          style,
          ...(formula === undefined ? {} : { formula }),
        })),
      })),
    ],
    tables: [
      {
        name: table,
        row: 0,
        column: 0,
        rows: rows.length + 1,
        columns: columns.map((column) => column.title),
        calculated: columns.map((column) => column.formula ?? null),
      },
    ],
  };
}

/**
 * Open deals: read with the orders as pending, so that the analysis counts them in its forecast.
 */
export function pipelineSheet(language: Language): Page {
  const words = wordsOf(language);
  const { columns, status } = words.pipeline;
  const { customers, products, remark } = words.samples;
  const rows = SAMPLE_DEALS.map((deal) => [
    deal.id,
    customers[deal.customer]?.[0] ?? '',
    products[deal.product]?.[0] ?? '',
    words.categories[deal.category],
    serialOf(deal.day),
    yuanNumber(fenOf(deal.amount)),
    Number(deal.probability),
    yuanNumber(fenOf(deal.cost)),
    status,
    remark,
  ]);
  const page = listPage(
    words.sheets.pipeline,
    '',
    words.tables.pipeline,
    [
      { title: columns.id, width: 12, style: 'input-id' },
      { title: columns.customer, width: 22, style: 'input' },
      { title: columns.product, width: 26, style: 'input' },
      { title: columns.category, width: 11, style: 'input-center' },
      { title: columns.signedOn, width: 19, style: 'input-date' },
      { title: columns.amount, width: 15, style: 'input-money' },
      { title: columns.probability, width: 12, style: 'input-rate' },
      { title: columns.cost, width: 15, style: 'input-money' },
      { title: columns.status, width: 12, style: 'input-center' },
      { title: columns.remark, width: 22, style: 'input' },
    ],
    rows,
    language,
  );
  const [title = '', text = ''] = words.pipeline.probabilityPrompt;
  return {
    ...page,
    tabColor: '#1F3A5F',
    validations: [
      {
        column: 3,
        fromRow: 1,
        toRow: SPARE_ROWS,
        list: [words.categories.base, words.categories.security],
        soft: true,
      },
    ],
    checks: [
      {
        column: 4,
        fromRow: 1,
        toRow: SPARE_ROWS,
        kind: 'date',
        least: 36526,
        most: 73050,
        soft: true,
      },
      {
        column: 6,
        fromRow: 1,
        toRow: SPARE_ROWS,
        kind: 'decimal',
        least: 0,
        most: 1,
        prompt: { title, text },
      },
    ],
  };
}

/** Whole columns of the sheets, as formulas of other sheets write them. */
export const dealColumns = (words: TemplateWords) => ({
  amount: `'${words.sheets.pipeline}'!$F:$F`,
  status: `'${words.sheets.pipeline}'!$I:$I`,
});
export const catalogCategoryColumn = (words: TemplateWords): string =>
  `'${words.sheets.catalog}'!$B:$B`;

export function catalogSheet(language: Language): Page {
  const words = wordsOf(language);
  const { columns } = words.catalog;
  const rows = words.samples.products.map(([product = '', aliases = ''], index) => [
    product,
    index < 4 ? words.categories.base : words.categories.security,
    aliases,
  ]);
  return listPage(
    words.sheets.catalog,
    'template:catalog',
    words.tables.catalog,
    [
      { title: columns.product, width: 28, style: 'input' },
      { title: columns.category, width: 14, style: 'input' },
      { title: columns.aliases, width: 48, style: 'input' },
    ],
    rows,
    language,
  );
}

export function customersSheet(language: Language): Page {
  const words = wordsOf(language);
  const { columns } = words.customers;
  return listPage(
    words.sheets.customers,
    'template:customers',
    words.tables.customers,
    [
      { title: columns.customer, width: 28, style: 'input' },
      { title: columns.industry, width: 16, style: 'input' },
      { title: columns.region, width: 14, style: 'input' },
      { title: columns.owner, width: 16, style: 'input' },
      { title: columns.remark, width: 30, style: 'input' },
    ],
    words.samples.customers.map(([name = '', industry = '', region = '']) => [
      name,
      industry,
      region,
      null,
      null,
    ]),
    language,
  );
}

/** What the vendor stated and paid, one row a pay period; the difference is a plain formula. */
export function settlementsSheet(language: Language): Page {
  const words = wordsOf(language);
  const { columns } = words.settlements;
  const table = words.tables.settlements;
  return listPage(
    words.sheets.settlements,
    'template:settlements',
    table,
    [
      { title: columns.period, width: 16, style: 'input' },
      { title: columns.expected, width: 17, style: 'input-money' },
      { title: columns.stated, width: 19, style: 'input-money' },
      { title: columns.received, width: 17, style: 'input-money' },
      { title: columns.receivedOn, width: 14, style: 'input-date' },
      {
        title: columns.open,
        width: 17,
        style: 'computed-money',
        formula: `${own(table, columns.expected)}-${own(table, columns.received)}`,
      },
      { title: columns.remark, width: 30, style: 'input' },
    ],
    ['2025Q1', '2025Q2', '2025Q3', '2025Q4'].map((period) => [
      period,
      null,
      null,
      null,
      null,
      0,
      null,
    ]),
    language,
  );
}
