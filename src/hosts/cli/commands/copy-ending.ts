import { Refusal } from '#domain/refusal.ts';
import type { CliFact } from '#facts/cli.ts';
import type { FileWorkbook } from '#workbook/files/file-workbook.ts';

const MACROS = /\.xlsm$/i;

/** Excel opens a workbook with macros under no other name than .xlsm. */
export function checkEnding(workbook: FileWorkbook, out: string): void {
  if (workbook.extension === '.xlsm' && !MACROS.test(out))
    throw new Refusal<CliFact>({ code: 'cli.out-needs-macros', given: out, name: workbook.title });
}

/** The workbook as it is saved under this name. */
export const savedAs = (workbook: FileWorkbook, out: string): Uint8Array =>
  workbook.save(MACROS.test(out) ? '.xlsm' : '.xlsx');
