import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CsvPart } from '#workbook/csv/csv-part.ts';
import type { Delimiter } from '#workbook/csv/delimiter.ts';

/** Below this a second thread takes longer to start than it saves. */
const LARGE = 16 * 1024 * 1024;

export interface HalfToRead {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly delimiter: Delimiter;
}

/** A thread that reads the second half of a large delimited text. */
export class SecondReader {
  private readonly worker: Worker;
  private readonly failed: Promise<null>;

  private constructor(script: URL) {
    this.worker = new Worker(script);
    // Whatever goes wrong here goes wrong again where it can be told: in the thread that asked.
    this.failed = new Promise((resolve) => {
      this.worker.once('error', () => resolve(null)).once('exit', () => resolve(null));
    });
  }

  /**
   * Starts at once, so that it is ready when the bytes are; none for what one thread reads sooner.
   */
  static async forFile(path: string): Promise<SecondReader | null> {
    const script = new URL('./csv-half.worker.mjs', import.meta.url);
    const isText = /\.(csv|tsv|txt)$/i.test(path) && availableParallelism() > 1;
    if (!isText || !existsSync(script)) return null;
    const found = await stat(path).catch(() => null);
    return found?.isFile() === true && found.size >= LARGE ? new SecondReader(script) : null;
  }

  readonly read = (
    bytes: Uint8Array,
    from: number,
    delimiter: Delimiter,
  ): Promise<CsvPart | null> => {
    const part = new Promise<CsvPart>((resolve) => this.worker.once('message', resolve));
    this.worker.postMessage({ bytes, from, delimiter } satisfies HalfToRead);
    return Promise.race([part, this.failed]);
  };

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
