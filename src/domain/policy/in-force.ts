import type { LocalDate } from '../calendar/local-date.ts';
import type { Component } from './policy.ts';

type Dates = Pick<Component, 'from' | 'to'>;

/** Whether a version counts on a day: both its first and its last day do. */
export const isInForce = ({ from, to }: Dates, day: LocalDate): boolean =>
  (from === null || from <= day) && (to === null || day <= to);

/** Neither a first nor a last day is stated. */
export const isAlwaysInForce = ({ from, to }: Dates): boolean => from === null && to === null;

/** Whether two versions share a day. */
export const areInForceTogether = (a: Dates, b: Dates): boolean =>
  (a.from === null || b.to === null || a.from <= b.to) &&
  (b.from === null || a.to === null || b.from <= a.to);
