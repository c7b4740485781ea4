import { findHeader } from '#domain/reading/header-row.ts';
import { fieldOfHeader } from '#domain/reading/headers.ts';
import type { LedgerField } from '#domain/reading/ledger-fields.ts';
import { findColumns } from '#domain/settlement/statement-headers.ts';
import type { Sheet } from '#domain/sheet.ts';

export type Recognised = 'statement' | 'orders' | 'either' | 'neither';

const SAYS_STATEMENT = /结算单|对账单|返点明细|返利明细|statement|settlement|remittance/i;

/** An order has an amount and a day of its own. */
function listsOrders(sheet: Sheet): boolean {
  const fields = (findHeader(sheet, [])?.cells ?? []).map(({ text }) => fieldOfHeader(text)?.field);
  const has = (field: LedgerField): boolean => fields.includes(field);
  return (has('amount') || has('listAmount')) && (has('signedOn') || has('paidOn'));
}

/**
 * What a file is that was dropped without a word. An order sheet may name the columns of a
 * statement too: then what the file and its sheets are called decides, or the person is asked.
 */
export function recognise(name: string, sheets: readonly Sheet[]): Recognised {
  const theirs = sheets.filter((sheet) => sheet.ours !== true);
  const pays = theirs.some((sheet) => findColumns(sheet)?.at.amount !== undefined);
  const orders = theirs.some(listsOrders);
  if (!pays) return orders ? 'orders' : 'neither';
  if (!orders) return 'statement';
  const called = [name, ...theirs.map((sheet) => sheet.name)].join('\n');
  return SAYS_STATEMENT.test(called) ? 'statement' : 'either';
}
