import { type Decimal, ZERO } from '../money/decimal.ts';
import { NO_FEN, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Component } from '../policy/policy.ts';
import type { TierLine } from './window.ts';

/**
 * The working of a figure, line by line. Each line is what the rounded total grows by, so the lines
 * add up whatever the rounding.
 */
export class Working {
  readonly lines: TierLine[] = [];
  private exact = ZERO;
  private rounded = 0;

  constructor(private readonly component: Component) {}

  /** What the lines come to before rounding. */
  get total(): Decimal {
    return this.exact;
  }

  earns(
    parts: readonly {
      readonly tier: number;
      readonly sales: TierLine['sales'];
      readonly rebate: Decimal;
    }[],
  ): this {
    for (const { tier, sales, rebate } of parts) this.push({ tier, sales, kind: 'rate' }, rebate);
    return this;
  }

  adjust(
    steps: readonly {
      readonly tier: number;
      readonly kind: TierLine['kind'];
      readonly change: Decimal;
    }[],
  ): this {
    for (const { tier, kind, change } of steps) this.push({ tier, sales: NO_FEN, kind }, change);
    return this;
  }

  private push(line: Pick<TierLine, 'tier' | 'sales' | 'kind'>, more: Decimal): void {
    this.exact = this.exact.plus(more);
    const now = roundFen(this.exact, this.component.rounding.mode);
    this.lines.push({
      ...tierBounds(this.component, line.tier),
      ...line,
      rebate: fen(now - this.rounded),
    });
    this.rounded = now;
  }
}

/** Where a tier begins and ends, its rate and its row in the table. */
export function tierBounds(
  component: Component,
  tier: number,
): Pick<TierLine, 'tier' | 'from' | 'to' | 'rate' | 'cell'> {
  const own = component.tiers[tier - 1];
  return {
    tier,
    from: own?.threshold ?? NO_FEN,
    to: component.tiers[tier]?.threshold ?? null,
    rate: own?.rate ?? ZERO,
    cell: own?.cell ?? component.tiers[0]?.cell ?? '',
  };
}
