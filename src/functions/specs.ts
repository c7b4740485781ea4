import { rebateAmount } from './rebate-amount.ts';
import { rebateCategory } from './rebate-category.ts';
import { rebateChance } from './rebate-chance.ts';
import { rebateCushion } from './rebate-cushion.ts';
import { rebateExpected } from './rebate-expected.ts';
import { rebateExplain } from './rebate-explain.ts';
import { rebateGain } from './rebate-gain.ts';
import { rebateGap } from './rebate-gap.ts';
import { rebateMoney } from './rebate-money.ts';
import { rebatePeriod } from './rebate-period.ts';
import { rebatePool } from './rebate-pool.ts';
import { rebatePullIn } from './rebate-pull-in.ts';
import { rebateRate } from './rebate-rate.ts';
import { rebateOrders } from './rebate-orders.ts';
import { rebateSummary } from './rebate-summary.ts';
import { rebateTier } from './rebate-tier.ts';
import { rebateTotal } from './rebate-total.ts';
import type { FunctionSpec } from './spec.ts';

/** Every custom function, in the order in which the help lists them. */
export const SPECS: readonly FunctionSpec[] = [
  rebateTier,
  rebateRate,
  rebateAmount,
  rebateGap,
  rebateGain,
  rebateCushion,
  rebateExplain,
  rebateTotal,
  rebateExpected,
  rebateChance,
  rebatePullIn,
  rebatePool,
  rebateCategory,
  rebatePeriod,
  rebateMoney,
  rebateOrders,
  rebateSummary,
];
