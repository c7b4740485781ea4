import { Decimal, ONE } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { PolicyFinding } from '../policy/finding.ts';
import type { Component } from '../policy/policy.ts';
import { type Doubting, warning, worthOf } from './doubt-worth.ts';

const MOST_FACTOR = 10_00;

const HALF = new Decimal('0.5');

const isBareFactor = ({ threshold, ofBaseline }: Component['tiers'][number]): boolean =>
  ofBaseline === undefined && threshold > 0 && threshold <= MOST_FACTOR;

export const hasBareFactor = ({ tiers, baseline, baselineFrom }: Component): boolean =>
  (baseline !== null || baselineFrom !== null) && tiers.some(isBareFactor);

/** A bare 1.1 beside a baseline; 10 % where growth of 10 % is 110 %. */
export function baselineDoubts(component: Component, doubting: Doubting): readonly PolicyFinding[] {
  const { name, tiers, baseline, baselineFrom } = component;
  if (baseline === null && baselineFrom === null) return [];
  const bare = tiers.filter(isBareFactor);
  const first = bare[0];
  if (first !== undefined) {
    const factor = new Decimal(first.threshold).div(100);
    return [
      {
        ...warning(component, 'threshold', {
          code: 'policy.bare-factor',
          component: name,
          typed: factor.toString(),
          percent: percentText(factor),
        }),
        cell: first.cell,
        atStake: worthOf(component, { tiers: asFactors(component) }, doubting),
      },
    ];
  }
  // 80 % of a target is an attainment; of last year it is hardly meant.
  const most = baselineFrom?.kind === 'target' ? HALF : ONE;
  const below = tiers.find(({ ofBaseline }) => ofBaseline?.lt(most) === true && ofBaseline.gt(0));
  if (below?.ofBaseline === undefined) return [];
  return [
    {
      ...warning(component, 'threshold', {
        code: 'policy.below-baseline',
        component: name,
        percent: percentText(below.ofBaseline),
        above: percentText(below.ofBaseline.plus(1)),
      }),
      cell: below.cell,
      atStake: worthOf(component, { tiers: grown(component) }, doubting),
    },
  ];
}

const percentText = (factor: Decimal): string => `${factor.times(100).toString()}%`;

const asFactors = ({ tiers, baseline }: Component): Component['tiers'] =>
  tiers.map((tier) => {
    if (tier.ofBaseline !== undefined || tier.threshold === 0) return tier;
    const ofBaseline = new Decimal(tier.threshold).div(100);
    return { ...tier, ofBaseline, threshold: thresholdOf(ofBaseline, baseline) };
  });

const grown = ({ tiers, baseline }: Component): Component['tiers'] =>
  tiers.map((tier) => {
    if (tier.ofBaseline?.lt(ONE) !== true) return tier;
    const ofBaseline = tier.ofBaseline.plus(1);
    return { ...tier, ofBaseline, threshold: thresholdOf(ofBaseline, baseline) };
  });

const thresholdOf = (factor: Decimal, baseline: Decimal | null): Fen =>
  fen(
    factor
      .times(baseline ?? 0)
      .toDecimalPlaces(0)
      .toNumber(),
  );
