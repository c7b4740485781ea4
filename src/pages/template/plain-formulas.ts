import { yuanNumber } from '#domain/money/fen.ts';
import { columnName, type Cell } from '#domain/sheet.ts';
import type { Policy } from '#domain/policy/policy.ts';
import type { Language } from '#domain/language.ts';
import type { Page, PageCell, PageRow } from '../page.ts';
import { guardOrders, SAMPLE_FROM, SAMPLE_NEXT } from './figures-sheet.ts';
import { catalogCategoryColumn, dealColumns } from './list-sheets.ts';
import { aroundOrders, NAMES, orderColumn } from './order-columns.ts';
import { serialOf } from './orders-sheet.ts';
import {
  plainPlaces,
  POLICY_ROWS,
  COMPONENTS,
  COMPONENTS_ROW,
  GUARD_ROW,
  RULES_ROW,
  WORDS_ROW,
  YEAR_ROW,
} from './plain/plain-layout.ts';
import { type PolicyField, type PolicySource, ruleRow, sampleRules } from './plain/rule-block.ts';
import { POLICY_HEADER_ROW, SHOWN_COLUMNS } from './policy-sheet.ts';
import { sampleOdd, sampleSales, sampleShares } from './sample-figures.ts';
import { SAMPLE_ORDERS, SAMPLE_YEAR } from './sample-orders.ts';
import {
  ADDED_COLUMNS,
  policyHeader,
  wordsOf,
  fontOf,
  type TemplateWords,
} from '../template-language.ts';
import { bandRows } from '../title-band.ts';
import { type Guard, guardFormula, type GuardColumns, GUARDS, READY_ROW } from './plain/guards.ts';
import { here, pageCell, worked, type Worked } from './plain/plain-cells.ts';
import { type OrderColumns, partRow, type SampleYear } from './plain/part-block.ts';
import { WORD_COLUMNS, WordLists } from './plain/word-block.ts';

/** Rows of the policy's sheet, from 1: its header, its first tier. */
const HEADER = POLICY_HEADER_ROW + 1;

/** The sheet that works the policy out in plain formulas, bound to the template's own sheets. */
export function plainFormulas(language: Language, policy: Page, terms: Policy): Page {
  const words = wordsOf(language);
  const name = `'${words.sheets.policy}'!`;
  const last = columnName(SHOWN_COLUMNS.length - 1);
  const row = (number: number, to = last): string => `INDEX(${name}$A:$${to},${number},0)`;
  const whole = orderColumn(words, 'signedOn');
  const counted = orderColumn(words, 'counted');
  const days = SAMPLE_ORDERS.map(({ day }) => serialOf(day) ?? 0);
  return plainSheet(words, language, {
    policy: policySource(policy, name, row),
    policyHeaders: SHOWN_COLUMNS.map((column) => policyHeader(column, language)),
    orderHeaders: NAMES.map((column) => words.orders.columns[column]),
    orders: {
      counted,
      category: orderColumn(words, 'category'),
      day: whole,
      share: orderColumn(words, 'plainShare'),
      fraction: orderColumn(words, 'plainFraction'),
      sales: (category) => yuanNumber(sampleSales(categoryOf(category, words.categories))),
      odd: (category) =>
        sampleOdd(sampleShares(terms, language, categoryOf(category, words.categories) ?? 'base')),
    },
    guards: {
      policyHeader: row(HEADER),
      policyHeaderRow: row(HEADER, 'CZ'),
      policyBeyond: `${row(HEADER + POLICY_ROWS + 1)}:${row(HEADER + 1000)}`,
      wantedHeader: plainPlaces(words).block(HEADER_ROW, 1, 1, SHOWN_COLUMNS.length),
      headers: SHOWN_COLUMNS.length,
      ...guardOrders(words),
      table: {
        ...aroundOrders(words),
        wanted: plainPlaces(words).block(ORDER_HEADER_ROW, 1, 1, NAMES.length),
        ours: ADDED_COLUMNS,
      },
      deals: dealColumns(words),
      catalogCategory: catalogCategoryColumn(words),
    },
    year: { year: SAMPLE_YEAR, from: SAMPLE_FROM, next: SAMPLE_NEXT },
    lastDay: `IFERROR(_xlfn.MAXIFS(${whole},${counted},">-1E+15"),MAX(${whole}))`,
    lastDayValue: Math.max(...days),
    span: `MAX(${whole})-MIN(${whole})`,
    spanValue: Math.max(...days) - Math.min(...days),
  });
}

