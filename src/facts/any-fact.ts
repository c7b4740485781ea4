import { Refusal } from '#domain/refusal.ts';
import type { ComplianceFact } from '#domain/compliance/compliance.facts.ts';
import type { AdviceFact } from '#domain/decision/advice.facts.ts';
import type { DecisionFact } from '#domain/decision/decision.facts.ts';
import type { ForecastFact } from '#domain/forecast/forecast.facts.ts';
import type {
  LedgerQuestionFact,
  LedgerReportFact,
  LedgerRowFact,
} from '#domain/ledger/ledger.facts.ts';
import type { PolicyFact } from '#domain/policy/policy.facts.ts';
import type { RebateFact } from '#domain/rebate/rebate.facts.ts';
import type { SettlementFact } from '#domain/settlement/settlement.facts.ts';
import type { CliFact } from './cli.ts';
import type { ExcelFact } from './excel.ts';
import type { FilesFact } from './files.ts';
import type { FunctionFact } from './functions.ts';
import type { RebateColumnsFact } from './rebate-columns.ts';
import type { RunFact } from './run.ts';

/**
 * Everything that can be the case: both languages have to say each of them, or nothing compiles.
 */
export type AnyFact =
  | AdviceFact
  | CliFact
  | ComplianceFact
  | DecisionFact
  | ExcelFact
  | FilesFact
  | ForecastFact
  | FunctionFact
  | LedgerQuestionFact
  | LedgerReportFact
  | LedgerRowFact
  | PolicyFact
  | RebateColumnsFact
  | RebateFact
  | RunFact
  | SettlementFact;

/** Says a fact in one language; handed to those who must not know the languages. */
export type Say = (fact: AnyFact) => string;

/** The fact of something thrown when it was an expected failure; null for a bug. */
export const refusedFact = (error: unknown): AnyFact | null =>
  error instanceof Refusal ? (error.fact as AnyFact) : null;
