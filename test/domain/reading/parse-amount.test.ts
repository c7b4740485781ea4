import fc from 'fast-check';
import { type AmountContext, isWrittenInWan, parseAmount } from '#domain/reading/parse-amount.ts';
import { plainFen } from '#domain/reading/plain-amount.ts';
import { fenFromYuan, yuanText } from '#domain/money/fen.ts';
import { Decimal } from '#domain/money/decimal.ts';
import type { Cell } from '#domain/sheet.ts';
import { runs } from '../../runs.ts';

const told = (cell: Cell, context: AmountContext = {}): string => {
  const reading = parseAmount(cell, context);
  if (reading.kind === 'amount') return yuanText(reading.amount);
  if (reading.kind !== 'open') return reading.kind;
  const choices = reading.choices
    .map((choice) => `${choice.id} ${yuanText(choice.amount)}`)
    .join(', ');
  return `${reading.reason}? ${choices}`.trim();
};

describe('amounts in every habit', () => {
  const clear: readonly (readonly [Cell, string])[] = [
    ['￥58,000.00', '58000.00'],
    ['¥ 9,900', '9900.00'],
    ['RMB 9,900', '9900.00'],
    ['CNY3,000', '3000.00'],
    ['3,000.50 CNY', '3000.50'],
    ['人民币58000元', '58000.00'],
    ['12.5万', '125000.00'],
    ['9.65w', '96500.00'],
    ['9.65W', '96500.00'],
    ['８．６万元', '86000.00'],
    ['RMB 12 万', '120000.00'],
    ['12.5萬', '125000.00'],
    ['1.2亿', '120000000.00'],
    ['58k', '58000.00'],
    ['12万5000', '125000.00'],
    ['12万5千元', '125000.00'],
    ['68000元', '68000.00'],
    ['58000元整', '58000.00'],
    ['２６８，０００', '268000.00'],
    ['2,680,000', '2680000.00'],
    ['58 000', '58000.00'],
    ['(5,000.00)', '-5000.00'],
    ['（5,000.00）', '-5000.00'],
    ['¥(5,000)', '-5000.00'],
    ['-18,900', '-18900.00'],
    ['−18,900', '-18900.00'],
    ['﹣18,900', '-18900.00'],
    ['－18,900', '-18900.00'],
    ['–18,900', '-18900.00'],
    ['18,900-', '-18900.00'],
    ['-￥5,000', '-5000.00'],
    ['￥-5,000', '-5000.00'],
    ['(-500)', '-500.00'],
    ['-3.2万', '-32000.00'],
    ['+500', '500.00'],
    [' 24,800.00 ', '24800.00'],
    ['\t24800\t', '24800.00'],
    ["'24800", '24800.00'],
    ['24,800.00（含税）', '24800.00'],
    ['\u200b24800', '24800.00'],
    ['\u00a024,800', '24800.00'],
    ['0', '0.00'],
    ['-0', '0.00'],
    ['0.005', '0.01'],
    ['.5', '0.50'],
    ['5.', '5.00'],
    [109.49999999999999, '109.50'],
    [0.1 + 0.2, '0.30'],
    [-18900, '-18900.00'],
    [205600.25, '205600.25'],
  ];
  test.each(clear)('%j is %s yuan', (cell, yuan) => expect(told(cell)).toBe(yuan));

  const open: readonly (readonly [Cell, string])[] = [
    ['$3,200', 'currency?'],
    ['US$3,200', 'currency?'],
    ['HK$ 5,000', 'currency?'],
    ['3,200 USD', 'currency?'],
    ['500欧元', 'currency?'],
    ['1.2万美元', 'currency?'],
    ['约$3,200', 'currency?'],
    ['约12万', 'amount? as-written 120000.00'],
    ['约800澳元', 'currency?'],
    ['about 3 million', 'amount? as-written 3000000.00'],
    ['about 3 weeks', 'amount? as-written 3.00'],
    ['约8百', 'amount? as-written 800.00'],
    ['5000（不含税）', 'amount? as-written 5000.00'],
    ['5000/年', 'amount? as-written 5000.00'],
    ['12,34.00', 'amount? as-written 1234.00'],
    ['1,2', 'amount? decimal-comma 1.20, decimal-point 12.00'],
    ['2.5E+05', 'amount? as-written 250000.00'],
    ['10-12万', 'amount?'],
    ['3万5', 'amount?'],
    ['58.000,00', 'amount? decimal-comma 58000.00'],
    ['¥500$', 'amount?'],
    ['--5', 'amount? as-written -5.00'],
  ];
  test.each(open)('%j stays open: %s', (cell, question) => expect(told(cell)).toBe(question));

  const refused: readonly (readonly [Cell, string])[] = [
    ['待定', 'not-an-amount'],
    ['TBD', 'not-an-amount'],
    [{ fault: '#N/A' }, 'not-an-amount'],
    ['#DIV/0!', 'not-an-amount'],
    ['Err:502', 'not-an-amount'],
    [true, 'not-an-amount'],
    [Infinity, 'not-an-amount'],
    ['', 'empty'],
    [null, 'empty'],
    ['  ', 'empty'],
    [' - ', 'empty'],
    ['——', 'empty'],
    ['/', 'empty'],
    ['无', 'empty'],
  ];
  test.each(refused)('%j is %s', (cell, kind) => expect(told(cell)).toBe(kind));
});

