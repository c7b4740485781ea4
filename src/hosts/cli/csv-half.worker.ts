import { parentPort } from 'node:worker_threads';
import { readRecords } from '#workbook/csv/read-csv.ts';
import { RecordScanner } from '#workbook/csv/record-scanner.ts';
import { ScannedRows } from '#workbook/csv/scanned-rows.ts';
import type { HalfToRead } from './second-reader.ts';

/** Reads the second half of a delimited text while the first is read where the text is needed. */
parentPort?.on('message', ({ bytes, from, delimiter, text }: HalfToRead) => {
  const scanned = text && new ScannedRows(new RecordScanner(text, bytes.length, 1));
  const part = readRecords(bytes, from, delimiter, scanned);
  parentPort?.postMessage(
    part,
    part.columns.flatMap(({ codes, packed, ends, plainIds, fen }) =>
      [codes, packed, ends, plainIds, fen].flatMap((read) => (read === null ? [] : [read.buffer])),
    ),
  );
});
