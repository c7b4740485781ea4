import { analysisBench } from './analysis.bench.ts';

/**
 * Ratios of one run, never times to hold against another machine: each subject is timed in turn
 * with what it is compared to. Subjects: analysis of whole ledgers, the commands as whole
 * processes, the function family, the live sheet of the browser edition, the Office adapter over
 * the wire host.
 */
const subjects: readonly (readonly [string, () => void | Promise<void>])[] = [
  ['analysis', analysisBench],
  ['decisions', async () => (await import('./decisions.bench.ts')).decisionsBench()],
  ['functions', async () => (await import('./functions.bench.ts')).functionsBench()],
  ['columns', async () => (await import('./whole-columns.bench.ts')).wholeColumnsBench()],
  ['whole', async () => (await import('./whole.bench.ts')).wholeBench()],
  ['live', async () => (await import('./live-sheet.bench.ts')).liveSheetBench()],
  ['office', async () => (await import('./office.bench.ts')).officeBench()],
];
const wanted = process.argv.slice(2);
for (const [name, bench] of subjects) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n## ${name}`);
  await bench();
}
