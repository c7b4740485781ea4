import type { Ledger } from '#domain/ledger/ledger.ts';
import { harborOrders } from '../../fixtures/ledgers/harbor-orders.ts';
import type { TrueLedger } from '../../fixtures/ledgers/truth.ts';
import { q1Rows, q2Rows, twoQuarters } from '../../fixtures/ledgers/two-quarters.ts';
import { vendorExport } from '../../fixtures/ledgers/vendor-export.ts';
import { yunfanQ1 } from '../../fixtures/ledgers/yunfan-q1.ts';
import { asFarAsTold, read, toldRow } from './told-rows.ts';

/** Row by row, with the row's own text, so that a failure names the row. */
function expectTruth(ledger: Ledger, { sheet, truth }: TrueLedger, from = 0): void {
  const lineOf = (row: number): string =>
    `${row + 1}: ${sheet.columns.map((cells) => String(cells[row] ?? '')).join('|')}`;
  const told = truth.map((row, index) => [
    lineOf(index),
    asFarAsTold(toldRow(ledger, from + index), row),
  ]);
  expect(told).toEqual(truth.map((row, index) => [lineOf(index), row]));
}

test.each([
  ['a Chinese quarter kept by hand', yunfanQ1],
  ['an English order book', harborOrders],
  ["a vendor's export", vendorExport],
])('%s is read as its writer meant it', (_name, ledger) => {
  expectTruth(read([ledger.sheet]), ledger);
});

test('only categories of orders are categories, not the words of a repeated header', () =>
  expect([...read([yunfanQ1.sheet]).categories].sort()).toEqual(['基础', '安全']));

test('a workbook of two quarters is read over its sheets, its summary not added again', () => {
  const ledger = read(twoQuarters);
  expect(ledger.sheets.map(({ name }) => name)).toEqual(['25Q1', '25Q2']);
  expectTruth(ledger, q1Rows);
  expectTruth(ledger, q2Rows, q1Rows.truth.length);
  expect(ledger.report.filter(({ code }) => code === 'ledger.sheet-left-out')).toEqual([
    { code: 'ledger.sheet-left-out', sheet: '汇总', why: 'summary' },
    { code: 'ledger.sheet-left-out', sheet: '返点政策', why: 'policy' },
    { code: 'ledger.sheet-left-out', sheet: '2023', why: 'hidden' },
  ]);
});
