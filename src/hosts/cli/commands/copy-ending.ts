import { Refusal } from '#domain/refusal.ts';
import type { CliFact } from '#facts/cli.ts';
import type { FileWorkbook } from '#workbook/files/file-workbook.ts';
import type { Terminal } from '../terminal.ts';

const MACROS = /\.xlsm$/i;

/** Excel opens a workbook with macros under no other name than .xlsm. */
export function checkEnding(workbook: FileWorkbook, out: string): void {
  if (workbook.extension === '.xlsm' && !MACROS.test(out))
    throw new Refusal<CliFact>({ code: 'cli.out-needs-macros', given: out, name: workbook.title });
}

/** The workbook as it is saved under this name; what it holds otherwise than its file is told. */
export function savedAs(workbook: FileWorkbook, out: string, screen: Terminal): Uint8Array {
  const bytes = workbook.save(MACROS.test(out) ? '.xlsm' : '.xlsx');
  for (const note of workbook.notes) screen.tell(note);
  return bytes;
}
