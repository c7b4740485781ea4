import type { AnyFact } from '#facts/any-fact.ts';
import type { Answers } from '#domain/ledger/ledger.ts';
import type { Decimal } from '#domain/money/decimal.ts';
import { nothingSupposed, type Suppositions } from '#domain/pipeline/suppositions.ts';
import type { ExampleKind } from '#domain/policy/example-kinds.ts';
import type { Result } from '#domain/result.ts';
import type { Language } from '#domain/language.ts';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import type { HeaderMapping } from '#domain/reading/header-row.ts';
import type { AnalysisView } from '../analyze/analysis-view.ts';
import type { RowMeaning } from '../analyze/left-out-view.ts';
import type { GroupAnswer } from '../analyze/question-groups.ts';
import type { PolicyTrial } from '../draft-policy/policy-trial.ts';
import type { TypedPolicy } from '#domain/policy/typed-policy.ts';
import type { SettlementView } from '../reconcile/settlement-view.ts';
import type { DealTrial, DealTrialRequest } from '#domain/pipeline/deal-trial.ts';
import type { RunFact } from '#facts/run.ts';
import type { RunOptions } from '../run-options.ts';
import type { Settings } from '../memory/settings.ts';
import type { SheetSummary } from '../workbook.port.ts';

export type { RunOptions };

/** The workbook before anything is analyzed. */
export interface WorkbookLook {
  readonly title: string;
  readonly sheets: readonly SheetSummary[];
  /** The sheet that looks most like the orders, with rows in it. */
  readonly orderSheet: SheetSummary | null;
  readonly policySheet: string | null;
  /** Names of the sheets that figures rest on beside the orders: policy, facts, catalog. */
  readonly ruleSheets: readonly string[];
  readonly settings: Settings;
}

export type Outcome = Result<AnalysisView, RunFact>;

export interface ReconcileRequest {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /**
   * Counting days of the orders that the statement settles, inclusive; null: as the statement
   * itself says.
   */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/**
 * What the user supposes beyond the ledger; advice is given on it, also when the sheet is read
 * again.
 */
export interface Supposed extends Pick<Suppositions, 'discount' | 'partners' | 'margin' | 'trade'> {
  /** Win probabilities by the key of the deal. */
  readonly probabilities: ReadonlyMap<string, Decimal>;
}

const { discount, partners, margin, trade } = nothingSupposed;
export const AS_THE_LEDGER_SAYS: Supposed = {
  discount,
  partners,
  margin,
  trade,
  probabilities: new Map(),
};

/**
 * What the pane can ask for. It runs in a worker beside the file it reads (browser edition), or in
 * a worker that reads the open workbook through the page (Excel); in tests it runs in place.
 */
export interface PaneSession {
  look(): Promise<WorkbookLook>;
  /**
   * Reads the workbook anew, computes and colours the edge orders. Rejects with an AbortError when
   * stopped.
   */
  analyze(settings: Settings, options: RunOptions): Promise<Outcome>;
  /**
   * Takes over answers (a choice by question key; null takes an answer back) and computes the
   * totals again, without reading; `finish` brings the rest up to them.
   */
  answer(answers: { readonly [questionKey: string]: string | null }): Promise<Outcome>;
  /** The same answer to many questions; which ones, so that it can be taken back. */
  answerGroup(
    answer: GroupAnswer,
  ): Promise<{ readonly keys: readonly string[]; readonly outcome: Outcome }>;
  /**
   * Advice, forecast and colours for the answers given since: these come a moment after the totals.
   */
  finish(): Promise<Outcome>;
  /**
   * What a row was read as, and why; null for a row that is no order's. Rows as a person counts.
   */
  rowMeaning(sheet: string, row: number): Promise<RowMeaning | null>;
  mapHeader(mapping: HeaderMapping): Promise<Outcome>;
  answersGiven(): Promise<Answers>;
  /** Takes over what the user supposes about pending deals, and advises again. */
  suppose(supposed: Partial<Supposed>): Promise<Outcome>;
  /** What chosen pending deals would do. */
  whatIf(request: DealTrialRequest): Promise<DealTrial>;
  /** Checks a typed policy, and says what it would pay on this ledger. */
  tryPolicy(draft: TypedPolicy, language: Language): Promise<PolicyTrial>;
  /**
   * Writes the typed policy on a sheet of its own; its name. In force when the workbook has no
   * policy of the user's own.
   */
  writePolicy(draft: TypedPolicy, language: Language): Promise<string>;
  /**
   * Writes an example policy of that kind to change, with its facts where it needs some; its
   * sheet's name.
   */
  writeExample(kind: ExampleKind, language: Language): Promise<string>;
  /** Holds the vendor's statement files against the ledger. */
  reconcile(request: ReconcileRequest): Promise<Result<SettlementView, AnyFact>>;
  /**
   * Writes the review of the period that the last analysis is about; the sheet's name. Rejects with
   * an AbortError when stopped, and the workbook is as it was.
   */
  writeReview(language: Language, options?: RunOptions): Promise<string>;
  clearHighlights(): Promise<void>;
  /**
   * Takes back the last run: its colours go, and the analysis before it is shown again (null
   * when there was none). `undone` is false when there is nothing left to take back.
   */
  undoRun(): Promise<{ readonly undone: boolean; readonly view: AnalysisView | null }>;
  /**
   * Takes out of the workbook what it keeps of us beside sheets: colours, answers, settings, what
   * the last reviews said. A look at it as it is then.
   */
  forgetKept(): Promise<WorkbookLook>;
}
