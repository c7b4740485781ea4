import { LARGE_BYTES } from '#domain/bounds.ts';
import { Refusal } from '#domain/refusal.ts';
import { basename } from 'node:path';
import type { Assessment } from '#domain/review/analysis.ts';
import { beyondSums } from '#application/sums/sums-sheet.ts';
import type { CliFact } from '#facts/cli.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { FileWorkbook } from '#workbook/files/file-workbook.ts';
import type { Command } from '../arguments.ts';
import { openFile } from '../files.ts';
import { sumsOf, sumsOfFile } from '../large/analyze-large.ts';
import { type LedgerFile, ledgerFiles } from '../ledger-files.ts';
import type { Terminal } from '../terminal.ts';

export interface OpenedLedgers {
  readonly sheets: readonly Sheet[];
  /** The only file, which a copy can be made of; null of several and of sums. */
  readonly workbook: FileWorkbook | null;
}

/** The orders that a command names: line by line, or as sums where there are too many lines. */
export async function openLedgers(command: Command, screen: Terminal): Promise<OpenedLedgers> {
  if (command.sums !== undefined) return openSums(command, command.sums, screen);
  const files = await ledgerFiles(command.files);
  if (isLarge(files, command)) {
    if (command.out !== undefined) throw new Refusal({ code: 'cli.large-out' });
    return { sheets: [told(await sumsOf(files, command, screen), screen)], workbook: null };
  }
  if (files.length > 1 && command.out !== undefined)
    throw new Refusal({ code: 'cli.out-of-several' });
  const opened = [];
  for (const { path } of files) opened.push(await openFile(path, screen.progress(basename(path))));
  const only = opened.length === 1 ? opened[0] : undefined;
  if (only !== undefined) return only;
  return { sheets: apart(opened), workbook: null };
}

const isLarge = (files: readonly LedgerFile[], { engine }: Command): boolean =>
  engine === null
    ? files.some(({ path }) => /\.parquet$/i.test(path)) ||
      files.reduce((sum, { size }) => sum + size, 0) > LARGE_BYTES
    : engine === 'duckdb';

async function openSums({ out }: Command, path: string, screen: Terminal): Promise<OpenedLedgers> {
  if (out !== undefined) throw new Refusal({ code: 'cli.large-out' });
  const { sheets } = await openFile(path, screen.progress(basename(path)));
  return {
    sheets: sheets.slice(0, 1).map((sheet) => told(sumsOfFile(sheet), screen)),
    workbook: null,
  };
}

/** Says on the screen that figures rest on sums. */
function told(sheet: Sheet, screen: Terminal): Sheet {
  let [lines, listed] = [0, 0];
  for (const count of sheet.summed?.subarray(1) ?? []) {
    lines += count === 0 ? 1 : Math.floor(count);
    if (count === 0) listed++;
  }
  screen.tell({ code: 'cli.read-as-sums', lines, listed });
  return sheet;
}

/** Sheets of several files, told apart by the file's name where two have one name. */
function apart(
  files: readonly { readonly workbook: FileWorkbook; readonly sheets: readonly Sheet[] }[],
): readonly Sheet[] {
  const names = new Map<string, number>();
  for (const { sheets } of files)
    for (const { name } of sheets) names.set(name, (names.get(name) ?? 0) + 1);
  return files.flatMap(({ workbook, sheets }) =>
    sheets.map((sheet) =>
      names.get(sheet.name) === 1 ? sheet : { ...sheet, name: `${workbook.title} ${sheet.name}` },
    ),
  );
}

/** Sums by month cannot tell everything: then nothing is told. */
export function refuseBeyondSums({ ledger, policy }: Assessment): void {
  if (ledger.summed === undefined) return;
  const beyond = beyondSums(policy);
  if (beyond !== undefined)
    throw new Refusal({
      code: `cli.large-${beyond.why}`,
      component: beyond.component,
    } as CliFact);
}
