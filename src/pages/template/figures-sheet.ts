import { addFen, type Fen, NO_FEN, yuanNumber } from '#domain/money/fen.ts';
import { serialFromDate, dateOf } from '#domain/calendar/local-date.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { amountOf, rateAt, tierAt } from '#domain/rebate/figures.ts';
import type { Language } from '#domain/language.ts';
import type { Page, PageCell, PageRow, PageStyle } from '../page.ts';
import { bandRows } from '../title-band.ts';
import type { Engine } from './engine.ts';
import { orderColumn } from './order-columns.ts';
import { GUARDS, READY_ROW, rowsWithoutFormula } from './plain/guards.ts';
import {
  COMPONENTS,
  COMPONENTS_ROW,
  GUARD_ROW,
  PART,
  PART_TOTAL,
  type Places,
  plainPlaces,
  type WindowColumn,
  WINDOWS,
  windowColumn,
  YEAR_ROW,
} from './plain/plain-layout.ts';
import { POLICY_NAME } from './references.ts';
import { componentOf, sampleSales } from './sample-figures.ts';
import { SAMPLE_YEAR } from './sample-orders.ts';
import { fontOf, type TemplateWords, wordsOf } from '../template-language.ts';

const STYLES = {
  component: 'computed-text',
  sales: 'computed-money',
  tierSales: 'computed-money',
  plainTier: 'computed-integer',
  plainRate: 'computed-rate',
  plainRebate: 'computed-money',
} as const satisfies Readonly<Record<string, PageStyle>>;
type FigureColumn = keyof typeof STYLES;
const NAMES = Object.keys(STYLES) as readonly FigureColumn[];
const WIDTH = 10;

/**
 * The year by component: in formulas that every spreadsheet computes, each a figure or the word
 * that the add-in is needed, and below them everything that the add-in works out.
 */
export function figuresSheet(
  language: Language,
  policy: Policy,
  engine: Engine,
  orders: readonly (readonly unknown[])[],
): Page {
  const words = wordsOf(language);
  const at = plainPlaces(words);
  const { figures } = words;
  const head = NAMES.map((name): PageCell => ({
    value: figures.columns[name],
    style: name === 'component' ? 'header' : 'header-right',
  }));
  const components = Array.from({ length: COMPONENTS }, (_, index): PageRow => ({
    cells: componentRow(index + 1, at, words, language, policy),
    height: 20,
  }));
  return {
    name: words.sheets.figures,
    mark: 'template:figures',
    columnWidths: [22, 24, 17, 16, 13, 17, 17, 17, 17, 17],
    rows: [
      ...bandRows(figures.title, figures.note, WIDTH, 'note'),
      { cells: [{ value: figures.year, style: 'label' }, yearCell(at)], height: 20 },
      { cells: messageCells(at, words), height: 30 },
      { cells: [], height: 8 },
      { cells: head, height: 30 },
      ...components,
      { cells: totalRow(at, words, policy, language), height: 20 },
      { cells: [], height: 14 },
      { cells: [{ value: figures.addIn, style: 'subsection' }], height: 20 },
      ...summaryRows(words, engine, orders),
    ],
    merges: [
      { row: 1, column: 0, rows: 1, columns: WIDTH },
      { row: 4, column: 0, rows: 1, columns: WIDTH },
    ],
    charts: [],
    frozenRows: 3,
    landscape: true,
    font: fontOf(language),
    gridlines: false,
    tabColor: '#0F766E',
  };
}

const yearCell = (at: Places): PageCell => ({
  value: SAMPLE_YEAR,
  formula: at.cell(YEAR_ROW, 2),
  style: 'computed-integer',
});

/** Whether the plain figures hold, or the first reason why they are not given. */
function messageCells(at: Places, words: TemplateWords): readonly PageCell[] {
  const { figures, plain } = words;
  const flags = at.block(GUARD_ROW, 2, GUARDS.length);
  const texts = at.block(GUARD_ROW, 1, GUARDS.length);
  const rows = rowsWithoutFormula(guardOrders(words));
  const formula =
    `IF(${at.cell(READY_ROW, 2)}=1,"${figures.plainHolds}","${plain.see}: ` +
    `"&INDEX(${texts},MATCH(1,${flags},0)))` +
    `&IF(${rows}>0," "&${rows}&"${figures.rowsNotCounted}","")`;
  const cell = (value: string | null): PageCell => ({ value, style: 'notice' });
  return [
    { ...cell(figures.plainHolds), formula },
    ...Array.from({ length: WIDTH - 1 }, () => cell(null)),
  ];
}

export const guardOrders = (words: TemplateWords) => ({
  orders: {
    id: orderColumn(words, 'id'),
    category: orderColumn(words, 'category'),
    day: orderColumn(words, 'signedOn'),
    ordered: orderColumn(words, 'ordered'),
    counted: orderColumn(words, 'counted'),
  },
});

