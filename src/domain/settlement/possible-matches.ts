import { foldKey } from '../reading/fold-text.ts';
import { customerKey } from './match-by-content.ts';
import type { ReconciledRow } from './reconciliation.ts';

/** Numbers in one cell: SO1/SO2, SO1、SO2. */
const BETWEEN = /[/、,;+&|\s]+/;

/** As short as this a number says nothing about another that contains it. */
const TELLING = 6;

const bare = (text: string): string => foldKey(text).replace(/[^\p{L}\p{N}]/gu, '');
const digits = (text: string): string => text.replace(/\D/g, '').replace(/^0+/, '');

/**
 * What the statement pays under numbers that the ledger does not have may be an order that it seems
 * to leave out: the same number written otherwise, the same amount, or no number at all. Nobody
 * claims such an order, nor enters such a line: both are asked about.
 */
export function withDoubts(rows: readonly ReconciledRow[]): readonly ReconciledRow[] {
  const missing = rows.filter(isMissing);
  const paid = rows.filter(isUnknownSale);
  if (missing.length === 0 || paid.length === 0) return rows;
  const byTrait = new Map<string, ReconciledRow[]>();
  for (const row of paid)
    for (const trait of traitsOfLine(row)) byTrait.set(trait, [...(byTrait.get(trait) ?? []), row]);
  const maybe = new Map<ReconciledRow, string>();
  for (const row of missing) {
    const other = traitsOfOrder(row)
      .flatMap((trait) => byTrait.get(trait) ?? [])
      .find((one) => mayBeOf(one, row));
    if (other === undefined) continue;
    maybe.set(row, nameOf(other));
    if (!maybe.has(other)) maybe.set(other, row.orderId);
  }
  return rows.map((row) => {
    const other = maybe.get(row);
    return other === undefined ? row : { ...row, maybe: other };
  });
}

const isMissing = ({ lines, cause, unread }: ReconciledRow): boolean =>
  lines.length === 0 && cause === 'missing-in-statement' && !unread;

const isUnknownSale = ({ cause, difference }: ReconciledRow): boolean =>
  cause === 'missing-in-ledger' && difference > 0;

const ANY = 'any';
const amountTrait = (fen: number): string => `amount ${fen}`;
const numberTrait = (text: string): string => `number ${text}`;

function traitsOfLine({ orderId, statementRebate }: ReconciledRow): readonly string[] {
  const numbers = orderId.split(BETWEEN).flatMap(numbersOf);
  return [...new Set([...(orderId === '' ? [ANY] : []), ...numbers, amountTrait(statementRebate)])];
}

const traitsOfOrder = ({ orderId, ledgerRebate }: ReconciledRow): readonly string[] => [
  ...numbersOf(orderId),
  amountTrait(ledgerRebate),
  ANY,
];

const numbersOf = (orderId: string): readonly string[] =>
  [bare(orderId), digits(orderId)]
    .filter(({ length }) => length >= TELLING)
    .map((text) => numberTrait(text));

/** Two customers that both say who they are have no order in common. */
const mayBeOf = (line: ReconciledRow, order: ReconciledRow): boolean =>
  line.customer === '' ||
  order.customer === '' ||
  customerKey(line.customer) === customerKey(order.customer);

/** How a person finds the line: by its number, else by its row. */
const nameOf = ({ orderId, lines }: ReconciledRow): string =>
  orderId === '' ? `${lines[0]?.sheet ?? ''} ${lines[0]?.row ?? ''}` : orderId;
