import { type LocalDate, serialFromDate } from '#domain/calendar/local-date.ts';
import type { Decimal } from '#domain/money/decimal.ts';
import { type Fen, yuanNumber } from '#domain/money/fen.ts';
import type { PageCell, PageStyle } from '../page.ts';

/** Cells of a page from domain values. What is not known is a dash, never a zero. */
export const text = (value: string, style: PageStyle = 'text'): PageCell => ({ value, style });
export const money = (amount: Fen, style: PageStyle = 'money'): PageCell => ({
  value: yuanNumber(amount),
  style,
});
export const rate = (value: Decimal, style: PageStyle = 'rate'): PageCell => ({
  value: value.toNumber(),
  style,
});
export const integer = (value: number, style: PageStyle = 'integer'): PageCell => ({
  value,
  style,
});
export const date = (day: LocalDate, style: PageStyle = 'date'): PageCell => ({
  value: serialFromDate(day),
  style,
});
export const dash = (style: PageStyle = 'money'): PageCell => ({ value: '–', style });
export const blank = (style: PageStyle): PageCell => ({ value: null, style });

export const moneyOrDash = (amount: Fen | null, style: PageStyle = 'money'): PageCell =>
  amount === null ? dash(style) : money(amount, style);
export const linked = (value: string, link: string | undefined): PageCell =>
  link === undefined ? text(value) : { value, style: 'link', link };
