import type { OrderCells, OrderRanges } from './order-cells.ts';
import { ofPart, ofWindow, passing } from './order-formulas.ts';
import { FRACTION, type Places, type WindowColumn } from './plain-layout.ts';

/**
 * How an order gets its whole fen, as the engine does it: what the window pays is shared in
 * proportion to what the orders earn, each share is cut to whole fen, and the odd fen go to the
 * largest remainders, of equals to the first.
 *
 * Spreadsheets reckon in fifteen digits, so two remainders nearer than this are not told apart: the
 * row then says that the add-in is needed, unless the orders have the same amount or the window
 * pays what they earn without rounding.
 */
const NEAR = 10;
/** Added before cutting to whole fen, so that 123.9999999 is 124. */
const NUDGE = '0.000005';
/** Yuan that a window pays at most for its shares to be exact to the fraction of a fen. */
const MOST = 10_000_000;

/** What is cut off an order's share, in millionths of a fen. */
export function fractionFormula(at: Places, cell: OrderCells, see: string): string {
  const share = exactShare(at, cell, see);
  const cut = `MAX(0,ROUND((${share}-INT(${share}+${NUDGE}))*${FRACTION},0))`;
  return `${passing(cell, see)}IFERROR(${cut},"${see}")))`;
}

/** The order's part of the rebate, to the fen. */
export function rebateFormula(at: Places, cell: OrderCells, all: OrderRanges, see: string): string {
  const whole = `ROUND(${exactShare(at, cell, see)}-${cell.fraction}/${FRACTION},0)`;
  const { larger, equals, unsure } = ranks(at, cell, all);
  const odd = windowOf(at, cell)('odd');
  const extra =
    `IF(OR(${cell.fraction}=0,${odd}=0),0,IF(${larger}+${equals}+${unsure}<${odd},1,IF(` +
    `${larger}+${equals}>=${odd},0,"${see}")))`;
  const fen = `(${whole}+${extra})/100`;
  return `${passing(cell, see)}IFERROR(${fen},"${see}")))`;
}

const windowOf =
  (at: Places, cell: OrderCells) =>
  (name: WindowColumn): string =>
    ofWindow(at, cell, name);

/** In fen, with what is below a fen; an error where plain formulas can't tell. */
function exactShare(at: Places, cell: OrderCells, see: string): string {
  const figure = windowOf(at, cell);
  const [paid, sales, earned] = [figure('rebate'), figure('sales'), figure('earned')];
  const nothing = `IF(AND(${paid}=0,${cell.share}=0),0,NA())`;
  const inProportion = (part: string, sum: string): string =>
    `IF(${sum}>0.0001,100*${paid}*${part}/${sum},${nothing})`;
  const whole = `${ofPart(at, cell, 'scheme')}="W"`;
  return (
    `IF(OR(${cell.share}="${see}",ABS(${paid})>${MOST}),NA(),IF(${whole},` +
    `${inProportion(cell.counted, sales)},${inProportion(cell.share, earned)}))`
  );
}

/**
 * Orders of the same component and window that come before this one: with a larger remainder, with
 * the same one and further up, and those that can't be told from it.
 */
function ranks(
  at: Places,
  cell: OrderCells,
  all: OrderRanges,
): Readonly<Record<'larger' | 'equals' | 'unsure', string>> {
  const window = `${all.window},${cell.window}`;
  const near = (column: string): string =>
    `${column},">="&(${cell.fraction}-${NEAR}),${column},"<="&(${cell.fraction}+${NEAR})`;
  const alike = `IF(${windowOf(at, cell)('exact')}=1,">-1E+15",${cell.counted})`;
  const twins = `${all.counted},${alike},${near(all.fraction)}`;
  const { above } = all;
  const sameDay =
    `${above.window},${cell.window},${above.day},">="&INT(${cell.day}),${above.counted},` +
    `${alike},${near(above.fraction)}`;
  return {
    larger: `COUNTIFS(${window},${all.fraction},">"&(${cell.fraction}+${NEAR}))`,
    equals:
      `COUNTIFS(${window},${all.day},"<"&INT(${cell.day}),${twins})+COUNTIFS(${sameDay},` +
      `${above.day},"<"&INT(${cell.day})+1)-1`,
    unsure: `COUNTIFS(${window},${near(all.fraction)})-COUNTIFS(${window},${twins})`,
  };
}
