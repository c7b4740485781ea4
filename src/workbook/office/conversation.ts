/// <reference types="office-js" />
import type { ExcelFact } from '#facts/excel.ts';
import { asExcelRefusal, couldBeTheGroup, isGone, treatmentOf } from './error-table.ts';
import { supports } from './supports.ts';

/** How an adapter waits, and whom it tells; a test waits no time at all. */
export interface Surroundings {
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly notice: (fact: ExcelFact) => void;
}

/** For work that nobody watches: the developer's contract run. */
export const alone: Surroundings = {
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  notice: () => undefined,
};

export interface TalkOptions {
  /** Where the talk goes on from an earlier one: to take back what was registered there. */
  readonly context?: OfficeExtension.ClientRequestContext;
  /** What the talk is about, for sentences. */
  readonly sheet?: string;
  readonly signal?: AbortSignal | undefined;
  /** All changes as one step of the undo list, where the host can. */
  readonly undoGroup?: boolean;
}

const BACK_OFF_MS = [300, 1_200, 3_000];
const EDIT_POLL_MS = 400;

/**
 * One run of requests to Excel. Every step may be repeated: it asks, or it writes absolute places.
 */
export class Conversation {
  readonly context: Excel.RequestContext;
  private readonly surroundings: Surroundings;
  private readonly signal: AbortSignal | undefined;

  constructor(
    context: Excel.RequestContext,
    surroundings: Surroundings,
    signal: AbortSignal | undefined,
  ) {
    this.context = context;
    this.surroundings = surroundings;
    this.signal = signal;
  }

  /** The same talk for what has to be done even after a stop: taking back. */
  unstoppable(): Conversation {
    return new Conversation(this.context, this.surroundings, undefined);
  }

  /**
   * Queues what `queue` says and sends it. Repeats what is safe to repeat; other errors come
   * through as Excel gave them.
   */
  step<T>(queue: () => T): Promise<T> {
    return this.attempt(async () => {
      const queued = queue();
      await this.sync();
      return queued;
    });
  }

  /** Repeats a whole piece of work that begins by making its own ground clear. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    let told = false;
    for (let tries = 0; ;) {
      this.signal?.throwIfAborted();
      try {
        return await work();
      } catch (error) {
        const treatment = treatmentOf(error);
        if (treatment === 'wait') {
          if (!told) this.surroundings.notice({ code: 'excel.cellEdit' });
          told = true;
          await this.pause(EDIT_POLL_MS);
        } else {
          const most =
            treatment === 'retry' ? BACK_OFF_MS.length : treatment === 'retryOnce' ? 1 : 0;
          if (tries >= most) throw error;
          await this.pause(BACK_OFF_MS[tries] ?? 0);
          tries += 1;
        }
      }
    }
  }

  /** Stops waiting for the reply when the signal says so: Excel may take its time. */
  private sync(): Promise<void> {
    return this.stoppable(this.context.sync());
  }

  private pause(milliseconds: number): Promise<void> {
    return this.stoppable(this.surroundings.wait(milliseconds));
  }

  private stoppable<T>(work: Promise<T>): Promise<T> {
    const { signal } = this;
    if (!signal) return work;
    return new Promise((resolve, reject) => {
      const stop = (): void => reject(signal.reason as Error);
      signal.addEventListener('abort', stop, { once: true });
      work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
  }
}

/**
 * Talks to Excel; what it no longer finds is looked up anew, once. Rejects with a refusal for
 * what Excel can send, with the signal's reason when stopped.
 */
export async function talk<T>(
  surroundings: Surroundings,
  options: TalkOptions,
  speak: (conversation: Conversation) => Promise<T>,
): Promise<T> {
  options.signal?.throwIfAborted();
  let done: { readonly result: T } | undefined;
  const batch = async (context: Excel.RequestContext): Promise<T> => {
    done = undefined;
    const result = await speak(new Conversation(context, surroundings, options.signal));
    done = { result };
    return result;
  };
  const run = (): Promise<T> =>
    options.undoGroup === true
      ? grouped(surroundings, batch)
      : options.context === undefined
        ? Excel.run(batch)
        : Excel.run(options.context as Excel.RequestContext, batch);
  try {
    return await run().catch((error: unknown) => (isGone(error) ? run() : Promise.reject(error)));
  } catch (error) {
    // The run ends with a request of its own, which only tidies up: the work is done without it.
    const tidying = ['wait', 'retry', 'retryOnce'].includes(treatmentOf(error));
    if (done !== undefined && tidying) return done.result;
    throw asExcelRefusal(error, options.sheet ?? '');
  }
}

/**
 * Some calls, and some builds of Excel, fail inside an undo group and nowhere else: then everything
 * is done again without one.
 */
async function grouped<T>(
  surroundings: Surroundings,
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  if (!supports('ExcelApi', '1.20')) return Excel.run(batch);
  try {
    return await Excel.run({ mergeUndoGroup: true }, batch);
  } catch (error) {
    if (!couldBeTheGroup(error)) throw error;
    const result = await Excel.run(batch);
    surroundings.notice({ code: 'excel.undoNotGrouped' });
    return result;
  }
}
