import * as fc from 'fast-check';
import { analysisJson } from '#application/analyze/analysis-json.ts';
import { viewOf } from '#application/analyze/view-of-analysis.ts';
import { serialFromDate } from '#domain/calendar/local-date.ts';
import type { AdviceFact } from '#domain/decision/advice.facts.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, NO_FEN, fen, sumFen, yuanNumber, yuanText } from '#domain/money/fen.ts';
import { kindOf } from '#domain/ledger/ledger.ts';
import type { Component } from '#domain/policy/policy.ts';
import type { Window } from '#domain/rebate/window.ts';
import { sayIn } from '#i18n/say/say.ts';
import { rate } from '../examples/components.ts';
import type { PlainRow } from '../examples/plain-ledger.ts';
import { excel } from '../functions/excel.ts';
import {
  ASOF,
  type Part,
  analysisOf,
  anyAmount,
  anyDeal,
  anyPart,
  anyPolicy,
  anyRow,
  componentOf,
} from './any-rebates.ts';
import {
  policyOf,
  onlyOf,
  tableOf,
  ordersOf,
  salesOf,
  fenOf,
  orNothing,
  sumOfColumn,
} from './typed-rebates.ts';
import { runs } from '../runs.ts';

interface JsonPeriod {
  readonly component: string;
  readonly sales: string;
  readonly tier: number;
  readonly rebate: string;
  readonly gap: string | null;
  readonly gain: string | null;
  readonly cushion: string;
}

interface Json {
  readonly periods: readonly JsonPeriod[];
  readonly totals: { readonly rebate: string };
}

/**
 * A component whose tier counts the sales of the others at this weight. In bands it matters which
 * of them came first, and sums do not tell: there each counts its own alone.
 */
const countingOf = (name: string, part: Part, others: string): Component =>
  componentOf(name, part, {
    counts: {
      weights: { [name]: rate(part.weight) },
      others: rate(part.scheme === 'whole' ? others : '0'),
    },
  });

