import { Decimal } from '#domain/money/decimal.ts';
import { fen } from '#domain/money/fen.ts';
import { advisePooling } from '#domain/decision/advise-pool.ts';
import { customerParts } from '#domain/decision/advise-headroom.ts';
import { choiceGroups } from '#domain/decision/choice-groups.ts';
import { pool } from '#domain/decision/pool.ts';
import { bestPortfolioSet } from '#domain/decision/portfolio-pull-in.ts';
import { questionBounds } from '#domain/decision/question-bounds.ts';
import { holders } from '#domain/edge/counted-edges.ts';
import { expectedRebate } from '#domain/forecast/distribution.ts';
import { sumsOnGrid } from '#domain/forecast/sums-on-a-grid.ts';
import { sumsByHalves } from '#domain/forecast/sums-by-halves.ts';
import { prospects } from '#domain/forecast/uncertain-deals.ts';
import { rebateOutcomes } from '#domain/pipeline/rebate-outcomes.ts';
import { readLedger } from '#domain/ledger/read-ledger.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import { orderBook } from '#domain/rebate/order-book.ts';
import { walkedWindows } from '#domain/rebate/walked-window.ts';
import { partitionLines } from '#domain/settlement/partition-lines.ts';
import { evidenceOf } from '#domain/settlement/reading-evidence.ts';
import { component, tier, twoCategoryPolicy, wan } from '../../examples/components.ts';
import { ASOF, basis, inputOf, row } from '../decision/advice-fixture.ts';
import { sheetOf } from '../ledger/sheet-of.ts';
import { type BoundName, lowered } from './lowered.ts';

jest.mock('#domain/bounds.ts', () => ({
  __esModule: true,
  ...jest.requireActual<object>('#domain/bounds.ts'),
}));

const policy = twoCategoryPolicy();

describe('orders that hold a tier: the rest is counted', () => {
  const input = inputOf(
    policy,
    [110, 120, 130, 140].map((amount) => row('基础', wan(amount))),
  );
  const held = (name: BoundName, value: number): unknown => {
    const windows = walkedWindows(policy, input.book, ASOF);
    const { edges, omitted } = lowered({ [name]: value }, () =>
      holders({ ...input, nearShare: 0.1 }, windows),
    );
    return [edges.length, omitted];
  };

  it('MOST_HOLDERS', () => {
    const [all] = held('MOST_HOLDERS', 400) as [number];
    expect(all).toBeGreaterThan(1);
    expect(held('MOST_HOLDERS', all)).toEqual([all, 0]);
    expect(held('MOST_HOLDERS', all - 1)).toEqual([all - 1, 1]);
  });

  it('HOLDER_WORK: at least the largest is worked out', () => {
    const [all] = held('MOST_HOLDERS', 400) as [number];
    expect(held('HOLDER_WORK', 4 * all)).toEqual([all, 0]);
    expect(held('HOLDER_WORK', 4 * all - 1)).toEqual([all - 1, 1]);
    expect(held('HOLDER_WORK', 1)).toEqual([1, all - 1]);
  });
});

