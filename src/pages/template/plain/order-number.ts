import type { OrderCells, OrderRanges } from './order-cells.ts';
import type { WordLists } from './word-block.ts';

/** Longest number that the formulas look through. */
const LONGEST = 30;
/** Numbers keep this many figures in a spreadsheet. */
const KEPT_FIGURES = 15;
/** Other signs are folded away by the engine, so that numbers may agree that look different. */
const PLAIN_SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_/.';
const SEPARATORS = '-_/.#';

/**
 * Whether a text is the number of one order of its own: once in the table, spelled so that nothing
 * else can mean the same, not damaged by Excel, without a word about the row in it, and no part of
 * an order that stands in the table as well.
 */
export function orderNumber(
  words: WordLists,
  { id, paid }: Pick<OrderCells, 'id' | 'paid'>,
  all: OrderRanges,
): string {
  const text = `${id}&""`;
  const places = `{${Array.from({ length: LONGEST }, (_, at) => at + 1).join(',')}}`;
  const sign = `MID(${id}&REPT("0",${LONGEST}),${places},1)`;
  const once = (with_: string): string => `COUNTIFS(${all.id},${id},${all.paid},"${with_}0")<=1`;
  return `AND(${[
    `SUMPRODUCT(--ISNUMBER(FIND({0,1,2,3,4,5,6,7,8,9},${text})))>0`,
    `LEN(${text})<=${LONGEST}`,
    `SUMPRODUCT(ISNUMBER(FIND(${sign},"${PLAIN_SIGNS}"))+(_xlfn.UNICODE(${sign})>=19968)*(` +
      `_xlfn.UNICODE(${sign})<=40959))=${LONGEST}`,
    words.lacks('totalHints', id),
    words.lacks('numberHints', id),
    `ISERROR(FIND("月",${text}))`,
    `N(${id})<1E15`,
    `NOT(AND(ISNUMBER(SEARCH("e",${text})),ISNUMBER(VALUE(${text}))))`,
    `NOT(IFERROR(VALUE(MID(${text},${KEPT_FIGURES + 1},${LONGEST}))=0,FALSE))`,
    `RIGHT(${text},2)<>".0"`,
    notGivenBack(words, id, all),
    once('>'),
    once('<'),
    notOfWhole(id, paid, all),
  ].join(',')})`;
}

/** RMA-1001, CN2002, A1001-T: perhaps the number of a credit note. */
function notGivenBack(words: WordLists, id: string, all: OrderRanges): string {
  const begins = (list: 'refundBeginnings' | 'sharedBeginnings'): string =>
    `SUMPRODUCT((LEFT(${id},LEN(${words.range(list)}))=${words.range(list)})*ISNUMBER(FIND(MID(` +
    `${id},LEN(${words.range(list)})+1,1),"-_#/0123456789")))=0`;
  const endings = words.range('refundEndings');
  const ends = [0, 1, 2].map((figures) => {
    const last = `RIGHT(REPT(" ",9)&${id},LEN(${endings})+${figures})`;
    return `(LEFT(${last},LEN(${endings}))=${endings})`;
  });
  return (
    `${begins('refundBeginnings')},OR(${begins('sharedBeginnings')},COUNTIF(${all.id},LEFT(${id},` +
    `2)&"*")=COUNTA(${all.id})-1),SUMPRODUCT(${ends.join('+')})=0`
  );
}

/**
 * A1-1 and A1-2 beside A1 that comes to no more than they do together would be counted twice:
 * whether they are its parts is for the add-in to ask. Looked up only where a number ends as parts
 * do and what stands before that ending is a number of the table.
 */
function notOfWhole(id: string, paid: string, all: OrderRanges): string {
  const marks = `{${[...SEPARATORS].map((mark) => `"${mark}"`).join(',')}}`;
  const isApart = (stem: string): string => {
    const parts = `${stem}&${marks}&"?*",${all.paid},">0"`;
    return (
      `OR(COUNTIFS(${all.id},${stem},${all.paid},">0")=0,SUMPRODUCT(COUNTIFS(${all.id},` +
      `${parts}))<2,ROUND(SUMPRODUCT(SUMIFS(${all.paid},${all.id},${parts}))-SUMIFS(` +
      `${all.paid},${all.id},${stem}),2)<0)`
    );
  };
  return [1, 2, 3].reduceRight((otherwise, ending) => {
    const mark = `MID(${id},LEN(${id})-${ending},1)`;
    return (
      `IF(IFERROR(FIND(${mark},"${SEPARATORS}"),0)*(LEN(${id})>${ending + 1})*(N(${paid})>0),` +
      `${isApart(`LEFT(${id},LEN(${id})-${ending + 1})`)},${otherwise})`
    );
  }, 'TRUE');
}
