import { int32At } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { MOST_PRICED_ORDERS, MOST_PRICED_TOGETHER } from '../bounds.ts';
import { categoryKey } from '../catalog/category.ts';
import { ONE, ZERO } from '../money/decimal.ts';
import { type Fen, fen, subtractFen } from '../money/fen.ts';
import { isStraight } from '../rebate/straight-components.ts';
import { amountOf } from '../rebate/figures.ts';
import { ROW_KINDS } from '../ledger/row-kind.ts';
import { ledgerRows } from '../rebate/ledger-rows.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import { totalRebate } from '../rebate/policy-run.ts';
import type { PolicyColumn } from '../policy/columns.ts';
import { type PolicyFinding, clauseCell } from '../policy/finding.ts';
import type { PolicyFact } from '../policy/policy.facts.ts';
import type { Component, OpenField, Policy } from '../policy/policy.ts';
import { isPriced, totalWith } from './changed-total.ts';

/** A policy on a ledger; without a book no silence can be priced. */
interface Priced {
  readonly policy: Policy;
  readonly book: OrderBook | null;
  readonly asOf: LocalDate;
  /** As read now. */
  readonly total: Fen | null;
}

/**
 * What the table leaves unsaid, and what each silence is worth in yuan on this ledger: the rebate
 * as read now against the rebate under the other readings.
 */
export function priceSilence(
  policy: Policy,
  book: OrderBook | null,
  asOf: LocalDate,
): readonly PolicyFinding[] {
  const total = book === null ? null : totalRebate(policy, book, asOf);
  const priced: Priced = { policy, book, asOf, total };
  const isLarge = book !== null && book.size > MOST_PRICED_ORDERS;
  return policy.components.flatMap((component) => {
    const open = SILENCES.filter(
      ({ field, matters }) => component.unstated.includes(field) && matters(component, book),
    );
    const all = book === null || (!isLarge && isPriced(component, policy));
    const priceable = ({ field }: Silence): boolean => all || CHEAP.has(field);
    return [
      ...open.filter(priceable).flatMap(({ price }) => price(component, priced)),
      ...unpriced(
        component,
        open.filter((silence) => !priceable(silence)),
        isLarge
          ? { of: 'orders', most: MOST_PRICED_ORDERS }
          : { of: 'components', most: MOST_PRICED_TOGETHER },
      ),
    ];
  });
}

interface Silence {
  readonly field: OpenField;
  /** Whether it can change anything there. */
  readonly matters: (component: Component, book: OrderBook | null) => boolean;
  readonly price: (component: Component, priced: Priced) => readonly PolicyFinding[];
}

const always = (): boolean => true;

const SILENCES: readonly Silence[] = [
  { field: 'scheme', matters: always, price: priceScheme },
  { field: 'edge', matters: always, price: priceEdge },
  { field: 'refund', matters: (_, book) => hasRefunds(book), price: priceRefund },
  { field: 'clawback', matters: endsAndLooksBack, price: priceClawback },
  { field: 'countsWhere', matters: ({ where }) => where !== null, price: priceCountsWhere },
  { field: 'accumulate', matters: always, price: priceAccumulate },
  { field: 'counts', matters: ({ categories }) => categories !== 'all', price: priceCounts },
];

/** Priced at any size. */
const CHEAP: ReadonlySet<OpenField> = new Set(['scheme', 'edge']);

function unpriced(
  component: Component,
  silences: readonly Silence[],
  bound: { readonly of: 'orders' | 'components'; readonly most: number },
): readonly PolicyFinding[] {
  const columns = silences.map(({ field }) => field);
  const [first] = columns;
  return first === undefined
    ? []
    : [
        finding(component, first, null, {
          code: 'policy.silence-unpriced',
          component: component.name,
          columns,
          ...bound,
        }),
      ];
}

function priceScheme(component: Component, priced: Priced): readonly PolicyFinding[] {
  if (component.tiers.length === 0 || component.measure.kind !== 'sales') return [];
  const { total } = priced;
  const other = otherTotal(component, { scheme: 'marginal', trueUp: false }, priced);
  const atStake = total === null || other === null ? null : distance(total, other);
  return [
    finding(component, 'scheme', atStake, {
      code: 'policy.scheme-unstated',
      component: component.name,
      whole: total,
      marginal: other,
    }),
  ];
}

/**
 * Rarely does a ledger stand exactly on a threshold; what the clause decides is shown at the last
 * threshold as well.
 */
