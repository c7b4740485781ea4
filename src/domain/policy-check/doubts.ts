import { int16At, float64At, int32At } from '../columns.ts';
import { type LocalDate, addMonths } from '../calendar/local-date.ts';
import { categoryKey } from '../catalog/category.ts';
import { Decimal, ONE } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import { foldKey } from '../reading/fold-text.ts';
import { type LedgerRows, ledgerRows } from '../rebate/ledger-rows.ts';
import { type OrderBook, endOfDay } from '../rebate/order-book.ts';
import { lastYears, wholePeriod, windowBefore } from '../rebate/past.ts';
import { totalRebate } from '../rebate/policy-run.ts';
import { categoryDoubts } from './category-doubts.ts';
import type { RebateToDate, Window } from '../rebate/window.ts';
import type { PolicyColumn } from '../policy/columns.ts';
import { type PolicyFinding, clauseCell } from '../policy/finding.ts';
import type { PolicyFact } from '../policy/policy.facts.ts';
import type { Component, Condition, Conditions, Policy } from '../policy/policy.ts';

interface Doubting {
  readonly policy: Policy;
  readonly book: OrderBook;
  readonly asOf: LocalDate;
  readonly rebate: RebateToDate;
}

/**
 * Readings of a policy that this ledger makes doubtful, each with what the other reading is worth:
 * thresholds in the wrong unit, growth of 10 % written for 110 %, values that no order has, a past
 * that the ledger shows in part.
 */
export function doubtsOf(doubting: Doubting): readonly PolicyFinding[] {
  return doubting.policy.components.flatMap((component) => [
    ...thresholdDoubts(component, doubting),
    ...baselineDoubts(component, doubting),
    ...percentDoubts(component, doubting),
    ...categoryDoubts(component, doubting.book.categories),
    ...conditionDoubts(component, doubting),
    ...pastDoubts(component, doubting),
  ]);
}

const warning = (
  component: Component,
  column: PolicyColumn,
  fact: PolicyFact,
  atStake: Fen | null = null,
): PolicyFinding => ({ level: 'warning', cell: clauseCell(component, column), fact, atStake });

/** What the policy pays more or less with the component changed. */
function worthOf(
  component: Component,
  change: Partial<Component>,
  { policy, book, asOf, rebate }: Doubting,
): Fen {
  const changed = {
    ...policy,
    components: policy.components.map((each) =>
      each === component ? { ...each, ...change } : each,
    ),
  };
  return fen(Math.abs(totalRebate(changed, book, asOf) - rebate.total));
}

const SMALL_THRESHOLD = 1_000_00;
const LARGE_ORDER = 10_000_00;
const TIMES_WAN = 10_000;

function thresholdDoubts(component: Component, doubting: Doubting): readonly PolicyFinding[] {
  const { name, tiers, measure, scheme } = component;
  if (measure.kind !== 'sales' || scheme === 'per-full') return [];
  const own = doubting.rebate.windows.filter(
    (window) => window.component === component && window.single && window.sales > 0,
  );
  const top = tiers.at(-1)?.threshold ?? 0;
  const first = tiers[0]?.threshold ?? 0;
  const largest = largestOrder(component, doubting);
  const isSmall = top < SMALL_THRESHOLD && largest >= LARGE_ORDER && largest > top;
  // Beside a baseline a bare 1.1 is a doubt of its own.
  if (top > 0 && isSmall && !hasBareFactor(component))
    return [
      warning(
        component,
        'threshold',
        { code: 'policy.thresholds-small', component: name, threshold: fen(top), largest },
        worthOf(component, { tiers: inWan(component) }, doubting),
      ),
    ];
  if (own.length === 0 || hasBareFactor(component)) return [];
  if (top > 0 && own.every(({ tier }) => tier === tiers.length) && isFarAbove(own, top))
    return [
      warning(
        component,
        'threshold',
        { code: 'policy.all-in-top-tier', component: name },
        worthOf(component, { tiers: inWan(component) }, doubting),
      ),
    ];
  return own.every(({ tier }) => tier === 0) && isFarBelow(own, first, doubting.asOf)
    ? [
        warning(
          component,
          'threshold',
          { code: 'policy.no-tier-reached', component: name },
          worthOf(component, { tiers: inYuan(component) }, doubting),
        ),
      ]
    : [];
}

