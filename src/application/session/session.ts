import type { AnyFact } from '#facts/any-fact.ts';
import { Refusal } from '#domain/refusal.ts';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import type { Answers } from '#domain/ledger/ledger.ts';
import type { ExampleKind } from '#domain/policy/example-kinds.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AdvisedAmount } from '#domain/review/settlement-status.ts';
import type { Sheet } from '#domain/sheet.ts';
import {
  type PlannedColumns,
  planRebateColumns,
  type RebateColumnsInput,
} from '../formulas/add-rebate-columns.ts';
import type { Analysis } from '#domain/review/analysis.ts';
import { advised, assess } from '../analyze/analyze.ts';
import { viewOf } from '../analyze/view-of-analysis.ts';
import type { HeaderMapping } from '#domain/reading/header-row.ts';
import type { AnalysisView } from '../analyze/analysis-view.ts';
import { rowMeaning, type RowMeaning } from '../analyze/left-out-view.ts';
import { answersToGroup, type GroupAnswer } from '../analyze/question-groups.ts';
import { colourEdges } from '../write/highlights.ts';
import {
  recall,
  rememberAnswers,
  rememberMapping,
  rememberSettings,
  forgetKept,
} from '../memory/workbook-memory.ts';
import { holdsRules, likelyOrderSheet } from '../read/read-orders.ts';
import type { Language } from '#domain/language.ts';
import {
  AS_THE_LEDGER_SAYS,
  type Outcome,
  type PaneSession,
  type ReconcileRequest,
  type RunOptions,
  type Supposed,
  type WorkbookLook,
} from './pane-session.ts';
import { writeExample, writePolicy } from '../draft-policy/write-policy.ts';
import type { TypedPolicy } from '#domain/policy/typed-policy.ts';
import { type PolicyTrial, tryPolicy } from '../draft-policy/policy-trial.ts';
import type { RebateColumnsFact } from '#facts/rebate-columns.ts';
import { ReadBook } from './read-book.ts';
import { readSheets } from '../read/read-sheets.ts';
import { reconcileStatement } from '../reconcile/reconcile.ts';
import type { RunFact } from '#facts/run.ts';
import { type Settings, settingsToText } from '../memory/settings.ts';
import { type SettlementView, settlementView } from '../reconcile/settlement-view.ts';
import { type DealTrial, tryDeals, type DealTrialRequest } from '#domain/pipeline/deal-trial.ts';
import { isPolicySheet, policyReference } from '../read/policy-cells.ts';
import type { WorkbookPort } from '../workbook.port.ts';
import { yieldToMessages } from '../yield-to-messages.ts';
import { writeReview } from '../write/write-review.ts';

/** What a session needs from its host. */
export interface SessionTools {
  /** What day it is where the user sits; left out: nothing counts from today. */
  readonly today?: () => LocalDate;
  /** Every sheet of a statement file. */
  readFile(bytes: Uint8Array, name: string): Promise<Result<readonly Sheet[], AnyFact>>;
}

interface Run {
  readonly analysis: Analysis;
  readonly view: AnalysisView;
  /** What its forecast and advice rest on beyond the ledger. */
  readonly supposed: Partial<Supposed>;
}

/**
 * One workbook, from the first look to the review. Keeps what was read, so that an answer needs no
 * second reading.
 */
export class Session implements PaneSession {
  private readonly book: ReadBook;
  private current: Run | null = null;
  private previous: Run | null = null;
  /** A run of ours is there to be taken back. */
  private isColoured = false;
  /** Advice, forecast and colours are older than the totals. */
  private isUnfinished = false;
  private advised: readonly AdvisedAmount[] = [];
  private painting: Promise<unknown> = Promise.resolve();
  /** Runs begun before everything was forgotten come to nothing. */
  private forgetting = new AbortController();

  /**
   * @param before - what was last analyzed under the same name: the first run here is compared with
   * it
   */
  constructor(
    private readonly port: WorkbookPort,
    private readonly tools: SessionTools,
    private readonly before: Analysis | null = null,
  ) {
    this.book = new ReadBook(tools.today);
  }

  get lastAnalysis(): Analysis | null {
    return this.current?.analysis ?? this.before;
  }

  async look(): Promise<WorkbookLook> {
    const [sheets, remembered] = await Promise.all([this.port.listSheets(), recall(this.port)]);
    Object.assign(this.book, remembered);
    return {
      title: this.port.title,
      sheets,
      orderSheet: likelyOrderSheet(sheets),
      policySheet: sheets.find((sheet) => isPolicySheet(sheet))?.name ?? null,
      ruleSheets: sheets.filter(holdsRules).map(({ name }) => name),
      settings: this.book.settings,
    };
  }

