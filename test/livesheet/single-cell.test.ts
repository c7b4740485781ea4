import { singleCell } from '../../src/livesheet/single-cell.ts';

const at = (formula: string): string | null => singleCell(formula, { row: 2, column: 1 });

it.each([
  ['a column: the cell of its row', '$A$2:$A$4', '$A3'],
  ['with a sign before it', '-A2:A4*2%', '-A3*2%'],
  ['in brackets alone', '(A2:A4+1)*(C1:C9)', '(A3+1)*(C3)'],
  ['of another sheet', "'收 款'!A1:A9&账!B2:B4", "'收 款'!A3&账!B3"],
  ['a row: the cell of its column', 'A9:D9', 'B9'],
  ['whole columns and rows', '$A:$A+5:5', '$A3+B5'],
  ['one cell', 'A9:A9', 'A9'],
  ['what does not cross the row', 'A4:A9', '#VALUE!'],
  ['nor the column', 'C9:D9', '#VALUE!'],
  ['more columns and rows', 'A1:B9', '#VALUE!'],
  ['of a function that takes one value', 'ROUND(A1:A9*2,0)', 'ROUND(A3*2,0)'],
  ['also where it is summed up', 'SUM(ABS(A1:A9),1)', 'SUM(ABS(A3),1)'],
  ['what is chosen between', 'IF(A1:A9>1,B1:B9,"A1:A9")', 'IF(A3>1,B3,"A1:A9")'],
  ['in a function of ranges: as it is', 'SUM(A1:A9)/A1:A9', 'SUM(A1:A9)/A3'],
  [
    'in a function of arrays: as it is',
    'SUMPRODUCT(ISERROR(A4:A9)*1)',
    'SUMPRODUCT(ISERROR(A4:A9)*1)',
  ],
  ['however deep', 'SUMPRODUCT((LEN(TRIM(A4:A9))>0)*1)', 'SUMPRODUCT((LEN(TRIM(A4:A9))>0)*1)'],
  ['nothing of the kind', 'A1+SUM(B1:B3)', 'A1+SUM(B1:B3)'],
  ['a text and a name of a sheet', '"A1:A9"&\'A1:A9\'!B2', '"A1:A9"&\'A1:A9\'!B2'],
])('%s', (_, formula, single) => {
  expect(at(formula)).toBe(single);
});

it.each([
  ['a range that is made', 'A1:INDEX(A:A,3)'],
  ['ranges that cross', 'A1:A9 A3:C3'],
  ['three corners', 'A1:A3:B5'],
  ['one value for a function that may take arrays', 'VLOOKUP(TRIM(A1:A9),D:E,2,0)'],
  ['what is chosen between for a function of arrays', 'SUMPRODUCT(IF(A1:A9>1,B1:B9,0))'],
  ['what is summed of what is chosen', 'SUM(IF(A1:A9>1,B1:B9))'],
])('it is not clear which: %s', (_, formula) => {
  expect(at(formula)).toBeNull();
});
