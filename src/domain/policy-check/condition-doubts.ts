import { int32At } from '../columns.ts';
import { type LocalDate, addMonths, dayAt } from '../calendar/local-date.ts';
import { type Fen, fen } from '../money/fen.ts';
import { foldKey } from '../reading/fold-text.ts';
import { type LedgerRows, ledgerRows } from '../rebate/ledger-rows.ts';
import { endOfDay } from '../rebate/order-book.ts';
import type { PolicyColumn } from '../policy/columns.ts';
import { type PolicyFinding, clauseCell } from '../policy/finding.ts';
import type { Component, Condition, Conditions } from '../policy/policy.ts';
import { type Doubting, warning, worthOf } from './doubt-worth.ts';
import { categoryKey } from '../catalog/category.ts';
import type { PolicyFact } from '../policy/policy.facts.ts';

export function conditionDoubts(
  component: Component,
  doubting: Doubting,
): readonly PolicyFinding[] {
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
    const day = dayAt(rows.ledger.day, row);
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

/** Categories that a component names and no order has: those that earn, that count, of a share. */
export function categoryDoubts(
  component: Component,
  categories: readonly string[],
): readonly PolicyFinding[] {
  if (categories.length === 0) return [];
  const there = new Set(categories.map(categoryKey));
  const nowhere = (named: readonly string[]): readonly string[] =>
    named.filter((category) => !there.has(categoryKey(category)));
  const of = (
    column: PolicyColumn,
    code: Extract<PolicyFact, { readonly category: string }>['code'],
    named: readonly string[],
  ): readonly PolicyFinding[] =>
    nowhere(named).map((category) => ({
      level: 'warning',
      cell: clauseCell(component, column),
      fact: { code, component: component.name, category },
      atStake: null,
    }));
  const { counts, measure, gate } = component;
  const named = earning(component);
  // Said once of a category that earns and counts.
  const earned = new Set(named.map(categoryKey));
  return [
    ...of('categories', 'policy.category-nowhere', named),
    ...of(
      'counts',
      'policy.counted-nowhere',
      Object.keys(counts.weights).filter((key) => !earned.has(key)),
    ),
    ...of('measure', 'policy.share-nowhere', measure.kind === 'share' ? [measure.category] : []),
    ...of(
      'gate',
      'policy.share-nowhere',
      (gate?.terms ?? []).flatMap((term) =>
        term.measure.kind === 'share' ? [term.measure.category] : [],
      ),
    ),
  ];
}

const earning = ({ categories }: Component): readonly string[] =>
  categories === 'all' ? [] : Object.values(categories);
