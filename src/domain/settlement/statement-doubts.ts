import { type LocalDate, dateOf, daysInMonth, yearMonthDay } from '../calendar/local-date.ts';
import type { Days } from '../reading/period-in-title.ts';
import { type Result, fail, ok } from '../result.ts';
import { isReversal } from './match-by-content.ts';
import type { ReconciledRow, Reconciliation } from './reconciliation.ts';
import type { SettlementFact } from './settlement.facts.ts';
import { Decimal } from '../money/decimal.ts';

const within = (day: LocalDate, { from, to }: Days): boolean => from <= day && day <= to;

/**
 * Why a statement must not be held against the chosen days: it is about others, and every order of
 * the chosen ones would be claimed. `undefined` where its own dates agree, or it has none.
 *
 * One that names no order of the ledger and no day may be of any period, or of another partner:
 * none of ours may be claimed on its word.
 *
 * Its dates are the days of the ledger's orders that it names, and the days in its own lines. A
 * chosen period may be longer than they are by what is left of their quarters.
 */
export function periodDoubt({
  rows,
  period,
  statement,
}: Reconciliation): SettlementFact | undefined {
  const named = rows.filter(isOrderOfLedger);
  const own = named.flatMap(({ day }) => (day === null ? [] : [day]));
  const written = statement.lines.flatMap(({ paidOn }) => (paidOn === null ? [] : [paidOn]));
  const inside = own.filter((day) => within(day, period)).length;
  const stated = statement.period;
  if (stated !== null && inside === 0 && (stated.to < period.from || stated.from > period.to))
    return {
      code: 'settlement.period-differs',
      ...stated,
      chosenFrom: period.from,
      chosenTo: period.to,
    };
  const days = own.length > 0 ? own : written;
  if (days.length === 0)
    return stated === null && statement.lines.length > 0 && rows.some(isMissing)
      ? { code: 'settlement.period-unknown' }
      : undefined;
  const isElsewhere =
    own.length > 0 ? inside * 2 < own.length : !written.some((day) => within(day, period));
  const span = spanOf([...own, ...written]);
  const claimsBeyond =
    written.length * 2 >= statement.lines.length &&
    rows.some((row) => isMissing(row) && row.day !== null && !within(row.day, quartersOf(span)));
  if (!isElsewhere && !claimsBeyond) return undefined;
  return {
    code: 'settlement.period-differs',
    ...(isElsewhere ? monthsOf(spanOf(days)) : quartersOf(span)),
    chosenFrom: period.from,
    chosenTo: period.to,
  };
}

/**
 * The period that a statement settles, by its own words: its title, else the days and months of its
 * lines, else those of the ledger's orders that it names. Where its days leave open how long the
 * period is, and the ledger has orders that it makes a difference to, it is asked.
 *
 * @param whole - the statement held against the whole ledger
 */
export function periodByItself(whole: Reconciliation): Result<Days, SettlementFact> {
  const { statement } = whole;
  if (statement.period !== null) return ok(statement.period);
  const days = ownDays(whole);
  const { mayBe } = statement;
  if (mayBe.length > 0) {
    const fitting = mayBe.filter(
      (period) => days.filter((day) => within(day, period)).length * 2 > days.length,
    );
    const [only] = fitting;
    return fitting.length === 1 && only !== undefined ? ok(only) : whichOf(mayBe);
  }
  if (days.length === 0) return whichOf(quartersWith(whole));
  const span = spanOf(days);
  const [months, quarters] = [monthsOf(span), quartersOf(span)];
  const isOpen = whole.rows.some(
    ({ day, ledgerRows }) =>
      ledgerRows.length > 0 && day !== null && within(day, quarters) && !within(day, months),
  );
  if (!isOpen) return ok(months);
  const most = quartersWith(whole).filter(
    (period) => days.filter((day) => within(day, period)).length * 2 > days.length,
  );
  return whichOf([months, ...most, quarters]);
}

