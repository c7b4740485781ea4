import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { csvOf, xlsxOf } from './whole-data.ts';
import { type Line, picture, table } from './whole-table.ts';

const root = resolve(import.meta.dirname, '../..');
const data = join(root, '.cache/bench');
const RUNS = 3;

/** One whole process, its start included. Seconds, and megabytes at most. */
export interface Run {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

/** By the operating system's own account of the finished child (GNU time). */
function timed(command: readonly string[]): Run | null {
  const folder = mkdtempSync(join(tmpdir(), 'rebate-bench-'));
  const account = join(folder, 'account');
  try {
    const words = ['-f', '%e %U %S %M', '-o', account, ...command];
    const { status } = spawnSync('/usr/bin/time', words, { cwd: folder, stdio: 'ignore' });
    if (status !== 0) return null;
    const [wall = 0, user = 0, system = 0, peak = 0] = readFileSync(account, 'utf8')
      .trim()
      .split(/\s+/)
      .map(Number);
    return { wall, cpu: user + system, peak: peak / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const peer = (...words: readonly string[]): string[] => [
  process.execPath,
  join(root, 'test/bench/peer.mjs'),
  ...words,
];
const ours = (...words: readonly string[]): string[] => [
  process.execPath,
  join(root, 'scripts/cli.mjs'),
  ...words,
];
const pandas = (file: string): string[] => [
  process.env['BENCH_PYTHON'] ?? 'python3',
  join(root, 'test/bench/peer_sums.py'),
  file,
];

/** Both in turn, so that what else the machine does hurts both. */
function pair(work: string, bound: number, mine: string[], name: string, other: string[]): Line {
  const runs: (readonly [Run, Run])[] = [];
  for (let run = 0; run < RUNS; run++) {
    const [a, b] = [timed(mine), timed(other)];
    if (a !== null && b !== null) runs.push([a, b]);
  }
  const line = { work, peer: name, bound, runs };
  console.log(`${work} / ${name}: ${runs.map(([a, b]) => (a.wall / b.wall).toFixed(2)).join(' ')}`);
  return line;
}

/** Commands as whole processes beside their peers; the table and the picture of docs/speed.md. */
export async function wholeBench(): Promise<void> {
  const read = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
  const [forty, large] = [csvOf(data, 40), csvOf(data, 1_048_575)];
  const middle = await xlsxOf(csvOf(data, 100_000), read);
  const largest = await xlsxOf(large, read);
  const scratch = mkdtempSync(join(tmpdir(), 'rebate-bench-'));
  const out = (name: string): string => join(scratch, name);
  timed(ours('analyze', forty));
  const analyze = ours('analyze', large);
  const copy = ours('analyze', middle, '--out', out('a.xlsx'));
  const lines = [
    pair('1,048,575-row CSV, analyze', 1, analyze, 'pandas, the sums only', pandas(large)),
    pair('the same', 3, analyze, 'DuckDB, the sums only', peer('duckdb', large)),
    pair('the same with --json', 2, [...analyze, '--json', out('a.json')], 'without', analyze),
    pair(
      '100,000 × 10 .xlsx, --out',
      0.25,
      copy,
      'ExcelJS, read and write',
      peer('exceljs', middle, out('b.xlsx')),
    ),
    pair('the same', 0.7, copy, 'hucre, read and write', peer('hucre', middle, out('c.xlsx'))),
    pair(
      '1,048,575 × 10 .xlsx, analyze',
      10,
      ours('analyze', largest),
      'DuckDB on the CSV',
      peer('duckdb', large),
    ),
    pair('40 orders', 5, ours('analyze', forty), 'node -e 0', [process.execPath, '-e', '0']),
  ];
  const sizes = [131_072, 262_144, 524_288, 1_048_575];
  const growth = sizes.map((rows) => ({ rows, run: timed(ours('analyze', csvOf(data, rows))) }));
  rmSync(scratch, { recursive: true, force: true });
  const page = join(root, 'docs/speed.md');
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const told = table(lines, growth);
  const [head = '', , tail = ''] = before.split(/<!-- figures -->|<!-- end of figures -->/);
  writeFileSync(page, `${head}<!-- figures -->\n\n${told}\n\n<!-- end of figures -->${tail}`);
  writeFileSync(join(root, 'docs/images/speed.svg'), picture(lines));
}
