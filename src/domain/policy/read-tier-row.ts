import { Decimal, ZERO, ONE } from '../money/decimal.ts';
import { NO_FEN, fenFromYuan } from '../money/fen.ts';
import { foldKey } from '../reading/fold-text.ts';
import type { Cell } from '../sheet.ts';
import type { PolicyColumn } from './columns.ts';
import type { PolicyFact } from './policy.facts.ts';
import type { Component, Measure, Tier } from './policy.ts';
import { readRate, readYuan, typedText } from './read-cells.ts';
import type { Baseline } from './read-clauses.ts';
import { type Level, readLevel } from './read-conditions.ts';
import { readThreshold } from './read-threshold.ts';
import type { TableRow } from './table-rows.ts';
import { boundsOf } from './threshold-bounds.ts';
import {
  type DraftContext,
  placeOf,
  reported,
  cellOf,
  type ComponentDraft,
} from './component-draft.ts';
import { NONE, done } from './field-reader.ts';
import { itemAt } from '../columns.ts';

export interface TierRow {
  readonly tier: Tier;
  readonly edge: Component['edge'] | null;
  readonly end: Decimal | null;
}

/** What the clauses of the component say about its thresholds. */
interface TierReading {
  readonly baseline: Baseline | null;
  readonly measure: Measure;
  readonly component: string;
  /** Columns in which a cell of the component cannot be read. */
  readonly failed: Set<PolicyColumn>;
}

export function readTierRow(
  row: TableRow,
  reading: TierReading,
  context: DraftContext,
): TierRow | null {
  const { baseline, measure, component, failed } = reading;
  const typed = row.own('threshold');
  const wrong = (fact: PolicyFact): null => reported(context, row.row, 'threshold', fact, failed);
  const pays = readPay(row, context, failed);
  if (typed === null) return wrong({ code: 'policy.threshold-missing', component });
  if (measure.kind !== 'sales') return readLevelRow(row, typed, pays, reading, context);
  const threshold = readThreshold(typed, {
    unit: context.columns.get('threshold')?.unit ?? 'yuan',
    format: context.format?.(row.row, placeOf(context, 'threshold')) ?? null,
  });
  if (!threshold.ok) return wrong(threshold.error);
  if (failed.has('measure')) return null;
  if (threshold.value.kind === 'of-baseline' && baseline === null)
    return failed.has('baseline')
      ? null
      : wrong({ code: 'policy.threshold-needs-baseline', typed: typedText(typed) });
  const ofBaseline = threshold.value.kind === 'of-baseline' ? threshold.value.value : undefined;
  const amount =
    ofBaseline === undefined
      ? threshold.value.value
      : ofBaseline.times(baseline?.kind === 'fixed' ? baseline.amount : 0);
  const inFen = fenFromYuan(amount.div(100));
  if (inFen === undefined)
    return wrong({ code: 'policy.threshold-unreadable', typed: typedText(typed) });
  return {
    tier: { threshold: inFen, ...pays, ...(ofBaseline === undefined ? {} : { ofBaseline }) },
    edge: threshold.value.edge,
    end: threshold.value.end,
  };
}

/** What a tier pays, and where it stands; nothing where a cell cannot be read. */
function readPay(
  row: TableRow,
  context: DraftContext,
  failed: Set<PolicyColumn>,
): Pick<Tier, 'rate' | 'rateIsFloor' | 'bonus' | 'cell'> {
  const rateCell = row.own('rate');
  const rate =
    rateCell === null
      ? done({ rate: ZERO, isFloor: false })
      : readRate(rateCell, {
          percent: context.columns.get('rate')?.percent ?? false,
          format: context.format?.(row.row, placeOf(context, 'rate')) ?? null,
        });
  if (!rate.ok) reported(context, row.row, 'rate', rate.error, failed);
  const bonusCell = row.own('bonus');
  const bonus =
    bonusCell === null || NONE.test(foldKey(typedText(bonusCell)))
      ? done(NO_FEN)
      : readYuan(bonusCell, 'bonus', context.columns.get('bonus')?.unit ?? 'yuan');
  if (!bonus.ok) reported(context, row.row, 'bonus', bonus.error, failed);
  return {
    rate: rate.ok ? rate.value.rate : ZERO,
    rateIsFloor: rate.ok && rate.value.isFloor,
    bonus: bonus.ok ? bonus.value : NO_FEN,
    cell: cellOf(context, row.row, 'threshold'),
  };
}

