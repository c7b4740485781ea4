import type { CliFact } from '#application/cli.facts.ts';
import type { Sentences } from '../sentences.ts';

export const cli: Sentences<CliFact> = {
  'cli.no-command': (f) => `There is no command "${f.given}": use analyze, reconcile or template.`,
  'cli.argument-missing': (f) =>
    `${f.command} needs ${f.name}: write the file's name after the command.`,
  'cli.too-many': (f) =>
    `"${f.given}" is one argument too many: leave it out, or quote a file name that has spaces.`,
  'cli.option-unknown': (f) =>
    `There is no option ${f.given}: compare with the commands in the README.`,
  'cli.option-empty': (f) => `The option ${f.name} has no value: write one after it.`,
  'cli.option-missing': (f) => `${f.command} needs the option ${f.name}: add it.`,
  'cli.date-unreadable': (f) => `${f.name} "${f.given}" is not a date: write it as 2025-03-31.`,
  'cli.language-unknown': (f) =>
    `The language "${f.given}" is not spoken here: write zh-CN or en-US.`,
  'cli.rows-unknown': (f) => `--rows cannot be "${f.given}": write one of ${f.known}.`,
  'cli.dates-reversed': (f) =>
    `The period begins on ${f.from}, after it ends on ${f.to}: swap the two.`,
  'cli.out-needs-macros': (f) =>
    `"${f.name}" holds macros, and Excel won't open them under "${f.given}": give --out a name that ends in .xlsm.`,
  'cli.out-not-workbook': (f) =>
    `The output "${f.given}" has the wrong ending: use .xlsx (or .xltx for a template).`,
  'cli.out-is-input': (f) =>
    `The output "${f.given}" is the input file itself: choose another name, the original is never written.`,
  'cli.file-missing': (f) => `There is no file "${f.name}": check the path.`,
  'cli.file-unreadable': (f) =>
    `The file "${f.name}" cannot be read (${f.reason}): check its permissions.`,
  'cli.file-unwritable': (f) =>
    `The file "${f.name}" cannot be written (${f.reason}): check space and permissions, or close it where it is open.`,
  'cli.json-broken': (f) => `"${f.name}" is not complete JSON: correct it and try again.`,
  'cli.policy-sheet-missing': (f) =>
    `"${f.name}" has no policy table: add a sheet named "Rebate policy" whose first row says "Threshold" and "Rate".`,
  'cli.policy-wrong': (f) =>
    `The policy has an error and nothing was computed: ${f.cell}: ${f.sentence}${f.more > 0 ? ` (and ${f.more} more)` : ''}`,
  'cli.example-policy': (f) =>
    `No policy was found, so "${f.name}" stands in: an example from an article, not any vendor's policy.`,
  'cli.example-given': (f) =>
    `"${f.name}" is an example policy, not any vendor's: take the figures as an illustration.`,
  'cli.written': (f) => `Wrote ${f.name}`,
  'cli.progress': (f) =>
    `${f.step} ${f.done.toLocaleString('en-US')}${f.total === null ? '' : ` of ${f.total.toLocaleString('en-US')}`} rows`,
};
