import { contractReport, excelSubject, CONTRACT } from '../../src/hosts/contract-run.ts';
import { openWorkbook } from '../host/node-client.ts';
import { fileSubject } from './file-subject.ts';

const evaluate = (formula: string): { readonly error: string } | undefined =>
  formula === '=NA()' ? { error: '#N/A' } : undefined;

describe('the file adapter keeps the contract of the workbook port', () => {
  test.each(CONTRACT.map((each) => [each.name, each] as const))('%s', (_, { run }) =>
    run(fileSubject),
  );
});

describe('the Office adapter keeps the contract of the workbook port', () => {
  test.each(CONTRACT.map((each) => [each.name, each] as const))('%s', async (_, { run }) => {
    const host = openWorkbook({ sheets: [{ name: 'Sheet1' }] }, { evaluate });
    const start = host.snapshot();
    await run(excelSubject);
    expect(host.snapshot()).toEqual(start);
  });
});

test('the report for a real Excel names what holds and what does not', async () => {
  openWorkbook({ sheets: [{ name: 'Sheet1' }] }, { evaluate });
  const report = await contractReport({ version: '1.0.0', platform: 'PC', host: 'Excel 16.0' });
  expect(report.split('\n').slice(0, 2)).toEqual([
    'Rebate Radar 1.0.0 · Excel 16.0 · PC',
    `${CONTRACT.length} of ${CONTRACT.length} cases hold`,
  ]);
  const broken = await contractReport(
    { version: '1.0.0', platform: 'PC', host: 'Excel 16.0' },
    undefined,
    () => Promise.reject(new Error('no workbook')),
  );
  expect(broken).toContain(`0 of ${CONTRACT.length} cases hold`);
  expect(broken).toContain('no workbook');
});
