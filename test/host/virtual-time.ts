type Timer = ReturnType<typeof setTimeout>;
interface Waiting {
  readonly at: number;
  readonly run: () => void;
}

/**
 * Time that passes only when it is asked to: a page and its Excel wait for one another for nothing,
 * and what happens in which order never rests on how busy the machine is.
 */
export class VirtualTime {
  private now = 0;
  private last = 0;
  private waiting = new Map<number, Waiting>();
  private readonly real = { setTimeout, clearTimeout };
  private readonly digest = crypto.subtle.digest.bind(crypto.subtle);
  /** Digests are made beside this thread, and take time of the machine. */
  private readonly digests = new Set<Promise<ArrayBuffer>>();

  /** Timers are of this time until `remove`. */
  install(): void {
    const set = (run: () => void, after = 0): Timer => {
      this.waiting.set((this.last += 1), { at: this.now + Math.max(1, after), run });
      return this.last as unknown as Timer;
    };
    const clear = (timer: unknown): void => void this.waiting.delete(timer as number);
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    crypto.subtle.digest = (...what) => {
      const made = this.digest(...what);
      this.digests.add(made);
      return made;
    };
  }

  remove(): void {
    Object.assign(globalThis, this.real);
    crypto.subtle.digest = this.digest;
  }

  /** So many milliseconds pass. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    for (;;) {
      await this.settled();
      const next = this.next();
      if (next === null || next[1].at > end) break;
      this.fire(next);
    }
    this.now = end;
  }

  /** Time passes until the work is done. */
  async through<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = (): void => void (isDone = true);
    work.then(done, done);
    for (await this.settled(); !isDone; await this.settled()) {
      const next = this.next();
      if (next !== null) this.fire(next);
    }
    return work;
  }

  private fire([id, { at, run }]: readonly [number, Waiting]): void {
    this.waiting.delete(id);
    this.now = at;
    run();
  }

  /** The earliest; of two at one time the one that was set first. */
  private next(): readonly [number, Waiting] | null {
    let first: readonly [number, Waiting] | null = null;
    for (const each of this.waiting) if (first === null || each[1].at < first[1].at) first = each;
    return first;
  }

  /** Everything that needs no time of this one has been done. */
  private async settled(): Promise<void> {
    await turn();
    while (this.digests.size > 0) {
      const made = [...this.digests];
      await Promise.all(made);
      for (const each of made) this.digests.delete(each);
      await turn();
    }
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