  async analyze(settings: Settings, { step, signal }: RunOptions): Promise<Outcome> {
    const forgotten = this.forgetting.signal;
    const sheets = await readSheets(this.port, {
      signal,
      progress: (done, total) => step('read', done, total),
    });
    step('understand', 0, null);
    await yieldToMessages(signal);
    const saidMore = this.book.saidMore();
    const before = { run: this.current, analysis: this.lastAnalysis };
    const ledger = this.book.ledger(sheets, settings);
    step('compute', 0, null);
    await yieldToMessages(signal);
    const analysis = this.book.analysis(ledger, sheets, settings);
    if (!analysis.ok) {
      this.book.sheets = sheets;
      return saidMore() ? this.again() : this.book.refusal(analysis.error);
    }
    await yieldToMessages(signal);
    forgotten.throwIfAborted();
    await this.keep(settings);
    step('highlight', 0, null);
    forgotten.throwIfAborted();
    const notColoured = await this.colour(analysis.value, { step, signal });
    forgotten.throwIfAborted();
    // Together with the figures: a review begun meanwhile is of one reading.
    this.book.sheets = sheets;
    this.previous = before.run;
    this.isColoured = true;
    this.isUnfinished = false;
    // What was said while the sheet was read and coloured counts too.
    return saidMore() ? this.again() : this.take(analysis.value, before.analysis, notColoured);
  }

  async answer(answers: { readonly [questionKey: string]: string | null }): Promise<Outcome> {
    this.book.answers = Object.fromEntries(
      Object.entries({ ...this.book.answers, ...answers }).filter(
        (entry): entry is [string, string] => entry[1] !== null,
      ),
    );
    await rememberAnswers(this.port, this.book.answers);
    return this.totalsAgain();
  }

  async answerGroup(
    answer: GroupAnswer,
  ): Promise<{ readonly keys: readonly string[]; readonly outcome: Outcome }> {
    const answers = answersToGroup(this.analyzed().analysis.ledger.questions, answer);
    return { keys: Object.keys(answers), outcome: await this.answer(answers) };
  }

  async finish(): Promise<Outcome> {
    const current = this.analyzed();
    if (!this.isUnfinished) return ok(current.view);
    this.isUnfinished = false;
    return this.takeAndColour(ok(this.supposing(current)));
  }

  rowMeaning(sheet: string, row: number): Promise<RowMeaning | null> {
    return Promise.resolve(
      this.current === null ? null : rowMeaning(this.current.analysis.ledger, sheet, row),
    );
  }

  async mapHeader(mapping: HeaderMapping): Promise<Outcome> {
    this.book.mapping = [
      ...this.book.mapping.filter(({ header }) => header !== mapping.header),
      mapping,
    ];
    await rememberMapping(this.port, this.book.mapping);
    return this.again();
  }

  answersGiven(): Promise<Answers> {
    return Promise.resolve(this.book.answers);
  }

  suppose(supposed: Partial<Supposed>): Promise<Outcome> {
    this.book.supposed = { ...AS_THE_LEDGER_SAYS, ...supposed };
    return Promise.resolve(this.take(this.supposing(this.analyzed()), this.compared()));
  }

  whatIf(request: DealTrialRequest): Promise<DealTrial> {
    return Promise.resolve(tryDeals(this.analyzed().analysis, request));
  }

  /** The rebate columns for the order sheet, ready for the host in which formulas live. */
  planColumns(
    headers: RebateColumnsInput['headers'],
  ): Promise<Result<PlannedColumns, RebateColumnsFact>> {
    return Promise.resolve(
      planRebateColumns({
        analysis: this.analyzed().analysis,
        sheets: this.book.sheets,
        policyReference: policyReference(this.book.sheets) ?? '',
        headers,
      }),
    );
  }

  tryPolicy(draft: TypedPolicy, language: Language): Promise<PolicyTrial> {
    return Promise.resolve(tryPolicy(this.analyzed().analysis, draft, language));
  }

  writePolicy(draft: TypedPolicy, language: Language): Promise<string> {
    return writePolicy(this.port, draft, language);
  }

  writeExample(kind: ExampleKind, language: Language): Promise<string> {
    return writeExample(this.port, kind, language);
  }

  async reconcile({ files, from, to }: ReconcileRequest): Promise<Result<SettlementView, AnyFact>> {
    const { ledger, policy } = this.analyzed().analysis;
    const statementSheets: Sheet[] = [];
    for (const { bytes, name } of files) {
      const sheets = await this.tools.readFile(bytes, name);
      if (!sheets.ok) return sheets;
      statementSheets.push(...sheets.value);
    }
    const settled = reconcileStatement({ ledger, policy, statementSheets, from, to });
    if (!settled.ok) return settled;
    const { period, totals } = settled.value.reconciliation;
    this.advised = [{ ...period, amount: totals.statement }];
    return ok(settlementView(settled.value));
  }

