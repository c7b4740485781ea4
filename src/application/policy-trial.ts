import { type Fen, subtractFen } from '#domain/money/fen.ts';
import type { PolicyFinding } from '#domain/policy/finding.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { priceSilence } from '#domain/policy/price-silence.ts';
import { readPolicy } from '#domain/policy/read-policy.ts';
import { totalRebate } from '#domain/rebate/policy-run.ts';
import { orderShares, roundedShares } from '#domain/settlement/order-shares.ts';
import type { Language } from '#i18n/sentences.ts';
import type { Analysis } from './analysis.ts';
import { orderLine } from './answer-of.ts';
import type { OrderLine } from './answer.ts';
import { headersOf, type TypedPolicy } from './policy-table.ts';

/** A typed policy, checked, and what it would pay on this ledger beside the policy in force. */
export interface PolicyTrial {
  /** `cell` is "row:column" of the typed table, 0-based. */
  readonly findings: readonly PolicyFinding[];
  /** null when the draft has an error. */
  readonly policy: Policy | null;
  readonly before: Fen;
  readonly after: Fen;
  /** Orders whose rebate moves, largest move first; at most MOST_SHOWN. */
  readonly moved: readonly { readonly order: OrderLine; readonly before: Fen; readonly after: Fen }[];
  readonly movedCount: number;
}

const MOST_SHOWN = 50;

export function tryPolicy(analysis: Analysis, draft: TypedPolicy, language: Language): PolicyTrial {
  const { book, asOf, ledger, rebate } = analysis;
  const reading = readTyped(draft, language);
  if (reading.policy === null) return { ...reading, before: rebate.total, after: rebate.total, moved: [], movedCount: 0 };
  const { policy } = reading;
  const moved = movedOrders(analysis, policy);
  return {
    policy,
    findings: [...reading.findings, ...priceSilence(policy, book, asOf)],
    before: rebate.total,
    after: totalRebate(policy, book, asOf),
    moved: moved.slice(0, MOST_SHOWN).map(({ index, before, after }) => ({ order: orderLine(ledger, index), before, after })),
    movedCount: moved.length,
  };
}

/** A draft is read by the very reader that reads the sheet. */
export function readTyped(draft: TypedPolicy, language: Language): Pick<PolicyTrial, 'policy' | 'findings'> {
  const table = [headersOf(draft.columns, language), ...draft.rows.map((row) => row.map((text) => (text.trim() === '' ? null : text)))];
  return readPolicy(table, { cellName: (row, column) => `${row - 1}:${column}` });
}

/** Orders whose own rebate differs under another policy, largest move first. */
export function movedOrders({ policy, book, asOf }: Pick<Analysis, 'policy' | 'book' | 'asOf'>, draft: Policy): readonly { readonly index: number; readonly before: Fen; readonly after: Fen }[] {
  const sharesBefore = orderShares(policy, book, asOf, () => true);
  const sharesAfter = orderShares(draft, book, asOf, () => true);
  const moved: { index: number; before: Fen; after: Fen }[] = [];
  for (let position = 0; position < book.size; position += 1) {
    const before = roundedShares(sharesBefore.get(position) ?? []);
    const after = roundedShares(sharesAfter.get(position) ?? []);
    if (before !== after) moved.push({ index: book.ledgerIndex[position] ?? -1, before, after });
  }
  const by = (each: { readonly before: Fen; readonly after: Fen }): number => Math.abs(subtractFen(each.after, each.before));
  return moved.sort((a, b) => by(b) - by(a) || a.index - b.index);
}

