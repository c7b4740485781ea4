import { isoDate } from '#domain/calendar/local-date.ts';
import { type Fen, NO_FEN, addFen, yuanText } from '#domain/money/fen.ts';
import type { InferredReading } from '#domain/settlement/infer-reading.ts';
import type { Reading } from '#domain/settlement/reading.ts';
import {
  type Action,
  type Cause,
  type ReconciledRow,
  actionOf,
} from '#domain/settlement/reconciliation.ts';
import type { Language } from '#domain/language.ts';
import type { Say } from '#facts/any-fact.ts';
import { claimLetter, rowSentence } from '#pages/statement/claim-letter.ts';
import type { Settlement } from './reconcile.ts';

type Yuan = string;
type ReadingJson = Pick<Reading, 'scheme' | 'edge' | 'base' | 'rounding'>;

/** The object that `reconcile --json` writes. Amounts in yuan with two places. */
interface ReconcileJson {
  readonly rows: readonly {
    readonly orderId: string;
    readonly ledgerRebate: Yuan;
    readonly statementRebate: Yuan;
    readonly difference: Yuan;
    readonly cause: Cause;
    readonly customer: string;
    readonly product: string;
    readonly action: Action;
    readonly message: string;
    readonly parts: readonly { readonly cause: Cause; readonly amount: Yuan }[];
  }[];
  readonly causes: { readonly [C in Cause]?: Yuan };
  readonly totals: { readonly ledger: Yuan; readonly statement: Yuan; readonly difference: Yuan };
  readonly reading: {
    readonly best: ReadingJson;
    readonly inForce: ReadingJson;
    readonly undecided: readonly string[];
    readonly agreeing: number;
    readonly of: number;
    readonly below: { readonly best: Reading['below']; readonly inForce: Reading['below'] };
    readonly refund: { readonly best: Reading['refund']; readonly inForce: Reading['refund'] };
    readonly where: { readonly best: Reading['where']; readonly inForce: Reading['where'] };
    readonly counts: { readonly best: Reading['counts']; readonly inForce: Reading['counts'] };
    readonly speaksFor: readonly string[];
    readonly speaksAgainst: readonly string[];
    /** Best first, one of all readings that come to the same. */
    readonly ranking: readonly (Reading & {
      readonly agreeing: number;
      readonly residual: Yuan;
      readonly speaksAgainst: readonly string[];
    })[];
  } | null;
  readonly period: { readonly from: string; readonly to: string };
  readonly actions: { readonly [A in Action]?: Yuan };
  readonly statement: {
    readonly lines: number;
    readonly total: Yuan;
    readonly statedTotal: Yuan | null;
    readonly findings: readonly { readonly code: string; readonly message: string }[];
  };
  readonly periods: readonly {
    readonly label: string;
    readonly from: string;
    readonly to: string;
    readonly expected: Yuan;
    readonly advised: Yuan | null;
    readonly received: Yuan;
    readonly outstanding: Yuan;
    readonly age: number;
  }[];
  readonly unpaid: { readonly asOf: string } & { readonly [band: string]: Yuan };
  readonly claimLetter: string;
}

/** @param say - says a fact in `language`, which the letter and the rows are written in */
export function reconcileJson(settled: Settlement, language: Language, say: Say): ReconcileJson {
  const { reconciliation, reading } = settled;
  const { rows, causes, totals, period, statement } = reconciliation;
  return {
    rows: rows.map((row) => rowJson(row, language)),
    causes: Object.fromEntries([...causes].map(([cause, amount]) => [cause, yuanText(amount)])),
    totals: {
      ledger: yuanText(totals.ledger),
      statement: yuanText(totals.statement),
      difference: yuanText(totals.difference),
    },
    reading: reading === null ? null : readingJson(reading, rows),
    period: { from: isoDate(period.from), to: isoDate(period.to) },
    actions: actionSums(rows),
    statement: {
      lines: statement.lines.length,
      total: yuanText(statement.total),
      statedTotal: statement.statedTotal === null ? null : yuanText(statement.statedTotal),
      findings: statement.facts.map((fact) => ({
        code: fact.code,
        message: say(fact),
      })),
    },
    periods: settled.periods.map((one) => ({
      label: one.period.label,
      from: isoDate(one.period.from),
      to: isoDate(one.period.to),
      expected: yuanText(one.expected),
      advised: one.advised === null ? null : yuanText(one.advised),
      received: yuanText(one.received),
      outstanding: yuanText(one.outstanding),
      age: one.age,
    })),
    unpaid: {
      asOf: isoDate(settled.asOf),
      ...Object.fromEntries(settled.unpaid.map(({ band, amount }) => [band, yuanText(amount)])),
    },
    claimLetter: claimLetter(reconciliation, language),
  };
}

function rowJson(row: ReconciledRow, language: Language): ReconcileJson['rows'][number] {
  return {
    orderId: row.orderId,
    ledgerRebate: yuanText(row.ledgerRebate),
    statementRebate: yuanText(row.statementRebate),
    difference: yuanText(row.difference),
    cause: row.cause,
    customer: row.customer,
    product: row.product,
    action: actionOf(row),
    message: rowSentence(row, language),
    parts: row.parts.map((part) => ({ cause: part.cause, amount: yuanText(part.amount) })),
  };
}

function readingJson(
  { best, inForce, undecided, agreeing, of, ranking }: InferredReading,
  rows: readonly ReconciledRow[],
): NonNullable<ReconcileJson['reading']> {
  const ids = (indices: readonly number[]): readonly string[] =>
    indices.map((index) => rows[index]?.orderId ?? '');
  const four = ({ scheme, edge, base, rounding }: Reading): ReadingJson => ({
    scheme,
    edge,
    base,
    rounding,
  });
  return {
    best: four(best),
    inForce: four(inForce),
    undecided,
    agreeing,
    of,
    below: { best: best.below, inForce: inForce.below },
    counts: { best: best.counts, inForce: inForce.counts },
    refund: { best: best.refund, inForce: inForce.refund },
    where: { best: best.where, inForce: inForce.where },
    speaksFor: ids(ranking[0]?.speaksFor ?? []),
    speaksAgainst: ids(ranking[0]?.speaksAgainst ?? []),
    ranking: distinct(ranking).map((one) => ({
      ...one.reading,
      agreeing: one.speaksFor.length,
      residual: yuanText(one.residual),
      speaksAgainst: ids(one.speaksAgainst),
    })),
  };
}

const MOST_READINGS = 6;

/**
 * The first of all readings with the same outcome: the one that is closest to the reading in force.
 */
function distinct(ranking: InferredReading['ranking']): InferredReading['ranking'] {
  const seen = new Set<string>();
  return ranking.filter((one) => {
    const outcome = [one.residual, one.totalFits, ...one.speaksAgainst].join();
    if (seen.size >= MOST_READINGS || seen.has(outcome)) return false;
    seen.add(outcome);
    return true;
  });
}

function actionSums(rows: readonly ReconciledRow[]): ReconcileJson['actions'] {
  const sums = new Map<Action, Fen>();
  for (const row of rows)
    sums.set(actionOf(row), addFen(sums.get(actionOf(row)) ?? NO_FEN, row.difference));
  return Object.fromEntries([...sums].map(([action, amount]) => [action, yuanText(amount)]));
}
