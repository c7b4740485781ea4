import { yuanNumber } from '#domain/money/fen.ts';
import { columnName, type Cell } from '#domain/sheet.ts';
import type { Policy } from '#domain/policy/policy.ts';
import type { Language } from '#domain/language.ts';
import type { Page } from '../page.ts';
import { guardOrders, SAMPLE_FROM, SAMPLE_NEXT } from './figures-sheet.ts';
import { catalogCategoryColumn, dealColumns } from './list-sheets.ts';
import { orderColumn, serialOf } from './orders-sheet.ts';
import { plainPlaces, POLICY_ROWS } from './plain/plain-layout.ts';
import { HEADER_ROW, plainSheet } from './plain/plain-sheet.ts';
import type { PolicyField, PolicySource } from './plain/rule-block.ts';
import { POLICY_HEADER_ROW, SHOWN_COLUMNS } from './policy-sheet.ts';
import { sampleOdd, sampleSales, sampleShares } from './sample-figures.ts';
import { SAMPLE_ORDERS, SAMPLE_YEAR } from './sample-orders.ts';
import { policyHeader, wordsOf } from '../template-language.ts';

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
  return plainSheet(words, language, {
    policy: policySource(policy, name, row),
    policyHeaders: SHOWN_COLUMNS.map((column) => policyHeader(column, language)),
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
      deals: dealColumns(words),
      catalogCategory: catalogCategoryColumn(words),
    },
    year: { year: SAMPLE_YEAR, from: SAMPLE_FROM, next: SAMPLE_NEXT },
    lastDay: `IFERROR(_xlfn.MAXIFS(${whole},${counted},">-1E+15"),MAX(${whole}))`,
    lastDayValue: Math.max(...SAMPLE_ORDERS.map(({ day }) => serialOf(day) ?? 0)),
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
