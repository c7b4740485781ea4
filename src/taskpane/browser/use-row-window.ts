import { type RefObject, useCallback, useEffect, useState } from 'react';

/** Rows drawn above and below those in view. */
const SPARE = 12;
/** Before the element has a size of its own. */
const FIRST_ROWS = 40;

interface RowWindow {
  /** Rows to draw, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

/**
 * Which rows of a scrolled element are in view. All are equally high, so that nothing has to be
 * measured or kept for each: of a million rows, that alone held the page up.
 *
 * @param head - height of what stands above the first row and stays in view
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  height: number,
  head: number,
): RowWindow & { readonly center: (row: number) => void } {
  const [shown, setShown] = useState<RowWindow>({ from: 0, to: FIRST_ROWS });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = (): void => {
      const first = Math.floor(element.scrollTop / height);
      const rows = Math.ceil((element.clientHeight || FIRST_ROWS * height) / height);
      const next = { from: Math.max(0, first - SPARE), to: first + rows + SPARE };
      setShown((before) => (before.from === next.from && before.to === next.to ? before : next));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const sizes = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(look);
    sizes?.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      sizes?.disconnect();
    };
  }, [scroller, height]);
  const center = useCallback(
    (row: number): void => {
      const element = scroller.current;
      if (element === null) return;
      const inView = element.clientHeight - head;
      element.scrollTop = Math.max(0, row * height - (inView - height) / 2);
    },
    [scroller, height, head],
  );
  const to = Math.min(count, shown.to);
  return { from: Math.min(shown.from, to), to, center };
}
