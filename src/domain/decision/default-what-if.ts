import { Decimal } from '../money/decimal.ts';
import type { WhatIf } from './what-if.ts';

/**
 * Nothing supposed: no margin beyond not losing money; both taxes at 6 %, the rate of information
 * technology services.
 */
export const nothingSupposed: WhatIf = {
  discount: null,
  costs: new Map(),
  probabilities: new Map(),
  probabilityByStage: new Map(),
  rules: {},
  partners: [],
  addOn: null,
  margin: new Decimal(0),
  trade: { kind: 'agency', productTax: new Decimal('0.06'), invoiceTax: new Decimal('0.06') },
};
