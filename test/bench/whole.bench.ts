import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { largestInMemory } from './analysis.bench.ts';
import { analyzedInBrowser } from './in-browser.ts';
import { KeptLines, nameOf } from './kept-lines.ts';
import { csvOf, folderOf, formulasOf, xlsxOf } from './whole-data.ts';
import { type Growth, type Language, type Line, picture, type Said, table } from './whole-table.ts';

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

interface Asked {
  readonly work: Said;
  /** The work by its full name, where the table says "the same". */
  readonly named?: Said;
  readonly peer: Said;
  readonly bound?: number;
  readonly memory?: number;
  readonly times?: number;
}

type Subject = () => Run | null | Promise<Run | null>;
type Words = readonly string[];
/** The words where their files are made by the time they are asked for. */
const run =
  (words: Words | (() => Promise<Words>)): Subject =>
  async () =>
    timed(typeof words === 'function' ? await words() : words);

/** Made once, and only for a line that is measured: the folder alone takes two gigabytes. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const kept = new KeptLines(join(data, 'lines.json'));
/** Lines to measure, by words of their names; the others stay as they were measured last. */
const wanted = new RegExp(process.env['BENCH_LINES'] ?? '', 'i');

/** Both in turn, so that what else the machine does hurts both. */
async function pair(asked: Asked, mine: Subject, other: Subject): Promise<Line> {
  const line = { work: asked.work, named: asked.named ?? asked.work, peer: asked.peer };
  const allowed = { bound: asked.bound ?? null, memory: asked.memory ?? null };
  const name = nameOf({ work: line.named, peer: asked.peer });
  if (wanted.test(name)) await measure(name, asked.times ?? RUNS, mine, other);
  return { ...line, ...allowed, runs: kept.runsOf(name) };
}

async function measure(name: string, times: number, mine: Subject, other: Subject): Promise<void> {
  const runs: (readonly [Run, Run])[] = [];
  for (let turn = 0; turn < times; turn++) {
    const [a, b] = [await mine(), await other()];
    if (a !== null && b !== null) runs.push([a, b]);
  }
  const ratios = (figure: 'wall' | 'cpu'): string =>
    runs.map(([a, b]) => (a[figure] / b[figure]).toFixed(2)).join(' ');
  console.log(`${name}: ${ratios('wall')}; processor time ${ratios('cpu')}`);
  kept.keep(name, runs);
}

const said = (chinese: string, english: string): Said => ({ 'zh-CN': chinese, 'en-US': english });
const SAME = said('同上', 'the same');
const PANDAS = said('pandas（只求和）', 'pandas, the sums only');
const DUCKDB = said('DuckDB（只求和）', 'DuckDB, the sums only');
const DUCKDB_CSV = said('DuckDB 读同样的 CSV', 'DuckDB on the CSV');
const WITHOUT = said('不带该选项', 'without');
const COMMAND = said('命令行', 'the command');

const LARGE_CSV = said('1,048,575 行 CSV，analyze', '1,048,575-row CSV, analyze');
const JSON_TOO = said('同上，加 --json', 'the same with --json');
const IN_BROWSER = said('同上，浏览器打开并分析', 'the same opened and analyzed in a browser');
const LARGE_JSON = said('1,048,575 行 CSV，--json', '1,048,575-row CSV, --json');
const LARGE_PAGE = said('1,048,575 行 CSV，浏览器', '1,048,575-row CSV, browser');
const LARGE_COPY = said('1,048,575 × 10 .xlsx，--out', '1,048,575 × 10 .xlsx, --out');
const MIDDLE_XLSX = said('100,000 × 10 .xlsx，--out', '100,000 × 10 .xlsx, --out');
const LARGE_XLSX = said('1,048,575 × 10 .xlsx，analyze', '1,048,575 × 10 .xlsx, analyze');
const OUT_TOO = said('同上，加 --out', 'the same with --out');
const FORTY = said('40 张订单', '40 orders');
const FOLDER = said('文件夹中 2,097 万行 CSV', '20.97 million lines of CSV in a folder');
const READ_ONLY = said('100,000 × 10 .xlsx，analyze', '100,000 × 10 .xlsx, analyze');
const EXCELJS = said('ExcelJS 读写', 'ExcelJS, read and write');
const HUCRE = said('hucre 读写', 'hucre, read and write');
const OFFICE = said('LibreOffice 用 SUMIFS、LOOKUP 重算', 'LibreOffice by SUMIFS and LOOKUP');
const IN_MEMORY = said('1,048,575 行，内存中分析', '1,048,575 rows, analysis in memory');
const BARE_LOOP = said('只分组求和的循环', 'the loop that only groups and sums');
const NOTHING = said('node -e 0', 'node -e 0');

