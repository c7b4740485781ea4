import { placeIn, type Unspread } from './across.ts';
import type { PolicyFact } from './policy.facts.ts';

/**
 * In the place of what is asked about columns across, in the formulas' bundle: a formula has no
 * room for a table to copy, and says which headers it saw. (The bundler puts it there.)
 */
export const columnsAcross = ({
  rows,
  unknown,
}: Unspread): readonly [number, number, PolicyFact] => [
  ...placeIn(rows)(1, 0),
  { code: 'policy.no-header', seen: unknown },
];