function policySource(page: Page, name: string, row: (number: number) => string): PolicySource {
  const at = (column: PolicyField): number => SHOWN_COLUMNS.indexOf(column);
  return {
    raw: (column, rule) => {
      const letter = columnName(at(column));
      return `INDEX(${name}$${letter}:$${letter},${HEADER + rule})`;
    },
    row: (rule) => row(HEADER + rule),
    value: (column, rule): Cell => page.rows[HEADER + rule - 1]?.cells[at(column)]?.value ?? null,
  };
}

const categoryOf = (
  name: string | undefined,
  names: Readonly<Record<'base' | 'security', string>>,
): 'base' | 'security' | undefined =>
  name === undefined ? undefined : name === names.base ? 'base' : 'security';

interface PlainSources {
  readonly policy: PolicySource;
  readonly policyHeaders: readonly string[];
  readonly orderHeaders: readonly string[];
  readonly orders: OrderColumns;
  readonly guards: GuardColumns;
  readonly year: SampleYear;
  /** The last day of an order that counts, as a formula and for the sample. */
  readonly lastDay: string;
  readonly lastDayValue: number;
  /** How many days lie between the first order and the last. */
  readonly span: string;
  readonly spanValue: number;
}

/** Rows of the words that the policy's header and that of the orders have to be. */
const HEADER_ROW = WORDS_ROW - 2;
const ORDER_HEADER_ROW = HEADER_ROW - 1;

/**
 * The policy and the orders once more, in formulas that every spreadsheet computes: each clause as
 * a code, each window of the year with its sales, and whether plain formulas may be trusted with
 * this policy at all.
 */
function plainSheet(words: TemplateWords, language: Language, sources: PlainSources): Page {
  const at = plainPlaces(words);
  const lists = new WordLists(at);
  const { plain } = words;
  const sample = sampleRules(sources.policy);
  const rows = new Map<number, readonly (PageCell | null)[]>();
  const put = (row: number, cells: readonly Worked[]): void =>
    void rows.set(row, cells.map(pageCell));
  const say = (row: number, texts: readonly string[]): void =>
    void rows.set(
      row,
      texts.map((value) => ({ value, style: 'header' as const })),
    );
  rows.set(YEAR_ROW, [
    { value: plain.year, style: 'label' },
    pageCell(worked(`YEAR(${here(YEAR_ROW, 3)})`, sources.year.year)),
    { ...pageCell(worked(sources.lastDay, sources.lastDayValue)), style: 'computed-date' },
    pageCell(worked(sources.span, sources.spanValue)),
  ]);
  GUARDS.forEach((guard: Guard, index) =>
    rows.set(GUARD_ROW + index, [
      { value: plain.guards[guard], style: 'text' },
      pageCell(guardFormula(guard, at, lists, sources.guards, words.plain.see)),
    ]),
  );
  rows.set(READY_ROW, [
    { value: plain.ready, style: 'label' },
    pageCell(worked(`IF(SUM(${here(GUARD_ROW, 2)}:${here(READY_ROW - 1, 2)})=0,1,0)`, 1)),
  ]);
  say(ORDER_HEADER_ROW, sources.orderHeaders);
  say(HEADER_ROW, sources.policyHeaders);
  say(WORDS_ROW, [plain.words]);
  const longest = Math.max(...WORD_COLUMNS.map((column) => column.length));
  for (let index = 0; index < longest; index++)
    rows.set(
      WORDS_ROW + 1 + index,
      WORD_COLUMNS.map((column) => ({ value: column[index] ?? null, style: 'text' as const })),
    );
  say(RULES_ROW, [plain.rules]);
  for (let rule = 1; rule <= POLICY_ROWS; rule++)
    put(RULES_ROW + rule, ruleRow(rule, sources.policy, sample[rule - 1] ?? null));
  say(COMPONENTS_ROW, [plain.components]);
  for (let number = 1; number <= COMPONENTS; number++)
    put(COMPONENTS_ROW + number, partRow(number, at, lists, sources.orders, sample, sources.year));
  return pageOf(words, language, rows);
}

function pageOf(
  words: TemplateWords,
  language: Language,
  rows: ReadonlyMap<number, readonly (PageCell | null)[]>,
): Page {
  const last = Math.max(...rows.keys());
  const band = bandRows(words.plain.title, words.plain.note, 8, 'note');
  const body = Array.from({ length: last - band.length }, (_, index): PageRow => ({
    cells: rows.get(band.length + 1 + index) ?? [],
  }));
  return {
    name: words.sheets.plain,
    mark: 'template:plain',
    columnWidths: [34, 12, ...Array.from({ length: 60 }, () => 12)],
    rows: [...band, ...body],
    merges: [{ row: 1, column: 0, rows: 1, columns: 8 }],
    charts: [],
    frozenRows: 1,
    landscape: true,
    font: fontOf(language),
    gridlines: false,
    tabColor: '#8896A6',
  };
}
