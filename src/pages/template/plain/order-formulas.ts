import { LARGEST_ORDER } from '#domain/bounds.ts';
import {
  PART,
  parts,
  type Places,
  rules,
  SPAN_COLUMN,
  TOKENS,
  type WindowColumn,
  WINDOWS,
  windowColumn,
  YEAR_ROW,
} from './plain-layout.ts';
import { READY_ROW } from './guards.ts';
import type { OrderCells, OrderRanges } from './order-cells.ts';
import { orderNumber } from './order-number.ts';
import type { WordLists } from './word-block.ts';

/** Two years and five, as far as the engine lets a day be alone before and behind it. */
const YEARS_LATE = 2 * 366;
const YEARS_EARLY = 5 * 366;

/**
 * The amount that an order counts with. What is plainly not signed business says so; what only the
 * add-in can judge says that, and then no plain figure is given at all.
 */
export function countedFormula(
  at: Places,
  words: WordLists,
  cell: OrderCells,
  all: OrderRanges,
  not: string,
  see: string,
): string {
  const text = (of: string): string => `TRIM(${of}&"")`;
  const names = `${cell.customer}&${cell.product}&${cell.category}`;
  const conditions = [
    `OR(${text(cell.status)}="",${words.isOneOf('counting', cell.status)})`,
    `OR(${text(cell.type)}="",${words.isOneOf('types', cell.type)},AND(` +
      `${words.isOneOf('refundTypes', cell.type)},N(${cell.paid})<0))`,
    `ISNUMBER(${cell.day})`,
    `N(${cell.day})>=36526`,
    `N(${cell.day})<73051`,
    notFarOff(at, cell, all),
    `ISNUMBER(${cell.paid})`,
    `ABS(N(${cell.paid}))<=${LARGEST_ORDER / 100}`,
    `ABS(N(${cell.paid})-ROUND(N(${cell.paid}),2))<0.000001`,
    `IF(${text(cell.id)}="",AND(TRIM(${names})<>"",${words.lacks('totalHints', `(${names})`)}),` +
      `${orderNumber(words, cell, all)})`,
    words.lacks('customerHints', cell.customer),
    words.lacks('offHints', cell.product),
    words.lacks('ownHints', cell.product),
    `NOT(${words.isOneOf('ownWords', cell.product)})`,
    words.lacks('remarkHints', cell.remark),
    `OR(SUMPRODUCT(--(${parts(at, PART.earns, 2 * TOKENS)}=${cell.category}))>0,` +
      `${anyCategory(at, words, cell)})`,
  ];
  // The engine counts money that is still being given back.
  const underWay =
    `AND(${words.isOneOf('notYet', cell.status)},OR(${words.isOneOf('refundTypes', cell.type)},` +
    `N(${cell.paid})<0))`;
  return (
    `IF(COUNTA(${cell.typed})=0,"",IF(${words.isOneOf('notCounting', cell.status)},IF(` +
    `${underWay},"${see}","${not}"),` +
    `IFERROR(IF(AND(${conditions.join(',')}),ROUND(${cell.paid},2),"${see}"),"${see}")))`
  );
}

/**
 * A day years away from all others may be a slip, and would move the year that is worked out. As
 * long as all days are near each other nothing is looked up.
 */
function notFarOff(at: Places, { day }: OrderCells, { day: days }: OrderRanges): string {
  const own = `INT(N(${day}))`;
  return (
    `IF(${at.cell(YEAR_ROW, SPAN_COLUMN)}<=${YEARS_LATE},TRUE,AND(OR(COUNTIFS(${days},"<"&(` +
    `${own}-${YEARS_LATE}))=0,COUNTIFS(${days},">="&(${own}-${YEARS_LATE}),${days},"<"&${own})` +
    `>0),OR(COUNTIFS(${days},">="&(${own}+${YEARS_EARLY + 1}))=0,COUNTIFS(${days},">="&(${own}` +
    `+1),${days},"<"&(${own}+${YEARS_EARLY + 1}))>0)))`
  );
}

/** A policy that tells no categories apart pays any that is not the reseller's own. */
const anyCategory = (at: Places, words: WordLists, cell: OrderCells): string =>
  `AND(${cell.category}<>"",SUM(${parts(at, PART.allEarn)})+SUM(` +
  `${parts(at, PART.allCount)})=2*COUNTIF(${parts(at, PART.number)},">0"),ISNA(MATCH(TRIM(` +
  `${cell.category}&""),${words.range('ownWords')},0)),SUMPRODUCT(--ISNUMBER(FIND({"+","/","、` +
  `",",","，","&","和"},${cell.category}&"")))=0)`;

/**
 * The component that pays an order, by name. None for a category that nobody pays; orders of
 * another year than the one that is worked out, and those that several components pay, need the
 * add-in.
 */
