import { foldKey } from './fold-text.ts';

/** A quarter or a half of a year as people write it. */
export interface WrittenPart {
  readonly year: number;
  /** 1-based, of the year: second quarter, first half. */
  readonly part: number;
  readonly months: 3 | 6;
  /** FY, 财年: a year that may begin in April. */
  readonly isFiscal: boolean;
}

const YEAR = '(fy|财年|财政年度)?(\\d{4}|\\d{2})(财年|财政年度|年度|年)?';
const YEAR_FIRST = new RegExp(
  `^${YEAR}[-/._]?(?:第?([1-4一二三四])季度?|q([1-4])|(上|下)半年|h([12]))$`,
);
const YEAR_LAST = new RegExp(`^(?:q([1-4])|h([12]))[-/._,]?${YEAR}$`);
const NUMERALS = '一二三四';

/** 2025Q4 · FY2025Q4 · 25Q1 · 2025年第四季度 · Q4 2025 · 2025H1 · 2025年上半年. */
export function readYearPart(text: string): WrittenPart | undefined {
  const key = foldKey(text).replace(/['’]/g, '');
  if (key.length > 20) return undefined;
  const first = YEAR_FIRST.exec(key);
  if (first) {
    const [, before, year, after, named, quarter, half, h] = first;
    return partOf({ year, isFiscal: isFiscal(before, after) }, named ?? quarter, half ?? h);
  }
  const last = YEAR_LAST.exec(key);
  if (!last) return undefined;
  const [, quarter, half, before, year, after] = last;
  return partOf({ year, isFiscal: isFiscal(before, after) }, quarter, half);
}

const isFiscal = (before: string | undefined, after: string | undefined): boolean =>
  before !== undefined || after === '财年' || after === '财政年度';

function partOf(
  {
    year = '',
    isFiscal: fiscal,
  }: { readonly year: string | undefined; readonly isFiscal: boolean },
  quarter: string | undefined,
  half: string | undefined,
): WrittenPart {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  if (quarter !== undefined) {
    const numeral = NUMERALS.indexOf(quarter);
    const part = numeral >= 0 ? numeral + 1 : Number(quarter);
    return { year: full, part, months: 3, isFiscal: fiscal };
  }
  const part = half === '上' ? 1 : half === '下' ? 2 : Number(half);
  return { year: full, part, months: 6, isFiscal: fiscal };
}