describe('a statement', () => {
  const line = (yuan: number) => ({ cash: wan(yuan), base: null });
  const order = (yuan: number) => ({ sold: { amount: wan(yuan) } });
  const divided = (lines: readonly object[], orders: readonly object[]): boolean =>
    partitionLines(lines as never, orders as never) !== null;

  it('MOST_SPLIT_LINES and MOST_SPLIT_ORDERS: beyond, lines are matched one by one', () => {
    const lines = [1, 2, 3].map(line);
    const orders = [3, 3].map(order);
    expect(lowered({ MOST_SPLIT_LINES: 3 }, () => divided(lines, orders))).toBe(true);
    expect(lowered({ MOST_SPLIT_LINES: 2 }, () => divided(lines, orders))).toBe(false);
    expect(lowered({ MOST_SPLIT_ORDERS: 2 }, () => divided(lines, orders))).toBe(true);
    expect(lowered({ MOST_SPLIT_ORDERS: 1 }, () => divided(lines, orders))).toBe(false);
  });

  it('MOST_EVIDENCE: more orders are taken evenly', () => {
    const looked: number[] = [];
    const rows = Array.from({ length: 6 }, (_, index) => ({
      ledgerRows: {
        length: 1,
        map: () => (looked.push(index), []),
        flatMap: () => (looked.push(index), []),
      },
      lines: [{}],
      parts: [],
    }));
    const look = (most: number): number[] => {
      looked.length = 0;
      try {
        lowered({ MOST_EVIDENCE: most }, () =>
          evidenceOf(orderBook(readLedger([])), { rows } as never),
        );
      } catch {
        // Rows made of nothing prove nothing; which of them are looked at is all that counts.
      }
      return [...looked];
    };
    expect(look(6)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(look(5)).toEqual([0, 2, 4]);
  });
});

describe('what pending deals make of the rebate', () => {
  const rows = [
    row('基础', wan(440)),
    ...[40, 30].map((amount) => row('基础', wan(amount), { kind: 'pending', day: ASOF })),
  ];
  const given = { probability: Float64Array.from([NaN, 0.5, 0.5]) };
  const at = basis(policy, rows, { ledger: given });
  const outcomes = (): number =>
    rebateOutcomes({ policy, book: at.book, asOf: ASOF, worth: at.worth }, at.deals).distribution
      .length;

  it('MOST_OUTCOME_DEALS: beyond, the expectation goes by lines and no outcome is listed', () => {
    expect(lowered({ MOST_OUTCOME_DEALS: 2 }, outcomes)).toBeGreaterThan(0);
    expect(lowered({ MOST_OUTCOME_DEALS: 1 }, outcomes)).toBe(0);
  });

  it('OUTCOME_WORK, where each outcome is a walk', () => {
    const walked = {
      ...policy,
      components: policy.components.map((one) => ({ ...one, scheme: 'rolling' as const })),
    };
    const worth = (): number =>
      rebateOutcomes({ policy: walked, book: at.book, asOf: ASOF, worth: at.worth }, at.deals)
        .distribution.length;
    const needed = 4 * at.book.size;
    const many = lowered({ OUTCOME_WORK: needed }, worth);
    expect(many).toBeGreaterThan(0);
    expect([many, 0]).toContain(lowered({ OUTCOME_WORK: needed - 1 }, worth));
    expect(lowered({ OUTCOME_WORK: -1 }, worth)).toBe(0);
  });
});

describe('sets of deals', () => {
  const marginal = {
    ...policy,
    components: policy.components.map((one) => ({ ...one, scheme: 'rolling' as const })),
  };
  const { book } = inputOf(marginal, [row('基础', wan(440))]);
  const deals = [70, 20, 10].map((amount) => ({
    amount: wan(amount),
    category: '基础',
    cost: wan(0.1),
  }));
  const tried = (): unknown => {
    const best = bestPortfolioSet({ policy: marginal, book, asOf: ASOF, deals });
    return best.ok ? best.value.proof.kind : best.error.code;
  };

  it('MOST_SET_DEALS: beyond, the gap is said', () => {
    expect(lowered({ MOST_SET_DEALS: 3 }, tried)).toBe('optimal');
    expect(lowered({ MOST_SET_DEALS: 2 }, tried)).toBe('gap');
  });

  it('SET_WORK: beyond, the gap is said', () => {
    expect(tried()).toBe('optimal');
    expect(lowered({ SET_WORK: 0 }, tried)).toBe('gap');
  });

  it('MOST_TIED_DEALS: more is refused', () => {
    const rules = {
      needs: [
        [0, 1],
        [1, 2],
      ] as never,
    };
    const grouped = (): boolean => choiceGroups([1, 2, 3], [0, 0, 0], rules).ok;
    expect(lowered({ MOST_TIED_DEALS: 3 }, grouped)).toBe(true);
    expect(lowered({ MOST_TIED_DEALS: 2 }, grouped)).toBe(false);
  });
});

describe('open questions', () => {
  const ledger = readLedger([
    sheetOf([
      ['订单号', '签约日期', '产品类别', '实付金额(元)'],
      ['A1', '2025-01-08', '基础', '12.5万'],
      ['A2', '2025-01-09', '基础', 9.8],
      ['A3', '2025-01-10', '基础', 7.5],
    ]),
  ]);
  const asked = { policy: examplePolicy, ledger, book: orderBook(ledger), asOf: ASOF };
  const bounds = () => questionBounds(asked);

  it(
    'MOST_ANSWER_SETS: beyond, the lowest and the highest answers together, not ' + 'called exact',
    () => {
      expect(ledger.questions).toHaveLength(2);
      expect(lowered({ MOST_ANSWER_SETS: 9 }, bounds).exact).toBe(true);
      expect(lowered({ MOST_ANSWER_SETS: 1 }, bounds).exact).toBe(false);
    },
  );

  it('MOST_PRICED_QUESTIONS: the rest is counted and not priced one by one', () => {
    expect(lowered({ MOST_PRICED_QUESTIONS: 2 }, bounds)).toMatchObject({
      count: 2,
      each: [{}, {}],
    });
    const one = lowered({ MOST_PRICED_QUESTIONS: 1 }, bounds);
    expect([one.count, one.each.length]).toEqual([2, 1]);
  });

  it('ANSWER_WORK: a book too long for it has the sum and no single prices', () => {
    expect(lowered({ ANSWER_WORK: 0 }, bounds)).toMatchObject({ count: 2, each: [], exact: false });
  });
});

describe('partners and customers', () => {
  it('MOST_PARTNERS: more is refused', () => {
    const split = (): boolean => pool(component(), [wan(30), wan(30), wan(30)]).ok;
    expect(lowered({ MOST_PARTNERS: 3 }, split)).toBe(true);
    expect(lowered({ MOST_PARTNERS: 2 }, split)).toBe(false);
  });

  it('MOST_POOLED: more is not offered', () => {
    const partner = (name: string) => ({ name, sales: [{ category: '基础', amount: wan(60) }] });
    const supposed = { partners: [partner('甲'), partner('乙')] as never };
    const offered = (): number =>
      advisePooling(basis(policy, [row('基础', wan(150))], { supposed })).length;
    expect(lowered({ MOST_POOLED: 2 }, offered)).toBe(1);
    expect(lowered({ MOST_POOLED: 1 }, offered)).toBe(0);
  });

  it('MOST_FAIR_SHARES: beyond, the smaller ones count as one and the shares still add up', () => {
    const rows = ['甲', '乙', '丙'].map((customer, at) => row('基础', wan(300 - at), { customer }));
    const shares = () => customerParts(basis(policy, rows));
    const fair = (parts: ReturnType<typeof shares>): number =>
      parts.reduce((sum, part) => sum + (part.fair ?? 0), 0);
    const all = lowered({ MOST_FAIR_SHARES: 3 }, shares);
    const some = lowered({ MOST_FAIR_SHARES: 2 }, shares);
    expect([all.length, some.length]).toEqual([3, 2]);
    expect(fair(some)).toBeLessThanOrEqual(fair(all));
  });
});

describe('distributions: a chance is exact to the fen or refused, never near', () => {
  const amounts = [123_457, 223_459, 323_461, 423_463].map((yuan) => fen(yuan * 100 + 1));
  const halves = amounts.map(() => new Decimal('0.5'));
  const one = component({ tiers: [tier(wan(50), '0.04'), tier(wan(200), '0.06')] });
  const expected = () => expectedRebate(one, wan(49), amounts, halves);
  const read = prospects(wan(49), amounts, halves);
  if (!read.ok) throw new Error(read.error.code);
  const stretches = [
    { from: -Infinity, modulus: 7 },
    { from: wan(100), modulus: 7 },
  ];

  it(
    'EXACT_STEPS and MOST_RESTS: the same figure by fractions and by doubles, or a ' + 'refusal',
    () => {
      const exact = expected();
      expect(exact.ok).toBe(true);
      expect(lowered({ EXACT_STEPS: 1 }, expected)).toEqual(exact);
      expect(lowered({ EXACT_STEPS: 1, MOST_RESTS: 0 }, expected)).toMatchObject({
        ok: false,
        error: { code: 'forecast.too-large' },
      });
    },
  );

  it('GRID_CELLS and GRID_WORK', () => {
    const coarse = prospects(wan(10), [wan(20), wan(40)], [new Decimal('0.5'), new Decimal('0.5')]);
    const grid = (): boolean => coarse.ok && sumsOnGrid(stretches, coarse.value) !== null;
    expect(lowered({ GRID_CELLS: 4 }, grid)).toBe(true);
    expect(lowered({ GRID_CELLS: 3 }, grid)).toBe(false);
    expect(grid()).toBe(true);
    expect(lowered({ GRID_WORK: 0 }, grid)).toBe(false);
  });

  it('LIVE_TOTALS, LAST_DEALS, MORE_DOUBLINGS and HALVES_WORK', () => {
    const laid = (): boolean => sumsByHalves(stretches, read.value) !== null;
    expect(laid()).toBe(true);
    expect(lowered({ LIVE_TOTALS: 1, LAST_DEALS: 3 }, laid)).toBe(true);
    expect(lowered({ LIVE_TOTALS: 1, LAST_DEALS: 1, MORE_DOUBLINGS: 0 }, laid)).toBe(false);
    expect(lowered({ LIVE_TOTALS: 1, LAST_DEALS: 1, MORE_DOUBLINGS: 4 }, laid)).toBe(true);
    expect(lowered({ LIVE_TOTALS: 1, HALVES_WORK: 0 }, laid)).toBe(false);
  });
});

describe('lines of one order number with other amounts', () => {
  /** How many rows wait for each question. */
  const waiting = (lines: number): readonly number[] => {
    const rows = Array.from({ length: lines }, (_, at) => ['A1', '基础', '2025-01-06', at + 1]);
    const header = ['订单号', '产品类别', '签约日期', '实付金额(元)'];
    return readLedger([sheetOf([header, ...rows])]).questions.map((asked) => asked.indices.length);
  };

  it('MOST_ASKED_SINGLY: beyond, they are one question', () => {
    lowered({ MOST_ASKED_SINGLY: 5 }, () => {
      expect(waiting(5)).toEqual([1, 1, 1, 1]);
      expect(waiting(7)).toEqual([6]);
    });
  });
});
