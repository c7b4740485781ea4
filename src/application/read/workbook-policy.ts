import { isUnchangedExample } from '#domain/policy/example-kinds.ts';
import type { FactsReading } from '#domain/policy/read-facts.ts';
import { type PolicyReading, readPolicy } from '#domain/policy-check/read-policy.ts';
import type { Sheet } from '#domain/sheet.ts';
import { blockOf, factsOf, isPolicySheet, tableAt } from './policy-cells.ts';

/**
 * The workbook's own policy with its facts; `undefined` when it has no policy sheet.
 *
 * @param given - facts of a file, which go before the workbook's own
 */
export function workbookPolicy(
  sheets: readonly Sheet[],
  given?: FactsReading,
): PolicyReading | undefined {
  const sheet = sheets.find(isPolicySheet);
  return sheet === undefined ? undefined : readPolicySheet(sheet, sheets, given);
}

/**
 * Reads the policy on a sheet: its table `RebatePolicy` when there is one, else everything on it.
 */
export function readPolicySheet(
  sheet: Sheet,
  sheets: readonly Sheet[] = [],
  given?: FactsReading,
): PolicyReading {
  const block = blockOf(sheet);
  const { facts, findings } = given ?? factsOf(sheets);
  const { cells, ...options } = tableAt(sheet, block, facts);
  const reading = readPolicy(cells, { ...options, example: isUnchangedExample(cells) });
  return {
    policy: findings.some(({ level }) => level === 'error') ? null : reading.policy,
    findings: [...findings, ...reading.findings],
  };
}
