import * as fc from 'fast-check';
import { rebateCurve, rebateOn } from '#domain/forecast/rebate-curve.ts';
import { fen } from '#domain/money/fen.ts';
import { amountOf } from '#domain/rebate/figures.ts';
import { anyComponent, component, wan, renewalGate } from '../../examples/components.ts';
import { runs } from '../../runs.ts';

describe('the rebate as straight pieces', () => {
  it('gives amountOf at every total, whatever the policy', () => {
    fc.assert(
      fc.property(
        anyComponent(20_000),
        fc.array(fc.integer({ min: -3000, max: 60_000 }), { minLength: 30, maxLength: 30 }),
        (of, totals) => {
          const curve = rebateCurve(of);
          const edges = curve.pieces.flatMap(({ from }) =>
            Number.isFinite(from) ? [from - 1, from, from + 1] : [],
          );
          for (const total of [...totals, ...edges])
            expect([total, rebateOn(curve, total)]).toEqual([
              total,
              amountOf(of, fen(total), fen(total)),
            ]);
        },
      ),
      { numRuns: runs(400) },
    );
  });

  it('pays nothing behind a gate that nobody has shown to be met', () => {
    const gated = component({
      gate: renewalGate,
    });
    expect(rebateOn(rebateCurve(gated), wan(600))).toBe(0);
  });
});
