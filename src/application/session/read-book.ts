import type { HeaderMapping } from '#domain/reading/header-row.ts';
import type { Answers, Ledger } from '#domain/ledger/ledger.ts';
import { ReadingMemory } from '#domain/ledger/reading-memory.ts';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import { byLedgerIndex } from '#domain/pipeline/deal-keys.ts';
import { nothingSupposed, type Suppositions } from '#domain/pipeline/suppositions.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import { fail, type Result } from '#domain/result.ts';
import type { Analysis } from '#domain/review/analysis.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { RunFact } from '#facts/run.ts';
import { analyze, type AnalyzeInput } from '../analyze/analyze.ts';
import { DEFAULT_SETTINGS, type Settings } from '../memory/settings.ts';
import { readOrders, unknownHeadersOf } from '../read/read-orders.ts';
import { isPolicySheet } from '../read/policy-cells.ts';
import { workbookPolicy } from '../read/workbook-policy.ts';
import { AS_THE_LEDGER_SAYS, type Supposed } from './pane-session.ts';

/** What was read of a workbook, and all that its user has said about it since. */
export class ReadBook {
  sheets: readonly Sheet[] = [];
  settings: Settings = DEFAULT_SETTINGS;
  answers: Answers = {};
  mapping: readonly HeaderMapping[] = [];
  /** An answer rereads only what it touches. */
  private readonly memory = new ReadingMemory();
  supposed: Supposed = AS_THE_LEDGER_SAYS;

  /** @param today - what day it is where the user sits; left out: nothing counts from today */
  constructor(private readonly today: (() => LocalDate) | undefined) {}

  /** A question for later: whether the user has said more by then. */
  saidMore(): () => boolean {
    const { answers, mapping, supposed } = this;
    return () => answers !== this.answers || mapping !== this.mapping || supposed !== this.supposed;
  }

  /** The ledger of the sheets that were read, under what was said so far. */
  ledger(sheets = this.sheets, { leftOut }: Settings = this.settings): Ledger {
    const reading = workbookPolicy(sheets);
    return readOrders(sheets, {
      mapping: this.mapping,
      answers: this.answers,
      memory: this.memory,
      leftOut,
      policy: reading === undefined ? examplePolicy : reading.policy,
    });
  }

  /** All figures on a ledger. */
  analysis(
    ledger: Ledger,
    sheets = this.sheets,
    settings = this.settings,
  ): Result<Analysis, RunFact> {
    return analyze(this.input(ledger, sheets, settings));
  }

  input(ledger: Ledger, sheets = this.sheets, settings = this.settings): AnalyzeInput {
    return {
      ledger,
      policy: workbookPolicy(sheets),
      asOf: settings.asOf,
      ...(this.today && { today: this.today() }),
      yearStart: settings.yearStart,
      nearShare: settings.nearWindow.toNumber(),
      supposed: this.suppositions(ledger),
    };
  }

  /** What is supposed of the deals of a ledger. */
  suppositions(ledger: Ledger): Suppositions {
    const probabilities = byLedgerIndex(ledger, this.supposed.probabilities);
    return { ...nothingSupposed, ...this.supposed, probabilities };
  }

  /** A sheet that misses only a column's meaning can be mapped. */
  refusal(fact: RunFact): Result<never, RunFact> {
    return fail(
      fact.code === 'run.no-order-sheet'
        ? {
            ...fact,
            headers: unknownHeadersOf(
              this.sheets.filter((sheet) => sheet.ours !== true && !isPolicySheet(sheet)),
              this.mapping,
            ),
          }
        : fact,
    );
  }
}
