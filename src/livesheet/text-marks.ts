import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { CellValue, Nullable } from '@univerjs/core';

/**
 * The grid marks text that reads as a number by a corner, as Excel does. To tell, it tried each
 * text as a day in every order of day, month and year, each time that it painted: a ledger is full
 * of texts, and half of the time of painting went into it. Here only what may be a number is tried.
 */
type Intercept = SheetInterceptorService['intercept'];
type Interceptor = Parameters<Intercept>[1];

const intercept = SheetInterceptorService.prototype.intercept;
SheetInterceptorService.prototype.intercept = function (this: SheetInterceptorService, at, own) {
  return intercept.call(this, at, isMark(at, own) ? onNumbersOnly(own) : own);
} as Intercept;

/** Known by the setting that it asks for, whose name no build shortens. */
const isMark = (at: unknown, { handler }: Interceptor): boolean =>
  at === INTERCEPTOR_POINT.CELL_CONTENT && String(handler).includes('disableForceStringMark');

interface Place {
  readonly rawData?: Nullable<{ readonly v?: Nullable<CellValue> }>;
}

/** Digits with what stands around and between those of an amount: no order number, no day. */
const MAYBE_NUMBER = /^[-+(¥￥$€£]*[\d.,\s]+[%)]?$/;

const onNumbersOnly = (own: Interceptor): Interceptor => ({
  ...own,
  handler: (cell, at, next) =>
    MAYBE_NUMBER.test(String((at as Place).rawData?.v ?? ''))
      ? own.handler(cell, at, next)
      : next(cell),
});