const FAR_ABOVE = 10;
/** Just over the top tier is what a good year looks like; ten times over is another unit. */
const isFarAbove = (windows: readonly Window[], top: number): boolean =>
  windows.every(({ tierSales }) => tierSales >= top * FAR_ABOVE);

/** A closed window below the first tier, or open ones that at their pace stay far below it. */
const isFarBelow = (windows: readonly Window[], first: number, asOf: LocalDate): boolean =>
  windows.some(({ open }) => !open) ||
  windows.every(({ tierSales, period: { from, to } }) => {
    const pace = (tierSales / (asOf - from + 1)) * (to - from + 1);
    return pace * FAR_ABOVE < first;
  });

const inYuan = ({ tiers }: Component): Component['tiers'] =>
  tiers.map((tier) => ({ ...tier, threshold: fen(Math.trunc(tier.threshold / TIMES_WAN)) }));

const inWan = ({ tiers }: Component): Component['tiers'] =>
  tiers.map((tier) => ({ ...tier, threshold: fen(tier.threshold * TIMES_WAN) }));

function largestOrder({ categories }: Component, { book, asOf }: Doubting): Fen {
  const pays = book.categories.map(
    (name) => categories === 'all' || Object.hasOwn(categories, categoryKey(name)),
  );
  let largest = 0;
  const end = endOfDay(book, asOf);
  for (let position = 0; position < end; position += 1)
    if (pays[int16At(book.category, position)] === true || categories === 'all')
      largest = Math.max(largest, float64At(book.amount, position));
  return fen(largest);
}

const MOST_FACTOR = 10_00;
const HALF = new Decimal('0.5');

const isBareFactor = ({ threshold, ofBaseline }: Component['tiers'][number]): boolean =>
  ofBaseline === undefined && threshold > 0 && threshold <= MOST_FACTOR;

const hasBareFactor = ({ tiers, baseline, baselineFrom }: Component): boolean =>
  (baseline !== null || baselineFrom !== null) && tiers.some(isBareFactor);

/** A bare 1.1 beside a baseline; 10 % where growth of 10 % is 110 %. */
function baselineDoubts(component: Component, doubting: Doubting): readonly PolicyFinding[] {
  const { name, tiers, baseline, baselineFrom } = component;
  if (baseline === null && baselineFrom === null) return [];
  const bare = tiers.filter(isBareFactor);
  const first = bare[0];
  if (first !== undefined) {
    const factor = new Decimal(first.threshold).div(100);
    return [
      {
        ...warning(component, 'threshold', {
          code: 'policy.bare-factor',
          component: name,
          typed: factor.toString(),
          percent: percentText(factor),
        }),
        cell: first.cell,
        atStake: worthOf(component, { tiers: asFactors(component) }, doubting),
      },
    ];
  }
  // 80 % of a target is an attainment; of last year it is hardly meant.
  const most = baselineFrom?.kind === 'target' ? HALF : ONE;
  const below = tiers.find(({ ofBaseline }) => ofBaseline?.lt(most) === true && ofBaseline.gt(0));
  if (below?.ofBaseline === undefined) return [];
  return [
    {
      ...warning(component, 'threshold', {
        code: 'policy.below-baseline',
        component: name,
        percent: percentText(below.ofBaseline),
        above: percentText(below.ofBaseline.plus(1)),
      }),
      cell: below.cell,
      atStake: worthOf(component, { tiers: grown(component) }, doubting),
    },
  ];
}

