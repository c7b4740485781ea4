import { useCallback, useState } from 'react';
import type { Asked, Choice } from '#facts/asks.ts';

export interface Asking {
  readonly asked: Asked | null;
  ask(asked: Asked): Promise<Choice>;
  answer(choice: Choice): void;
}

/** One question at a time over the page. */
export function useAsking(): Asking {
  const [open, setOpen] = useState<{
    readonly asked: Asked;
    readonly answered: (choice: Choice) => void;
  } | null>(null);
  const ask = useCallback(
    (asked: Asked) =>
      new Promise<Choice>((answered) => {
        setOpen({ asked, answered });
      }),
    [],
  );
  return {
    asked: open?.asked ?? null,
    ask,
    answer: (choice) => {
      setOpen(null);
      open?.answered(choice);
    },
  };
}
