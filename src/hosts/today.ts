import { type LocalDate, dateOf } from '#domain/calendar/local-date.ts';

/** What day it is on this machine. */
export function today(): LocalDate {
  const now = new Date();
  return dateOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
