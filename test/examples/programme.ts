import { type LocalDate, parseIsoDate } from '#domain/calendar/local-date.ts';
import { readLedger } from '#domain/ledger/read-ledger.ts';
import { yuanText, fen } from '#domain/money/fen.ts';
import { checkWithLedger } from '#domain/policy-check/check-with-ledger.ts';
import { doubtsOf } from '#domain/policy-check/doubts.ts';
import { categoriesMatter } from '#domain/policy/what-a-ledger-needs.ts';
import type { PolicyFinding } from '#domain/policy/finding.ts';
import { headersNamedBy } from '#domain/policy/headers-named.ts';
import { readFacts } from '#domain/policy/read-facts.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import { priceSilence } from '#domain/policy-check/unstated-clauses.ts';
import { lastDay } from '#domain/rebate/last-day.ts';
import { orderBook } from '#domain/rebate/order-book.ts';
import { rebateToDate, orderRebates } from '#domain/rebate/rebate-to-date.ts';
import { askByPolicy } from '#domain/rebate/rows-by-policy.ts';
import type { RebateToDate } from '#domain/rebate/window.ts';
import { type Cell, type Sheet, cellAddress } from '#domain/sheet.ts';

/** A programme as its owner writes it: tables as lines of text, cells split by `|`. */
export interface Programme {
  readonly policy: string;
  readonly ledger: string;
  readonly facts?: string;
  readonly asOf?: string;
}

export interface Outcome {
  readonly rebate: RebateToDate;
  readonly total: string;
  /** rebate + true-up by label of the pay period. */
  readonly payouts: { readonly [label: string]: string };
  readonly trueUps: { readonly [label: string]: string };
  readonly findings: readonly PolicyFinding[];
  readonly questions: readonly number[];
  /** What each row of the ledger gets, by its line. */
  readonly shares: { readonly [line: number]: string };
}

const table = (text: string): readonly (readonly Cell[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => (cell.trim() === '' ? null : cell.trim())));

function sheetOf(text: string): Sheet {
  const rows = table(text);
  const width = Math.max(...rows.map((row) => row.length));
  return {
    name: '台账',
    rowCount: rows.length,
    columns: Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null)),
  };
}

/** Errors of the policy as "cell code"; an outcome when there are none. */
export function run(programme: Programme): Outcome | readonly string[] {
  const { facts, findings: factErrors } =
    programme.facts === undefined
      ? { facts: new Map(), findings: [] }
      : readFacts(table(programme.facts), { cellName: cellAddress });
  const reading = readPolicy(table(programme.policy), { cellName: cellAddress, facts });
  const errors = [...factErrors, ...reading.findings].filter(({ level }) => level === 'error');
  if (reading.policy === null || errors.length > 0) return errors.map(errorText);
  const { policy } = reading;
  const ledger = askByPolicy(
    readLedger([sheetOf(programme.ledger)], {
      headers: headersNamedBy(policy),
      categoriesMatter: categoriesMatter(policy),
    }),
    policy,
  );
  const missing = checkWithLedger(policy, ledger);
  if (missing.length > 0) return missing.map(errorText);
  const book = orderBook(ledger);
  const asOf =
    programme.asOf === undefined
      ? lastDay(ledger, book)
      : (parseIsoDate(programme.asOf) as LocalDate);
  const rebate = rebateToDate(policy, book, asOf);
  const shares = orderRebates(policy, book, asOf);
  return {
    rebate,
    total: yuanText(rebate.total),
    payouts: byLabel(rebate, ({ rebate: own, trueUp }) => own + trueUp),
    trueUps: byLabel(rebate, ({ trueUp }) => trueUp),
    // Only where somebody asks: properties run thousands of programmes for their figures.
    get findings() {
      return [
        ...reading.findings,
        ...priceSilence(policy, book, asOf),
        ...doubtsOf({ policy, book, asOf, rebate }),
      ];
    },
    questions: ledger.questions.map(({ row }) => row),
    shares: Object.fromEntries(
      [...shares].map((share, position) => [
        ledger.row[book.ledgerIndex[position] as number] as number,
        yuanText(fen(share)),
      ]),
    ),
  };
}

const errorText = ({ cell, fact }: PolicyFinding): string => `${cell} ${fact.code}`;

function byLabel(
  { payouts }: RebateToDate,
  amount: (payout: RebateToDate['payouts'][number]) => number,
): { readonly [label: string]: string } {
  const sums = new Map<string, number>();
  for (const payout of payouts)
    sums.set(payout.period.label, (sums.get(payout.period.label) ?? 0) + amount(payout));
  return Object.fromEntries([...sums].map(([label, sum]) => [label, yuanText(fen(sum))]));
}

/** A programme that has to be read: throws its errors otherwise. */
export function paid(programme: Programme): Outcome {
  const outcome = run(programme);
  if (!('total' in outcome)) throw new Error(outcome.join(', '));
  return outcome;
}
