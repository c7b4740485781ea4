import { Decimal } from '../money/decimal.ts';
import type { Cell } from '../sheet.ts';
import { rateWithNumerals } from './chinese-numerals.ts';
import { foldKey } from './fold-text.ts';

type RateReading =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'rate';
      /** 0.06 for 6%. */
      readonly rate: Decimal;
      /** `floor`: 12%+ or ≥12%; `about`: 近12%. */
      readonly mark: 'exact' | 'floor' | 'about';
      /**
       * `percent`: a % or 个点 is written; `fraction`: a bare number up to 1; `bare`: 7, which only
       * a recorded rate may mean as 7 %.
       */
      readonly written: 'percent' | 'fraction' | 'bare';
    }
  | { readonly kind: 'range'; readonly from: Decimal; readonly to: Decimal }
  | { readonly kind: 'not-a-rate' };

const NUMBER = '(\\d+(?:\\.\\d+)?|\\.\\d+)';
const RATE = new RegExp(
  `^(>=|≥|不低于|不少于|至少|atleast|from)?(近|约|大约|接近|about|approx\\.?|~)?([-+])?${NUMBER}(` +
    `%|‰|‱|个百分点|百分点|个点|点|percent|points?|pts?)?(\\+|起|以上|及以上)?(左右)?$`,
);
const RANGE = new RegExp(`^${NUMBER}(%|个点)?[-~至到–—]${NUMBER}(%|个点)$`);

/**
 * A rate as people write it: 6% · ６％ · 0.06 · 7 · 4个点 · 12%+ · 近12% · 6%-8% · 百分之五 ·
 * 千分之八.
 *
 * A bare number above 1 is read as percent and marked `bare`; a bare 1 says neither 1 % nor 100 %
 * and is no rate.
 */
export function parseRate(cell: Cell | undefined): RateReading {
  if (cell === null || cell === undefined || cell === '') return { kind: 'empty' };
  if (typeof cell === 'number')
    return Number.isFinite(cell)
      ? bareRate(new Decimal(Number(cell.toPrecision(15))), 'exact')
      : { kind: 'not-a-rate' };
  if (typeof cell !== 'string') return { kind: 'not-a-rate' };
  const text = foldKey(cell).replace(/[\u2010-\u2015\u2212]/g, '-');
  if (text === '' || /^[-/]+$/.test(text)) return { kind: 'empty' };
  return fromRange(text) ?? fromSingle(rateWithNumerals(text));
}

function fromSingle(text: string): RateReading {
  const match = RATE.exec(text);
  if (!match) return { kind: 'not-a-rate' };
  const [, atLeast, near, sign, digits = '', unit, plus, around] = match;
  const mark = (atLeast ?? plus) ? 'floor' : (near ?? around) ? 'about' : 'exact';
  const value = new Decimal(digits).times(sign === '-' ? -1 : 1);
  if (unit === undefined) return bareRate(value, mark);
  return {
    kind: 'rate',
    rate: value.div(unit === '‱' ? 10000 : unit === '‰' ? 1000 : 100),
    mark,
    written: 'percent',
  };
}

function fromRange(text: string): RateReading | undefined {
  const match = RANGE.exec(text);
  if (!match) return undefined;
  const [from, to] = [new Decimal(match[1] ?? 0).div(100), new Decimal(match[3] ?? 0).div(100)];
  return from.lte(to) ? { kind: 'range', from, to } : { kind: 'not-a-rate' };
}

function bareRate(value: Decimal, mark: 'exact' | 'floor' | 'about'): RateReading {
  if (value.abs().lt(1)) return { kind: 'rate', rate: value, mark, written: 'fraction' };
  if (value.abs().eq(1) || value.abs().gt(100)) return { kind: 'not-a-rate' };
  return { kind: 'rate', rate: value.div(100), mark, written: 'bare' };
}