describe('the unit', () => {
  const beside = { wanBeside: { largest: 32_000_000 } };
  const cases: readonly (readonly [string, Cell, AmountContext, string])[] = [
    ['small and bare beside 万', '9.8', beside, 'unit? yuan 9.80, wan 98000.00'],
    ['as a number', 9.8, beside, 'unit? yuan 9.80, wan 98000.00'],
    ['a currency sign says no unit', '￥9.8', beside, 'unit? yuan 9.80, wan 98000.00'],
    ['written out', '9.8元', beside, '9.80'],
    ['thousands cannot mean 万', '9,800', beside, '9800.00'],
    ['out of proportion in 万', '-500', beside, '-500.00'],
    ['in proportion in 万', '-300', beside, 'unit? yuan -300.00, wan -3000000.00'],
    ['two decimals are yuan', '-300.00', beside, '-300.00'],
    ['but not on a small figure', '12.50', beside, 'unit? yuan 12.50, wan 125000.00'],
    ['nought is nought', '0', beside, '0.00'],
    ['header in 万元', '12.5', { unit: 'wan' }, '125000.00'],
    ['header in 万元, full-width', '１２．５', { unit: 'wan' }, '125000.00'],
    ['header in 万元, 元 written', '68000元', { unit: 'wan' }, '68000.00'],
    ['header in 万元, 万 written', '12.5万', { unit: 'wan' }, '125000.00'],
    [
      'header in 万元, far too much',
      '58,000',
      { unit: 'wan' },
      'unit? yuan 58000.00, wan 580000000.00',
    ],
    ['header in fen', '12345', { unit: 'fen' }, '123.45'],
    ['header in thousands', '12.5', { unit: 'thousand' }, '12500.00'],
    [
      'header in 元 but cells in 万',
      '9.8',
      { unit: 'yuan', ...beside },
      'unit? yuan 9.80, wan 98000.00',
    ],
  ];
  test.each(cases)('%s', (_name, cell, context, expected) =>
    expect(told(cell, context)).toBe(expected),
  );

  const formats: readonly (readonly [string, number, string])[] = [
    ['0!.0,"万"', 125000, '125000.00'],
    ['0\\.0,"万元"', 125000, '125000.00'],
    ['0"."0,"万"', 125000, '125000.00'],
    ['0!.0000"万"', 125000, '125000.00'],
    ['0.0"万"', 12.5, '125000.00'],
    ['#,##0.00"万元"', 12.5, '125000.00'],
    ['0,"万"', 125000, 'unit? yuan 125000.00, wan 1250000000.00'],
    ['"$"#,##0.00', 3200, 'currency?'],
    ['[$$-409]#,##0', 3200, 'currency?'],
    ['[$HK$-C04]#,##0', 3200, 'currency?'],
    ['[$€-2] #,##0', 3200, 'currency?'],
    ['[$¥-804]#,##0.00', 3200, '3200.00'],
    ['"￥"#,##0.00', 3200, '3200.00'],
    ['#,##0.00;[Red]-#,##0.00', -3200, '-3200.00'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ', 3200, '3200.00'],
    ['#,##0.00"元"', 3200, '3200.00'],
    ['yyyy/m/d', 45706, 'not-an-amount'],
    ['[$-804]yyyy"年"m"月"d"日"', 45706, 'not-an-amount'],
  ];
  test.each(formats)('format %s over %d', (format, value, expected) =>
    expect(told(value, { format })).toBe(expected),
  );

  test('a cell written in 万 shows the habit; a customer name with a w does not', () => {
    expect(
      ['12.5万', '9.65w', '8.6万元', '－３．２万'].map((cell) => isWrittenInWan(cell)),
    ).toEqual([true, true, true, true]);
    expect(['9.8', 'www', '万科', 12.5, '12.5亿'].map((cell) => isWrittenInWan(cell))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(isWrittenInWan(12.5, '0.0"万"')).toBe(true);
  });
});

test('an amount written in any habit reads back to the fen', () => {
  const writings: readonly ((yuan: string, grouped: string) => string)[] = [
    (yuan) => yuan,
    (_, grouped) => `￥${grouped}`,
    (yuan) => `${yuan}元`,
    (_, grouped) => `RMB ${grouped} `,
    (yuan) => `${new Decimal(yuan).div(10000).toFixed()}万`,
    (yuan) => `${new Decimal(yuan).div(10000).toFixed()}w`,
    (_, grouped) =>
      grouped.replace(/[0-9.,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    (yuan) => (yuan.startsWith('-') ? `(${yuan.slice(1)})` : yuan),
    (yuan) => (yuan.startsWith('-') ? `${yuan.slice(1)}-` : yuan),
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: -1e11, max: 1e11 }),
      fc.constantFrom(...writings),
      (fen, write) => {
        const yuan = new Decimal(fen).div(100).toFixed(2);
        const grouped = yuan.replace(/\B(?=(\d{3})+\.)/g, ',');
        const reading = parseAmount(write(yuan, grouped));
        expect(reading).toEqual({ kind: 'amount', amount: fen === 0 ? 0 : fen });
      },
    ),
    { numRuns: runs(500) },
  );
});

test('the short cut for plain digits agrees with decimals, and declines what is not plain', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^-?\d{1,9}(\.\d{0,3})?$/), (text) => {
      const short = plainFen(text);
      if (/\.\d{3}/.test(text)) expect(short).toBeUndefined();
      else expect(short).toBe(fenFromYuan(new Decimal(text)));
    }),
    { numRuns: runs(500) },
  );
  expect(
    ['', '-', '.5', '1.2.3', '1,00', '1000,000', ',100', '1,000,', ' 5', '5 ', '1e5', '1.234'].map(
      (text) => plainFen(text),
    ),
  ).toEqual(Array(12).fill(undefined));
});
