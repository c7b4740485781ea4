import { itemAt } from '#domain/columns.ts';
import { here, NO_NAME, type Worked, worked } from './plain-cells.ts';
import {
  type Carried,
  COMPONENTS_ROW,
  PART,
  type Places,
  FRACTION,
  rules as rulesOf,
  parts as partsOf,
  TOKENS,
  WINDOWS,
  windowColumn,
  YEAR_ROW,
} from './plain-layout.ts';
import type { SampleRule } from './rule-block.ts';
import type { WordLists } from './word-block.ts';

/** Whole columns of the order table, and what the sample sells. */
export interface OrderColumns {
  readonly counted: string;
  readonly category: string;
  readonly day: string;
  readonly share: string;
  readonly fraction: string;
  readonly sales: (category?: string) => number;
  /** Odd fen that a component of the sample gives to its largest remainders. */
  readonly odd: (category?: string) => number;
}

/** 2025-01-01 as a serial number, for the sample. */
export interface SampleYear {
  readonly year: number;
  readonly from: number;
  readonly next: number;
}

/** One row a component: its clauses as codes, its categories as names, its windows of the year. */
export function partRow(
  number: number,
  at: Places,
  words: WordLists,
  orders: OrderColumns,
  sample: readonly SampleRule[],
  year: SampleYear,
): Worked[] {
  const own = sample.filter((rule) => rule.number === number);
  return [
    ...clauses(number, at, words, own),
    ...names(number, 'categoryList', 'allEarn', own, 'categories'),
    ...names(number, 'countList', 'allCount', own, 'counts'),
    ...byFigure(
      Array.from({ length: WINDOWS }, (_, index) =>
        windowCells(number, index + 1, at, orders, own, year),
      ),
    ),
    totalCell(number, own, orders),
  ];
}

/** The windows' figures, figure by figure. */
const byFigure = (windows: readonly (readonly Worked[])[]): Worked[] =>
  (windows[0] ?? []).flatMap((_, figure) => windows.map((cells) => itemAt(cells, figure)));

const rowOf = (number: number): number => COMPONENTS_ROW + number;
const cellIn = (number: number, column: number): string => here(rowOf(number), column);

function clauses(
  number: number,
  at: Places,
  words: WordLists,
  own: readonly SampleRule[],
): Worked[] {
  const cell = (column: keyof typeof PART): string => cellIn(number, PART[column]);
  const said = (field: Carried): string => `INDEX(${rulesOf(at, field)},${cell('lastRule')})`;
  const none = `${cell('name')}=""`;
  const numbers = rulesOf(at, 'number');
  const exists = own.length > 0;
  const last = own.at(-1);
  const list = (field: 'categories' | 'counts'): string => {
    const plain = ['，', ',', '；', ';', '/', '|', '／'].reduce(
      (text, mark) => `SUBSTITUTE(${text},"${mark}","、")`,
      `${said(field)}&""`,
    );
    return `IF(${none},"",SUBSTITUTE(SUBSTITUTE(${plain}," ",""),"　",""))`;
  };
  const listed = (field: 'categories' | 'counts'): string =>
    String(last?.carried[field] ?? '').replaceAll(/, ?/g, '、');
  const tokens = at.block(rowOf(number), PART.earns, 1, TOKENS);
  const grid = partsOf(at, PART.earns, TOKENS);
  const counted = at.block(rowOf(number), PART.counts, 1, TOKENS);
  return [
    worked(
      `IFERROR(INDEX(${rulesOf(at, 'component')},MATCH(${number},${numbers},0)),"")`,
      last?.component ?? '',
    ),
    worked(
      `IF(${none},1,MATCH(${number},${numbers},0)+COUNTIF(${numbers},${number})-1)`,
      exists ? number * own.length : 1,
    ),
    worked(`IF(${none},0,${number})`, exists ? number : 0),
    worked(`IF(${none},"",${words.code('scheme', said('scheme'), '"W"')})`, exists ? 'W' : ''),
    worked(`IF(${none},"",${words.code('edge', said('edge'), '"at"')})`, exists ? 'at' : ''),
    worked(`IF(${none},0,N(${words.code('accumulate', said('accumulate'), '1')}))`, exists ? 1 : 0),
    worked(
      `IF(${none},0,IF(${words.code('base', said('base'), '"gross"')}="gross",1,IF(` +
        `${words.code('base', said('base'), '""')}<>"net",0,IF(${said('taxRate')}&""="",` +
        `1.06,IF(ISNUMBER(${said('taxRate')}),1+${said('taxRate')},0)))))`,
      exists ? 1 : 0,
    ),
    worked(`IF(${none},"",${words.code('rounding', said('rounding'), '"R"')})`, exists ? 'R' : ''),
    worked(list('categories'), listed('categories')),
    worked(list('counts'), listed('counts')),
    worked(allOf(none, cell('categoryList'), words), 0),
    worked(allOf(none, cell('countList'), words), 0),
    worked(
      `IF(${none},0,IF(${cell('allEarn')}+${cell('allCount')}>0,IF(` +
        `${cell('allEarn')}+${cell('allCount')}=2,1,0),IF(SUMPRODUCT(--ISNA(MATCH(${tokens},` +
        `${counted},0)))+SUMPRODUCT(--ISNA(MATCH(${counted},${tokens},0)))=0,1,0)))`,
      0,
    ),
    worked(
      `IF(${none},0,IF(OR(AND(${cell('allEarn')}=1,MAX(${numbers})>1),SUM(` +
        `${partsOf(at, PART.allEarn)})>${cell('allEarn')},SUMPRODUCT((` +
        `${tokens}<>"${NO_NAME}")*COUNTIF(${grid},${tokens}))>SUMPRODUCT(--(` +
        `${tokens}<>"${NO_NAME}"))),1,0))`,
      0,
    ),
    worked(fineFormula(number, at, words, said), exists ? 1 : 0),
  ];
}

