import { createContext, useContext, useEffect, useState } from 'react';
import type { Drafts } from './pane-services.ts';

/** Where drafts are kept beyond this page; null where the host has no such place. */
export const DraftsContext = createContext<Drafts | null>(null);

export interface Draft {
  /** Null: none; undefined: not known yet. */
  readonly kept: string | null | undefined;
  /** Null drops it. */
  keep(text: string | null): void;
}

/** Something begun and not yet put into the workbook: it outlives a reload where the host can. */
export function useDraft(name: string): Draft {
  const drafts = useContext(DraftsContext);
  const [kept, setKept] = useState<string | null | undefined>(drafts === null ? null : undefined);
  useEffect(() => {
    drafts?.kept().then(
      (all) => setKept(all.find(([each]) => each === name)?.[1] ?? null),
      () => setKept(null),
    );
  }, [drafts, name]);
  return { kept, keep: (text) => void drafts?.keep(name, text) };
}
