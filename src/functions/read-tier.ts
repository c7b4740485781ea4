import { refuse } from './cell-refusal.ts';
import type { Component } from '#domain/policy/policy.ts';
import { foldText } from '#domain/reading/fold-text.ts';
import { plainFen } from '#domain/reading/plain-amount.ts';
import { onlyCellOf } from './only-cell.ts';

/**
 * A tier by its number, 0 for below the first. Refuses when the component has no such
 * tier.
 */
export function readTier(value: unknown, component: Component): number {
  const cell = onlyCellOf('tier', value);
  if (cell === undefined) throw refuse({ code: 'functions.argument-missing', argument: 'tier' });
  const tier = typeof cell === 'string' ? (plainFen(foldText(cell)) ?? NaN) / 100 : cell;
  if (
    typeof tier === 'number' &&
    Number.isInteger(tier) &&
    tier >= 0 &&
    tier <= component.tiers.length
  )
    return tier;
  throw refuse({
    code: 'functions.not-a-tier',
    text: String(cell),
    tiers: component.tiers.length,
  });
}
