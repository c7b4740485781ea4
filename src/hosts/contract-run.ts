import { isRefusal } from '#domain/refusal.ts';
import type { ExcelFact } from '#facts/excel.ts';
import { CONTRACT } from './contract/cases.ts';
import { excelSubject } from './contract/excel-subject.ts';
import type { MakeSubject } from './contract/subject.ts';

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
