import type { Language } from '#domain/language.ts';

/** What a chart's figures are counted in, and how they are written. */
export interface ChartScale {
  /** Yuan. */
  readonly unit: number;
  /** Which of the language's two names the unit has. */
  readonly name: 0 | 1;
  readonly numberFormat: string;
}

/** By language: the unit of a chart, the next larger one, and the yuan from which it is used. */
const UNITS: Readonly<Record<Language, readonly [small: number, large: number, from: number]>> = {
  'zh-CN': [10_000, 100_000_000, 1_000_000_000],
  'en-US': [1_000, 1_000_000, 10_000_000],
};
/** Units from which a decimal no longer matters. */
const WHOLE = 100;

/** @param yuan - what the chart draws */
export function chartScale(yuan: readonly number[], language: Language): ChartScale {
  const [small, large, from] = UNITS[language];
  const most = Math.max(0, ...yuan.map(Math.abs));
  const unit = most >= from ? large : small;
  return {
    unit,
    name: unit === large ? 1 : 0,
    numberFormat: most / unit >= WHOLE ? '#,##0' : '#,##0.0',
  };
}

/** A figure in the unit, to two places. */
export const scaled = (yuan: number, { unit }: ChartScale): number =>
  Math.round((yuan / unit) * 100) / 100;

/** Share of the longest column below which nothing is seen. */
const UNSEEN = 0.02;

/**
 * Where the axis of columns begins: at zero, so that a column is as long as its figure. Programs
 * see to that themselves where some columns point down.
 */
export const axisFrom = (sums: readonly number[]): { readonly least?: 0 } =>
  Math.min(0, ...sums) < -UNSEEN * Math.max(0, ...sums) ? {} : { least: 0 };