const allOf = (none: string, list: string, words: WordLists): string =>
  `IF(${none},0,IF(OR(${list}="",ISNUMBER(MATCH(${list},${words.range('all')},0))),1,0))`;

/** Weights, and words and brackets that name an example of a category, or what is not in it. */
const NO_NAMES = [
  ...['×', '~*', '✕', '~?', '~~', '<', '>', '=', '%', '(', '（', '[', '【', '如', '包括', '包含'],
  ...['除', '不含', '排除', '剔除', 'suchas', 'includ', 'example', 'except', 'exclud'],
]
  .map((sign) => `"${sign}"`)
  .join(',');

/** Whether every clause of the component is one that plain formulas can follow. */
function fineFormula(
  number: number,
  at: Places,
  words: WordLists,
  said: (field: Carried) => string,
): string {
  const cell = (column: keyof typeof PART): string => cellIn(number, PART[column]);
  const year = at.cell(YEAR_ROW, 2);
  const lists = [cell('categoryList'), cell('countList')];
  const names = [PART.earns, PART.counts].map((column) =>
    at.block(rowOf(number), column, 1, TOKENS),
  );
  const conditions = [
    `${cell('scheme')}<>""`,
    `${cell('edge')}<>""`,
    `${cell('windows')}>0`,
    `${cell('divisor')}>0`,
    `${cell('rounding')}<>""`,
    `${words.code('stack', said('stack'), '1')}&""="1"`,
    `${words.code('refund', said('refund'), '1')}&""="1"`,
    `OR(AND(${cell('scheme')}="M",${words.code('trueUp', said('trueUp'), '1')}<>""),` +
      `${words.code('trueUp', said('trueUp'), '1')}&""="1")`,
    `${words.code('pay', said('pay'), '1')}<>""`,
    `OR(${said('taxRate')}&""="",AND(ISNUMBER(${said('taxRate')}),N(${said('taxRate')})>=0,N(` +
      `${said('taxRate')})<=1))`,
    `OR(${said('yearStart')}&""="",${said('yearStart')}&""="1")`,
    `OR(${said('from')}&""="",AND(ISNUMBER(${said('from')}),N(${said('from')})<=DATE(` +
      `${year},1,1)))`,
    `OR(${said('to')}&""="",AND(ISNUMBER(${said('to')}),N(${said('to')})>=DATE(${year},12,31)))`,
    ...lists.map((list) => `LEN(${list})-LEN(SUBSTITUTE(${list},"、",""))<${TOKENS}`),
    ...lists.map((list) => `SUMPRODUCT(--ISNUMBER(SEARCH({${NO_NAMES}},${list})))=0`),
    ...names.map(
      (block) =>
        `SUMPRODUCT(--ISNUMBER(FIND(RIGHT(${block},1),"0123456789")))+SUMPRODUCT(COUNTIF(` +
        `${words.range('all')},${block}))=0`,
    ),
    ...names.map(
      (block) =>
        `SUMPRODUCT((${block}<>"${NO_NAME}")*COUNTIF(${block},${block}))=SUMPRODUCT(--(` +
        `${block}<>"${NO_NAME}"))`,
    ),
    `NOT(AND(${cell('scheme')}="M",${cell('same')}=0,${cell('shared')}=1))`,
    `OR(${cell('scheme')}="W",SUMPRODUCT((${rulesOf(at, 'number')}=${cell('number')})*(` +
      `ROUND(${rulesOf(at, 'rate')},4)<>${rulesOf(at, 'rate')}))+(ROUND(${cell('divisor')},` +
      `4)<>${cell('divisor')})=0)`,
  ];
  return `IF(${cell('name')}="",0,IFERROR(IF(AND(${conditions.join(',')}),1,0),0))`;
}

