import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { type CellValue, isRealNum, type Nullable } from '@univerjs/core';

/**
 * The grid marks text that reads as a number by a corner, as Excel does, and text that reads as a
 * day besides, which Excel does not. To tell whether each text is a day took half of the time of
 * painting: a ledger is full of texts. Here only what is a number is marked.
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

const onNumbersOnly = (own: Interceptor): Interceptor => ({
  ...own,
  handler: (cell, at, next) =>
    isRealNum((at as Place).rawData?.v) ? own.handler(cell, at, next) : next(cell),
});
