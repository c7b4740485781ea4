import { yieldToMessages } from '#application/yield-to-messages.ts';
import type { Progress } from '#application/workbook.port.ts';

/**
 * Longest stretch without giving the event loop a turn, so that a page stays alive while a big file
 * is read.
 */
const SLICE_MS = 40;

export interface PumpOptions {
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/**
 * Runs long work piece by piece: gives way between pieces, reports, and stops when it is told to.
 */
export class Pump {
  private readonly options: PumpOptions;
  private sliceStart = performance.now();

  constructor(options: PumpOptions = {}) {
    this.options = options;
  }

  /**
   * `take` returns how far it is (rows), out of `total` when that is known. Rejects with the
   * signal's reason once aborted.
   */
  async run<T>(
    pieces: Iterable<T> | AsyncIterable<T>,
    take: (piece: T) => number,
    total?: number,
  ): Promise<void> {
    let done = 0;
    for await (const piece of pieces) {
      done = take(piece);
      if (performance.now() - this.sliceStart > SLICE_MS) await this.rest(done, total);
    }
    this.options.signal?.throwIfAborted();
    this.options.progress?.(done, total);
  }

  private async rest(done: number, total?: number): Promise<void> {
    this.options.progress?.(done, total);
    await yieldToMessages(this.options.signal);
    this.sliceStart = performance.now();
  }
}
