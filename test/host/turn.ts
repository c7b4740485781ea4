const ordinary = globalThis.setTimeout;

/**
 * Runs something later. Without latency in the next turn: a timer takes a millisecond at least, and
 * tests of faults send some ten thousand messages. Where time is virtual, or in a browser, it is a
 * timer all the same.
 */
export function later(run: () => void, milliseconds: number): void {
  const isOrdinary = globalThis.setTimeout === ordinary && typeof setImmediate === 'function';
  if (milliseconds === 0 && isOrdinary) setImmediate(run);
  else setTimeout(run, milliseconds);
}