export function payerFormula(at: Places, cell: OrderCells, see: string): string {
  const block = parts(at, PART.earns, TOKENS);
  const numbers = parts(at, PART.number);
  const all = parts(at, PART.allEarn);
  const hits = `SUMPRODUCT(--(${block}=${cell.category}))+SUM(${all})`;
  const found = `SUMPRODUCT((${block}=${cell.category})*${numbers})+SUMPRODUCT(${all}*${numbers})`;
  const unsure =
    `OR(${at.cell(READY_ROW, 2)}=0,YEAR(${cell.day})<>${at.cell(YEAR_ROW, 2)},` + `${hits}>1)`;
  return (
    `IF(${cell.counted}="${see}","${see}",IF(NOT(ISNUMBER(${cell.counted})),"",IF(${unsure},` +
    `"${see}",IF(${hits}=0,"",INDEX(${parts(at, PART.name)},${found})))))`
  );
}

/**
 * Component and window that an order falls into as one number: 23 is the third window of the second
 * component. Components and windows both have one digit.
 */
export function windowFormula(at: Places, { payer, day }: OrderCells, see: string): string {
  const component = `MATCH(${payer},${parts(at, PART.name)},0)`;
  const windows = `INDEX(${parts(at, PART.windows)},${component})`;
  return (
    `IF(${payer}="${see}","${see}",IF(${payer}="","",10*${component}+1+INT((MONTH(` +
    `${day})-1)*${windows}/12)))`
  );
}

/** A clause of the component that pays the order. */
export const ofPart = (at: Places, { window }: OrderCells, column: keyof typeof PART): string =>
  `INDEX(${parts(at, PART[column])},INT(${window}/10))`;

/** A figure of the window that the order falls into. */
export const ofWindow = (at: Places, { window }: OrderCells, name: WindowColumn): string =>
  `INDEX(${parts(at, windowColumn(name, 1), WINDOWS)},INT(${window}/10),MOD(${window},10))`;

/**
 * The sales that set an order's tier. Whole: all of its window. Marginal: those up to and with it,
 * orders of its day in the order of the rows.
 */
export function runningFormula(
  at: Places,
  cell: OrderCells,
  all: OrderRanges,
  see: string,
): string {
  const part = (column: keyof typeof PART): string => ofPart(at, cell, column);
  const names = `INDEX(${parts(at, PART.counts, TOKENS)},INT(${cell.window}/10),0)`;
  const from = ofWindow(at, cell, 'from');
  const sums = (amount: string, category: string, days: string): string =>
    `IF(${part('allCount')}=1,SUMIFS(${amount},${days}),SUMPRODUCT(SUMIFS(${amount},` +
    `${category},${names},${days})))`;
  const before = sums(
    all.counted,
    all.category,
    `${all.day},">="&${from},${all.day},"<"&INT(${cell.day})`,
  );
  const same = sums(
    all.above.counted,
    all.above.category,
    `${all.above.day},">="&INT(${cell.day}),${all.above.day},"<"&INT(${cell.day})+1`,
  );
  const whole = ofWindow(at, cell, 'tierSales');
  return `${passing(cell, see)}IF(${part('scheme')}="W",${whole},ROUND(${before}+${same},2))))`;
}

/** The tier an order is paid at. */
export function tierFormula(at: Places, cell: OrderCells, see: string): string {
  const mine = `(${rules(at, 'number')}=INT(${cell.window}/10))`;
  const bounds = `ROUND(${rules(at, 'threshold')}*${ofPart(at, cell, 'divisor')},4)`;
  const atEdge = `(${ofPart(at, cell, 'edge')}="at")`;
  const reached =
    `SUMPRODUCT(${mine}*(${bounds}<${cell.running}))+IF(${atEdge},SUMPRODUCT(${mine}*(` +
    `${bounds}=${cell.running})),0)`;
  return `${passing(cell, see)}${reached}))`;
}

/** What an order earns by itself, in yuan, before bonus and rounding. */
export function shareFormula(at: Places, cell: OrderCells, see: string): string {
  const part = (column: keyof typeof PART): string => ofPart(at, cell, column);
  const net = `${cell.counted}/${part('divisor')}`;
  const rate = ofWindow(at, cell, 'rate');
  const mine = `(${rules(at, 'number')}=INT(${cell.window}/10))`;
  const bounds = `ROUND(${rules(at, 'threshold')}*${part('divisor')},4)`;
  const counts =
    `IF(${part('allCount')}=1,1,SUMPRODUCT(--(INDEX(${parts(at, PART.counts, TOKENS)},INT(` +
    `${cell.window}/10),0)=${cell.category})))`;
  const schedule = (sales: string): string =>
    `SUMPRODUCT(${mine}*(${sales}>${bounds})*(${sales}-${bounds})*${rules(at, 'step')})`;
  const start = `ROUND(${cell.running}-${cell.counted},2)`;
  const standing =
    `SUMPRODUCT(${mine}*((${bounds}<${cell.running})+(${bounds}=${cell.running})*(` +
    `${part('edge')}="at"))*${rules(at, 'step')})`;
  const marginal =
    `IF(OR(${counts}=0,${cell.counted}=0),${net}*${standing},${net}*(` +
    `${schedule(cell.running)}-${schedule(start)})/${cell.counted})`;
  return `${passing(cell, see)}IF(${part('scheme')}="W",${net}*${rate},${marginal})))`;
}

/** Rows that no component pays have no figure, and what needs the add-in says so to the end. */
export const passing = ({ payer, counted }: OrderCells, see: string): string =>
  `IF(${payer}="${see}","${see}",IF(${payer}="",IF(ISNUMBER(${counted}),0,""),`;
