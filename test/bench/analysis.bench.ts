import { analyze, assess } from '#application/analyze/analyze.ts';
import { readOrders } from '#application/read/read-orders.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import type { Run } from './whole.bench.ts';

const SIZES = [10_000, 100_000, 1_048_575] as const;

/**
 * In-memory analysis of a ledger against a loop that only groups and sums its amounts in doubles,
 * by category and quarter.
 */
export function analysisBench(): void {
  const rows: {
    readonly size: number;
    readonly bare: number;
    readonly full: number;
    readonly advised: number;
  }[] = [];
  for (const size of SIZES) {
    const sheet = ledgerSheet(size);
    const repeats = size > 500_000 ? 3 : 7;
    const bare: number[] = [];
    const full: number[] = [];
    const advised: number[] = [];
    for (let i = 0; i < repeats; i += 1) {
      bare.push(timed(() => groupAndSum(sheet)));
      full.push(timed(() => read(sheet, assess)));
      advised.push(timed(() => read(sheet, analyze)));
    }
    rows.push({ size, bare: median(bare), full: median(full), advised: median(advised) });
  }
  for (const { size, bare, full, advised } of rows) {
    console.log(
      `${String(size).padStart(9)} rows: analysis ${full.toFixed(0)} ms, bare loop ` +
        `${bare.toFixed(2)} ms, ratio ${(full / bare).toFixed(1)}; with advice and forecast ` +
        `${advised.toFixed(0)} ms`,
    );
  }
  const [small, , large] = rows;
  if (small && large)
    console.log(
      'growth exponent of the analysis ' +
        `${exponent(small.size, small.full, large.size, large.full).toFixed(2)}, of the ` +
        `bare loop ${exponent(small.size, small.bare, large.size, large.bare).toFixed(2)}`,
    );
}

interface InMemory {
  readonly analysis: () => Run;
  readonly loop: () => Run;
}

/**
 * Both over the largest ledger, after a few turns over it: what was compiled for a smaller one,
 * whose sums are smaller numbers, is thrown away when the first larger one comes.
 */
export function largestInMemory(): InMemory {
  const sheet = ledgerSheet(1_048_575);
  const analysis = (): Run => measured(() => read(sheet, assess));
  const loop = (): Run => measured(() => groupAndSum(sheet));
  for (let turn = 0; turn < WARMING; turn += 1) {
    loop();
    analysis();
  }
  return { analysis, loop };
}

const WARMING = 5;

/**
 * What the last turn left is not charged to this one. Of the young alone: a whole collection throws
 * away what was compiled for shapes that just died, and the next turn would be timed compiling.
 */
const sweep = (): unknown => globalThis.gc?.({ type: 'minor' });

function measured(work: () => unknown): Run {
  sweep();
  const [start, before] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - start) / 1e3, cpu: (user + system) / 1e6, peak: NaN };
}

const exponent = (n0: number, t0: number, n1: number, t1: number): number =>
  Math.log(t1 / t0) / Math.log(n1 / n0);
const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

function timed(work: () => unknown): number {
  sweep();
  const start = performance.now();
  work();
  return performance.now() - start;
}

function read(sheet: Sheet, judge: typeof assess | typeof analyze): void {
  const ledger = readOrders([sheet], { policy: examplePolicy });
  const result = judge({ ledger, policy: undefined, asOf: null, yearStart: null, nearShare: 0.1 });
  if (!result.ok || result.value.book.size !== sheet.rowCount - 1)
    throw new Error('The bench ledger must be read whole.');
}

/** The comparison: amounts by category and quarter, as the whole commands' peers; nothing else. */
function groupAndSum(sheet: Sheet): ReadonlyMap<Cell, readonly number[]> {
  const [, , categories = [], days = [], amounts = []] = sheet.columns;
  const sums = new Map<Cell, number[]>();
  for (let row = 1; row < sheet.rowCount; row += 1) {
    const category = categories[row] ?? null;
    let own = sums.get(category);
    if (own === undefined) sums.set(category, (own = [0, 0, 0, 0]));
    own[quarterOf(days[row] as number)]! += amounts[row] as number;
  }
  return sums;
}

const MARCH_1900 = 61;
const FOUR_YEARS = 1461;

/** From 0, of a workbook's day between March 1900 and 2100; years that begin in March. */
function quarterOf(day: number): number {
  const inFour = (day - MARCH_1900) % FOUR_YEARS;
  const inYear = inFour === FOUR_YEARS - 1 ? 365 : inFour % 365;
  const month = (Math.floor((5 * inYear + 2) / 153) + 2) % 12;
  return Math.floor(month / 3);
}

/**
 * Well kept: ids, customers, two categories, ascending days over five years, amounts in fen. A
 * fixed sequence, no chance.
 */
function ledgerSheet(size: number): Sheet {
  let state = 12345;
  const next = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
  const column = (header: string, cell: (row: number) => Cell): Cell[] => [
    header,
    ...Array.from({ length: size }, (_, row) => cell(row)),
  ];
  const customers = Array.from({ length: 500 }, (_, n) => `客户${n}有限公司`);
  return {
    name: '订单',
    rowCount: size + 1,
    columns: [
      // Made of one piece, as readers make them: nobody's cells are still to be put together.
      column('订单号', (row) => String(925_000_000_000_000 + row)),
      column('客户名称', () => customers[next(500)] as string),
      column('产品类别', () => (next(3) === 0 ? '安全' : '基础')),
      column('签约日期', (row) => 43831 + Math.floor((row * 1826) / size)),
      column('实付金额(元)', () => (100 + next(9_000_000)) / 100),
    ],
    formats: ['General', 'General', 'General', 'yyyy-mm-dd', '0.00'],
  };
}
