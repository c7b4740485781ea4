import type { Ledger } from '../ledger/ledger.ts';
import { type LedgerRows, ledgerRows } from '../rebate/ledger-rows.ts';
import type { PolicyColumn } from '../policy/columns.ts';
import type { PolicyFinding } from '../policy/finding.ts';
import { fieldsOf } from '../policy/headers-named.ts';
import type { Component, Conditions, Policy } from '../policy/policy.ts';

/**
 * Clauses that ask for a column which the ledger does not have: nothing can be computed from them.
 */
export function checkWithLedger(
  policy: Pick<Policy, 'components'>,
  ledger: Ledger,
): readonly PolicyFinding[] {
  const rows = ledgerRows(ledger);
  return policy.components.flatMap((component) => [
    ...missingIn('where', component.where, rows),
    ...missingIn('countsWhere', conditionsOf(component), rows),
    ...missingMember(component, rows),
  ]);
}

const conditionsOf = ({ countsWhere }: Component): Conditions | null =>
  countsWhere === 'all' ? null : countsWhere;

function missingIn(
  column: PolicyColumn,
  conditions: Conditions | null,
  rows: LedgerRows,
): readonly PolicyFinding[] {
  const fields = fieldsOf(conditions).filter((field) => rows.column(field) === undefined);
  const asksWho =
    conditions?.terms.some(({ kind }) => kind !== 'field') === true &&
    !knowsCustomers(conditions, rows);
  return [...new Set([...fields, ...(asksWho ? ['客户名称'] : [])])].map((header) =>
    missing(column, header, conditions?.cell ?? '', rows.ledger),
  );
}

/** 首单 needs customers; 新客 is also known by the ledger's own mark. */
function knowsCustomers({ terms }: Conditions, { ledger }: LedgerRows): boolean {
  const has = (field: 'customer' | 'customerType'): boolean =>
    ledger.sheets.some(({ columns }) => columns[field] !== undefined);
  return (
    has('customer') || (has('customerType') && terms.every(({ kind }) => kind !== 'first-order'))
  );
}

const missingMember = ({ per }: Component, rows: LedgerRows): readonly PolicyFinding[] =>
  per === null || rows.column(per.header) !== undefined
    ? []
    : [missing('per', per.header, per.cell, rows.ledger)];

const missing = (
  column: PolicyColumn,
  header: string,
  cell: string,
  ledger: Ledger,
): PolicyFinding => ({
  level: 'error',
  cell,
  atStake: null,
  fact: { code: 'policy.header-not-in-ledger', column, header, headers: headersIn(ledger) },
});

const MOST_HEADERS = 20;
const headersIn = ({ sheets }: Ledger): readonly string[] =>
  [
    ...new Set(
      sheets.flatMap(({ columns, unknownHeaders }) => [
        ...Object.values(columns).flatMap((place) => (place === undefined ? [] : [place.header])),
        ...unknownHeaders.map(({ header }) => header),
      ]),
    ),
  ].slice(0, MOST_HEADERS);
