import { isWhole } from '../../src/livesheet/whole-formula.ts';

it.each([
  '=A1',
  '=-(-1)%',
  '=+A1*-1^-B2',
  '=SUM(,A1)',
  '=SUM((A1,$B$2))',
  '=IF(A1<>"",A1&"（；[",,)',
  "='It''s（1）'!A1+税率*2",
  '={1,2;3,4}',
  '=A1:A3 B2:C2',
  '=@A1:A3+A1#',
  '=LAMBDA(x,x+1)(2)',
  '=A1>=-1',
  '=1E-5+.5',
  '=A1&"a""b"',
  '=SUM(A1:INDEX(A:A,3))',
  "=SUM(订单[@[实付（元）]:[a'[b]],[@x],订单[#All])",
  "='[b.xlsx]S'!A1+[1]S!A1",
  '=#REF!*2',
  '=REBATE_AMOUNT(1234567.89,,R1:S2)',
])('%s hangs together', (formula) => {
  expect(isWhole(formula)).toBe(true);
});

it.each([
  '=',
  '= ',
  '=1+',
  '=*2',
  '=5+/2',
  '=A1 & ',
  '=SUM(A1',
  '=SUM(A1))',
  '=SUM(A1+)',
  '=(A1]',
  '={1,2',
  '=A1:',
  '=IF(A1>,1)',
  '="a',
  '=订单[',
  '=订单[x]]',
  '=SUM(A1，B1)',
  '=（A1）',
  '=SUM(A1;B1)',
  '=“a”',
  '=¥5',
])('%s does not', (formula) => {
  expect(isWhole(formula)).toBe(false);
});
