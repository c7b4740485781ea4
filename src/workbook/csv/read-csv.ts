import type { Sheet } from '#domain/sheet.ts';
import type { Pump } from '../paced-loop.ts';
import { type CsvPart, sheetOfParts } from './csv-part.ts';
import { CsvReader } from './csv-reader.ts';
import { type Encoding, asUtf8, detectEncoding, markLength } from './decode-text.ts';
import { type Delimiter, detectDelimiter } from './delimiter.ts';
import { FieldDecoder, NotThisEncoding } from './field-decoder.ts';
import type { ScannedRows } from './scanned-rows.ts';
import { LF } from '../ascii.ts';

const HEAD = 64 * 1024;
const FIRST_LINES = 5;
const LEAST_FIELDS = 3;
/** Bytes between two looks at the clock. */
const STEP = 1 << 19;

/**
 * Reads the records from byte `from` to the end beside us; `null` when they are no UTF-8 or
 * anything else is wrong with them. `bytes` may be shared with whoever reads.
 */
export type ReadTheRest = (
  bytes: Uint8Array,
  from: number,
  delimiter: Delimiter,
) => Promise<CsvPart | null>;

/** Who helps with a large text. */
export interface Helpers {
  /** Reads the second half at the same time. */
  readonly rest?: ReadTheRest | undefined;
  /** Rows of the same bytes. */
  readonly scanned?: ScannedRows | undefined;
}

/** Reads delimited text into a sheet of texts, exactly as typed. */
export async function readCsv(
  bytes: Uint8Array,
  name: string,
  pump: Pump,
  step = STEP,
  helpers: Helpers = {},
): Promise<Sheet> {
  const plain = withPlainSeparators(bytes);
  if (plain !== undefined) return read(plain, 'utf-8', name, { pump, step });
  // Most files are UTF-8. That one is not shows at its first different text that is not ASCII, long
  // before a pass over all bytes would have told.
  const said =
    markLength(bytes) === 2 ? undefined : await attempt(bytes, name, { ...helpers, pump, step });
  if (said !== undefined) return said;
  const encoding = detectEncoding(bytes);
  return hidesSeparators(encoding, delimiterOf(bytes, encoding))
    ? read(asUtf8(bytes, encoding), 'utf-8', name, { pump, step, fatal: false })
    : read(bytes, encoding, name, { pump, step, fatal: false });
}

/**
 * Text whose fields are separated by ；or ，as Chinese input methods write them, with the plain
 * mark instead; `undefined` where the first lines have a separator of their own.
 */
function withPlainSeparators(bytes: Uint8Array): Uint8Array | undefined {
  const encoding = detectEncoding(bytes.subarray(0, HEAD));
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD));
  const lines = head.split(/\r?\n/, FIRST_LINES).filter((line) => line.trim() !== '');
  if (lines.length === 0 || lines.some((line) => /[,;|\t"]/.test(line))) return undefined;
  const mark = ['；', '，'].find((each) =>
    lines.every((line) => line.split(each).length >= LEAST_FIELDS),
  );
  if (mark === undefined) return undefined;
  const text = new TextDecoder(encoding).decode(bytes);
  return new TextEncoder().encode(text.replaceAll(mark, mark === '；' ? ';' : ','));
}

/** A byte that looks like a separator may be the second half of a character. */
const hidesSeparators = (encoding: Encoding, delimiter: Delimiter): boolean =>
  encoding === 'gb18030' ? delimiter === '|' : encoding !== 'utf-8';

interface Reading extends Helpers {
  readonly pump: Pump;
  readonly step: number;
  readonly fatal?: boolean;
}

/** `undefined` when the bytes are not UTF-8. */
async function attempt(
  bytes: Uint8Array,
  name: string,
  reading: Reading,
): Promise<Sheet | undefined> {
  try {
    return await read(bytes, 'utf-8', name, { ...reading, fatal: true });
  } catch (error) {
    if (error instanceof NotThisEncoding) return undefined;
    throw error;
  }
}

async function read(
  bytes: Uint8Array,
  encoding: Encoding,
  name: string,
  { pump, step, fatal = false, rest, scanned }: Reading,
): Promise<Sheet> {
  const delimiter = delimiterOf(bytes, encoding);
  const decoder = new FieldDecoder(bytes, encoding, fatal);
  const reader = new CsvReader(bytes, markLength(bytes), delimiter, decoder, scanned);
  const half = rest === undefined ? bytes.length : afterMiddle(bytes);
  const beside = half < bytes.length ? rest?.(bytes, half, delimiter) : undefined;
  await pump.run(steps(reader, step, half), () => reader.rows);
  // A record that runs over the middle is a field of several lines: the rest began inside it.
  const second = reader.position === half ? await beside : null;
  if (second !== null && second !== undefined) return sheetOfParts(name, [reader.part(), second]);
  await pump.run(steps(reader, step, bytes.length), () => reader.rows);
  return sheetOfParts(name, [reader.part()]);
}

/** Behind the first line end after the middle. */
function afterMiddle(bytes: Uint8Array): number {
  const end = bytes.indexOf(LF, bytes.length >> 1);
  return end < 0 ? bytes.length : end + 1;
}

function* steps(reader: CsvReader, step: number, stop: number): Generator<void, void, void> {
  for (let more = true; more;) {
    more = reader.read(step, stop);
    yield;
  }
}

/** Records from byte `from` on; throws `NotThisEncoding` when they are no UTF-8. */
export function readRecords(
  bytes: Uint8Array,
  from: number,
  delimiter: Delimiter,
  scanned?: ScannedRows,
): CsvPart {
  const decoder = new FieldDecoder(bytes, 'utf-8', true);
  const reader = new CsvReader(bytes, from, delimiter, decoder, scanned);
  reader.read(bytes.length);
  return reader.part();
}

/** What the first lines say. */
export function delimiterOf(bytes: Uint8Array, encoding: Encoding): Delimiter {
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD));
  const said = /^sep=([,;\t|])\r?\n/.exec(head)?.[1];
  return said === ',' || said === ';' || said === '\t' || said === '|'
    ? said
    : detectDelimiter(head);
}
