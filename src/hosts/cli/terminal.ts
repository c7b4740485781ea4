import { once } from 'node:events';
import type { CliFact } from '#application/cli.facts.ts';
import { say } from '#i18n/say.ts';
import type { Language } from '#i18n/sentences.ts';

/**
 * Where sentences and progress go: standard error, so that standard output is only what was asked
 * for.
 */
export interface Terminal {
  /** Overwrites itself on a terminal; silent when standard error is not one. */
  progress(step: string): (done: number, total: number | null) => void;
  tell(fact: CliFact): void;
  print(text: string): void;
  /** A piece of a long output, as it is; resolves when the next may come. */
  pour(piece: string): Promise<void>;
  refuse(fact: { readonly code: string }, exitCode: number): number;
}

const EVERY_MS = 100;

export function terminal(language: Language): Terminal {
  const { stderr, stdout } = process;
  let lastShown = 0;
  const clear = (): void => void (stderr.isTTY && lastShown > 0 && stderr.write('\r\u001B[K'));
  return {
    progress: (step) => (done, total) => {
      const now = performance.now();
      if (!stderr.isTTY || (now - lastShown < EVERY_MS && done !== total)) return;
      lastShown = now;
      stderr.write(
        `\r\u001B[K${say({ code: 'cli.progress', step, done, total } as CliFact, language)}`,
      );
    },
    tell: (fact) => {
      clear();
      stderr.write(`${say(fact, language)}\n`);
    },
    print: (text) => {
      clear();
      stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    },
    pour: async (piece) => {
      if (!stdout.write(piece)) await once(stdout, 'drain');
    },
    refuse: (fact, exitCode) => {
      clear();
      stderr.write(`${say(fact, language)}\n`);
      return exitCode;
    },
  };
}
