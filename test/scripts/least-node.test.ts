import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execFileSync } from 'node:child_process';

const root = resolve(__dirname, '../..');
const json = (name: string): never => JSON.parse(readFileSync(join(root, name), 'utf8')) as never;
const { engines } = json('package.json') as { engines: { node: string } };

/** As the start script decides it, of versions that this test cannot run. */
function decided(versions: readonly string[], ranges: readonly string[]): readonly boolean[][] {
  const script = `
    const { isNewEnough } = await import('${join(root, 'scripts/least-node.mjs')}');
    const { versions, ranges } = JSON.parse(process.env.ASKED);
    const of = (range) => versions.map((version) => isNewEnough(version, range));
    console.log(JSON.stringify(ranges.map(of)));`;
  const words = ['--input-type=module', '-e', script];
  const env = { ...process.env, ASKED: JSON.stringify({ versions, ranges }) };
  const said = execFileSync(process.execPath, words, { encoding: 'utf8', env });
  return JSON.parse(said) as boolean[][];
}

it('takes the least version and newer ones, and no older', () => {
  const taken = ['v20.19.0', 'v20.20.2', 'v22.13.0', 'v24.0.0', 'v26.1.0'];
  const refused = ['v16.20.2', 'v18.20.4', 'v20.18.3', 'v21.7.0', 'v22.12.0'];
  expect(decided(taken, [engines.node])).toEqual([taken.map(() => true)]);
  expect(decided(refused, [engines.node])).toEqual([refused.map(() => false)]);
});

it('is no older than any package needs', () => {
  const { packages } = json('package-lock.json') as {
    packages: Record<string, { engines?: { node?: string }; optional?: boolean }>;
  };
  // Reads settings of webpack that are written in other languages; ours are JavaScript.
  const unused = 'node_modules/webpack-cli/node_modules/rechoir';
  const asked = Object.entries(packages).flatMap(([name, { engines: needs, optional }]) =>
    needs?.node === undefined || optional === true || name === unused ? [] : [needs.node],
  );
  const simple = [...new Set(asked)].filter((one) => /^[\d\s.^>=|]+$/.test(one));
  expect(simple.length).toBeGreaterThan(10);
  const least = ['v20.19.0', 'v22.13.0', 'v24.0.0'];
  const answers = decided(least, simple);
  expect(simple.filter((_, at) => answers[at]?.includes(false) !== false)).toEqual([]);
});

it('is said wherever somebody looks for it', () => {
  for (const page of ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md'])
    expect(readFileSync(join(root, page), 'utf8')).toMatch(/20\.19.*22\.13/);
});
