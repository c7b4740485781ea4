import * as fc from 'fast-check';
import { paid } from '../../examples/programme.ts';
import { facts, orders, policies } from './random-policies.ts';
import {
  POLICY_HEADER,
  type Rules,
  dateText,
  factsText,
  ledgerText,
  movesOf,
  policyRows,
  reckoned,
} from './reckoning.ts';
import { runs } from '../../runs.ts';

/**
 * Whole policies of one to three components against the second reckoning: every clause beside every
 * other, refunds, facts, members, stacking, joint caps, top-ups and looks into the past included.
 */

const cents = (text: string): bigint => BigInt(text.replace('.', ''));
const AS_OF = 1095;

const tableOf = (policy: readonly Rules[], order: readonly Rules[] = policy): string =>
  [
    POLICY_HEADER,
    ...order.flatMap((of) =>
      policyRows(
        of,
        policy.filter((other) => other !== of),
      ),
    ),
  ].join('\n');

it('agrees with the second reckoning, clause beside clause', () => {
  fc.assert(
    fc.property(policies, orders, facts, (policy, list, stated) => {
      const moves = movesOf(list);
      const outcome = paid({
        policy: tableOf(policy),
        ledger: ledgerText(list, moves),
        facts: factsText(stated),
        asOf: dateText(AS_OF),
      });
      const world = { orders: list, moves, facts: stated, asOf: AS_OF };
      expect(cents(outcome.total)).toBe(reckoned(policy, world));
    }),
    { numRuns: runs(250) },
  );
});

/** Rows shuffled, those of one component among themselves in their order. */
const shuffled: fc.Arbitrary<(rows: readonly (readonly string[])[]) => readonly string[]> = fc
  .infiniteStream(fc.nat(1000))
  .map((draws) => (rows) => {
    const left = rows.map((own) => [...own]);
    const out: string[] = [];
    while (left.some((own) => own.length > 0)) {
      const some = left.filter((own) => own.length > 0);
      out.push((some[(draws.next().value as number) % some.length] as string[]).shift() as string);
    }
    return out;
  });

it('order of rows never matters; shares, payouts and lines add up', () => {
  fc.assert(
    fc.property(
      policies,
      orders,
      facts,
      shuffled,
      fc.nat(1095),
      (policy, list, stated, mix, asOf) => {
        const rows = policy.map((of) =>
          policyRows(
            of,
            policy.filter((other) => other !== of),
          ),
        );
        const of = (table: readonly string[]): ReturnType<typeof paid> =>
          paid({
            policy: [POLICY_HEADER, ...table].join('\n'),
            ledger: ledgerText(list, movesOf(list)),
            facts: factsText(stated),
            asOf: dateText(asOf),
          });
        const plain = of(rows.flat());
        const mixed = of(mix(rows));
        expect(mixed.total).toBe(plain.total);
        expect(mixed.shares).toEqual(plain.shares);
        expect(mixed.payouts).toEqual(plain.payouts);
        const sum = (texts: readonly string[]): bigint =>
          texts.reduce((all, text) => all + cents(text), 0n);
        expect(sum(Object.values(plain.payouts))).toBe(cents(plain.total));
        expect(sum(Object.values(plain.shares))).toBe(cents(plain.total));
        for (const { lines, rebate } of plain.rebate.windows)
          expect(lines.reduce((all, line) => all + line.rebate, 0)).toBe(rebate);
      },
    ),
    { numRuns: runs(60) },
  );
});
