import { LONGEST_AMOUNT } from '../bounds.ts';
import { type Cell, isFault } from '../sheet.ts';
import { type DecimalMark, waysOf } from './decimal-mark.ts';
import { foldText } from './fold-text.ts';
import { meaningOfFormat } from './number-format.ts';
import { type AmountUnit, UNIT_YUAN, amountAlphabet, readWrittenNumber } from './number-text.ts';
import { pattern } from '../pattern.ts';

interface CountContext {
  /** How many of its pieces a bare number counts, as the header says: 数量(百台). */
  readonly unit?: AmountUnit | undefined;
  readonly format?: string | null | undefined;
  /** How the column writes its decimals; absent: nobody knows. */
  readonly mark?: DecimalMark | undefined;
}

/** What more than one may be in words; 一批 is one. */
const SEVERAL = /\p{Nd}|[二两三四五六七八九十百千万亿]/u;
/** 台, " seats", 套/年: what is counted. Not 百台 or "k users", which say how many. */
const COUNTED = pattern('u')`
  ^(?! ?(?:[百千仟万亿十元圆块]|(?:k|w|mm?|mil|mio|mln|mn|bn?|lac|lakh|crore|hundred|thousand
  |million|dozen)s?(?![a-z])))[\p{L}/. ]*$
`;

/**
 * How many a cell says: 10 · "1,000" · "10台" · １０ · 1.2万. One number where it is clear, all
 * where the marks leave it open, none where nothing is said; `undefined` where something is said
 * and nobody can tell how many.
 */
export function parseCount(
  cell: Cell | undefined,
  { unit, format, mark = 'open' }: CountContext,
): readonly number[] | undefined {
  const factor = Number(UNIT_YUAN[unit ?? 'yuan']);
  if (typeof cell === 'number') {
    const meaning = meaningOfFormat(format);
    return meaning.isDate || meaning.wan !== 'none' ? undefined : [cell * factor];
  }
  if (isFault(cell)) return undefined;
  if (typeof cell !== 'string') return [];
  if (cell.length > LONGEST_AMOUNT) return undefined;
  const text = amountAlphabet(foldText(cell));
  if (!SEVERAL.test(text)) return [];
  const ways = waysOf(withoutCounted(text), mark, true);
  const counts = ('clear' in ways ? [ways.clear] : [ways.comma, ways.point]).flatMap((way) => {
    const written = way === undefined ? undefined : readWrittenNumber(way);
    return written === undefined || written.currency !== undefined || written.unit === 'yuan'
      ? []
      : [written.value.times(UNIT_YUAN[written.unit ?? unit ?? 'yuan']).toNumber()];
  });
  return counts.length === 0 ? undefined : counts;
}

/** "10 台(含备机2台)" → "10". */
function withoutCounted(text: string): string {
  const bracket = text.endsWith(')') ? text.lastIndexOf('(') : 0;
  const said = bracket > 0 ? text.slice(0, bracket).trim() : text;
  let end = said.length;
  while (end > 0 && !/\d/.test(said.charAt(end - 1))) end--;
  return COUNTED.test(said.slice(end)) ? said.slice(0, end) : said;
}
