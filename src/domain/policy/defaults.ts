import { Decimal, ONE } from '../money/decimal.ts';
import type { Component } from './policy.ts';

/** What a component is where its table is silent. */
export const componentDefaults: Omit<Component, 'id' | 'name' | 'tiers'> = {
  policy: '',
  categories: 'all',
  counts: { weights: {}, others: ONE },
  scheme: 'whole',
  edge: 'at',
  baseline: null,
  accumulate: 'year',
  pay: 'quarter',
  trueUp: true,
  yearStart: 1,
  from: null,
  to: null,
  cap: null,
  floor: null,
  stack: { kind: 'add' },
  gate: null,
  base: 'gross',
  taxRate: new Decimal('0.06'),
  rounding: { mode: 'half-up', per: 'total' },
  carry: false,
  source: '',
  recordedOn: '',
  unstated: ['scheme', 'edge', 'base', 'rounding'],
};
