import { type AnyFact, refusedFact } from '#facts/any-fact.ts';

/** Why a command stops, and what its exit says. */
export interface RefusedCommand {
  readonly fact: AnyFact;
  /**
   * 1: an input cannot be used or an output not be written; 2: the command is not written right.
   */
  readonly exitCode: 1 | 2;
}

/** What is wrong with the words of a command, whatever its files hold. */
const WRONG_USAGE: ReadonlySet<AnyFact['code']> = new Set([
  'cli.no-command',
  'cli.argument-missing',
  'cli.too-many',
  'cli.option-unknown',
  'cli.option-empty',
  'cli.option-missing',
  'cli.date-unreadable',
  'cli.language-unknown',
  'cli.dates-reversed',
  'cli.engine-unknown',
  'cli.rows-unknown',
  'cli.answers-not-file',
  'cli.out-not-workbook',
  'cli.out-needs-macros',
] as const);

export const codeOf = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;

export const reasonOf = (error: unknown): string =>
  codeOf(error) ?? (error instanceof Error ? error.message : String(error));

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * The one place that turns whatever ended a run, in reading, computing or writing, into a fact and
 * an exit code. Nobody who reads a command's output can do anything with a stack trace.
 */
export function refusalOf(error: unknown): RefusedCommand {
  const fact = refusedFact(error) ?? unexpected(error);
  return { fact, exitCode: WRONG_USAGE.has(fact.code) ? 2 : 1 };
}

function unexpected(error: unknown): AnyFact {
  const code = codeOf(error);
  if (code !== null && FULL.has(code)) return { code: 'cli.disk-full' };
  if (isTooLarge(error)) return { code: 'cli.too-large' };
  return { code: 'cli.unexpected', what: reasonOf(error) };
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof RangeError &&
  /string length|allocation|array length|typed array/i.test(error.message);
