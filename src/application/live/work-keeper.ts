import type { KeptFile, KeptWork, WorkShelf } from './kept-work.ts';

/**
 * Keeps the work on one open file. What changes while a write is under way goes with the next one:
 * a fast typist waits for no write, and none is left out.
 */
export class WorkKeeper {
  private writing: Promise<void> | null = null;
  private again = false;
  private healthy = true;

  /** @param shelf - null: nothing can be kept here */
  constructor(
    private shelf: WorkShelf | null,
    private readonly file: KeptFile,
    private readonly work: () => KeptWork,
  ) {}

  /** Whether what was done so far would survive this page. */
  get isKept(): boolean {
    return this.shelf !== null && this.healthy;
  }

  async begin(): Promise<void> {
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

  /** What comes later is kept no more. */
  stop(): void {
    this.shelf = null;
  }

  private async write(): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.guarded((shelf) => shelf.keepWork(this.file.id, this.work()));
    }
  }

  /** A shelf that is full or forbidden must not stop the work itself; the page says so. */
  private async guarded(act: (shelf: WorkShelf) => Promise<void>): Promise<void> {
    if (this.shelf === null) return;
    try {
      await act(this.shelf);
      this.healthy = true;
    } catch {
      this.healthy = false;
    }
  }
}
