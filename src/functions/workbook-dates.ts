/** Whether the workbook counts its days from 1904: only the host can say it. */
interface WorkbookDates {
  date1904: boolean;
  /** Calls with serial numbers wait for the host's word; undefined when nobody will speak. */
  waiting: { readonly promise: Promise<void>; readonly settle: () => void } | undefined;
}

/** functions.js and the pane are two scripts of one page: the state stands on the page itself. */
const SLOT = Symbol.for('rebate-radar.workbook-dates');

function state(): WorkbookDates {
  const page = globalThis as { [SLOT]?: WorkbookDates };
  page[SLOT] ??= { date1904: false, waiting: undefined };
  return page[SLOT];
}

export const workbookDate1904 = (): boolean => state().date1904;

/** The host says it; true when formulas may have been computed with the other system. */
export function setWorkbookDate1904(date1904: boolean): boolean {
  const dates = state();
  const changed = dates.date1904 !== date1904;
  dates.date1904 = date1904;
  dates.waiting?.settle();
  dates.waiting = undefined;
  return changed;
}

/** From now on calls with serial numbers wait for the host, at most until `timeout` settles. */
export function expectWorkbookDates(timeout: Promise<void>): void {
  const dates = state();
  if (dates.waiting !== undefined) return;
  let settle: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  dates.waiting = { promise, settle };
  void timeout.then(() => {
    settle();
    dates.waiting = undefined;
  });
}

export const workbookDatesExpected = (): Promise<void> | undefined => state().waiting?.promise;
