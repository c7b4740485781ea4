import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pattern } from '#domain/pattern.ts';

const foldPatterns = jest.requireActual<(source: string) => string>(
  '../../scripts/fold-patterns.cjs',
);

it('is what its lines say without their breaks and beginnings', () => {
  const words = pattern('i')`
    退款|退货
    |cash back \d+[/-]\d+
  `;
  expect(words).toEqual(/退款|退货|cash back \d+[/-]\d+/i);
  expect(pattern()`a|b`).toEqual(/a|b/);
});

it('is a literal in what is built, also where it has a slash', () => {
  const source = "const A = pattern('gi')`\n  a/b\n  |c\\d\n`;\nconst B = pattern()`^x$`;";
  expect(foldPatterns(source)).toBe('const A = /a\\/b|c\\d/gi;\nconst B = /^x$/;');
});

it('leaves none unfolded', () => {
  const left = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, source: readFileSync(join('src', file), 'utf8') }))
    .filter(({ source }) => source.includes("/pattern.ts'"))
    .filter(({ source }) => /\bpattern\(/.test(foldPatterns(source)));
  expect(left.map(({ file }) => file)).toEqual([]);
});
