import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  apiViolations,
  compilerOptions,
  officeFiles,
  reaches,
  requirementSets,
} from '../../../scripts/api-sets.ts';

const manifestSets = requirementSets(readFileSync('manifest.xml', 'utf8'));
const options = compilerOptions('tsconfig.json');

test('the manifest promises the sets of Office 2021 and nothing later', () => {
  expect(Object.fromEntries(manifestSets)).toEqual({
    SharedRuntime: '1.1',
    CustomFunctionsRuntime: '1.3',
    ExcelApi: '1.13',
  });
});

test('nothing in src goes above them without asking the host', () => {
  expect(apiViolations(officeFiles('src'), options, manifestSets)).toEqual([]);
});

test('a planted use is found, and its guard is believed only when it asks for enough', () => {
  const folder = mkdtempSync(join(process.cwd(), 'src/workbook/office/.planted-'));
  const file = join(folder, 'planted.ts');
  try {
    writeFileSync(
      file,
      `/// <reference types="office-js" />
declare function supports(set: string, version: string): boolean;
export function bare(context: Excel.RequestContext): void {
  void Excel.run({ mergeUndoGroup: true }, () => Promise.resolve());
}
export function low(range: Excel.Range): void {
  if (supports('ExcelApi', '1.15')) range.load('values').valuesAsJson;
}
export function asked(range: Excel.Range): void {
  if (supports('ExcelApi', '1.16')) range.load('values').valuesAsJson;
}
export function old(range: Excel.Range): void { range.values = [[1]]; }
`,
    );
    expect(
      apiViolations([file], options, manifestSets).map(({ line, member, set, version }) => ({
        line,
        member,
        set,
        version,
      })),
    ).toEqual([
      { line: 4, member: 'mergeUndoGroup', set: 'ExcelApi', version: '1.20' },
      { line: 7, member: 'valuesAsJson', set: 'ExcelApi', version: '1.16' },
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each([
  ['1.13', '1.9', true],
  ['1.9', '1.13', false],
  ['1.1', '1.1', true],
  [undefined, '1.1', false],
  ['2', '1.20', true],
])('%s reaches %s: %s', (have, want, expected) => {
  expect(reaches(have, want)).toBe(expected);
});
