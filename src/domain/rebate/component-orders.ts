import { float64At, int32At, int16At } from '../columns.ts';
import { type LocalDate, dayAt } from '../calendar/local-date.ts';
import { foldKey } from '../reading/fold-text.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { Component, Conditions } from '../policy/policy.ts';
import { seesEveryOrder } from './straight-components.ts';
import { type CategoryRoles, categoryRoles } from './component-earnings.ts';
import { type Judge, judgeOf } from './conditions.ts';
import { type LedgerRows, ledgerRows } from './ledger-rows.ts';
import { type OrderBook, pick } from './order-book.ts';
import { type RefundPlace, refundPlaces } from './refunds.ts';

/** The orders a component looks at, as a book of its own with what each category does in it. */
export interface ComponentOrders {
  readonly book: OrderBook;
  readonly roles: CategoryRoles;
  /** Position in the whole book of each position here; null: the same. */
  readonly origin: Int32Array | null;
}

/** A refund that takes back at its original order's rate, outside the window it falls into. */
export interface TakenBack {
  /** In the whole book. */
  readonly position: number;
  readonly day: LocalDate;
  /** Positive fen of order amount. */
  readonly amount: Fen;
  /** Ledger row of the original. */
  readonly original: number;
  readonly originalDay: LocalDate;
  readonly member: string;
}

/** A member of 累计对象, or the partner as a whole. */
export interface MemberOrders {
  /** As first written; null for the partner. */
  readonly name: string | null;
  readonly key: string;
  /** With the refunds that are known by that day at their place. */
  readonly knownBy: (day: LocalDate) => ComponentOrders;
}

/** What a component sees of a book. */
export interface ComponentView {
  readonly members: readonly MemberOrders[];
  /** All members together. */
  readonly everybody: MemberOrders;
  readonly takenBack: readonly TakenBack[];
  /** Refunds that count on an earlier day than their own: that day, and their own. */
  readonly restated: readonly { readonly countsOn: LocalDate; readonly known: LocalDate }[];
}

/**
 * 条件, 定档条件, 累计对象 and 退款口径 as a view of the book: what earns and what counts is in the
 * category codes, a restated refund stands on its original's day, so that every scheme walks the
 * view as it walks a plain book.
 */
export function componentView(
  component: Component,
  kin: readonly Component[],
  book: OrderBook,
): ComponentView {
  if (seesEveryOrder(component) && kin.length === 0) {
    const orders: ComponentOrders = {
      book,
      roles: categoryRoles(component, book.categories),
      origin: null,
    };
    const everybody: MemberOrders = { name: null, key: '', knownBy: () => orders };
    return { members: [everybody], everybody, takenBack: [], restated: [] };
  }
  const rows = book.ledger && ledgerRows(book.ledger);
  const places = refundPlaces(component, kin, book, rows);
  return viewOf(component, book, rows, places);
}

function viewOf(
  component: Component,
  book: OrderBook,
  rows: LedgerRows | undefined,
  places: ReadonlyMap<number, RefundPlace>,
): ComponentView {
  const coded = codedBook(component, book, rows);
  const member = memberNames(component, book, rows);
  const positions = new Map<string, number[]>();
  const names = new Map<string, string>();
  const takenBack: TakenBack[] = [];
  const restated: { countsOn: LocalDate; known: LocalDate }[] = [];
  const all: number[] = [];
  for (let position = 0; position < book.size; position += 1) {
    const place = places.get(position);
    if (place?.kind === 'nowhere') continue;
    const name = member(position);
    const key = name === '' ? '' : foldKey(name);
    if (place?.kind === 'taken-back') {
      takenBack.push({
        position,
        day: dayAt(book.day, position),
        amount: fen(-float64At(book.amount, position)),
        original: place.original,
        originalDay: place.originalDay,
        member: key,
      });
      continue;
    }
    if (place?.kind === 'restated')
      restated.push({ countsOn: place.originalDay, known: dayAt(book.day, position) });
    all.push(position);
    if (component.per === null) continue;
    const own = positions.get(key);
    if (own) own.push(position);
    else {
      positions.set(key, [position]);
      names.set(key, name);
    }
  }
  const member_ = (key: string, name: string | null, own: readonly number[]): MemberOrders => ({
    key,
    name,
    knownBy: booksByKnowledge(coded, own, places),
  });
  const everybody = member_('', null, all);
  return {
    everybody,
    members:
      component.per === null
        ? [everybody]
        : [...positions].map(([key, own]) => member_(key, names.get(key) as string, own)),
    takenBack,
    restated,
  };
}

