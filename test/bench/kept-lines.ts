import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Run } from './whole.bench.ts';
import type { Line } from './whole-table.ts';

/** The runs of a line as JSON keeps them: what was not measured is null there. */
interface KeptLine {
  readonly name: string;
  readonly runs: readonly (readonly [KeptRun, KeptRun])[];
}
type KeptRun = Readonly<Record<keyof Run, number | null>>;

export const nameOf = ({ work, peer }: Pick<Line, 'work' | 'peer'>): string =>
  `${work['en-US']} / ${peer['en-US']}`;

/**
 * The runs of lines that were measured before: the whole table takes a quarter of an hour, and
 * `BENCH_LINES` names the lines to measure anew.
 */
export class KeptLines {
  private readonly runs: Map<string, Line['runs']>;

  constructor(private readonly path: string) {
    const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as KeptLine[]) : [];
    this.runs = new Map(
      kept.map(({ name, runs }) => [name, runs.map(([a, b]) => [runOf(a), runOf(b)] as const)]),
    );
  }

  runsOf(name: string): Line['runs'] {
    return this.runs.get(name) ?? [];
  }

  keep(name: string, runs: Line['runs']): void {
    this.runs.set(name, runs);
    mkdirSync(dirname(this.path), { recursive: true });
    const kept = [...this.runs].map(([each, own]) => ({ name: each, runs: own }));
    writeFileSync(this.path, JSON.stringify(kept));
  }
}

const runOf = ({ wall, cpu, peak }: KeptRun): Run => ({
  wall: wall ?? NaN,
  cpu: cpu ?? NaN,
  peak: peak ?? NaN,
});
