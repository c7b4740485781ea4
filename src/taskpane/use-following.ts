import { useEffect, useRef } from 'react';
import type { PaneHost } from './pane-services.ts';
import type { Runs } from './use-run.ts';

/** Typing goes on: the figures follow when it pauses. */
const PAUSE_MS = 500;
/** A run that took longer is offered, not begun by itself. */
const SHORT_MS = 3000;

/**
 * After an edit the figures follow by themselves, where a run is short and the host reads the sheet
 * without disturbing whoever types in it.
 *
 * @param told - an edit makes the figures on screen old
 */
export function useFollowing(
  host: PaneHost,
  runs: Runs,
  follow: () => boolean,
  told: (sheet: string) => boolean,
): void {
  const latest = useRef({ runs, follow, told });
  latest.current = { runs, follow, told };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        // Another run is under way, and may have read the cell as it was.
        if (!latest.current.follow()) wait();
      }, PAUSE_MS);
    };
    const stop = host.onSheetChanged?.((sheet) => {
      const lasted = latest.current.runs.lasted();
      if (!latest.current.told(sheet)) return;
      if (host.followsEdits === true && lasted !== null && lasted <= SHORT_MS) wait();
    });
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [host]);
}
