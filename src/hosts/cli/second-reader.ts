import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CsvPart } from '#workbook/csv/csv-part.ts';
import type { Delimiter } from '#workbook/csv/delimiter.ts';
import { RecordScanner, type ScannedText, roomToScan } from '#workbook/csv/record-scanner.ts';
import { ScannedRows } from '#workbook/csv/scanned-rows.ts';

/** Below this a second thread takes longer to start than it saves. */
const LARGE = 16 * 1024 * 1024;

export interface HalfToRead {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly delimiter: Delimiter;
  /** What the bytes stand in, where they can be scanned. */
  readonly text: ScannedText | undefined;
}

/** A thread that reads the second half of a large delimited text. */
export class SecondReader {
  private readonly worker: Worker;
  private readonly failed: Promise<null>;
  private text: ScannedText | undefined;

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

  /** Where both threads can see a text of so many bytes, and scan it if the machine has room. */
  roomFor(size: number): Uint8Array {
    try {
      this.text = roomToScan(size);
      return new Uint8Array(this.text.memory.buffer, 0, size);
    } catch {
      return new Uint8Array(new SharedArrayBuffer(size));
    }
  }

  /** The rows of a text that stands in our room. */
  scannedIn(bytes: Uint8Array): ScannedRows | undefined {
    const { text } = this;
    return text === undefined || bytes.buffer !== text.memory.buffer
      ? undefined
      : new ScannedRows(new RecordScanner(text, bytes.length, 0));
  }

  readonly read = (
    bytes: Uint8Array,
    from: number,
    delimiter: Delimiter,
  ): Promise<CsvPart | null> => {
    const part = new Promise<CsvPart>((resolve) => this.worker.once('message', resolve));
    const text = bytes.buffer === this.text?.memory.buffer ? this.text : undefined;
    this.worker.postMessage({ bytes, from, delimiter, text } satisfies HalfToRead);
    return Promise.race([part, this.failed]);
  };

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
