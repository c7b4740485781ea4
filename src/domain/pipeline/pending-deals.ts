import { float64At, int16At, int32At } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Ledger, NO_DAY } from '../ledger/ledger.ts';
import { ROW_KINDS } from '../ledger/row-kind.ts';
import { Decimal } from '../money/decimal.ts';
import { type Fen, NO_FEN, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Suppositions } from './suppositions.ts';

const PENDING = ROW_KINDS.indexOf('pending');

/** A row that is not won yet and could count as it stands. */
export interface PendingDeal {
  readonly ledgerIndex: number;
  readonly amount: Fen;
  readonly category: string;
  readonly orderId: string;
  readonly customer: string;
  /** The day it is expected on; null when the row says none. */
  readonly day: LocalDate | null;
  readonly cost: Fen;
  /** Where the cost comes from. */
  readonly costFrom: 'what-if' | 'row' | 'discount' | 'nowhere';
  readonly probability: Decimal | null;
  /** Text of its status, "" without one: what a probability is asked for by. */
  readonly stage: string;
}

/** Pending rows with an amount and a category, in sheet order. */
export function pendingDeals(ledger: Ledger, supposed: Suppositions): readonly PendingDeal[] {
  const deals: PendingDeal[] = [];
  const { kind } = ledger;
  for (let index = kind.indexOf(PENDING); index >= 0; index = kind.indexOf(PENDING, index + 1)) {
    const category = ledger.categories[int16At(ledger.category, index)];
    const amount = float64At(ledger.amount, index);
    if (category === undefined || Number.isNaN(amount) || amount === 0) continue;
    const day = int32At(ledger.day, index);
    const stage = ledger.status?.[index] ?? '';
    deals.push({
      ledgerIndex: index,
      amount: fen(amount),
      category,
      stage,
      orderId: ledger.orderId[index] ?? '',
      customer: ledger.customer[index] ?? '',
      day: day === NO_DAY ? null : (day as LocalDate),
      probability: probabilityOf(ledger, index, stage, supposed),
      ...costOf(ledger, index, fen(amount), supposed),
    });
  }
  return deals;
}

function probabilityOf(
  ledger: Ledger,
  index: number,
  stage: string,
  { probabilities, probabilityByStage }: Suppositions,
): Decimal | null {
  const own = ledger.probability?.[index];
  return (
    probabilities.get(index) ??
    (own === undefined || Number.isNaN(own)
      ? (probabilityByStage.get(stage) ?? null)
      : new Decimal(own))
  );
}

function costOf(
  ledger: Ledger,
  index: number,
  amount: Fen,
  { costs, discount }: Suppositions,
): Pick<PendingDeal, 'cost' | 'costFrom'> {
  const supposed = costs.get(index);
  if (supposed !== undefined) return { cost: supposed, costFrom: 'what-if' };
  const own = ledger.cost?.[index];
  if (own !== undefined && !Number.isNaN(own)) return { cost: fen(own), costFrom: 'row' };
  if (discount !== null)
    return { cost: roundFen(discount.times(amount), 'half-up'), costFrom: 'discount' };
  return { cost: NO_FEN, costFrom: 'nowhere' };
}
