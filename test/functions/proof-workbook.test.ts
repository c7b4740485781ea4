import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { PROOF_ASSETS, proofWorkbook } from '../../scripts/proof-workbook.ts';
import { SIMPLE, excel } from './excel.ts';

/** Parts as text, without what is only dress: another font makes no other proof. */
const contents = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => name !== 'xl/styles.xml')
      .map(([name, part]) => [
        name,
        strFromU8(part).replace(/<page[A-Z][^>]*>| (s|ht)="[^"]*"/g, ''),
      ]),
  );

/** The workbook that a real Excel is held against. */
describe.each(PROOF_ASSETS)('$path', ({ path, language, date1904 }) => {
  it(
    'is what the script makes now, counts its days as its name says, and calls ' + 'us bound',
    async () => {
      const bytes = new Uint8Array(readFileSync(path));
      expect(contents(bytes)).toEqual(contents(proofWorkbook(language, date1904)));
      const opened = await openWorkbook(bytes, path);
      if (!opened.ok) throw new Error(opened.error.code);
      const [sheet] = await opened.value.listSheets();
      const read = await opened.value.readSheet(sheet?.name ?? '');
      expect(read.date1904 === true).toBe(date1904);
      const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array);
      expect(xml.match(/_xldudf_REBATE_/g)?.length).toBeGreaterThanOrEqual(10);
    },
  );
});

it('what it expects is what the functions give', async () => {
  const { call } = await excel();
  expect(call('REBATE_AMOUNT', [[2_000_000], [''], [500_000]], null, SIMPLE)).toEqual([
    [120_000],
    [''],
    [20_000],
  ]);
  expect(call('REBATE_AMOUNT', 5_000_000, null, SIMPLE)).toBe(400_000);
  expect(call('REBATE_PERIOD', 45_700)).toBe('2025Q1 (2025-01~2025-03)');
});
