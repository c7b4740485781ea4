import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { command, scratch } from './commands.ts';

/**
 * A copy that is analyzed again: where no order decides a tier any more, its sheet is what it was
 * before the first run, to the byte.
 */
const SAMPLE = resolve(__dirname, '../../assets/samples/orders-zh-CN.xlsx');
const folder = scratch();
const at = (name: string): string => join(folder, name);
const sheet = (path: string): string =>
  strFromU8(unzipSync(readFileSync(path))['xl/worksheets/sheet1.xml']!);

it('colours of an earlier copy go when no order is near a tier', () => {
  const far = '组成,产品类别,门槛,比例\n基础,基础,1000000000,4%\n安全,安全,1000000000,7%\n';
  writeFileSync(at('far.csv'), far);
  expect(command('analyze', SAMPLE, '--out', at('coloured.xlsx')).code).toBe(0);
  expect(sheet(at('coloured.xlsx'))).not.toBe(sheet(SAMPLE));
  const words = [at('coloured.xlsx'), '--policy', at('far.csv'), '--out', at('cleared.xlsx')];
  expect(command('analyze', ...words).code).toBe(0);
  expect(sheet(at('cleared.xlsx'))).toBe(sheet(SAMPLE));
});
