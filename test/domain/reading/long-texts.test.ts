import {
  LONGEST_AMOUNT,
  LONGEST_CELL,
  LONGEST_DAYS,
  LONGEST_FORMAT,
  LONGEST_HEADER,
  LONGEST_KNOWN_HEADER,
} from '../../../src/domain/bounds.ts';
import { headerKey, headerMeaning } from '../../../src/domain/reading/headers.ts';
import { meaningOfFormat } from '../../../src/domain/reading/number-format.ts';
import { columnsOfRow } from '../../../src/domain/settlement/statement-headers.ts';
import { withFigures } from '../../../src/domain/reading/date-text.ts';
import { parseAmount } from '../../../src/domain/reading/parse-amount.ts';
import { markOfColumn } from '../../../src/domain/reading/decimal-mark.ts';
import { findHeader } from '../../../src/domain/reading/header-row.ts';
import { readOrders } from '../../../src/application/read/read-orders.ts';
import { examplePolicy } from '../../../src/domain/policy/example-policy.ts';
import type { Cell, Sheet } from '../../../src/domain/sheet.ts';

const HEADER = ['订单号', '客户', '产品类别', '实付金额', '签约日期'];
const ORDERS: readonly (readonly Cell[])[] = [
  ['A1', '甲公司', '基础', 1000, '2025-01-08'],
  ['A2', '乙公司', '基础', 2000, '2025-01-09'],
  ['A3', '丙公司', '基础', 3000, '2025-01-10'],
];
const sheetOf = (rows: readonly (readonly Cell[])[], name = '订单'): Sheet => ({
  name,
  rowCount: rows.length,
  columns: HEADER.map((_, column) => rows.map((row) => row[column] ?? null)),
});

/** How long one cell may be looked at: its work grows with its length, not with its square. */
describe('texts at their bound and beyond it', () => {
  it('an amount', () => {
    const digits = (count: number): string => `1.${'0'.repeat(count - 2)}`;
    expect(parseAmount(digits(LONGEST_AMOUNT))).toEqual({ kind: 'amount', amount: 100 });
    expect(parseAmount(digits(LONGEST_AMOUNT + 1))).toMatchObject({ kind: 'open' });
    expect(parseAmount('字'.repeat(LONGEST_AMOUNT + 1))).toEqual({ kind: 'not-an-amount' });
    expect(parseAmount('1'.repeat(LONGEST_CELL))).toMatchObject({ kind: 'open', choices: [] });
  });

  it('an amount that tells how its column writes decimals', () => {
    const commas = (count: number): string => `${'0'.repeat(count - 3)},25`;
    const habit = (count: number): string => markOfColumn([commas(count), commas(count)], 0, 2);
    expect(habit(8)).toBe('comma');
    expect(habit(LONGEST_AMOUNT + 1)).toBe('open');
  });

  it('a day in figures of words', () => {
    const year = (length: number): string => `${'〇'.repeat(length - 1)}年`;
    expect(withFigures(year(LONGEST_DAYS))).toBe(`${'0'.repeat(LONGEST_DAYS - 1)}年`);
    expect(withFigures(year(LONGEST_DAYS + 1))).toBe(year(LONGEST_DAYS + 1));
  });

  it('a number format', () => {
    const wan = (length: number): string => `0${'"'.repeat(length - 2)}万`;
    expect(meaningOfFormat(wan(LONGEST_FORMAT)).wan).toBe('literal');
    expect(meaningOfFormat(wan(LONGEST_FORMAT + 1)).wan).toBe('none');
  });

  it('a header', () => {
    const header = (length: number): string => `实付金额(${'注'.repeat(length - 6)})`;
    expect(headerKey(header(LONGEST_HEADER))).toBe('实付金额');
    expect(headerKey(header(LONGEST_HEADER + 1))).toBe('');
    const padded = (length: number): string => `实付金额${' '.repeat(length - 4)}`;
    expect(headerMeaning(padded(LONGEST_KNOWN_HEADER))?.role).toBe('cashPaid');
    expect(headerMeaning(padded(LONGEST_KNOWN_HEADER + 1))).toBeUndefined();
    const paying = (length: number): unknown =>
      columnsOfRow(sheetOf([['订单号', `佣金${' '.repeat(length - 2)}`]]), 0).at.amount;
    expect(paying(LONGEST_KNOWN_HEADER)).toBe(1);
    expect(paying(LONGEST_KNOWN_HEADER + 1)).toBeUndefined();
  });

  it.each(['(', '（', '((万元)', '[', ' ', '万', '1,', ')(', '单位：'])(
    'a header, a title and every cell full of %j are read or refused, and counted nowhere',
    (piece) => {
      const long = piece.repeat(Math.floor(LONGEST_CELL / piece.length));
      for (const text of [long, `实付金额${long}`, `${long}元`, `1${long}x`]) {
        const titled = [[text], [...HEADER], ...ORDERS];
        expect(findHeader(sheetOf(titled), [])?.top).toBe(1);
        for (const at of HEADER.keys()) {
          const headed = [HEADER.map((word, column) => (column === at ? text : word)), ...ORDERS];
          readOrders([sheetOf(headed)], { policy: examplePolicy });
          const odd = ['A9', '丁公司', '基础', 50, '2025-01-11'].map((cell, column) =>
            column === at ? text : cell,
          );
          const { kind } = readOrders([sheetOf([HEADER, ...ORDERS, odd])], {
            policy: examplePolicy,
          });
          expect(kind.length).toBeGreaterThanOrEqual(3);
        }
      }
    },
  );
});
