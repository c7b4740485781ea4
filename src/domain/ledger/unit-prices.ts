import { markOfColumn } from '../reading/decimal-mark.ts';
import { foldKey } from '../reading/fold-text.ts';
import type { HeaderCell } from '../reading/header-row.ts';
import { writtenUnit } from '../reading/number-text.ts';
import { parseCount } from '../reading/parse-count.ts';
import { formatAt } from '../sheet.ts';
import type { Section } from './sections.ts';
import { headerKey } from './ticked-columns.ts';

const QUANTITY =
  /^(?:(?:销售|订购|购买|订单|产品)?数量|件数|台数|个数|套数|qty|quantity|units|unitssold)$/;
const PRICE = /(?:价格?|price)$/;
/** A price of everything that was ordered, by its name. */
const PRICE_OF_ALL = /总|合同|合计|total|ext|contract/;

/** 数量(台): what stands in brackets says what is counted. */
const withoutUnit = (key: string): string => key.split('(')[0] ?? key;

/** The column that says how many were ordered. */
export const quantityColumn = ({ layout }: Section): HeaderCell | undefined =>
  layout.header.cells.find((cell) => QUANTITY.test(withoutUnit(headerKey(cell))));

/**
 * By offset: how many pieces the price may be of, all that it may be where that is open, and none
 * where nobody can read it; nothing of a row that says one piece or none. `undefined` where the
 * amount is no price, or no row leaves anything open.
 */
export function piecesBeside(
  section: Section,
  amountColumn: number,
): ReadonlyMap<number, readonly number[]> | undefined {
  const { sheet, layout, from, to } = section;
  const price = layout.header.cells.find(({ column }) => column === amountColumn);
  const quantity = quantityColumn(section);
  if (price === undefined || quantity === undefined) return undefined;
  const key = withoutUnit(foldKey(price.text));
  if (!PRICE.test(key) || PRICE_OF_ALL.test(key)) return undefined;
  const { column, text } = quantity;
  const cells = sheet.columns[column] ?? [];
  // 数量(百台)
  const unit = writtenUnit(`1${/\(([百千万]+)/.exec(foldKey(text))?.[1] ?? ''}`);
  const mark = markOfColumn(cells, from, to);
  const pieces = new Map<number, readonly number[]>();
  for (let row = from; row < to; row++) {
    const counts = parseCount(cells[row], { unit, mark, format: formatAt(sheet, row, column) });
    if (counts === undefined) pieces.set(row - from, []);
    else if (counts.some((count) => count !== 0 && Math.abs(count) !== 1))
      pieces.set(row - from, counts);
  }
  return pieces.size > 0 ? pieces : undefined;
}
