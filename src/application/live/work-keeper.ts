import type { KeptFile, KeptWork, Keeping, WorkShelf } from './kept-work.ts';
import { workFound } from './work-found.ts';

/**
 * Keeps the work on one open file. What changes while a write is under way goes with the next one:
 * a fast typist waits for no write, and none is left out. Work that another page has kept on the
 * same file is not written over before somebody has said so.
 */
export class WorkKeeper {
  private writing: Promise<void> | null = null;
  private again = false;
  private state: Keeping = 'kept';
  private turn = 0;

  /** @param shelf - null: nothing can be kept here */
  constructor(
    private shelf: WorkShelf | null,
    private readonly file: KeptFile,
    private readonly work: () => KeptWork,
  ) {}

  get keeping(): Keeping {
    return this.shelf === null ? 'unkept' : this.state;
  }

  /** @param turn - of the kept work that was taken up; 0 for none */
  async begin(turn: number): Promise<void> {
    this.turn = turn;
    await this.guarded((shelf) => shelf.keepFile(this.file));
  }

  /** Settles when what is there now is kept, or cannot be. */
  async keep(): Promise<void> {
    this.again = true;
    this.writing ??= this.write().finally(() => {
      this.writing = null;
    });
    await this.writing;
  }

  /** Settles when no write is under way. */
  async rest(): Promise<void> {
    await this.writing;
  }

  /** This page's work is what is to be kept, whatever another page has written. */
  async takeOver(): Promise<void> {
    await this.rest();
    await this.guarded(async (shelf) => {
      this.turn = workFound(await shelf.work(this.file.id))?.turn ?? 0;
    });
    this.state = 'kept';
    await this.keep();
  }

  /** What comes later is kept no more. */
  stop(): void {
    this.shelf = null;
  }

  private async write(): Promise<void> {
    while (this.again && this.state !== 'elsewhere') {
      this.again = false;
      await this.guarded(async (shelf) => {
        const turn = await shelf.keepWork(this.file.id, this.work(), this.turn);
        if (turn === null) this.state = 'elsewhere';
        else this.turn = turn;
      });
    }
  }

  /** A shelf that is full or forbidden must not stop the work itself; the page says so. */
  private async guarded(act: (shelf: WorkShelf) => Promise<void>): Promise<void> {
    if (this.shelf === null) return;
    try {
      if (this.state === 'unkept') this.state = 'kept';
      await act(this.shelf);
    } catch {
      this.state = 'unkept';
    }
  }
}
