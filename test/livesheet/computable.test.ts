import { canCompute } from '../../src/livesheet/computable.ts';

const KNOWN = new Set(['REBATE_AMOUNT', 'SUM', 'IF', 'IFERROR', 'VLOOKUP', 'XLOOKUP']);

it.each([
  'SUM(K2:K3)*2',
  "IF(订单!$A$1>1,TRUE,'我的 表'!B2)",
  'REBATE_AMOUNT(1234567.89,,R1:S2)',
  'VLOOKUP("a [b]",A:B,2,FALSE)',
  '1E5+2',
  'A1 + B1 * 2',
  'SUM (K2:K3)',
  'XLOOKUP(A1,B:B,C:C)',
])('is computed: %s', (formula) => {
  expect(canCompute(formula, KNOWN)).toBe(true);
});

it.each([
  'BLOOMBERG.PRICE(A1)',
  'IFERROR(OTHERADDIN(A1),0)',
  'SUM(Orders[实付金额])',
  'SUM([1]Sheet1!A1)',
  '税率*A1',
  'SUM(Rates)',
  'A1#',
  '@A1:A3',
])('keeps the result of the file: %s', (formula) => {
  expect(canCompute(formula, KNOWN)).toBe(false);
});
