import fc from 'fast-check';
import { RunningSums } from '#domain/ledger/running-sums.ts';
import { runs } from '../../runs.ts';

const row = fc.record({ amount: fc.integer({ min: -3, max: 5 }), counts: fc.boolean() });

test('a sum is that of all rows or of the group, with those that do not count or without', () => {
  fc.assert(
    fc.property(fc.array(fc.array(row, { maxLength: 4 }), { minLength: 1 }), (groups) => {
      const sums = new RunningSums();
      for (const [at, group] of groups.entries()) {
        if (at > 0) sums.startGroup();
        for (const { amount, counts } of group) sums.add(amount, counts);
      }
      const sumOf = (rows: readonly { readonly amount: number }[]): number =>
        rows.reduce((sum, { amount }) => sum + amount, 0);
      const [all, last] = [groups.flat(), groups.at(-1) ?? []];
      const known = [all, last].flatMap((rows) => [
        sumOf(rows),
        sumOf(rows.filter(({ counts }) => counts)),
      ]);
      for (let amount = -12; amount <= 20; amount += 1)
        expect(sums.has(amount)).toBe(amount !== 0 && known.includes(amount));
      expect(sums.isOfSeveral).toBe(last.length > 1);
    }),
    { numRuns: runs(200) },
  );
});
