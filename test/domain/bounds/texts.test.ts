import { liveBook } from '#application/live/live-book.ts';
import { recall } from '#application/memory/workbook-memory.ts';
import {
  LONGEST_AMOUNT,
  LONGEST_CELL,
  LONGEST_FORMULA,
  LONGEST_HEAD,
  LONGEST_HEADER,
  LONGEST_KEPT_TEXT,
  LONGEST_LIST,
  MOST_POLICY_ROWS,
} from '#domain/bounds.ts';
import { splitHeader } from '#domain/policy/header-notes.ts';
import { readBaseline, readGroupCap } from '#domain/policy/read-clauses.ts';
import { readCounts } from '#domain/policy/read-lists.ts';
import { boundsOf } from '#domain/policy/threshold-bounds.ts';
import { periodsInTitle } from '#domain/reading/period-in-title.ts';
import { refuseTooLong } from '#workbook/xlsx/cells/too-long.ts';
import { sheetOf } from '../ledger/sheet-of.ts';

/** A text of so many characters: `fill` stands for what somebody else put into it. */
const long = (length: number, before: string, after: string, fill = '字'): string =>
  before + fill.repeat(length - before.length - after.length) + after;
const [at, beyond] = [LONGEST_HEADER, LONGEST_HEADER + 1];

it('LONGEST_CELL, LONGEST_FORMULA and LONGEST_HEAD: what was typed is refused', () => {
  const refused = (what: 'text' | 'formula' | 'head', length: number): boolean => {
    try {
      refuseTooLong(what, '字'.repeat(length), { sheet: '订单', row: 1, column: 0 });
      return false;
    } catch {
      return true;
    }
  };
  for (const [what, most] of [
    ['text', LONGEST_CELL],
    ['formula', LONGEST_FORMULA],
    ['head', LONGEST_HEAD],
  ] as const)
    expect([refused(what, most), refused(what, most + 1)]).toEqual([false, true]);
});

describe('LONGEST_HEADER: a longer text is no header and no clause of a policy', () => {
  it('a header', () => {
    const readings = (length: number) => splitHeader(long(length, '门槛', '(万元)')).length;
    expect(readings(at)).toBeGreaterThan(1);
    expect(readings(beyond)).toBe(1);
  });

  it('a weight, the cap of a group, a factor', () => {
    const counts = (length: number) => readCounts(long(length, '安全', '×1.5')).ok;
    const cap = (length: number) => readGroupCap(long(length, '推广', ' 8万'), 'yuan').ok;
    const factor = (length: number) => {
      const read = readBaseline(long(length, '目标 年', '×1.1'), 'yuan');
      return read.ok && read.value.kind === 'from' ? read.value.source.factor.toString() : '';
    };
    expect([counts(at), counts(beyond)]).toEqual([true, false]);
    expect([cap(at), cap(beyond)]).toEqual([true, false]);
    expect([factor(at), factor(beyond)]).toEqual(['1.1', '1']);
  });
});

it('LONGEST_AMOUNT: a longer text is no range of two amounts', () => {
  const high = (length: number) => boundsOf(long(length, '1-', '', '9')).high;
  expect([high(LONGEST_AMOUNT), high(LONGEST_AMOUNT + 1)]).toEqual([expect.any(String), undefined]);
});

it('LONGEST_LIST: a title names its period within a page', () => {
  const days = (length: number) => periodsInTitle(long(length, '', '2025年3月', 'x')).length;
  expect([days(LONGEST_LIST), days(LONGEST_LIST + 1)]).toEqual([1, 0]);
});

it('MOST_POLICY_ROWS: a longer sheet is not asked for as a policy', async () => {
  const asked: string[] = [];
  const sizes = { at: MOST_POLICY_ROWS, beyond: MOST_POLICY_ROWS + 1 };
  const book = {
    listSheets: () =>
      Promise.resolve(Object.entries(sizes).map(([name, rowCount]) => ({ name, rowCount }))),
    shownSheet: (name: string) => {
      asked.push(name);
      return Promise.resolve(sheetOf([['a']], { name }));
    },
  };
  expect(await liveBook(() => book as never).policyCells()).toBeNull();
  expect(asked).toEqual(['at']);
});

it('LONGEST_KEPT_TEXT: longer answers are as if they were not there', async () => {
  const kept = (length: number) =>
    recall({
      readKept: () => Promise.resolve('{"A1":"void"}'.padEnd(length, ' ')),
    } as never);
  expect((await kept(LONGEST_KEPT_TEXT)).answers).not.toEqual(
    (await kept(LONGEST_KEPT_TEXT + 1)).answers,
  );
});