/** The names of a list, one a cell; cells beyond it hold what no category is called. */
function names(
  number: number,
  list: 'categoryList' | 'countList',
  all: 'allEarn' | 'allCount',
  own: readonly SampleRule[],
  field: 'categories' | 'counts',
): Worked[] {
  const text = cellIn(number, PART[list]);
  const sample = String(own.at(-1)?.carried[field] ?? '')
    .split(/, ?/)
    .filter(Boolean);
  return Array.from({ length: TOKENS }, (_, index) => {
    const piece = `TRIM(MID(SUBSTITUTE(${text},"、",REPT(" ",99)),${99 * index + 1},99))`;
    return worked(
      `IF(OR(${cellIn(number, PART.name)}="",${cellIn(number, PART[all])}=1),"${NO_NAME}",` +
        `IF(${piece}="","${NO_NAME}",${piece}))`,
      sample[index] ?? NO_NAME,
    );
  });
}

function windowCells(
  number: number,
  window: number,
  at: Places,
  orders: OrderColumns,
  own: readonly SampleRule[],
  year: SampleYear,
): Worked[] {
  const cell = (column: keyof typeof PART): string => cellIn(number, PART[column]);
  const part = (name: Parameters<typeof windowColumn>[0]): string =>
    cellIn(number, windowColumn(name, window));
  const open = `${cell('windows')}>=${window}`;
  const days = `${orders.day},">="&${part('from')},${orders.day},"<"&${part('next')}`;
  const sum = (column: string, all: string, block: number): string =>
    `IF(${all}=1,SUMIFS(${column},${days}),SUMPRODUCT(SUMIFS(${column},${orders.category},` +
    `${at.block(rowOf(number), block, 1, TOKENS)},${days})))`;
  const month = (offset: number): string =>
    `DATE(${at.cell(YEAR_ROW, 2)},${offset}*12/${cell('windows')}+1,1)`;
  const mine = `(${rulesOf(at, 'number')}=${number})`;
  const bounds = `ROUND(${rulesOf(at, 'threshold')}*${cell('divisor')},4)`;
  const has = own.length > 0 && window === 1;
  const facts = sampleWindow(own, orders);
  const blank = (value: number): number => (has ? value : 0);
  return [
    worked(`IF(${open},${month(window - 1)},0)`, blank(year.from)),
    worked(`IF(${open},${month(window)},0)`, blank(year.next)),
    worked(
      `IF(${open},ROUND(${sum(orders.counted, cell('allCount'), PART.counts)},2),0)`,
      blank(facts.tierSales),
    ),
    worked(
      `IF(${open},ROUND(${sum(orders.counted, cell('allEarn'), PART.earns)},2),0)`,
      blank(facts.sales),
    ),
    worked(
      `IF(${open},SUMPRODUCT(${mine}*IF(${cell('edge')}="at",1,0)*(` +
        `${bounds}<=${part('tierSales')}))+SUMPRODUCT(${mine}*IF(${cell('edge')}="at",0,1)*(` +
        `${bounds}<${part('tierSales')})),0)`,
      blank(facts.tier),
    ),
    worked(
      `IF(${open},SUMPRODUCT(${mine}*(` +
        `${rulesOf(at, 'tier')}=${part('tier')})*${rulesOf(at, 'rate')}),0)`,
      blank(facts.rate),
    ),
    worked(rebateFormula(at, orders, { open, mine, bounds, part, cell, sum }), blank(facts.rebate)),
    worked(
      `IF(AND(${open},${cell('fine')}=1),${sum(orders.share, cell('allEarn'), PART.earns)},0)`,
      blank(facts.earned),
    ),
    worked(
      `IF(AND(${open},${cell('fine')}=1),ROUND(` +
        `${sum(orders.fraction, cell('allEarn'), PART.earns)}/${FRACTION},0),0)`,
      blank(orders.odd(own[0]?.component)),
    ),
    // Nothing was rounded, and rates are so coarse that remainders nearly alike are alike.
    worked(
      `IF(AND(${open},ABS(${part('rebate')}-${part('earned')})<0.0000001,ROUND(` +
        `${part('rate')},4)=${part('rate')},ROUND(${cell('divisor')},4)=${cell('divisor')}),1,0)`,
      blank(Math.abs(facts.rebate - facts.earned) < 1e-7 ? 1 : 0),
    ),
  ];
}

