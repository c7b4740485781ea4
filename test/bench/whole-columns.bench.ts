import { rebateAmount } from '#functions/figures-of-sales.ts';
import type { Caller } from '#functions/spec.ts';

const SHEET_ROWS = 1_048_576;
const USED = 10_000;
const TURNS = 9;
const POLICY = [
  ['门槛', '比例'],
  [500_000, 0.04],
  [2_000_000, 0.06],
];
const caller: Caller = { workbookPolicy: undefined, date1904: false, say: ({ code }) => code };

const tall = (rows: readonly (readonly unknown[])[], blank: unknown): unknown[][] =>
  Array.from({ length: SHEET_ROWS }, (_, row) => [
    ...(rows[row] ?? (rows[0] ?? []).map(() => blank)),
  ]);

/**
 * Whole columns beside the rows of them that are used: of the sales (A:A), and of the policy
 * (A:B), which many cells hand over again and again. An empty cell is what each Excel makes of it.
 */
export function wholeColumnsBench(): void {
  const sales = Array.from({ length: USED }, (_, row) => [((row * 7919) % 700_000_000) / 100]);
  for (const blank of ['', null, 0]) {
    const column = tall(sales, blank);
    const [whole, used] = inTurn(
      () => rebateAmount.run([column, null, POLICY], caller),
      () => rebateAmount.run([sales, null, POLICY], caller),
    );
    const policy = tall(POLICY, blank);
    const [wide, narrow] = inTurn(
      () => rebateAmount.run([[[3_000_000]], null, policy], caller),
      () => rebateAmount.run([[[3_000_000]], null, POLICY], caller),
    );
    console.log(
      `empty cells as ${JSON.stringify(blank).padEnd(4)}: A:A takes ` +
        `${(whole / used).toFixed(1)} × its ${USED} used rows (${used.toFixed(1)} ms); a policy ` +
        `A:B takes ${(wide - narrow).toFixed(2)} ms more a call than its ${POLICY.length} rows`,
    );
  }
}

/** Median milliseconds of two ways, timed in turn. */
function inTurn(one: () => unknown, other: () => unknown): readonly [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let turn = 0; turn < TURNS; turn += 1)
    [one, other].forEach((work, at) => {
      const start = performance.now();
      work();
      times[at]?.push(performance.now() - start);
    });
  return [median(times[0]), median(times[1])];
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;
