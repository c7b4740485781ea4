import { comparePolicies } from '#domain/decision/compare-policies.ts';
import type { Fen } from '#domain/money/fen.ts';
import type { Ledger } from '#domain/ledger/ledger.ts';
import { checkWithLedger } from '#domain/policy-check/check-with-ledger.ts';
import { foldKey } from '#domain/reading/fold-text.ts';
import type { Facts } from '#domain/policy/facts.ts';
import type { PolicyFinding } from '#domain/policy/finding.ts';
import { readFacts } from '#domain/policy/read-facts.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { priceSilence } from '#domain/policy-check/unstated-clauses.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import type { Language } from '#domain/language.ts';
import type { Analysis } from '#domain/review/analysis.ts';
import { orderLine } from '../analyze/order-line.ts';
import type { OrderLine } from '../analyze/order-line.ts';
import { headerRowOf, type TypedPolicy } from '#domain/policy/typed-policy.ts';

/** A typed policy, checked, and what it would pay on this ledger beside the policy in force. */
export interface PolicyTrial {
  /** `cell` is "row:column" of the typed table, 0-based. */
  readonly findings: readonly PolicyFinding[];
  /** null when the draft has an error. */
  readonly policy: Policy | null;
  readonly before: Fen;
  readonly after: Fen;
  /** Orders whose rebate moves, largest move first; at most MOST_SHOWN. */
  readonly moved: readonly {
    readonly order: OrderLine;
    readonly before: Fen;
    readonly after: Fen;
  }[];
  readonly movedCount: number;
}

const MOST_SHOWN = 50;

export function tryPolicy(analysis: Analysis, draft: TypedPolicy, language: Language): PolicyTrial {
  const { book, asOf, ledger, rebate } = analysis;
  const reading = readTyped(draft, language, analysis.policy.facts);
  if (reading.policy === null) return { ...reading, ...unpriced(rebate.total) };
  const { policy } = reading;
  const missing = missingInLedger(policy, ledger);
  if (missing.length > 0) {
    const findings = [...reading.findings, ...missing];
    return { policy: null, findings, ...unpriced(rebate.total) };
  }
  const { before, after, orders } = comparePolicies(book, analysis.policy, policy, asOf);
  return {
    policy,
    before,
    after,
    findings: [...reading.findings, ...priceSilence(policy, book, asOf)],
    moved: orders.slice(0, MOST_SHOWN).map((order) => ({
      order: orderLine(ledger, order.ledgerIndex),
      before: order.before,
      after: order.after,
    })),
    movedCount: orders.length,
  };
}

const unpriced = (total: Fen): Pick<PolicyTrial, 'before' | 'after' | 'moved' | 'movedCount'> => ({
  before: total,
  after: total,
  moved: [],
  movedCount: 0,
});

/**
 * Columns that the draft asks for: an error where the ledger has none; where it has one that nobody
 * asked for when it was read, its cells are read with the next reading of the ledger.
 */
const missingInLedger = (policy: Policy, ledger: Ledger): readonly PolicyFinding[] => {
  const there = new Set(
    ledger.sheets.flatMap(({ unknownHeaders }) =>
      unknownHeaders.map((each) => foldKey(each.header)),
    ),
  );
  return checkWithLedger(policy, ledger).map((finding) => {
    const { fact } = finding;
    return fact.code === 'policy.header-not-in-ledger' && there.has(foldKey(fact.header))
      ? {
          ...finding,
          level: 'warning',
          fact: { code: 'policy.header-read-later', header: fact.header },
        }
      : finding;
  });
};

/** A draft is read by the very reader that reads the sheet. */
export function readTyped(
  draft: TypedPolicy,
  language: Language,
  facts: Facts = new Map(),
): Pick<PolicyTrial, 'policy' | 'findings'> {
  const table = [
    headerRowOf(draft, language),
    ...draft.rows.map((row) => row.map((text) => (text.trim() === '' ? null : text))),
  ];
  const own =
    draft.facts && readFacts(draft.facts, { cellName: (row, column) => `${row}:${column}` });
  return readPolicy(table, {
    cellName: (row, column) => `${row - 1}:${column}`,
    facts: own?.facts ?? facts,
  });
}