  async writeReview(language: Language, { step, signal }: RunOptions = UNWATCHED): Promise<string> {
    step('review', 0, null);
    await yieldToMessages(signal);
    await this.finish();
    await yieldToMessages(signal);
    const { advised } = this;
    const { sheets } = this.book;
    const { analysis } = this.analyzed();
    return writeReview(this.port, { analysis, sheets, language, advised }, { step, signal });
  }

  async clearHighlights(): Promise<void> {
    await this.paint(() => this.port.clearHighlights());
    this.isColoured = this.previous !== null;
  }

  async undoRun(): Promise<{ readonly undone: boolean; readonly view: AnalysisView | null }> {
    if (!this.isColoured) return { undone: false, view: null };
    this.isColoured = this.previous !== null;
    await this.paint(() => this.port.clearHighlights());
    if (this.previous === null) return { undone: true, view: null };
    const back = this.previous;
    this.current = back;
    this.previous = null;
    if (back.supposed !== this.book.supposed) this.take(this.supposing(back), this.compared());
    await this.colour(back.analysis);
    return { undone: true, view: this.analyzed().view };
  }

  async forgetKept(): Promise<WorkbookLook> {
    this.forgetting.abort();
    this.forgetting = new AbortController();
    await this.paint(() => this.port.clearHighlights());
    await forgetKept(this.port);
    this.book.supposed = AS_THE_LEDGER_SAYS;
    this.current = null;
    this.previous = null;
    this.isColoured = false;
    this.isUnfinished = false;
    this.advised = [];
    return this.look();
  }

  private analyzed(): Run {
    if (this.current === null) throw new Refusal<RunFact>({ code: 'run.nothing-analyzed' });
    return this.current;
  }

  /** The figures of a run, with advice and forecast on what is supposed now. */
  private supposing({ analysis }: Run): Analysis {
    return advised(analysis, this.book.suppositions(analysis.ledger));
  }

  /** What the figures on screen are compared with. */
  private compared(): Analysis | null {
    return this.previous?.analysis ?? this.before;
  }

  /**
   * The totals with what the user has just said; advice, forecast and colours are those of before
   * until `finish`: they take longer than a person waits between two answers.
   */
  private totalsAgain(): Outcome {
    if (this.book.sheets.length === 0) return fail({ code: 'run.nothing-analyzed' });
    const assessed = assess(this.book.input(this.book.ledger()));
    if (!assessed.ok) return this.book.refusal(assessed.error);
    if (this.current === null) return fail({ code: 'run.nothing-analyzed' });
    const { advice, forecast } = this.current.analysis;
    this.isUnfinished = true;
    return this.take({ ...assessed.value, advice, forecast }, this.compared());
  }

  /** What was read, computed again with what the user has said since. */
  private async again(): Promise<Outcome> {
    if (this.book.sheets.length === 0) return fail({ code: 'run.nothing-analyzed' });
    const analysis = this.book.analysis(this.book.ledger());
    if (analysis.ok) this.isUnfinished = false;
    return this.takeAndColour(analysis);
  }

  private async takeAndColour(analysis: Result<Analysis, RunFact>): Promise<Outcome> {
    if (!analysis.ok) return this.book.refusal(analysis.error);
    this.take(analysis.value, this.compared());
    const notColoured = await this.colour(analysis.value);
    // What was said or read while the sheet was coloured is newer.
    return this.current?.analysis === analysis.value
      ? this.take(analysis.value, this.compared(), notColoured)
      : ok(this.analyzed().view);
  }

  private take(
    analysis: Analysis,
    before: Analysis | null,
    notColoured: AnalysisView['notColoured'] = null,
  ): Outcome {
    const view: AnalysisView = { ...viewOf(analysis, this.port.title, before), notColoured };
    this.current = { analysis, view, supposed: this.book.supposed };
    return ok(view);
  }

  private async keep(settings: Settings): Promise<void> {
    if (settingsToText(settings) !== settingsToText(this.book.settings))
      await rememberSettings(this.port, settings);
    this.book.settings = settings;
  }

  private colour(analysis: Analysis, run?: RunOptions): Promise<AnalysisView['notColoured']> {
    const options = run && {
      signal: run.signal,
      progress: (done: number, total?: number) => run.step('highlight', done, total ?? null),
    };
    return this.paint(() => colourEdges(this.port, analysis, this.book.settings.coloured, options));
  }

  /** One after another, so that the colours of the newest figures are the last. */
  private paint<T>(work: () => Promise<T>): Promise<T> {
    const own = this.painting.then(work, work);
    this.painting = own;
    return own;
  }
}

/** For whoever neither watches nor stops. */
const UNWATCHED: RunOptions = {
  step: () => undefined,
  signal: new AbortController().signal,
};