describe('a figure of a function is that of the analysis', () => {
  it('over the sales and deals of one component', async () => {
    const { call } = await excel();
    fc.assert(
      fc.property(
        anyPart,
        fc.array(anyRow, { minLength: 1, maxLength: 6 }),
        fc.array(anyDeal, { minLength: 1, maxLength: 5 }),
        (part, sold, deals) => {
          const policy = policyOf(onlyOf(part));
          const known = deals.map((deal) => ({ ...deal, supposed: deal.supposed ?? 50 }));
          const analysis = analysisOf(policy, sold, known);
          const [window] = analysis.rebate.windows;
          const { forecast } = analysis;
          const [ahead] = forecast.windows;
          const table = tableOf(policy);
          const sales = yuanNumber(salesOf(sold));
          const column = (of: (deal: (typeof known)[number]) => number) =>
            known.map((deal) => [of(deal)]);
          const asked = [
            sales,
            column(({ amount }) => yuanNumber(amount)),
            column(({ supposed }) => supposed / 100),
          ] as const;
          expect(call('REBATE_EXPECTED', ...asked, null, table)).toBe(
            forecast.expected.ok ? yuanNumber(forecast.expected.value) : undefined,
          );
          [0, 1, 2].forEach((from) =>
            expect(call('REBATE_CHANCE', ...asked, from, null, table)).toBe(
              ahead?.chances.ok === true
                ? ahead.chances.value
                    .slice(from)
                    .reduce((sum, chance) => sum.plus(chance), new Decimal(0))
                    .toNumber()
                : undefined,
            ),
          );
          expect([
            call('REBATE_TIER', sales, null, table),
            call('REBATE_RATE', sales, null, table),
            call('REBATE_GAP', sales, null, table),
            call('REBATE_GAIN', sales, null, table),
            call('REBATE_CUSHION', sales, null, table),
            call('REBATE_AMOUNT', sales, null, table),
          ]).toEqual([
            window?.tier,
            window?.rate.toNumber(),
            orNothing(window?.gap),
            orNothing(window?.gain),
            orNothing(window?.cushion),
            orNothing(window?.rebate),
          ]);
          // The lines of the explanation are those of the window's working, and add up to it.
          const lines = call('REBATE_EXPLAIN', sales, null, table) as unknown[][];
          expect(fenOf(sumOfColumn(lines, 5))).toBe(window?.rebate);
          const whole = lines.filter(() => window?.component.scheme === 'whole');
          expect(whole.map(([tierAt, , , , rateAt]) => [tierAt, rateAt])).toEqual(
            whole.map(() => [window?.tier, window?.rate.toNumber()]),
          );
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it('REBATE_TOTAL, over the sales of components that count each other’s', async () => {
    const { call } = await excel();
    const others = fc.constantFrom('0', '0.5', '1', '1.5');
    fc.assert(
      fc.property(
        fc.tuple(anyPart, others),
        fc.tuple(anyPart, others),
        fc.array(anyRow, { minLength: 1, maxLength: 6 }),
        (first, second, sold) => {
          const policy = policyOf(countingOf('基础', ...first), countingOf('安全', ...second));
          const total = call(
            'REBATE_TOTAL',
            sold.map(({ category }) => [category]),
            sold.map(({ amount }) => [yuanNumber(amount)]),
            tableOf(policy),
          );
          const { windows } = analysisOf(policy, sold, []).rebate;
          expect(total).toBe(yuanNumber(sumFen(windows.map(({ rebate }) => rebate))));
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it('REBATE_SUMMARY and REBATE_ORDERS, over versions, weights, net base and true-up', async () => {
    const { call } = await excel();
    fc.assert(
      fc.property(
        anyPolicy,
        fc.array(anyRow, { minLength: 2, maxLength: 8 }),
        fc.array(anyDeal, { minLength: 1, maxLength: 3 }),
        (policy, sold, deals) => {
          const analysis = analysisOf(policy, sold, deals);
          const view = viewOf(analysis, 'L', null);
          const json = analysisJson(analysis, sayIn('en-US'), 'none') as Json;
          const [orders, table] = [ordersOf(sold), tableOf(policy)];
          const summary = call('REBATE_SUMMARY', orders, table, serialFromDate(ASOF));
          const figures = (summary as unknown[][]).slice(1, -2);
          const text = (yuan: unknown): string | null =>
            yuan === '' ? null : yuanText(fenOf(yuan));
          const shown = figures.map(
            ([component, , sales, tierAt, , rebate, , gap, gain, cushion]) => ({
              component,
              sales: text(sales),
              tier: tierAt,
              rebate: text(rebate),
              gap: text(gap),
              gain: text(gain),
              cushion: text(cushion),
            }),
          );
          const told = json.periods.map(
            ({ component, sales, tier: tierAt, rebate, gap, gain, cushion }) => ({
              component,
              sales,
              tier: tierAt,
              rebate,
              gap,
              gain,
              cushion,
            }),
          );
          expect(shown).toEqual(told);
          expect(told.map(({ rebate }) => rebate)).toEqual(
            view.windows.map(({ rebate }) => yuanText(rebate)),
          );
          // What is paid to date: the total on every outlet, and the sum of the orders' shares.
          const shares = call('REBATE_ORDERS', orders, table, serialFromDate(ASOF)) as unknown[][];
          const [, , , , , total] = (summary as unknown[][]).at(-2) ?? [];
          const paid = yuanText(analysis.rebate.total);
          expect([
            text(total),
            text(yuanNumber(sumFen(shares.slice(1).map(([yuan]) => fenOf(yuan))))),
            json.totals.rebate,
          ]).toEqual([paid, paid, paid]);
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it('REBATE_ORDERS: tier, rate, category and kind of every order', async () => {
    const { call } = await excel();
    fc.assert(
      fc.property(anyPolicy, fc.array(anyRow, { minLength: 1, maxLength: 8 }), (policy, sold) => {
        const { rebate, ledger } = analysisOf(policy, sold, []);
        const [orders, table] = [ordersOf(sold), tableOf(policy)];
        const column = (figure: string): readonly unknown[] =>
          (call('REBATE_ORDERS', orders, table, serialFromDate(ASOF), figure) as unknown[][])
            .slice(1)
            .map(([cell]) => cell);
        const windowOf = ({ category, day }: PlainRow): Window | undefined =>
          rebate.windows.find(
            ({ component, period }) =>
              component.name === category && period.from <= day && day <= period.to,
          );
        expect(column('tier')).toEqual(sold.map((row) => windowOf(row)?.tier));
        expect(column('rate')).toEqual(sold.map((row) => windowOf(row)?.rate.toNumber()));
        expect(column('category')).toEqual(sold.map(({ category }) => category));
        expect(column('kind')).toEqual(sold.map((_, index) => kindOf(ledger, index)));
      }),
      { numRuns: runs(40) },
    );
  });

  it('REBATE_PULLIN with a tier, as the advice finds the cheapest set', async () => {
    const { call } = await excel();
    let reached = 0;
    fc.assert(
      fc.property(
        anyPart,
        fc.array(anyRow, { minLength: 1, maxLength: 3 }),
        anyPricedDeals,
        (part, sold, { deals, costs }) => {
          const component = onlyOf(part);
          const analysis = analysisOf(policyOf(component), sold, deals);
          const [window] = analysis.rebate.windows;
          const wanted = (window?.tier ?? 0) + 1;
          if (wanted > component.tiers.length) return;
          const table = tableOf(policyOf(component));
          const marks = call('REBATE_PULLIN', ...pullIn(sold, deals, costs, table), null, wanted);
          // Every set of the deals, tried by the analysis itself: the cheapest that reaches it.
          const reaching = setsOf(deals.length).filter((set) => {
            const more = set.map((at): PlainRow => ({
              category: '基础',
              amount: deals[at]?.amount ?? NO_FEN,
              day: ASOF,
            }));
            const [after] = analysisOf(policyOf(component), [...sold, ...more], []).rebate.windows;
            return (after?.tier ?? 0) >= wanted;
          });
          const costOf = (set: readonly number[]): Fen =>
            sumFen(set.map((at) => costs[at] ?? NO_FEN));
          const marked = Array.isArray(marks)
            ? deals.flatMap((_, at) => ((marks as number[][])[at]?.[0] === 1 ? [at] : []))
            : null;
          expect(marked === null ? null : costOf(marked)).toBe(
            reaching.length === 0 ? null : Math.min(...reaching.map(costOf)),
          );
          expect(marked === null || reaching.some((set) => String(set) === String(marked))).toBe(
            true,
          );
          reached += marked === null ? 0 : 1;
        },
      ),
      { numRuns: runs(40) },
    );
    expect(reached).toBeGreaterThan(0);
  });

  it('REBATE_POOL, as the advice splits what is earned together', async () => {
    const { call } = await excel();
    const partnersOf = fc.array(anyAmount.map(fen), { minLength: 1, maxLength: 3 });
    let advised = 0;
    fc.assert(
      fc.property(
        anyPart,
        fc.array(anyRow, { minLength: 1, maxLength: 4 }),
        partnersOf,
        (part, sold, amounts) => {
          const policy = policyOf(onlyOf(part));
          const partners = amounts.map((amount, at) => ({
            name: `R${at}`,
            sales: [{ category: '基础', amount }],
          }));
          const { advice } = analysisOf(policy, sold, [], { partners });
          const pooled = advice.find(({ kind }) => kind === 'pool');
          const told = (pooled?.explanation ?? []).flatMap((fact) =>
            isShare(fact) ? [[yuanNumber(fact.alone), yuanNumber(fact.fair)]] : [],
          );
          const column = [salesOf(sold), ...amounts].map((amount) => [yuanNumber(amount)]);
          const table = tableOf(policy);
          const split = call('REBATE_POOL', column, null, table) as number[][];
          const together = yuanNumber(sumFen([salesOf(sold), ...amounts]));
          const joint = fenOf(call('REBATE_AMOUNT', together, null, table));
          expect(fenOf(sumOfColumn(split, 1))).toBe(joint);
          // Where nothing is won together nothing is advised; rounding once may even cost a fen.
          const won = joint - fenOf(sumOfColumn(split, 0));
          expect(pooled === undefined ? won <= 0 : split).toEqual(
            pooled === undefined ? true : told,
          );
          advised += told.length;
        },
      ),
      { numRuns: runs(60) },
    );
    expect(advised).toBeGreaterThan(0);
  });

  it('REBATE_PULLIN, as the advice chooses deals', async () => {
    const { call } = await excel();
    let advised = 0;
    fc.assert(
      fc.property(
        anyPart,
        fc.array(anyRow, { minLength: 1, maxLength: 4 }),
        anyPricedDeals,
        (part, sold, { deals, costs }) => {
          const policy = policyOf(onlyOf(part));
          const { advice } = analysisOf(policy, sold, deals, {
            costs: new Map(costs.map((cost, at) => [sold.length + at, cost])),
          });
          const best = advice.find(({ title }) => title.code === 'advice.pull-in');
          const table = tableOf(policy);
          const marks = call('REBATE_PULLIN', ...pullIn(sold, deals, costs, table)) as number[][];
          const marked = deals.flatMap((_, at) => (marks[at]?.[0] === 1 ? [at] : []));
          const rebateWith = (chosen: readonly number[]) => {
            const amounts = [salesOf(sold), ...chosen.map((at) => deals[at]?.amount ?? NO_FEN)];
            return fenOf(call('REBATE_AMOUNT', yuanNumber(sumFen(amounts)), null, table));
          };
          const cost = sumFen(marked.map((at) => costs[at] ?? NO_FEN));
          expect(rebateWith(marked) - rebateWith([]) - cost).toBe(
            best === undefined ? 0 : best.yuan - best.cost,
          );
          advised += best === undefined ? 0 : 1;
        },
      ),
      { numRuns: runs(60) },
    );
    expect(advised).toBeGreaterThan(0);
  });
});

const anyPricedDeals = fc
  .array(fc.tuple(anyDeal, fc.integer({ min: 0, max: 30_000_00 })), { minLength: 1, maxLength: 4 })
  .map((priced) => ({
    deals: priced.map(([deal]) => deal),
    costs: priced.map(([, cost]) => fen(cost)),
  }));

/** What is asked of REBATE_PULLIN: sales to date, deals and their costs, and the policy. */
const pullIn = (
  sold: readonly PlainRow[],
  deals: readonly { readonly amount: Fen }[],
  costs: readonly Fen[],
  table: unknown,
): readonly unknown[] => [
  yuanNumber(salesOf(sold)),
  deals.map(({ amount }) => [yuanNumber(amount)]),
  costs.map((cost) => [yuanNumber(cost)]),
  null,
  table,
];

/** Every set of so many deals, by their places. */
const setsOf = (count: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_each, at) => at).filter((at) => (bits >> at) % 2 === 1),
  );

type Share = Extract<AdviceFact, { code: 'advice.our-share' | 'advice.partner-share' }>;

const isShare = (fact: { readonly code: string }): fact is Share =>
  fact.code === 'advice.our-share' || fact.code === 'advice.partner-share';