const whichOf = (choices: readonly Days[]): Result<Days, SettlementFact> => {
  const different = choices.filter(
    ({ from, to }, at) =>
      choices.findIndex((other) => other.from === from && other.to === to) === at,
  );
  return different.length === 0
    ? fail({ code: 'settlement.period-unknown' })
    : fail({ code: 'settlement.period-which', choices: different });
};

/** Days of what is sold: a claw-back names an order of any day. */
function ownDays({ rows, statement }: Reconciliation): readonly LocalDate[] {
  const sold = statement.lines.filter((line) => !isReversal(line));
  const written = sold.flatMap(({ paidOn, month }) =>
    month !== null ? endsOf(month) : paidOn === null ? [] : [paidOn],
  );
  if (written.length * 2 >= sold.length && written.length > 0) return written;
  return rows.flatMap(({ lines, ledgerRows, day }) =>
    day !== null && ledgerRows.length > 0 && lines.some((line) => !isReversal(line)) ? [day] : [],
  );
}

/** First and last day of a bill month. */
function endsOf(month: number): readonly LocalDate[] {
  const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1];
  return [dateOf(year, ofYear, 1), dateOf(year, ofYear, daysInMonth(year, ofYear))];
}

const MOST_QUARTERS = 8;

/** Quarters in which the ledger has orders, the last ones. */
function quartersWith({ rows }: Reconciliation): readonly Days[] {
  const byFirst = new Map<number, Days>();
  for (const { day, ledgerRows } of rows) {
    if (day === null || ledgerRows.length === 0) continue;
    const quarter = quartersOf({ from: day, to: day });
    byFirst.set(quarter.from, quarter);
  }
  return [...byFirst.values()].sort((a, b) => a.from - b.from).slice(-MOST_QUARTERS);
}

/** A claw-back names an order of any day; what is sold tells the period. */
const isOrderOfLedger = ({ lines, ledgerRows, cause }: ReconciledRow): boolean =>
  lines.length > 0 && (ledgerRows.length > 0 || cause === 'other-period');

const isMissing = ({ lines, cause, unread }: ReconciledRow): boolean =>
  lines.length === 0 && cause === 'missing-in-statement' && !unread;

const spanOf = (days: readonly LocalDate[]): Days => {
  let [from, to] = [days[0] ?? 0, days[0] ?? 0];
  for (const day of days) [from, to] = [Math.min(from, day), Math.max(to, day)];
  return { from: from as LocalDate, to: to as LocalDate };
};

const monthsOf = (span: Days): Days => wholeOf(span, 1);

const quartersOf = (span: Days): Days => wholeOf(span, 3);

/** The span widened to whole groups of so many months. */
function wholeOf({ from, to }: Days, months: 1 | 3): Days {
  const first = yearMonthDay(from);
  const last = yearMonthDay(to);
  const start = Math.floor((first.month - 1) / months) * months + 1;
  const end = Math.floor((last.month - 1) / months) * months + months;
  const next = end === 12 ? dateOf(last.year + 1, 1, 1) : dateOf(last.year, end + 1, 1);
  return { from: dateOf(first.year, start, 1), to: (next - 1) as LocalDate };
}

/** Fen for yuan, yuan for 万元, and the other way round. */
const FACTORS = ['100', '10000', '0.01', '0.0001'] as const;

const TOLERANCE = 0.02;

/**
 * A factor of 100 or 10,000 between what the statement pays and what the ledger expects, the same
 * on every order that both have: nobody's difference, but another unit.
 */
export function otherUnit(
  { rows, statement }: Reconciliation,
  header: string,
): SettlementFact | undefined {
  const both = rows.filter(
    ({ lines, ledgerRebate, statementRebate }) =>
      lines.length > 0 && ledgerRebate !== 0 && statementRebate !== 0,
  );
  if (both.length === 0 || statement.lines.length === 0) return undefined;
  const times = FACTORS.find((factor) =>
    both.every(({ ledgerRebate, statementRebate }) =>
      new Decimal(statementRebate).div(ledgerRebate).div(factor).minus(1).abs().lt(TOLERANCE),
    ),
  );
  return times && { code: 'settlement.other-unit', header, times };
}