const percentText = (factor: Decimal): string => `${factor.times(100).toString()}%`;

const asFactors = ({ tiers, baseline }: Component): Component['tiers'] =>
  tiers.map((tier) => {
    if (tier.ofBaseline !== undefined || tier.threshold === 0) return tier;
    const ofBaseline = new Decimal(tier.threshold).div(100);
    return { ...tier, ofBaseline, threshold: thresholdOf(ofBaseline, baseline) };
  });

const grown = ({ tiers, baseline }: Component): Component['tiers'] =>
  tiers.map((tier) => {
    if (tier.ofBaseline?.lt(ONE) !== true) return tier;
    const ofBaseline = tier.ofBaseline.plus(1);
    return { ...tier, ofBaseline, threshold: thresholdOf(ofBaseline, baseline) };
  });

const thresholdOf = (factor: Decimal, baseline: Decimal | null): Fen =>
  fen(
    factor
      .times(baseline ?? 0)
      .toDecimalPlaces(0)
      .toNumber(),
  );

const SMALL_PERCENT = new Decimal('0.001');

/** 0.06 under 比例(%) with nothing larger beside it: 0.06 %, or 6 % written as a factor. */
function percentDoubts(component: Component, doubting: Doubting): readonly PolicyFinding[] {
  const paying = component.tiers.filter(({ rate }) => !rate.isZero());
  const first = paying[0];
  if (component.ratesInPercent !== true || first === undefined) return [];
  if (!paying.every(({ rate }) => rate.lt(SMALL_PERCENT))) return [];
  const tiers = component.tiers.map((tier) => ({ ...tier, rate: tier.rate.times(100) }));
  return [
    {
      ...warning(component, 'rate', {
        code: 'policy.percents-small',
        component: component.name,
        typed: first.rate.times(100).toString(),
      }),
      cell: first.cell,
      atStake: worthOf(component, { tiers }, doubting),
    },
  ];
}

function conditionDoubts(component: Component, doubting: Doubting): readonly PolicyFinding[] {
  const { ledger } = doubting.book;
  if (ledger === undefined) return [];
  const rows = ledgerRows(ledger);
  const stated: readonly (readonly [PolicyColumn, Conditions | null])[] = [
    ['where', component.where],
    ['countsWhere', component.countsWhere === 'all' ? null : component.countsWhere],
  ];
  const ofColumns = stated.flatMap(([column, conditions]) =>
    (conditions?.terms ?? []).flatMap((term) =>
      term.kind === 'field'
        ? fieldDoubts(component, column, term, rows, doubting)
        : term.kind === 'new-customer'
          ? newDoubts(component, column, term.months, rows, doubting)
          : [],
    ),
  );
  const countsNew =
    component.measure.kind === 'new-customers' ||
    component.gate?.terms.some(({ measure }) => measure.kind === 'new-customers') === true;
  return countsNew
    ? [...ofColumns, ...newDoubts(component, 'measure', 12, rows, doubting)]
    : ofColumns;
}

function fieldDoubts(
  component: Component,
  column: PolicyColumn,
  term: Extract<Condition, { kind: 'field' }>,
  rows: LedgerRows,
  doubting: Doubting,
): readonly PolicyFinding[] {
  const text = rows.column(term.field);
  if (text === undefined) return [];
  const seen = new Set<string>();
  let blank = 0;
  eachRow(doubting, (row) => {
    const key = foldKey(text(row));
    if (key === '') blank += 1;
    else seen.add(key);
  });
  const { name } = component;
  const nowhere = term.values.filter((value) => !seen.has(foldKey(value)));
  return [
    ...nowhere.map((value) =>
      warning(component, column, {
        code: 'policy.value-nowhere',
        component: name,
        header: term.field,
        value,
      }),
    ),
    ...(term.not && blank > 0
      ? [
          warning(
            component,
            column,
            { code: 'policy.blank-field', component: name, header: term.field, orders: blank },
            worthOf(component, withoutBlanks(component, column, term), doubting),
          ),
        ]
      : []),
  ];
}

