import { useCallback, useRef, useState } from 'react';
import type { Asked, Choice } from '#facts/asks.ts';

export interface Asking {
  readonly asked: Asked | null;
  ask(asked: Asked): Promise<Choice>;
  answer(choice: Choice): void;
}

/** One question at a time over the page: another one waits until it is answered. */
export function useAsking(): Asking {
  const [open, setOpen] = useState<{
    readonly asked: Asked;
    readonly answered: (choice: Choice) => void;
  } | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const ask = useCallback((asked: Asked) => {
    const choice = last.current.then(
      () =>
        new Promise<Choice>((answered) => {
          setOpen({ asked, answered });
        }),
    );
    last.current = choice;
    return choice;
  }, []);
  return {
    asked: open?.asked ?? null,
    ask,
    answer: (choice) => {
      setOpen(null);
      open?.answered(choice);
    },
  };
}
