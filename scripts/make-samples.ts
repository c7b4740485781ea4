import { mkdirSync, writeFileSync } from 'node:fs';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';
import { samplePage } from './sample-page.ts';

/**
 * Writes assets/samples/orders-<language>.xlsx from the one list of orders. The same list gives the
 * same bytes.
 */
const folder = new URL('../assets/samples/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const language of ['zh-CN', 'en-US'] as const)
  writeFileSync(new URL(`orders-${language}.xlsx`, folder), newWorkbook([samplePage(language)]));
