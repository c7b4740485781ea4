import type { Sheet } from '#domain/sheet.ts';
import type { Pump } from '../paced-loop.ts';
import { CsvReader } from './csv-reader.ts';
import { type Encoding, asUtf8, detectEncoding, markLength } from './decode-text.ts';
import { type Delimiter, detectDelimiter } from './delimiter.ts';
import { FieldDecoder, NotThisEncoding } from './field-decoder.ts';

const HEAD = 64 * 1024;
/** Bytes between two looks at the clock. */
const STEP = 1 << 19;

/** Reads delimited text into a sheet of texts, exactly as typed. */
export async function readCsv(
  bytes: Uint8Array,
  name: string,
  pump: Pump,
  step = STEP,
): Promise<Sheet> {
  // Most files are UTF-8. That one is not shows at its first different text that is not ASCII, long
  // before a pass over all bytes would have told.
  const said = markLength(bytes) === 2 ? undefined : await attempt(bytes, name, pump, step);
  if (said !== undefined) return said;
  const encoding = detectEncoding(bytes);
  return hidesSeparators(encoding, delimiterOf(bytes, encoding))
    ? read(asUtf8(bytes, encoding), 'utf-8', name, { pump, step, fatal: false })
    : read(bytes, encoding, name, { pump, step, fatal: false });
}

/** A byte that looks like a separator may be the second half of a character. */
const hidesSeparators = (encoding: Encoding, delimiter: Delimiter): boolean =>
  encoding === 'gb18030' ? delimiter === '|' : encoding !== 'utf-8';

/** `undefined` when the bytes are not UTF-8. */
async function attempt(
  bytes: Uint8Array,
  name: string,
  pump: Pump,
  step: number,
): Promise<Sheet | undefined> {
  try {
    return await read(bytes, 'utf-8', name, { pump, step, fatal: true });
  } catch (error) {
    if (error instanceof NotThisEncoding) return undefined;
    throw error;
  }
}

async function read(
  bytes: Uint8Array,
  encoding: Encoding,
  name: string,
  { pump, step, fatal }: { readonly pump: Pump; readonly step: number; readonly fatal: boolean },
): Promise<Sheet> {
  const reader = new CsvReader(
    bytes,
    markLength(bytes),
    delimiterOf(bytes, encoding),
    new FieldDecoder(bytes, encoding, fatal),
  );
  await pump.run(steps(reader, step), () => reader.rows);
  return reader.sheet(name);
}

function* steps(reader: CsvReader, step: number): Generator<void, void, void> {
  for (let more = true; more;) {
    more = reader.read(step);
    yield;
  }
}

/** What the first lines say. */
export function delimiterOf(bytes: Uint8Array, encoding: Encoding): Delimiter {
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD));
  const said = /^sep=([,;\t|])\r?\n/.exec(head)?.[1];
  return said === ',' || said === ';' || said === '\t' || said === '|'
    ? said
    : detectDelimiter(head);
}
