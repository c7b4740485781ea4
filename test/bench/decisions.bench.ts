import { pool } from '#domain/decision/pool.ts';
import { pullIn } from '#domain/decision/pull-in.ts';
import { chanceOfTier, expectedRebate } from '#domain/forecast/distribution.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import type { Component } from '#domain/policy/policy.ts';

/**
 * What must feel like a moment: the best set of deals, a fair share among partners, exact chances.
 * Each is timed beside a loop that sorts a million numbers, so that a slow machine is no slow code.
 */
export function decisionsBench(): void {
  const component = examplePolicy.components[0] as Component;
  const yardstick = timed(() => {
    const numbers = Float64Array.from({ length: 1_000_000 }, (_, at) => (at * 7919) % 1_000_003);
    numbers.sort();
  });
  console.log(
    `| work | ms | times sorting a million numbers (${yardstick.toFixed(0)} ms) |\n|---|---|---|`,
  );
  for (const [name, work] of Object.entries(works(component))) {
    const took = timed(work);
    console.log(`| ${name} | ${took.toFixed(0)} | ${(took / yardstick).toFixed(2)} |`);
  }
}

function works(component: Component): Readonly<Record<string, () => unknown>> {
  const wan = (amount: number): Fen => fen(Math.round(amount * 1_000_000));
  const pull = (count: number, grid: number, committed: Fen) => (): unknown => {
    const { amounts, costs } = deals(count, grid);
    return pullIn(component, committed, amounts, costs, { kind: 'largest-net' });
  };
  const forecast = (count: number, grid: number, committed: Fen) => (): unknown => {
    const { amounts, chances } = deals(count, grid);
    return [
      expectedRebate(component, committed, amounts, chances),
      chanceOfTier(component, committed, amounts, chances, 3),
    ];
  };
  return {
    'best of 40 deals to the fen': pull(40, 1, wan(150)),
    'best of 200 deals in 万': pull(200, 1_000_000, wan(150)),
    'fair share of 12 partners': () =>
      pool(
        component,
        Array.from({ length: 12 }, (_, at) => wan(37 + at * 3.25)),
      ),
    'chances of 300 deals in 万': forecast(300, 1_000_000, wan(100)),
    'chances of 40 deals to the fen': forecast(40, 1, wan(450)),
  };
}

function deals(count: number, grid: number) {
  let seed = 20_251;
  const draw = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const amounts = Array.from({ length: count }, () =>
    fen(Math.ceil((draw() * 30_000_000) / grid) * grid),
  );
  return {
    amounts,
    costs: amounts.map((amount) => fen(Math.round(amount * draw() * 0.15))),
    chances: amounts.map(() => new Decimal(Math.floor(draw() * 101)).div(100)),
  };
}

/** The middle of three runs, milliseconds. */
function timed(work: () => unknown): number {
  const times = [0, 0, 0].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[1] as number;
}