function priceEdge(component: Component, priced: Priced): readonly PolicyFinding[] {
  const top = component.tiers.at(-1);
  if (top === undefined || component.scheme === 'marginal' || component.measure.kind !== 'sales')
    return [];
  const { total } = priced;
  const other = otherTotal(component, { edge: 'above' }, priced);
  const at = { ...component, edge: 'at' as const, gate: null, base: 'gross' as const };
  const above = { ...at, edge: 'above' as const };
  const amount = (of: Component): Fen =>
    isStraight({ ...of, where: null, per: null, refund: 'on-its-day', clawback: null })
      ? amountOf(of, top.threshold, top.threshold)
      : fen(0);
  return [
    finding(component, 'edge', total === null || other === null ? null : distance(total, other), {
      code: 'policy.edge-unstated',
      component: component.name,
      threshold: top.threshold,
      at: amount(at),
      above: amount(above),
    }),
  ];
}

/** Refunds of orders that the ledger has, outside the window of the order: three readings. */
function priceRefund(component: Component, priced: Priced): readonly PolicyFinding[] {
  const { total } = priced;
  if (total === null) return [];
  const originalRate = otherTotal(component, { refund: 'original-rate' }, priced) ?? total;
  const restate = otherTotal(component, { refund: 'restate' }, priced) ?? total;
  const atStake = fen(
    Math.max(
      distance(total, originalRate),
      distance(total, restate),
      distance(originalRate, restate),
    ),
  );
  return atStake === 0
    ? []
    : [
        finding(component, 'refund', atStake, {
          code: 'policy.refund-unstated',
          component: component.name,
          onItsDay: total,
          originalRate,
          restate,
        }),
      ];
}

function endsAndLooksBack({ refund, to }: Component, book: OrderBook | null): boolean {
  return refund !== 'on-its-day' && to !== null && hasRefunds(book);
}

/** How long after 失效 refunds are taken back: not at all, or without an end. */
function priceClawback(component: Component, priced: Priced): readonly PolicyFinding[] {
  const { total } = priced;
  const never = otherTotal(component, { clawback: 0 }, priced);
  const always = otherTotal(component, { clawback: WITHOUT_END }, priced);
  if (total === null || never === null || always === null || never === always) return [];
  return [
    finding(component, 'clawback', distance(never, always), {
      code: 'policy.clawback-unstated',
      component: component.name,
      now: total,
      never,
      always,
    }),
  ];
}

/** Months: a century. */
const WITHOUT_END = 1200;

const REFUND = ROW_KINDS.indexOf('refund');

function hasRefunds(book: OrderBook | null): boolean {
  if (book?.ledger?.kind.includes(REFUND) !== true) return false;
  const { ledger, ledgerIndex, size } = book;
  const rows = ledgerRows(ledger);
  for (let position = 0; position < size; position += 1) {
    const row = int32At(ledgerIndex, position);
    if (row >= 0 && rows.isRefund(row)) return true;
  }
  return false;
}

function priceCountsWhere(component: Component, priced: Priced): readonly PolicyFinding[] {
  return twoReadings(
    component,
    'countsWhere',
    { countsWhere: 'all' },
    'policy.counts-where-unstated',
    priced,
  );
}

function priceCounts(component: Component, priced: Priced): readonly PolicyFinding[] {
  if (component.categories === 'all') return [];
  const own = Object.fromEntries(
    Object.values(component.categories).map((name) => [categoryKey(name), ONE]),
  );
  const counts = { weights: own, others: ZERO };
  return twoReadings(component, 'counts', { counts }, 'policy.counts-unstated', priced);
}

function twoReadings(
  component: Component,
  column: PolicyColumn,
  change: Partial<Component>,
  code: 'policy.counts-where-unstated' | 'policy.counts-unstated',
  priced: Priced,
): readonly PolicyFinding[] {
  const { total } = priced;
  const other = otherTotal(component, change, priced);
  if (total === null || other === null || total === other) return [];
  return [
    finding(component, column, distance(total, other), {
      code,
      component: component.name,
      now: total,
      other,
    }),
  ];
}

function priceAccumulate(component: Component, priced: Priced): readonly PolicyFinding[] {
  const { total } = priced;
  const quarter = otherTotal(component, { accumulate: 'quarter' }, priced);
  const month = otherTotal(component, { accumulate: 'month' }, priced);
  if (total === null || quarter === null || month === null) return [];
  const atStake = fen(Math.max(distance(total, quarter), distance(total, month)));
  return atStake === 0
    ? []
    : [
        finding(component, 'accumulate', atStake, {
          code: 'policy.accumulate-unstated',
          component: component.name,
          year: total,
          quarter,
          month,
        }),
      ];
}

function otherTotal(
  component: Component,
  change: Partial<Component>,
  { policy, book, asOf, total }: Priced,
): Fen | null {
  if (book === null || total === null) return null;
  return totalWith(component, change, { policy, book, asOf, total });
}

const distance = (a: Fen, b: Fen): Fen => fen(Math.abs(subtractFen(a, b)));

const finding = (
  component: Component,
  column: PolicyColumn,
  atStake: Fen | null,
  fact: PolicyFact,
): PolicyFinding => ({ level: 'warning', cell: clauseCell(component, column), atStake, fact });