/** The condition with blank fields refused as well. */
function withoutBlanks(
  component: Component,
  column: PolicyColumn,
  term: Extract<Condition, { kind: 'field' }>,
): Partial<Component> {
  const stricter = (conditions: Conditions): Conditions => ({
    ...conditions,
    terms: conditions.terms.map((each) =>
      each === term ? { ...term, values: [...term.values, ''] } : each,
    ),
  });
  if (column === 'where' && component.where !== null) return { where: stricter(component.where) };
  return component.countsWhere === null || component.countsWhere === 'all'
    ? {}
    : { countsWhere: stricter(component.countsWhere) };
}

function eachRow({ book, asOf }: Doubting, visit: (row: number) => void): void {
  const end = endOfDay(book, asOf);
  for (let position = 0; position < end; position += 1) {
    const row = int32At(book.ledgerIndex, position);
    if (row >= 0) visit(row);
  }
}

/** Customers first seen within the months after a ledger's first day count as new: are they? */
function newDoubts(
  component: Component,
  column: PolicyColumn,
  months: number,
  rows: LedgerRows,
  doubting: Doubting,
): readonly PolicyFinding[] {
  const first = rows.firstDay();
  if (first === null) return [];
  const earliest = firstEarningDay(component, doubting, first);
  if (addMonths(first, months) <= earliest) return [];
  const customers = new Set<string>();
  eachRow(doubting, (row) => {
    const customer = rows.customerOf(row);
    const day = rows.ledger.day[row] as LocalDate;
    if (customer !== '' && rows.markOf(row) === null && rows.isNewCustomer(row, months, day))
      customers.add(customer);
  });
  if (customers.size === 0) return [];
  return [
    warning(
      component,
      column,
      {
        code: 'policy.new-by-ledger-start',
        component: component.name,
        months,
        first,
        customers: customers.size,
      },
      column === 'measure' ? null : paidBy(component, doubting),
    ),
  ];
}

const firstEarningDay = ({ from }: Component, { book }: Doubting, first: LocalDate): LocalDate => {
  const start = (book.day[0] ?? first) as LocalDate;
  return from !== null && from > start ? from : start;
};

/** All that a component pays: what is at stake where nobody it pays for may be new. */
const paidBy = (component: Component, { rebate }: Doubting): Fen =>
  fen(
    rebate.windows.reduce(
      (sum, window) => (window.component === component ? sum + window.rebate : sum),
      0,
    ),
  );

/** A past that the ledger shows only from its first day on. */
function pastDoubts(component: Component, { book, rebate }: Doubting): readonly PolicyFinding[] {
  const first = book.ledger === undefined ? null : ledgerRows(book.ledger).firstDay();
  const back = looksBack(component);
  if (first === null || back === null) return [];
  const partial = rebate.windows
    .filter((window) => window.component === component && window.blocked !== 'unknown')
    .map((window) => back(window))
    .find((needed) => needed.from < first);
  return partial === undefined
    ? []
    : [
        warning(component, component.baselineFrom === null ? 'lag' : 'baseline', {
          code: 'policy.past-partial',
          component: component.name,
          needed: partial.label,
          first,
        }),
      ];
}

function looksBack(component: Component): ((window: Window) => Window['period']) | null {
  const { baselineFrom, lag } = component;
  if (component.accumulate === 'order') return null;
  const whole = (window: Window): Window['period'] => wholePeriod(component, window.period);
  if (baselineFrom?.kind === 'last-year') return (window) => lastYears(component, whole(window));
  const back =
    baselineFrom?.kind === 'previous' || lag.kind === 'previous'
      ? 1
      : lag.kind === 'last'
        ? lag.windows - 1
        : 0;
  return back === 0 ? null : (window) => windowBefore(component, whole(window), back);
}
