import { isRefusal } from '#domain/refusal.ts';
import type { ExcelFact } from '#facts/excel.ts';
import type {
  MakeSubject,
  ContractSheet,
  ContractSubject,
  ContractCase,
} from './contract/subject.ts';
import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import {
  addScratchSheets,
  dropSheets,
  fillsOfRow,
  sheetNames,
} from '#workbook/office/scratch-book.ts';
import { COLOURS } from './contract/colour-cases.ts';
import { PAGES } from './contract/page-cases.ts';
import { READING } from './contract/reading-cases.ts';

/** What the run was made on, as the host tells it. */
export interface ContractSurroundings {
  readonly version: string;
  readonly platform: string;
  readonly host: string;
}

export interface ContractProgress {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}

/**
 * Runs the adapter's contract inside the Excel that is open and returns a report to paste. Started
 * by a developer's button in an empty workbook; the sheets that it adds are deleted again.
 */
export async function contractReport(
  about: ContractSurroundings,
  progress: (at: ContractProgress) => void = () => undefined,
  make: MakeSubject = excelSubject,
): Promise<string> {
  const lines: string[] = [];
  let failures = 0;
  for (const [done, { name, run }] of CONTRACT.entries()) {
    progress({ done, total: CONTRACT.length, name });
    const start = performance.now();
    const trouble = await run(make).then(() => null, reasonOf);
    if (trouble !== null) failures += 1;
    lines.push(
      `${trouble === null ? 'ok  ' : 'FAIL'} ` +
        `${String(Math.round(performance.now() - start)).padStart(6)} ms  ` +
        `${name}${trouble === null ? '' : `\n     ${trouble}`}`,
    );
  }
  progress({ done: CONTRACT.length, total: CONTRACT.length, name: '' });
  return [
    `Rebate Radar ${about.version} · ${about.host} · ${about.platform}`,
    `${CONTRACT.length - failures} of ${CONTRACT.length} cases hold`,
    ...lines,
  ].join('\n');
}

function reasonOf(error: unknown): string {
  if (isRefusal<ExcelFact>(error, 'excel'))
    return (
      `${JSON.stringify(error.fact)} ` +
      `${String((error.cause as { readonly message?: string } | undefined)?.message ?? '')}`
    );
  return error instanceof Error ? error.message : String(error);
}

/**
 * Scratch sheets in the workbook that is open in Excel; all that a case adds is deleted when it
 * ends.
 */
export async function excelSubject(sheets: readonly ContractSheet[]): Promise<ContractSubject> {
  const present = new Set(await sheetNames());
  const left = sheets.filter(({ name }) => present.has(name));
  if (left.length > 0)
    throw new Error(
      `a sheet ${left.map(({ name }) => name).join(', ')} is in the workbook already`,
    );
  await addScratchSheets(sheets);
  return subjectOver(new OfficeWorkbook(), present);
}

function subjectOver(port: OfficeWorkbook, present: ReadonlySet<string>): ContractSubject {
  return {
    port,
    reopen: () => Promise.resolve(subjectOver(new OfficeWorkbook(), present)),
    fills: fillsOfRow,
    close: async () => {
      await port.clearHighlights();
      await port.writeKept('contract', '');
      await dropSheets((await sheetNames()).filter((name) => !present.has(name)));
    },
  };
}

/** What every adapter of the workbook port promises, whatever is behind it. */
export const CONTRACT: readonly ContractCase[] = [...READING, ...COLOURS, ...PAGES];