/** Commands as whole processes beside their peers; the tables and pictures of docs/speed.md. */
export async function wholeBench(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'rebate-bench-'));
  try {
    const lines = await linesIn(scratch);
    const sizes = [131_072, 262_144, 524_288, 1_048_575];
    const growth = sizes.map((rows) => ({ rows, run: timed(ours('analyze', csvOf(data, rows))) }));
    for (const language of ['zh-CN', 'en-US'] as const) write(lines, growth, language);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function linesIn(scratch: string): Promise<readonly Line[]> {
  const read = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
  const [forty, large] = [csvOf(data, 40), csvOf(data, 1_048_575)];
  const middle = once(() => xlsxOf(csvOf(data, 100_000), read));
  const largest = once(() => xlsxOf(large, read));
  const sums = once(async () => formulasOf(await middle(), read));
  const folder = once(() => folderOf(large, 20));
  const out = (name: string): string => join(scratch, name);
  const analyze = run(ours('analyze', large));
  const duckdb = run(peer('duckdb', large));
  const copy = run(async () => ours('analyze', await middle(), '--out', out('a.xlsx')));
  const xlsx = run(async () => ours('analyze', await largest()));
  let memory: ReturnType<typeof largestInMemory> | undefined;
  timed(ours('analyze', forty));
  return [
    await pair(
      { work: LARGE_CSV, peer: PANDAS, bound: 1, memory: 1200 },
      analyze,
      run(pandas(large)),
    ),
    await pair(
      { work: SAME, named: LARGE_CSV, peer: DUCKDB, bound: 3, memory: 1200 },
      analyze,
      duckdb,
    ),
    await pair(
      { work: JSON_TOO, named: LARGE_JSON, peer: WITHOUT, bound: 2 },
      run(ours('analyze', large, '--json', out('a.json'))),
      analyze,
    ),
    await pair(
      { work: IN_BROWSER, named: LARGE_PAGE, peer: COMMAND, bound: 3, times: 1 },
      () => inBrowser(large),
      analyze,
    ),
    await pair(
      { work: MIDDLE_XLSX, peer: EXCELJS, bound: 0.25 },
      copy,
      run(async () => peer('exceljs', await middle(), out('b.xlsx'))),
    ),
    await pair(
      { work: SAME, named: MIDDLE_XLSX, peer: HUCRE, bound: 0.7 },
      copy,
      run(async () => peer('hucre', await middle(), out('c.xlsx'))),
    ),
    await pair(
      { work: READ_ONLY, peer: OFFICE, bound: 1, times: 1 },
      run(async () => ours('analyze', await middle())),
      run(async () => office(await sums(), scratch)),
    ),
    await pair({ work: LARGE_XLSX, peer: DUCKDB_CSV, bound: 10 }, xlsx, duckdb),
    await pair(
      { work: OUT_TOO, named: LARGE_COPY, peer: WITHOUT, memory: 2000, times: 1 },
      run(async () => ours('analyze', await largest(), '--out', out('d.xlsx'))),
      xlsx,
    ),
    await pair(
      { work: FORTY, peer: NOTHING, bound: 5 },
      run(ours('analyze', forty)),
      run([process.execPath, '-e', '0']),
    ),
    await pair(
      { work: IN_MEMORY, peer: BARE_LOOP, bound: 12, times: 9 },
      () => (memory ??= largestInMemory()).analysis(),
      () => (memory ??= largestInMemory()).loop(),
    ),
    await pair(
      { work: FOLDER, peer: DUCKDB, memory: 4000, times: 1 },
      () => timed(ours('analyze', folder())),
      () => timed(peer('duckdb', join(folder(), '*.csv'))),
    ),
  ];
}

/** Only the sheet of sums is written: reading and counting is what is compared. */
const office = (file: string, scratch: string): string[] => [
  'soffice',
  `-env:UserInstallation=file://${join(scratch, 'office')}`,
  '--headless',
  '--convert-to',
  'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2',
  '--outdir',
  scratch,
  file,
];

async function inBrowser(file: string): Promise<Run | null> {
  const found = await analyzedInBrowser(file, /1,048,576 行/);
  if (found === null) return null;
  const { longest, loading, steps } = found.shown;
  console.log(
    `in the browser: longest task ${longest} ms (${loading} ms until the live sheet stood), ` +
      `${steps} different words of progress`,
  );
  return found.run;
}

function write(lines: readonly Line[], growth: readonly Growth[], language: Language): void {
  const ending = language === 'zh-CN' ? '.zh-CN' : '';
  const page = join(root, `docs/speed${ending}.md`);
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const told = table(lines, growth, language);
  const [head = '', , tail = ''] = before.split(/<!-- figures -->|<!-- end of figures -->/);
  writeFileSync(page, `${head}<!-- figures -->\n\n${told}\n\n<!-- end of figures -->${tail}`);
  writeFileSync(join(root, `docs/images/speed${ending}.svg`), picture(lines, language));
}