function componentRow(
  number: number,
  at: Places,
  words: TemplateWords,
  language: Language,
  policy: Policy,
): readonly PageCell[] {
  const row = COMPONENTS_ROW + number;
  const cell = (column: keyof typeof PART): string => at.cell(row, PART[column]);
  const given = `${at.cell(READY_ROW, 2)}=1`;
  const now = (name: WindowColumn): string =>
    `INDEX(${at.block(row, windowColumn(name, 1), 1, WINDOWS)},1,1+INT((MONTH(` +
    `${at.cell(YEAR_ROW, 3)})-1)*${cell('windows')}/12))`;
  const sales = Array.from({ length: WINDOWS }, (_, index) =>
    at.cell(row, windowColumn('sales', index + 1)),
  ).join('+');
  const formulas: Readonly<Record<FigureColumn, string>> = {
    component: cell('name'),
    sales,
    tierSales: now('tierSales'),
    plainTier: now('tier'),
    plainRate: now('rate'),
    plainRebate: at.cell(row, PART_TOTAL),
  };
  const values = sampleValues(number, language, policy);
  return NAMES.map((name): PageCell => ({
    value: values[name],
    style: STYLES[name],
    formula:
      name === 'component'
        ? formulas[name]
        : `IF(${cell('name')}="","",IF(${given},${formulas[name]},"${words.plain.see}"))`,
  }));
}

function sampleValues(
  number: number,
  language: Language,
  policy: Policy,
): Readonly<Record<FigureColumn, string | number>> {
  const category = (['base', 'security'] as const)[number - 1];
  if (category === undefined)
    return {
      component: '',
      sales: '',
      tierSales: '',
      plainTier: '',
      plainRate: '',
      plainRebate: '',
    };
  const component = componentOf(policy, category, language);
  const [sales, tierSales] = [sampleSales(category), sampleSales()];
  const rate = rateAt(component, tierSales);
  return {
    component: component.name,
    sales: yuanNumber(sales),
    tierSales: yuanNumber(tierSales),
    plainTier: tierAt(component, tierSales),
    plainRate: rate.toNumber(),
    plainRebate: yuanNumber(amountOfSample(language, policy, category)),
  };
}

const amountOfSample = (language: Language, policy: Policy, category: 'base' | 'security'): Fen =>
  amountOf(componentOf(policy, category, language), sampleSales(category), sampleSales());

function totalRow(
  at: Places,
  words: TemplateWords,
  policy: Policy,
  language: Language,
): readonly PageCell[] {
  const sum = (['base', 'security'] as const).reduce(
    (total, category) => addFen(total, amountOfSample(language, policy, category)),
    NO_FEN,
  );
  const column = at.block(COMPONENTS_ROW + 1, PART_TOTAL, COMPONENTS);
  return NAMES.map((name): PageCell => {
    if (name === 'component') return { value: words.figures.total, style: 'total-label' };
    return name === 'plainRebate'
      ? {
          value: yuanNumber(sum),
          style: 'total-money',
          formula: `IF(${at.cell(READY_ROW, 2)}=1,ROUND(SUM(${column}),2),"${words.plain.see}")`,
        }
      : { value: null, style: 'total-label' };
  });
}

const SUMMARY_STYLES: readonly PageStyle[] = [
  'computed-text',
  'computed-text',
  'computed-money',
  'computed-integer',
  'computed-rate',
  'computed-money',
  'computed-money',
  'computed-money',
  'computed-money',
  'computed-money',
];

/** The whole engine over the order table, spilling from its header on; nothing stands below it. */
function summaryRows(
  words: TemplateWords,
  engine: Engine,
  orders: readonly (readonly unknown[])[],
): readonly PageRow[] {
  const { columns } = words.orders;
  const results = engine('REBATE_SUMMARY', [orders, engine.policy]);
  const range = `${words.tables.orders}[[#All],[${columns.id}]:[${columns.remark}]]`;
  return Array.from({ length: results.length }, (_, row): PageRow => ({
    height: row === 0 ? 30 : 20,
    cells: Array.from({ length: WIDTH }, (__, column): PageCell => {
      const found = results[row]?.[column] ?? null;
      const value = found === '' ? null : found;
      const style = row === 0 ? (column < 2 ? 'header' : 'header-right') : SUMMARY_STYLES[column];
      const look = style === undefined ? {} : { style };
      return row === 0 && column === 0
        ? {
            value,
            ...look,
            formula: `REBATE_SUMMARY(${range},${POLICY_NAME})`,
            spill: { rows: results.length, columns: WIDTH },
          }
        : { value, ...look, spilled: true };
    }),
  }));
}

/** The last day of the sample year, for cells that show when the plain figures stand. */
export const SAMPLE_FROM = serialFromDate(dateOf(SAMPLE_YEAR, 1, 1));
export const SAMPLE_NEXT = serialFromDate(dateOf(SAMPLE_YEAR + 1, 1, 1));
