import { leaveOutLate } from '../../src/livesheet/late-results.ts';

const COMPUTED = 'formula.mutation.set-formula-calculation-result';

it('leaves out what was computed for cells that were typed over meanwhile', () => {
  const rows = { 11: { 7: { v: 5 }, 8: { v: 92300.25 }, 9: { v: 6 } }, 12: { 8: null } };
  const cells: Readonly<Record<string, object>> = {
    '11:7': { f: '=A1', v: 0 },
    '11:8': { v: '92300.25?' },
    '11:9': { si: 'shared' },
  };
  const params = { unitData: { book: { sheet1: rows, sheet2: undefined } } };
  leaveOutLate({ id: COMPUTED, params }, (sheet, row, column) =>
    sheet === 'sheet1' ? cells[`${row}:${column}`] : null,
  );
  expect(rows).toEqual({ 11: { 7: { v: 5 }, 9: { v: 6 } }, 12: { 8: null } });
});

it('touches no other command', () => {
  const params = { unitData: { book: { sheet1: { 0: { 0: { v: 1 } } } } } };
  leaveOutLate({ id: 'sheet.mutation.set-range-values', params }, () => null);
  expect(params.unitData.book.sheet1).toEqual({ 0: { 0: { v: 1 } } });
});