interface WindowTerms {
  readonly open: string;
  readonly mine: string;
  readonly bounds: string;
  readonly part: (name: Parameters<typeof windowColumn>[0]) => string;
  readonly cell: (column: keyof typeof PART) => string;
  readonly sum: (column: string, all: string, block: number) => string;
}

/** Whole: all sales at the tier's rate. Marginal: tier by tier, or the orders' own parts added. */
function rebateFormula(
  at: Places,
  orders: OrderColumns,
  { open, mine, bounds, part, cell, sum }: WindowTerms,
): string {
  const tiers = rulesOf(at, 'tier');
  const bonuses = rulesOf(at, 'bonus');
  const whole =
    `${part('sales')}/${cell('divisor')}*${part('rate')}+SUMPRODUCT(${mine}*(` +
    `${tiers}=${part('tier')})*${bonuses})`;
  const stepwise =
    `SUMPRODUCT(${mine}*(${part('tierSales')}>${bounds})*(` +
    `${part('tierSales')}-${bounds})*${rulesOf(at, 'step')})/${cell('divisor')}`;
  const added = sum(orders.share, cell('allEarn'), PART.earns);
  const marginal =
    `IF(${cell('same')}=1,${stepwise},${added})+SUMPRODUCT(${mine}*(` +
    `${tiers}<=${part('tier')})*${bonuses})`;
  const exact = `ROUND(IF(${cell('scheme')}="W",${whole},${marginal}),8)`;
  return (
    `IF(AND(${open},${cell('fine')}=1),IF(${cell('rounding')}="T",ROUNDDOWN(${exact},2),ROUND(` +
    `${exact},2)),0)`
  );
}

function totalCell(number: number, own: readonly SampleRule[], orders: OrderColumns): Worked {
  const cells = Array.from({ length: WINDOWS }, (_, index) =>
    cellIn(number, windowColumn('rebate', index + 1)),
  );
  return worked(
    `ROUND(${cells.join('+')},2)`,
    own.length > 0 ? sampleWindow(own, orders).rebate : 0,
  );
}

/** The one window that the sample's components have: the year, whole, at. */
function sampleWindow(own: readonly SampleRule[], orders: OrderColumns) {
  const tierSales = orders.sales();
  const sales = orders.sales(own[0]?.component);
  const reached = own.filter(({ threshold }) => threshold <= tierSales);
  const rate = reached.at(-1)?.rate ?? 0;
  return {
    tierSales,
    sales,
    tier: reached.length,
    rate,
    earned: sales * rate,
    rebate: Number((sales * rate).toFixed(2)),
  };
}
