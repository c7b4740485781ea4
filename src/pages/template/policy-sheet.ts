import { serialFromDate, dateOf } from '#domain/calendar/local-date.ts';
import type { PolicyColumn } from '#domain/policy/columns.ts';
import type { Language } from '#domain/language.ts';
import type { Page, PageCell, PageStyle } from '../page.ts';
import { bandRows } from '../title-band.ts';
import { headerStyle } from './header-style.ts';
import { POLICY_NAME } from './references.ts';
import { SAMPLE_YEAR } from './sample-orders.ts';
import { fontOf, policyHeader, wordsOf } from '../template-language.ts';

/** Columns the template shows; the others may be added by anyone who needs them. */
export const SHOWN_COLUMNS: readonly PolicyColumn[] = [
  'policy',
  'component',
  'categories',
  'counts',
  'threshold',
  'rate',
  'bonus',
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
  'source',
  'recordedOn',
];

const WIDTHS: Readonly<Partial<Record<PolicyColumn, number>>> = {
  policy: 16,
  component: 12,
  categories: 13,
  counts: 17,
  threshold: 15,
  source: 52,
  rounding: 20,
  refund: 14,
  from: 12,
  to: 12,
  recordedOn: 13,
};
const THRESHOLDS = [500_000, 2_000_000, 5_000_000];
const RATES = { base: [0.04, 0.06, 0.08], security: [0.07, 0.1, '12%+'] } as const;
/** Title, note and a gap above the header. */
export const POLICY_HEADER_ROW = 3;
const SPARE_ROWS = 200;

/**
 * The policy table with the article's example, every clause stated, named as an example in each
 * row.
 */
export function policySheet(language: Language): Page {
  const words = wordsOf(language);
  const header = SHOWN_COLUMNS.map((column): PageCell => ({
    value: policyHeader(column, language),
    style: headerStyle(policyCell(column, 'base', 0, 0, language).style ?? 'input'),
  }));
  const rows = (['base', 'security'] as const).flatMap((category) =>
    THRESHOLDS.map((threshold, tier) =>
      SHOWN_COLUMNS.map((column) => policyCell(column, category, threshold, tier, language)),
    ),
  );
  const at = (column: PolicyColumn): number => SHOWN_COLUMNS.indexOf(column);
  const from = POLICY_HEADER_ROW + 1;
  const to = from + SPARE_ROWS;
  const choices = (column: PolicyColumn, list: readonly string[]) => ({
    column: at(column),
    fromRow: from,
    toRow: to,
    list,
  });
  const { lists, ratePrompt, thresholdPrompt } = words.policy;
  return {
    name: words.sheets.policy,
    mark: 'template:policy',
    columnWidths: SHOWN_COLUMNS.map((column) => WIDTHS[column] ?? 11),
    rows: [
      ...bandRows(words.policy.title, words.policy.note, SHOWN_COLUMNS.length),
      { cells: header, height: 30 },
      ...rows.map((cells) => ({ cells, height: 19 })),
    ],
    merges: [{ row: 1, column: 0, rows: 1, columns: 14 }],
    charts: [],
    frozenRows: POLICY_HEADER_ROW + 1,
    printTitleRows: [POLICY_HEADER_ROW + 1, POLICY_HEADER_ROW + 1],
    landscape: true,
    font: fontOf(language),
    gridlines: true,
    tables: [
      {
        name: words.tables.policy,
        row: POLICY_HEADER_ROW,
        column: 0,
        rows: rows.length + 1,
        columns: SHOWN_COLUMNS.map((column) => policyHeader(column, language)),
      },
    ],
    names: [{ name: POLICY_NAME, refersTo: `${words.tables.policy}[#All]` }],
    validations: [
      choices('scheme', lists.scheme),
      choices('edge', lists.edge),
      choices('accumulate', lists.accumulate),
      choices('pay', lists.pay),
      choices('trueUp', lists.yesNo),
      choices('base', lists.base),
      choices('refund', lists.refund),
    ],
    checks: [
      {
        column: at('threshold'),
        fromRow: from,
        toRow: to,
        kind: 'decimal',
        least: 0,
        most: 1e12,
        soft: true,
        prompt: promptOf(thresholdPrompt),
      },
      {
        column: at('rate'),
        fromRow: from,
        toRow: to,
        kind: 'decimal',
        least: 0,
        most: 1,
        soft: true,
        prompt: promptOf(ratePrompt),
      },
      { column: at('yearStart'), fromRow: from, toRow: to, kind: 'decimal', least: 1, most: 12 },
    ],
    tabColor: '#9A5B00',
  };
}

const promptOf = ([title = '', text = '']: readonly string[]) => ({ title, text });

function policyCell(
  column: PolicyColumn,
  category: 'base' | 'security',
  threshold: number,
  tier: number,
  language: Language,
): PageCell {
  const words = wordsOf(language);
  const { policy, categories } = words;
  const cell = (value: string | number | null, style: PageStyle = 'input'): PageCell => ({
    value,
    style,
  });
  switch (column) {
    case 'policy':
      return cell(policy.name);
    case 'component':
      return cell(categories[category]);
    case 'categories':
      return cell(categories[category]);
    case 'counts':
      return cell(`${categories.base}, ${categories.security}`);
    case 'threshold':
      return cell(threshold, 'input-money');
    case 'rate':
      return cell(RATES[category][tier] ?? null, 'input-rate');
    case 'bonus':
      return cell(0, 'input-money');
    case 'scheme':
      return cell(policy.scheme, 'input-center');
    case 'edge':
      return cell(policy.edge, 'input-center');
    case 'accumulate':
      return cell(policy.accumulate, 'input-center');
    case 'pay':
      return cell(policy.pay, 'input-center');
    case 'trueUp':
      return cell(policy.trueUp, 'input-center');
    case 'yearStart':
      return cell(1, 'input-integer');
    case 'stack':
      return cell(policy.stack, 'input-center');
    case 'base':
      return cell(policy.base, 'input-center');
    case 'taxRate':
      return cell(0.06, 'input-rate');
    case 'rounding':
      return cell(policy.rounding, 'input-center');
    case 'refund':
      return cell(policy.refund, 'input-center');
    case 'source':
      return cell(policy.source);
    case 'recordedOn':
      return cell(serialFromDate(dateOf(SAMPLE_YEAR, 1, 1)), 'input-date');
    default:
      return cell(null, column === 'from' || column === 'to' ? 'input-date' : 'input');
  }
}
