import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, scratch } from './commands.ts';

const folder = scratch();
const at = (name: string): string => join(folder, name);
const head = '订单号,签约日期,产品类别,实付金额(元),备注\n';
const long =
  `${head}A1,2025-01-08,基础,1000000,短\n` + `A2,2025-02-08,安全,500000,${'长'.repeat(40_000)}\n`;
const dates = ['--from', '2025-01-01', '--to', '2025-03-31'];

it.each([
  ['zh-CN', '的 E3 超过 32,767 个字符'],
  ['en-US', 'In E3 “long.csv” has texts of more than 32,767 characters'],
])('%s: what of a file goes into no workbook is said with the copy', (language, sentence) => {
  writeFileSync(at('long.csv'), long);
  writeFileSync(at('paid.csv'), '订单号,返点金额\nA1,40000.00\n');
  const words = ['--out', at('copy.xlsx'), '--lang', language];
  const analyzed = command('analyze', at('long.csv'), ...words);
  const reconciled = command('reconcile', at('long.csv'), at('paid.csv'), ...dates, ...words);
  const figures = command('analyze', at('long.csv'), '--lang', language);
  expect([analyzed.code, reconciled.code, figures.code]).toEqual([0, 0, 0]);
  expect(analyzed.err).toContain(sentence);
  expect(reconciled.err).toContain(sentence);
  expect(figures.err).not.toContain(sentence);
  expect(command('analyze', at('copy.xlsx'), ...words.slice(2)).err).not.toContain(sentence);
});
