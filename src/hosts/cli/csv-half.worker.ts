import { parentPort } from 'node:worker_threads';
import { readRecords } from '#workbook/csv/read-csv.ts';
import type { HalfToRead } from './second-reader.ts';

/** Reads the second half of a delimited text while the first is read where the text is needed. */
parentPort?.on('message', ({ bytes, from, delimiter }: HalfToRead) => {
  const part = readRecords(bytes, from, delimiter);
  parentPort?.postMessage(
    part,
    part.columns.flatMap(({ codes, packed, ends, plainIds, fen }) =>
      [codes, packed, ends, plainIds, fen].flatMap((read) => (read === null ? [] : [read.buffer])),
    ),
  );
});
