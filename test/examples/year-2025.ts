import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalDate, parseIsoDate } from '#domain/calendar/local-date.ts';
import { fenFromCellNumber } from '#domain/money/fen.ts';
import type { Fen } from '#domain/money/fen.ts';
import { type OrderBook, bookOf } from '#domain/rebate/order-book.ts';

/** Forty orders of one year, 4,865,454.55 yuan, 134,545.45 short of the example's top tier. */
export function yearOrders(): readonly {
  readonly day: LocalDate;
  readonly category: string;
  readonly amount: Fen;
}[] {
  return readFileSync(join(__dirname, 'year-2025.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [day = '', category = '', amount = ''] = line.split(',');
      return {
        day: parseIsoDate(day) as LocalDate,
        category,
        amount: fenFromCellNumber(Number(amount)) as Fen,
      };
    });
}

export const yearBook = (): OrderBook => bookOf(yearOrders());
export const on = (iso: string): LocalDate => parseIsoDate(iso) as LocalDate;
