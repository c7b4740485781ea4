import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scratch } from '../hosts/commands.ts';

const script = join(resolve(__dirname, '../..'), 'scripts/heap-needed.mjs');
const folder = scratch();
const GIGABYTE = 1024 ** 3;

/** A file of so many bytes that nobody reads. */
function fileOf(name: string, bytes: number): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
}

function fits(heap: number, ...words: readonly string[]): boolean {
  const asked = `
    const { fitsInto } = await import('${script}');
    console.log(fitsInto(${heap}, ${JSON.stringify(['analyze', ...words])}));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', asked]);
  return said.toString().trim() === 'true';
}

describe('a run has a process of its own', () => {
  const large = fileOf('large.csv', 110_000_000);
  const small = fileOf('small.xlsx', 400_000);

  it('not for text that is read, as long as the heap holds it at its worst', () => {
    expect(fits(4 * GIGABYTE, large)).toBe(true);
    expect(fits(4 * GIGABYTE, large, '--json', '-')).toBe(true);
    expect(fits(2 * GIGABYTE, large)).toBe(false);
    expect(fits(4 * GIGABYTE, large, `--policy=${large}`)).toBe(false);
  });

  it('for text that a copy is made of, workbooks that are not small, and folders', () => {
    expect(fits(4 * GIGABYTE, large, '--out', 'copy.xlsx')).toBe(false);
    expect(fits(4 * GIGABYTE, fileOf('large.xlsx', 600_000))).toBe(false);
    const bills = join(folder, 'bills.csv');
    mkdirSync(bills);
    expect(fits(4 * GIGABYTE, bills)).toBe(false);
  });

  it('not for small files, unless the heap is small, too', () => {
    expect(fits(2 * GIGABYTE, small, '--out', 'copy.xlsx')).toBe(true);
    expect(fits(2 * GIGABYTE, small, join(folder, 'none.csv'), '--lang=en-US')).toBe(true);
    expect(fits(1 * GIGABYTE, small)).toBe(false);
  });
});
