import { Refusal } from '#domain/refusal.ts';
import type { AnyFact } from '#facts/any-fact.ts';
import type { CliFact } from '#facts/cli.ts';
import type { FileNote } from '#facts/files.ts';
import { oneLine } from '#i18n/one-line.ts';
import { say } from '#i18n/say/say.ts';
import type { Language } from '#domain/language.ts';
import { type RefusedCommand, codeOf } from './refusal.ts';

/**
 * Where sentences and progress go: standard error, so that standard output is only what was asked
 * for.
 */
export interface Terminal {
  /** Overwrites itself on a terminal; silent when standard error is not one. */
  progress(step: string): (done: number, total: number | null) => void;
  tell(fact: CliFact | FileNote): void;
  /** Lines for a person, on standard output. */
  show(lines: readonly string[]): Promise<void>;
  /** On standard output, as it is. Refuses when nobody reads it any more, or it is full. */
  print(text: string | Iterable<string | Uint8Array>): Promise<void>;
  refuse(refusal: RefusedCommand): number;
}

const EVERY_MS = 100;

export function terminal(language: Language): Terminal {
  const { stderr } = process;
  // The launcher shows what it is given on its own terminal.
  const isTerminal = stderr.isTTY || process.env['REBATE_TERMINAL'] === '1';
  let lastShown = 0;
  const clear = (): void => void (isTerminal && lastShown > 0 && stderr.write('\r\u001B[K'));
  const line = (fact: AnyFact): void => {
    clear();
    stderr.write(`${oneLine(say(fact, language))}\n`);
  };
  // Who closed standard error does not want to hear of it.
  if (stderr.listenerCount('error') === 0) stderr.on('error', () => undefined);
  return {
    progress: (step) => (done, total) => {
      const now = performance.now();
      if (!isTerminal || (now - lastShown < EVERY_MS && done !== total)) return;
      lastShown = now;
      const text = say({ code: 'cli.progress', step, done, total } as CliFact, language);
      stderr.write(`\r\u001B[K${oneLine(text)}`);
    },
    tell: line,
    show: (lines) => {
      clear();
      return onStdout(lines.map((each) => `${oneLine(each)}\n`).join(''));
    },
    print: async (text) => {
      clear();
      if (typeof text === 'string') await onStdout(text.endsWith('\n') ? text : `${text}\n`);
      else for (const piece of text) await onStdout(piece);
    },
    refuse: ({ fact, exitCode }) => {
      line(fact);
      return exitCode;
    },
  };
}

/** Resolves when the text is out of our hands; a stream tells of a failure as an event, later. */
async function onStdout(text: string | Uint8Array): Promise<void> {
  const { stdout } = process;
  let failure: unknown = null;
  const failed = (error: unknown): void => void (failure = error);
  stdout.on('error', failed);
  try {
    stdout.write(text);
    while (stdout.writableNeedDrain && failure === null)
      await new Promise((resolve) => setTimeout(resolve, 1));
    await new Promise((resolve) => setImmediate(resolve));
  } catch (error) {
    failed(error);
  } finally {
    // A second event of the same failure must find somebody, too.
    if (failure === null) stdout.off('error', failed);
  }
  if (failure === null) return;
  const code = codeOf(failure);
  throw new Refusal(
    code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED'
      ? { code: 'cli.stdout-closed' }
      : { code: 'cli.stdout-unwritable', reason: code ?? String(failure) },
  );
}
