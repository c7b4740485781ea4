import { LARGEST_ORDER } from '#domain/bounds.ts';
import {
  PART,
  parts,
  type Places,
  rules,
  TOKENS,
  type WindowColumn,
  WINDOWS,
  windowColumn,
  YEAR_ROW,
} from './plain-layout.ts';
import { READY_ROW } from './guards.ts';
import type { WordLists } from './word-block.ts';

/** Cells of an order's row, as formulas of the table write them. */
export interface OrderCells {
  readonly id: string;
  readonly customer: string;
  readonly product: string;
  readonly category: string;
  readonly type: string;
  readonly day: string;
  readonly paid: string;
  readonly status: string;
  readonly remark: string;
  readonly counted: string;
  readonly payer: string;
  readonly running: string;
  readonly window: string;
  readonly share: string;
  readonly fraction: string;
  /** What a person types of an order: empty in a row that is none. */
  readonly typed: string;
}

/** Columns of all orders, and the part of one that reaches from its header to this row. */
export interface OrderRanges {
  readonly id: string;
  readonly paid: string;
  readonly category: string;
  readonly day: string;
  readonly counted: string;
  readonly window: string;
  readonly fraction: string;
  readonly above: Readonly<Record<'category' | 'day' | 'counted' | 'window' | 'fraction', string>>;
}

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
  const isOneOf = (of: string, list: Parameters<WordLists['range']>[0]): string =>
    `ISNUMBER(MATCH(${text(of)},${words.range(list)},0))`;
  const hints = (of: string, list: Parameters<WordLists['range']>[0]): string =>
    `SUMPRODUCT(--ISNUMBER(SEARCH(${words.range(list)},${of}&"")))=0`;
  const names = `${cell.customer}&${cell.product}&${cell.category}`;
  const number =
    `AND(SUMPRODUCT(--ISNUMBER(FIND({0,1,2,3,4,5,6,7,8,9},${cell.id}&"")))>0,LEN(` +
    `${cell.id}&"")<=30,${hints(cell.id, 'totalHints')},ISERROR(FIND("月",${cell.id}&"")),N(` +
    `${cell.id})<1E15)`;
  const twice = (sign: string): string =>
    `COUNTIFS(${all.id},${cell.id},${all.paid},"${sign}0")<=1`;
  const conditions = [
    `OR(${text(cell.status)}="",${isOneOf(cell.status, 'counting')})`,
    `OR(${text(cell.type)}="",${isOneOf(cell.type, 'types')},AND(` +
      `${isOneOf(cell.type, 'refundTypes')},N(${cell.paid})<0))`,
    `ISNUMBER(${cell.day})`,
    `N(${cell.day})>=36526`,
    `N(${cell.day})<73051`,
    `ISNUMBER(${cell.paid})`,
    `ABS(N(${cell.paid}))<=${LARGEST_ORDER / 100}`,
    `ABS(N(${cell.paid})-ROUND(N(${cell.paid}),2))<0.000001`,
    `IF(${text(cell.id)}="",AND(TRIM(${names})<>"",${hints(names, 'totalHints')}),AND(` +
      `${number},${twice('>')},${twice('<')}))`,
    hints(cell.id, 'numberHints'),
    hints(cell.customer, 'customerHints'),
    hints(cell.product, 'ownHints'),
    `NOT(${isOneOf(cell.product, 'ownWords')})`,
    hints(cell.remark, 'remarkHints'),
    `OR(SUMPRODUCT(--(${parts(at, PART.earns, 2 * TOKENS)}=${cell.category}))>0,` +
      `${anyCategory(at, words, cell)})`,
  ];
  return (
    `IF(COUNTA(${cell.typed})=0,"",IF(${isOneOf(cell.status, 'notCounting')},"${not}",IFERROR(` +
    `IF(AND(${conditions.join(',')}),ROUND(${cell.paid},2),"${see}"),"${see}")))`
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
    `IF(NOT(ISNUMBER(${cell.counted})),"",IF(${unsure},"${see}",IF(${hits}=0,"",INDEX(` +
    `${parts(at, PART.name)},${found}))))`
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
