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
        const { runs: own, follow: begin } = latest.current;
        const lasted = own.lasted();
        if (!own.isBusy() && (lasted === null || lasted > SHORT_MS)) return;
        // Another run is under way, and may have read the cell as it was.
        if (!begin()) wait();
      }, PAUSE_MS);
    };
    const stop = host.onSheetChanged?.((sheet) => {
      if (latest.current.told(sheet) && host.followsEdits === true) wait();
    });
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [host]);
}
