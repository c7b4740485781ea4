import { rebateCategory, rebatePeriod, rebateMoney } from './readings-of-cells.ts';
import { rebateExpected, rebateChance } from './forecasts-of-deals.ts';
import { rebateExplain } from './rebate-explain.ts';
import { rebatePool } from './rebate-pool.ts';
import { rebatePullIn } from './rebate-pull-in.ts';
import { rebateOrders } from './rebate-orders.ts';
import { rebateSummary } from './rebate-summary.ts';
import {
  rebateTier,
  rebateRate,
  rebateAmount,
  rebateGap,
  rebateGain,
  rebateCushion,
  rebateTotal,
} from './figures-of-sales.ts';
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
