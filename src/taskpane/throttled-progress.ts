/** Progress is shown at most this often: more would only keep the page busy. */
const SHOWN_EVERY_MS = 80;

/** Shows the first word of each step, and of one step not more often than a page can draw. */
export function throttledProgress<T extends readonly unknown[]>(
  show: (...said: T) => void,
): (step: string, ...said: T) => void {
  let shownAt = 0;
  let shownStep: string | null = null;
  return (step, ...said) => {
    const now = performance.now();
    if (step === shownStep && now - shownAt < SHOWN_EVERY_MS) return;
    shownAt = now;
    shownStep = step;
    show(...said);
  };
}
