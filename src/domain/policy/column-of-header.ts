import type { PeriodLength } from '../calendar/period.ts';
import { foldKey } from '../reading/fold-text.ts';
import type { AmountUnit } from '../reading/number-text.ts';
import { COLUMN_WORDS, YIELDING_WORDS } from './column-words.ts';
import { POLICY_COLUMNS, POLICY_HEADERS, type PolicyColumn } from './columns.ts';
import { readNotes, splitHeader } from './header-notes.ts';
import type { Edge } from './policy.ts';

export interface HeaderMeaning {
  readonly column: PolicyColumn;
  /** What a bare number counts: 万 under 门槛(万元). */
  readonly unit: AmountUnit;
  /** 比例(%): a bare 6 is 6 %. */
  readonly percent: boolean;
  /** 季度销售额 says over which period sales add up. */
  readonly period?: PeriodLength;
  /** Gives way to another header of the same column. */
  readonly yields: boolean;
  /** Words of the header's note that nobody understands: 台 of 门槛(台). */
  readonly unread: readonly string[];
  /** A currency other than the yuan. */
  readonly currency: string | null;
  /** 门槛(不含): what equals the threshold is not in the tier yet. */
  readonly edge: Edge | null;
}

/** What a header cell stands for, with the unit it states; `undefined` for other headers. */
export function policyColumnOf(header: string): HeaderMeaning | undefined {
  for (const { words, notes, apart } of splitHeader(header)) {
    const known = COLUMN_BY_HEADER.get(fold(words)) ?? salesOfPeriod(words);
    if (known === undefined) continue;
    // 门槛 Threshold is one header in both languages.
    const others = notes.filter(
      (note) => COLUMN_BY_HEADER.get(fold(note))?.column !== known.column,
    );
    // "Per unit" is no 累计对象: only what counts something has a unit beside it.
    if (apart === true && others.length > 0 && !COUNTING.has(known.column)) continue;
    return { ...known, ...readNotes(others, known.column === 'threshold') };
  }
  return undefined;
}

const COUNTING: ReadonlySet<PolicyColumn> = new Set([
  ...(['threshold', 'rate', 'bonus', 'baseline', 'cap', 'floor', 'groupCap'] as const),
  ...(['taxRate', 'clawback'] as const),
]);

const PERIOD_WORDS: readonly (readonly [PeriodLength, RegExp])[] = [
  ['month', /^(?:每?月度?|monthly\s)/i],
  ['quarter', /^(?:每?季度?|quarterly\s)/i],
  ['half', /^(?:每?半年度?|half-?yearly\s|semi-?annual\s)/i],
  ['year', /^(?:每?年度?|全年|annual\s|yearly\s)/i],
];

/** 季度销售额 · Annual revenue: thresholds, and the period that they ask about. */
function salesOfPeriod(words: string): Known | undefined {
  for (const [period, pattern] of PERIOD_WORDS) {
    if (!pattern.test(words)) continue;
    const known = COLUMN_BY_HEADER.get(fold(words.replace(pattern, '')));
    if (known?.column === 'threshold') return { ...known, period };
  }
  return undefined;
}

const fold = (text: string): string => foldKey(text).replace(/_/g, '');

type Known = Pick<HeaderMeaning, 'column' | 'yields' | 'period'>;
const entries = (
  words: { readonly [C in PolicyColumn]?: readonly string[] },
  yields: boolean,
): readonly (readonly [string, Known])[] =>
  POLICY_COLUMNS.flatMap((column) =>
    (words[column] ?? []).map((header) => [fold(header), { column, yields }] as const),
  );

const COLUMN_BY_HEADER = new Map<string, Known>([
  ...POLICY_COLUMNS.flatMap((column) => {
    const known = { column, yields: false };
    const { zh, en } = POLICY_HEADERS[column];
    return [[fold(zh), known] as const, [fold(en), known] as const];
  }),
  ...entries(COLUMN_WORDS, false),
  ...entries(YIELDING_WORDS, true),
]);
