import { isoDate, type LocalDate } from '#domain/calendar/local-date.ts';
import type { Decimal } from '#domain/money/decimal.ts';
import { type Fen, yuanText } from '#domain/money/fen.ts';

/**
 * Figures read the same in both languages: ¥ in front, commas, two places, a minus sign for what is
 * owed back.
 */
export function yuan(amount: Fen): string {
  const text = yuanText(amount);
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', cents = ''] = text.replace('-', '').split('.');
  return `${sign}¥${grouped(whole)}.${cents}`;
}

/** A count, or whole digits, with a comma between thousands. */
export const grouped = (digits: number | string): string =>
  String(digits).replace(/\B(?=(\d{3})+$)/g, ',');

/** "6%", "12%+" for a rate that the policy gives as a floor. */
export const percent = (rate: Decimal, isFloor = false): string =>
  `${rate.times(100).toDecimalPlaces(4).toString()}%${isFloor ? '+' : ''}`;

/** A chance in whole per cent; a small one does not read as none, nor a large one as certain. */
export function chance(share: Decimal): string {
  if (share.gt(0) && share.lt('0.001')) return '<0.1%';
  if (share.lt(1) && share.gt('0.999')) return '>99.9%';
  const small = share.lt('0.01') || share.gt('0.99');
  return `${share
    .times(100)
    .toDecimalPlaces(small ? 1 : 0)
    .toString()}%`;
}

/** A threshold as the trade writes it: 500 万 where it comes out even, otherwise yuan. */
export function threshold(amount: Fen, language: 'zh-CN' | 'en-US'): string {
  if (amount === 0) return '0';
  return language === 'zh-CN' && amount % 1_000_00 === 0 && Math.abs(amount) >= 10_000_00
    ? `${amount / 10_000_00} 万`
    : yuan(amount).replace(/\.00$/, '');
}

export const day = (date: LocalDate): string => isoDate(date);

/** Rows of a table to copy, on the one line that a sentence is. */
export const asLines = (rows: readonly (readonly string[])[]): string =>
  rows
    .slice(0, MOST_LINES)
    .map((row) => row.join(', '))
    .join(' / ') + (rows.length > MOST_LINES ? ' / …' : '');

const MOST_LINES = 25;
