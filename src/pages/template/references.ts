import type { Language } from '#i18n/sentences.ts';
import { policyHeader, wordsOf } from './template-language.ts';

/** References as files store them: a cell of the same table row, a whole column of a table. */
export const own = (table: string, column: string): string => `${table}[[#This Row],[${column}]]`;
export const column = (table: string, name: string): string => `${table}[${name}]`;

export const POLICY_NAME = 'RebatePolicy';

/** Columns of the policy table, by name. */
function policyColumns(language: Language): {
  readonly component: string;
  readonly threshold: string;
  readonly rate: string;
} {
  const table = wordsOf(language).tables.policy;
  return {
    component: column(table, policyHeader('component', language)),
    threshold: column(table, policyHeader('threshold', language)),
    rate: column(table, policyHeader('rate', language)),
  };
}

/**
 * Tier of the simple policy without the add-in: how many thresholds of the component the sales
 * reach.
 */
export function plainTier(component: string, tierSales: string, language: Language): string {
  const policy = policyColumns(language);
  return `SUMPRODUCT((${policy.component}=${component})*(${policy.threshold}<=${tierSales}))`;
}

/** Rate of the last threshold reached. "12%+" is text and means 12%. */
export function plainRate(
  component: string,
  tierSales: string,
  tier: string,
  language: Language,
): string {
  const policy = policyColumns(language);
  return `IF(${tier}=0,0,VALUE(SUBSTITUTE(LOOKUP(2,1/((${policy.component}=${component})*(${policy.threshold}<=${tierSales})),${policy.rate}),"+","")))`;
}
