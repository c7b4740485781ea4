import { readFileSync } from 'node:fs';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';
import { samplePage } from '../../scripts/sample-page.ts';

it.each(['zh-CN', 'en-US'] as const)(
  'the sample ledger in %s is the one that its list of orders makes',
  (language) => {
    const kept = readFileSync(`assets/samples/orders-${language}.xlsx`);
    expect(Buffer.from(newWorkbook([samplePage(language)])).equals(kept)).toBe(true);
  },
);
