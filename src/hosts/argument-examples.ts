import type { ArgumentName } from '#facts/functions.ts';

/** What may stand in a formula for each argument, in the help beside a cell. */
export const ARGUMENT_EXAMPLES: Readonly<Record<ArgumentName, string>> = {
  sales: 'B2:B9',
  item: 'C2',
  policy: 'H1:J4',
  date: 'DATE(2025,3,31)',
  tier_sales: 'D2',
  items: 'C2:C9',
  committed: 'B2',
  deals: 'D2:D6',
  probabilities: 'E2:E6',
  costs: 'F2:F6',
  tier: '3',
  product: 'C2:C9',
  catalog: 'L1:M9',
  period: '"quarter"',
  year_start: '4',
  text: 'B2:B9',
  orders: 'A1:G60',
  as_of: 'DATE(2025,12,31)',
  figure: '"rebate"',
  facts: 'N1:O3',
};
