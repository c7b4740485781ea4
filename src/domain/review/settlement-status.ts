import { int32At, itemAt } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Period } from '../calendar/period.ts';
import { type Ledger, counts, kindOf } from '../ledger/ledger.ts';
import { type Fen, NO_FEN, addFen, fen, subtractFen, sumFen } from '../money/fen.ts';
import { hasCome } from './received.ts';
import type { Payout } from '../rebate/window.ts';

/** What one pay period owes and what came in for its orders. */
export interface PeriodStatus {
  readonly period: Period;
  /** Rebate and true-up of the period. */
  readonly expected: Fen;
  /** What the vendor's statement says for these days; null when nobody showed one. */
  readonly advised: Fen | null;
  readonly received: Fen;
  readonly outstanding: Fen;
  /** Days since the period ended; negative while it is open. */
  readonly age: number;
}

/** Days since the end of the period; `open` is not due yet. */
export const AGE_BANDS = ['open', 'to30', 'to60', 'to90', 'over90'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** A statement the vendor sent: the days it covers and its total. */
export interface AdvisedAmount {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly amount: Fen;
}

/**
 * Expected and received by pay period. An amount received belongs to the period in which its order
 * counts; amounts on rows outside every period (no day, an order before the policy) are
 * `unassigned`, so that nothing received is lost.
 */
export function settlementStatus(
  payouts: readonly Payout[],
  ledger: Ledger,
  advised: readonly AdvisedAmount[],
  asOf: LocalDate,
): { readonly periods: readonly PeriodStatus[]; readonly unassigned: Fen } {
  const received = receivedByPeriod(
    payouts.map((payout) => payout.period),
    ledger,
    asOf,
  );
  const periods = payouts.map((payout, index): PeriodStatus => {
    const expected = addFen(payout.rebate, payout.trueUp);
    const came = received.byPeriod[index] ?? NO_FEN;
    return {
      period: payout.period,
      expected,
      advised: advisedFor(payout.period, advised),
      received: came,
      outstanding: subtractFen(expected, came),
      age: asOf - payout.period.to,
    };
  });
  return { periods, unassigned: received.unassigned };
}

function receivedByPeriod(
  periods: readonly Period[],
  ledger: Ledger,
  asOf: LocalDate,
): { readonly byPeriod: readonly Fen[]; readonly unassigned: Fen } {
  const byPeriod = periods.map(() => 0);
  let unassigned = 0;
  ledger.rebateReceived?.forEach((amount, index) => {
    if (!Number.isFinite(amount) || !counts(kindOf(ledger, index)) || !hasCome(ledger, index, asOf))
      return;
    const day = int32At(ledger.day, index);
    const at = periods.findIndex((period) => period.from <= day && day <= period.to);
    if (at < 0) unassigned += amount;
    else byPeriod[at] = itemAt(byPeriod, at) + amount;
  });
  return { byPeriod: byPeriod.map(fen), unassigned: fen(unassigned) };
}

function advisedFor(period: Period, advised: readonly AdvisedAmount[]): Fen | null {
  const inside = advised.filter((one) => one.from >= period.from && one.to <= period.to);
  return inside.length === 0 ? null : sumFen(inside.map((one) => one.amount));
}

/** Band of a period by its age in days. */
export function ageBand(age: number): AgeBand {
  if (age < 0) return 'open';
  return age <= 30 ? 'to30' : age <= 60 ? 'to60' : age <= 90 ? 'to90' : 'over90';
}

/** Outstanding by age band, every band present. */
export function ageing(
  periods: readonly PeriodStatus[],
): readonly { readonly band: AgeBand; readonly outstanding: Fen }[] {
  return AGE_BANDS.map((band) => ({
    band,
    outstanding: sumFen(
      periods.filter((one) => ageBand(one.age) === band).map((one) => one.outstanding),
    ),
  }));
}
