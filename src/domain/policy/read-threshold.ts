import { Decimal } from '../money/decimal.ts';
import { foldKey } from '../reading/fold-text.ts';
import { type AmountUnit, writtenUnit } from '../reading/number-text.ts';
import { parseRate } from '../reading/parse-rate.ts';
import { type Result, fail, ok } from '../result.ts';
import type { Cell } from '../sheet.ts';
import type { PolicyFact } from './policy.facts.ts';
import type { Edge } from './policy.ts';
import { readFen, typedText } from './read-cells.ts';
import { boundsOf } from './threshold-bounds.ts';

interface Threshold {
  readonly kind: 'yuan' | 'of-baseline';
  /** Fen, or the factor of the baseline. */
  readonly value: Decimal;
  /** Upper end when the cell gives a range (200-500), in the same unit. */
  readonly end: Decimal | null;
  /** "≥" and (含) state at, ">" and (不含) above. */
  readonly edge: Edge | null;
}

/** What a threshold's column says about a bare number in it. */
interface ThresholdColumn {
  readonly unit: AmountUnit;
  readonly format: string | null;
}

/** 500000 · 50万 · "500+" under 万 · ≥500万 · 200-500 · 50万(含)-100万 · 110% · 100%-120%. */
export function readThreshold(
  cell: Cell,
  { unit, format }: ThresholdColumn,
): Result<Threshold, PolicyFact> {
  const typed = typedText(cell);
  const bounds = boundsOf(typed);
  if (bounds.low.startsWith('-')) return fail({ code: 'policy.threshold-negative', typed });
  if (bounds.contradicts) return fail({ code: 'policy.threshold-edges', typed });
  const isPercent = typeof cell === 'number' && format?.includes('%') === true;
  const { low, high, edge } = isPercent ? { ...bounds, low: percent(cell) } : bounds;
  const factor = factorOf(low);
  if (factor !== undefined) {
    const end = high === undefined || high === '' ? null : factorOf(high);
    return end === undefined
      ? fail({ code: 'policy.threshold-unreadable', typed })
      : ok({ kind: 'of-baseline', value: factor, end, edge });
  }
  // Without marks the cell is read as it stands: "50 100" is no number.
  const from = readFen(low === foldKey(typed) ? cell : low, {
    // 200-500万 means 万 on both ends.
    unit: high === undefined ? unit : (writtenUnit(high) ?? unit),
    format,
  });
  const to = high === undefined || high === '' ? null : readFen(high, { unit });
  return from === undefined || to === undefined
    ? fail({ code: 'policy.threshold-unreadable', typed })
    : ok({
        kind: 'yuan',
        value: new Decimal(from),
        end: to === null ? null : new Decimal(to),
        edge,
      });
}

const percent = (value: number): string =>
  `${new Decimal(value.toPrecision(15)).times(100).toString()}%`;

/** 110% as 1.1. */
function factorOf(text: string): Decimal | undefined {
  const rate = /^[\d.]+%$/.test(text) ? parseRate(text) : null;
  return rate?.kind === 'rate' ? rate.rate : undefined;
}
