import { cellText, foldKey } from '../reading/fold-text.ts';
import type { HeaderCell } from '../reading/header-row.ts';
import type { Section } from './sections.ts';
import { headerKey } from './ticked-columns.ts';

const QUANTITY =
  /^(?:(?:销售|订购|购买|订单|产品)?数量|件数|台数|个数|套数|qty|quantity|units|unitssold)$/;
/** 10, "1,000", "10台". */
const COUNT = /^\d[\d,]*(?:\.\d+)?/;
const PRICE = /(?:价格?|price)$/;
/** A price of everything that was ordered, by its name. */
const PRICE_OF_ALL = /总|合同|合计|total|ext|contract/;

/** 数量(台): what stands in brackets says what is counted. */
const withoutUnit = (key: string): string => key.split('(')[0] ?? key;

/** The column that says how many were ordered. */
export const quantityColumn = ({ layout }: Section): HeaderCell | undefined =>
  layout.header.cells.find((cell) => QUANTITY.test(withoutUnit(headerKey(cell))));

/**
 * By offset: how many pieces the price may be of, NaN where the amount is no price or one piece
 * was ordered; `undefined` when no row of the section has such a price.
 */
export function piecesBeside(section: Section, amountColumn: number): Float64Array | undefined {
  const { sheet, layout, from, to } = section;
  const price = layout.header.cells.find(({ column }) => column === amountColumn);
  const quantity = quantityColumn(section);
  if (price === undefined || quantity === undefined) return undefined;
  const key = withoutUnit(foldKey(price.text));
  if (!PRICE.test(key) || PRICE_OF_ALL.test(key)) return undefined;
  const cells = sheet.columns[quantity.column] ?? [];
  const pieces = new Float64Array(to - from).fill(NaN);
  for (let row = from; row < to; row++) {
    const [count] = COUNT.exec(foldKey(cellText(cells[row]))) ?? [];
    if (count !== undefined) pieces[row - from] = Number(count.replaceAll(',', ''));
  }
  return pieces.some((count) => count > 0 && count !== 1) ? pieces : undefined;
}