/** A threshold in the unit of a measure: 5 customers, 30 %, what a fact is stated in. */
function readLevelRow(
  row: TableRow,
  typed: Cell,
  pays: Pick<Tier, 'rate' | 'rateIsFloor' | 'bonus' | 'cell'>,
  { measure, failed }: TierReading,
  context: DraftContext,
): TierRow | null {
  const place = context.columns.get('threshold');
  const wrong = (fact: PolicyFact): null => reported(context, row.row, 'threshold', fact, failed);
  const bounds = boundsOf(typedText(typed));
  const level = readLevel(
    typeof typed === 'string' ? bounds.low : typed,
    context.format?.(row.row, place?.index ?? 0) ?? null,
  );
  const unreadable = {
    code: 'policy.level-unreadable',
    typed: typedText(typed),
    measure,
  } as const;
  if (bounds.contradicts) return wrong({ code: 'policy.threshold-edges', typed: typedText(typed) });
  const high =
    bounds.high === undefined || bounds.high === '' ? null : endLevel(bounds.high, typed);
  if (level === undefined || high === undefined) return wrong(unreadable);
  const percent = level.percent || (place?.percent ?? false);
  const value = place?.percent === true && !level.percent ? level.value.div(100) : level.value;
  if (measure.kind === 'share' && value.gt(1))
    return wrong({
      code: 'policy.share-above-one',
      typed: typedText(typed),
      percent: `${value.toString()}%`,
    });
  const counted = measure.kind !== 'share' && measure.kind !== 'fact';
  if (counted && (percent || !value.isInteger())) return wrong(unreadable);
  return {
    tier: { threshold: NO_FEN, level: value, levelIsPercent: percent, ...pays },
    edge: bounds.edge,
    end:
      high === null
        ? null
        : place?.percent === true && !high.percent
          ? high.value.div(100)
          : high.value,
  };
}

/** The upper end of "20%-30%", "5-9家" or "20-30%": a sign at the end holds for both. */
const endLevel = (high: string, typed: Cell): Level | undefined => {
  const level = readLevel(high, null);
  return level?.percent === true && !typedText(typed).slice(0, -1).includes('%')
    ? undefined
    : level;
};

/**
 * Ranges such as 200-500 state an end: it has to be the next tier's beginning, give or take the
 * trade's "499.99".
 */
export function checkRanges(
  rows: readonly (TierRow | null)[],
  component: Component,
  draft: ComponentDraft,
  context: DraftContext,
): void {
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    if (row?.end == null || next == null) return;
    const begins = beginningOf(next.tier);
    const missing = begins.minus(row.end);
    if (missing.gte(0) && missing.lte(toleranceOf(row, component.measure))) return;
    const place = context.columns.get('threshold')?.index ?? 0;
    const gap = { component: component.name, end: row.end, next: begins };
    context.report(itemAt(draft.rows, index).row, place, gapFact(gap, next.tier));
  });
}

const beginningOf = ({ level, ofBaseline, threshold }: Tier): Decimal =>
  level ?? ofBaseline ?? new Decimal(threshold);

/**
 * Up to one yuan (or one unit of 万) between 24,999 and 25,000, up to one per cent between 109.99 %
 * and 110 %, and one between 9 and 10 customers are the trade's way of writing the same bound.
 */
function toleranceOf({ tier, end }: TierRow, measure: Measure): Decimal {
  if (tier.ofBaseline !== undefined || tier.levelIsPercent === true || measure.kind === 'share')
    return new Decimal('0.01');
  if (tier.level !== undefined) return ONE;
  return new Decimal(end?.gte(100_000_00) === true ? 10_000_00 : 100);
}

function gapFact(
  gap: { readonly component: string; readonly end: Decimal; readonly next: Decimal },
  { level, levelIsPercent, ofBaseline }: Tier,
): PolicyFact {
  const { component, end, next } = gap;
  if (level === undefined && ofBaseline === undefined)
    return {
      code: 'policy.gap-between-tiers',
      component,
      end: fenFromYuan(end.div(100)) ?? NO_FEN,
      next: fenFromYuan(next.div(100)) ?? NO_FEN,
    };
  const text = (value: Decimal): string =>
    levelIsPercent === true || ofBaseline !== undefined
      ? `${value.times(100).toString()}%`
      : value.toString();
  return { code: 'policy.gap-between-levels', component, end: text(end), next: text(next) };
}
