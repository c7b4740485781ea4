import fc from 'fast-check';
import { readTextColumn } from '#domain/ledger/text-column.ts';
import { cellText, foldText } from '#domain/reading/fold-text.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { read } from './told-rows.ts';
import { runs } from '../../runs.ts';

const cell = fc.constantFrom<Cell>('甲', '乙', '丙', ' 甲', '１', 1, true, '', null);

test('each row of a column has its own text, whichever stand above it', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
      const sheet: Sheet = { name: '订单', rowCount: cells.length, columns: [cells] };
      const { codes, values } = readTextColumn({ sheet, from: 0, to: cells.length }, 0, cells);
      expect([...codes].map((code) => values[code])).toEqual(
        cells.map((one) => foldText(cellText(one))),
      );
      expect(new Set(values).size).toBe(values.length);
    }),
    { numRuns: runs(300) },
  );
});

test('customers stand below their own name, be the ledger long or not', () => {
  const rows = [
    ['A1', '甲公司', '云WAF'],
    ['A2', null, null],
    ['A3', '乙公司', 'ECS'],
    ['合计', '丙公司', 'RDS'],
    ['A4', null, 'RDS'],
  ];
  for (const more of [1, 1 << 16]) {
    const all = [...rows, ...Array.from({ length: more }, (_, at) => [`B${at}`, null, 'ECS'])];
    const columns = ['订单号', '客户名称', '产品'].map((header, at) => [
      header,
      ...all.map((row) => row[at] ?? null),
    ]);
    const days = ['签约日期', ...all.map(() => 45706)];
    const amounts = ['实付金额(元)', ...all.map(() => 100)];
    const sheet = { name: '订单', rowCount: all.length + 1, columns: [...columns, days, amounts] };
    const { customer, product, size } = read([sheet]);
    expect([customer.length, product.length]).toEqual([size, size]);
    expect(customer.slice(0, 6)).toEqual(['', '甲公司', '甲公司', '乙公司', '', '乙公司']);
    expect(product.slice(0, 6)).toEqual(['', '云WAF', '', 'ECS', '', 'RDS']);
    expect([customer.at(-1), product.at(-1)]).toEqual(['乙公司', 'ECS']);
  }
});
