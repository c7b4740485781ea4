/** Writes docs/excel-record.md and its Chinese sister from the table of the tests. */
import { writeFileSync } from 'node:fs';
import { recordPage } from './record-page.ts';

for (const language of ['zh', 'en'] as const) {
  const { path, text } = recordPage(language);
  writeFileSync(path, text);
}
