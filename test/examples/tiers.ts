import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of `tiers.csv` as it is written there: yuan, percentages, lists parted by " | ". */
export interface TierLine {
  readonly name: string;
  readonly gives: string;
  readonly scheme: string;
  readonly edge: string;
  readonly baseline: string;
  readonly thresholds: readonly string[];
  readonly rates: readonly string[];
  readonly sales: string;
  readonly tierSales: string;
  readonly expected: string;
}

/**
 * Worked examples of vendors' documents, forums and the example table: a finance person can read
 * and sign the CSV.
 */
export const tierLines = (): readonly TierLine[] =>
  readFileSync(join(__dirname, 'tiers.csv'), 'utf8').trim().split('\n').slice(1).map(lineOf);

function lineOf(line: string): TierLine {
  const cells = line.split(',');
  const at = (column: number): string => cells[column] ?? '';
  return {
    name: at(0),
    gives: at(1),
    scheme: at(2),
    edge: at(3),
    baseline: at(4),
    thresholds: at(5).split(' | '),
    rates: at(6).split(' | '),
    sales: at(7),
    tierSales: at(8),
    expected: at(9),
  };
}
