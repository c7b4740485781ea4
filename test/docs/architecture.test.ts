import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const src = resolve(__dirname, '../../src');
const folders = readdirSync(src, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isDirectory())
  .map(({ parentPath, name }) => join(parentPath, name).slice(src.length + 1))
  .filter((folder) => folder !== 'decisions');

const quoted = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+?)\/?`/g)].map(([, name = '']) => name);

/** Rows of the code map: the folder that each is about, and what its job says stands below. */
const rows = readFileSync(join(src, 'ARCHITECTURE.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const [, folder = '', job = ''] = line.split('|');
    const [own = ''] = quoted(folder);
    return { own, below: quoted(job).map((name) => `${own}/${name}`) };
  });

describe('the code map of ARCHITECTURE.md', () => {
  it('names every folder of the source, in a row of its own or in that of its parent', () => {
    const named = rows.flatMap(({ own, below }) => [own, ...below]);
    expect(folders.length).toBeGreaterThan(50);
    expect(folders.filter((folder) => !named.includes(folder))).toEqual([]);
  });

  it('has no row of a folder that is not there', () => {
    expect(rows.map(({ own }) => own).filter((own) => !folders.includes(own))).toEqual([]);
  });
});