/** Members of 累计对象 by position; a refund belongs to the member of its original order. */
function memberNames(
  component: Component,
  book: OrderBook,
  rows: LedgerRows | undefined,
): (position: number) => string {
  if (component.per === null || rows === undefined) return () => '';
  const text = rows.column(component.per.header) ?? (() => '');
  return (position) => {
    const row = int32At(book.ledgerIndex, position);
    if (row < 0) return '';
    const original = rows.originalOf(row);
    return (original < 0 ? '' : text(original)) || text(row);
  };
}

const EARNS = 2;
const COUNTS = 1;

/** The book with category codes that say whether an order earns and whether it counts. */
function codedBook(
  component: Component,
  book: OrderBook,
  rows: LedgerRows | undefined,
): Omit<ComponentOrders, 'origin'> {
  const { where, countsWhere } = component;
  if (where === null && (countsWhere === null || countsWhere === 'all'))
    return { book, roles: categoryRoles(component, book.categories) };
  const holds = (conditions: Conditions | null): Judge =>
    conditions === null || rows === undefined ? () => true : judgeOf(conditions, rows);
  const earnsIn = holds(where);
  const countsIn =
    countsWhere === null ? earnsIn : holds(countsWhere === 'all' ? null : countsWhere);
  const category = new Int16Array(book.size);
  for (let position = 0; position < book.size; position += 1) {
    const c = int16At(book.category, position);
    const row = int32At(book.ledgerIndex, position);
    const original = row < 0 || rows === undefined ? -1 : rows.originalOf(row);
    const judged = original < 0 ? row : original;
    const day = (
      original < 0 || original === row ? book.day[position] : rows?.ledger.day[original]
    ) as LocalDate;
    const code =
      row < 0
        ? EARNS + COUNTS
        : (earnsIn(judged, day) ? EARNS : 0) + (countsIn(judged, day) ? COUNTS : 0);
    category[position] = c < 0 ? -1 : c * 4 + code;
  }
  const categories = book.categories.flatMap((name) => [name, name, name, name]);
  return { book: { ...book, category, categories }, roles: codedRoles(component, categories) };
}

function codedRoles(component: Component, categories: readonly string[]): CategoryRoles {
  const plain = categoryRoles(component, categories);
  return {
    units: plain.units.map((units, code) =>
      (code % 4) & COUNTS || code >= categories.length ? units : 0,
    ),
    earns: plain.earns.map((earns, code) => earns && ((code % 4) & EARNS) !== 0),
  };
}

/** What is in the book by a day: a restated refund once its own day has come. */
function booksByKnowledge(
  coded: Omit<ComponentOrders, 'origin'>,
  own: readonly number[],
  places: ReadonlyMap<number, RefundPlace>,
): MemberOrders['knownBy'] {
  const { book, roles } = coded;
  const moved = own
    .filter((position) => places.get(position)?.kind === 'restated')
    .map((position) => int32At(book.day, position));
  const made = new Map<number, ComponentOrders>();
  return (day) => {
    const known = moved.filter((own) => own <= day).length;
    const before = made.get(known);
    if (before !== undefined) return before;
    const orders = { ...ordersAt(book, own, places, moved.length === 0 ? null : day), roles };
    made.set(known, orders);
    return orders;
  };
}

function ordersAt(
  book: OrderBook,
  own: readonly number[],
  places: ReadonlyMap<number, RefundPlace>,
  knownBy: LocalDate | null,
): Omit<ComponentOrders, 'roles'> {
  if (knownBy === null) {
    if (own.length === book.size) return { book, origin: null };
    const origin = Int32Array.from(own);
    return { book: pick(book, origin), origin };
  }
  const dayOf = (position: number): number => {
    const place = places.get(position);
    return place?.kind === 'restated' ? place.originalDay : int32At(book.day, position);
  };
  const kept = own
    .filter(
      (position) =>
        places.get(position)?.kind !== 'restated' || int32At(book.day, position) <= knownBy,
    )
    .sort((a, b) => dayOf(a) - dayOf(b) || a - b);
  const origin = Int32Array.from(kept);
  const picked = pick(book, origin);
  return { book: { ...picked, day: Int32Array.from(kept, dayOf) }, origin };
}
