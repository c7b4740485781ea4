import { shiftFormula } from '#workbook/xlsx/cells/shift-formula.ts';

describe('a formula read from another cell', () => {
  test.each([
    ['A1+$B$2+C$3+$D4', 2, 1, 'B3+$B$2+D$3+$D6'],
    ['SUM(A1:B2)*LOG10(A1)', 1, 0, 'SUM(A2:B3)*LOG10(A2)'],
    ['"A1"&A1', 1, 1, '"A1"&B2'],
    ["'A1 sheet'!A1+Q1!Q1", 0, 1, "'A1 sheet'!B1+Q1!R1"],
    ['SUM(A:B)+SUM($C:D)+SUM(2:3)', 1, 1, 'SUM(B:C)+SUM($C:E)+SUM(3:4)'],
    ['Table1[[A1]:[B2]]+Taxes2025', 5, 5, 'Table1[[A1]:[B2]]+Taxes2025'],
    ['A1', -1, 0, '#REF!'],
    ['1E3+AB12*2', 0, 1, '1E3+AC12*2'],
    ['[1]Sheet1!A1', 1, 0, '[1]Sheet1!A2'],
  ])('%s, %d down and %d right, is %4$s', (formula, rows, columns, expected) => {
    expect(shiftFormula(formula, rows, columns)).toBe(expected);
  });
});
