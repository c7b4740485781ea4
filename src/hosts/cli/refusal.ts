import type { CliFact } from '#application/cli.facts.ts';
import type { FilesFact } from '#workbook/files.facts.ts';

type Fact = CliFact | FilesFact | { readonly code: string };

/**
 * Why a command stops. Exit 1: an input cannot be used or an output not be written; exit 2: the
 * command was not written as it should be.
 */
export class RefusedCommand extends Error {
  constructor(
    readonly fact: Fact,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(fact.code);
  }
}

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
  if (error instanceof RefusedCommand) return error;
  const fact = factIn(error);
  if (fact !== null) return new RefusedCommand(fact);
  const code = codeOf(error);
  if (code !== null && FULL.has(code)) return new RefusedCommand({ code: 'cli.disk-full' });
  if (isTooLarge(error)) return new RefusedCommand({ code: 'cli.too-large' });
  return new RefusedCommand({ code: 'cli.unexpected', what: reasonOf(error) } as CliFact);
}

/** Expected failures carry their fact with them. */
function factIn(error: unknown): Fact | null {
  if (!(error instanceof Error) || !('fact' in error)) return null;
  const { fact } = error;
  return typeof fact === 'object' && fact !== null && 'code' in fact ? (fact as Fact) : null;
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof RangeError &&
  /string length|allocation|array length|typed array/i.test(error.message);
