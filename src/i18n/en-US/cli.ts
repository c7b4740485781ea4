import type { CliFact } from '#facts/cli.ts';
import type { Sentences } from '../sentences.ts';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200);

export const cli: Sentences<CliFact> = {
  'cli.no-command': (f) => `There is no command "${f.given}": use analyze, reconcile or template.`,
  'cli.argument-missing': (f) =>
    `${f.command} needs ${f.name}: write the file's name after the command.`,
  'cli.too-many': (f) =>
    `"${f.given}" is one argument too many: leave it out, or quote a file name that has spaces.`,
  'cli.option-unknown': (f) => `There is no option ${f.given}: --help names those there are.`,
  'cli.option-empty': (f) => `The option ${f.name} has no value: write one after it.`,
  'cli.option-missing': (f) => `${f.command} needs the option ${f.name}: add it.`,
  'cli.date-unreadable': (f) => `${f.name} "${f.given}" is not a date: write it as 2025-03-31.`,
  'cli.language-unknown': (f) =>
    `The language "${f.given}" is not spoken here: write zh-CN or en-US.`,
  'cli.no-files': (f) =>
    `There is no readable file in "${f.given}": check the path, or write bills/2025-*.csv.`,
  'cli.out-of-several': () =>
    '--out is the copy of one ledger and cannot stand for several files: give one file, or ' +
    'use --json.',
  'cli.engine-unknown': (f) => `--engine cannot be "${f.given}": write one of ${f.known}.`,
  'cli.sums-columns': (f) =>
    `The sums in "${f.name}" lack the columns ${f.columns}: export them under the names in ` +
    'docs/large-data.md.',
  'cli.large-needs-duckdb': () =>
    'This is more than one sheet holds and needs DuckDB for its sums: run npm install ' +
    `@duckdb/node-api in the project's folder, or read the sums of your data warehouse with ` +
    '--sums.',
  'cli.large-failed': (f) =>
    `DuckDB cannot read these files (${f.reason}): check what is in them and the space on ` +
    'the disk.',
  'cli.large-no-orders': (f) =>
    `The beginning of "${f.name}" shows no amount column and no date column: check its header.`,
  'cli.large-units': (f) =>
    `The amounts in "${f.name}" (${f.header}) are not in yuan, and sums are read in yuan ` +
    'only: convert them first.',
  'cli.large-unit-open': (f) =>
    `The unit of the amounts (${f.header}) is open: write "${f.header} (yuan)" in the header.`,
  'cli.large-workbook': (f) =>
    `"${f.name}" is a workbook; sums are taken of .csv and .parquet only: save it as CSV first.`,
  'cli.large-encoding': (f) =>
    `"${f.name}" is not UTF-8, and sums are taken of UTF-8 only: convert it first.`,
  'cli.large-blank-days': (f) =>
    `${f.lines} lines have no date (as above), and sums do not know the line above: fill ` +
    'the dates in.',
  'cli.large-too-varied': () =>
    'There are so many different customers, products and remarks that the sums exceed 2 ' +
    'million rows: drop the remark column, or compute in parts.',
  'cli.large-out': () =>
    'This is more than one sheet holds, so there is no highlighted copy: drop --out and use ' +
    '--json.',
  'cli.large-per-order': (f) =>
    `The component "${f.component}" is computed or rounded order by order, which sums ` +
    'cannot tell: compute file by file.',
  'cli.large-mixed-weights': (f) =>
    `The component "${f.component}" is marginal and counts other sales than it pays on, so ` +
    'the order of the orders matters, which sums cannot tell.',
  'cli.large-clause': (f) =>
    'The conditions, the per-customer thresholds, the refund rule or the measure of ' +
    `"${f.component}" look at single orders, which sums cannot tell: compute in parts with ` +
    '--engine lines.',
  'cli.large-mid-month': (f) =>
    `The component "${f.component}" begins or ends within a month, which sums by month ` +
    `cannot tell: move it to the month's ends, or compute file by file.`,
  'cli.read-as-sums': (f) =>
    `${f.lines.toLocaleString('en-US')} lines were read as sums by month, ` +
    `${f.listed.toLocaleString('en-US')} of them one by one; which order crossed a ` +
    'threshold cannot be told from sums, and edge orders are looked for among the 1,000 ' +
    'largest lines.',
  'cli.rows-unknown': (f) => `--rows cannot be "${f.given}": write one of ${f.known}.`,
  'cli.dates-reversed': (f) =>
    `The period begins on ${f.from}, after it ends on ${f.to}: swap the two.`,
  'cli.out-needs-macros': (f) =>
    `"${f.name}" holds macros, and Excel won't open them under "${f.given}": give --out a ` +
    'name that ends in .xlsm.',
  'cli.out-not-workbook': (f) =>
    `The output "${f.given}" has the wrong ending: use ${f.endings.join(' or ')}.`,
  'cli.out-is-input': (f) =>
    `The output "${f.given}" is the input file itself: choose another name, the original is ` +
    'never written.',
  'cli.outputs-same': (f) => `Two outputs go to "${f.given}": give each a name of its own.`,
  'cli.out-not-file': (f) =>
    `The output "${f.given}" is a folder or a device, not a file: write a file's name, or ` +
    '--json - for the screen.',
  'cli.in-not-file': (f) =>
    `The input "${f.name}" is a device and no file, so no table can be read from it: give a ` +
    `file's name.`,
  'cli.answers-not-file': () =>
    '--answers is read and written, so it cannot be the standard output "-": give the name ' +
    'of a JSON file.',
  'cli.name-too-long': (f) =>
    `The output's name "${f.given}" is longer than the system takes: choose a ` + 'shorter one.',
  'cli.folder-missing': (f) =>
    `The folder of the output "${f.given}" does not exist: make it first, or correct the path.`,
  'cli.disk-full': () => 'The disk is full and no file was written: make room and try again.',
  'cli.stdout-closed': () =>
    'Standard output was closed before everything was written: use --json with a file name.',
  'cli.stdout-unwritable': (f) =>
    `Standard output cannot be written (${f.reason}): check the space, or use --json with a ` +
    'file name.',
  'cli.too-large': () =>
    'The run needs more memory than there is: split the file by period or month, and run ' +
    'the parts; nothing was written.',
  'cli.unexpected': (f) =>
    `Something unexpected went wrong (${oneLine(f.what)}) and nothing was written: tell us ` +
    'this sentence and the file.',
  'cli.file-missing': (f) => `There is no file "${f.name}": check the path.`,
  'cli.file-unreadable': (f) =>
    `The file "${f.name}" cannot be read (${f.reason}): check its permissions.`,
  'cli.file-unwritable': (f) =>
    `The file "${f.name}" cannot be written (${f.reason}): check space and permissions, or ` +
    'close it where it is open.',
  'cli.json-broken': (f) => `"${f.name}" is not complete JSON: correct it and try again.`,
  'cli.json-nested': (f) =>
    `"${f.name}" is nested more than ${f.most} levels deep, as no file for this is: give another.`,
  'cli.json-twice': (f) =>
    `"${f.name}" has "${f.key}" twice in one place: take one out, as nobody can tell which counts.`,
  'cli.policy-sheet-missing': (f) =>
    `"${f.name}" has no policy table: add a sheet named "Rebate policy" whose first row ` +
    'says "Threshold" and "Rate".',
  'cli.policy-wrong': (f) =>
    `The policy has ${f.errors.length === 1 ? 'an error' : `${f.errors.length} errors`} and ` +
    'nothing was computed: ' +
    `${[...f.errors, ...f.unread].map(({ cell, sentence }) => `${cell}: ${sentence}`).join(' ')}`,
  'cli.catalog-missing': (f) =>
    `"${f.name}" holds no product catalog: write the columns Product and Category.`,
  'cli.answers-unreadable': (f) =>
    f.key === ''
      ? `"${f.name}" is no file of answers: write { "KEY of the question": "id of a choice" }.`
      : `The answer to "${f.key}" in "${f.name}" cannot be read: write the id of a choice, or ` +
        '{ "amount" | "date" | "category" | "status" | "id": value }.',
  'cli.facts-missing': (f) =>
    `"${f.name}" holds no facts: write the columns Name, Period and Value.`,
  'cli.example-policy': (f) =>
    `No policy was found, so "${f.name}" stands in: an example from an article, not any ` +
    `vendor's policy.`,
  'cli.example-given': (f) =>
    `"${f.name}" is an example policy, not any vendor's: take the figures as an illustration.`,
  'cli.written': (f) => `Wrote ${f.name}`,
  'cli.progress': (f) =>
    `${f.step} ${f.done.toLocaleString('en-US')}` +
    `${f.total === null ? '' : ` of ${f.total.toLocaleString('en-US')}`} rows`,
};
