/** A list that is made while it is written, as bytes. */
export class JsonLines {
  /** @param pieces - the JSON of the elements, with a text between each and the next */
  constructor(readonly pieces: (between: string) => Iterable<Uint8Array>) {}
}

const PIECE = 1 << 16;

/**
 * The JSON of a value in pieces of some 64 KB, so that a million rows never stand in one text: as
 * `JSON.stringify(value, null, 1)` writes it, but each element of a `JsonLines` on one line. Ends
 * with a line break.
 */
export function* jsonText(value: unknown): Generator<string | Uint8Array, void, void> {
  let piece = '';
  for (const part of parts(value, '\n')) {
    if (typeof part === 'string') piece += part;
    if (typeof part === 'string' && piece.length < PIECE) continue;
    if (piece !== '') yield piece;
    piece = '';
    if (typeof part !== 'string') yield part;
  }
  yield `${piece}\n`;
}

/** @param pad - a line break and the indentation of the value's own line */
function* parts(value: unknown, pad: string): Generator<string | Uint8Array, void, void> {
  if (value instanceof JsonLines) yield* lines(value, pad);
  else if (Array.isArray(value)) yield* list(texts(value, pad), pad);
  else if (isRecord(value)) yield* record(value, pad);
  else yield JSON.stringify(value) ?? 'null';
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !('toJSON' in value);

function* lines({ pieces }: JsonLines, pad: string): Generator<string | Uint8Array, void, void> {
  let isEmpty = true;
  for (const piece of pieces(`,${pad} `)) {
    if (piece.length === 0) continue;
    if (isEmpty) yield `[${pad} `;
    isEmpty = false;
    yield piece;
  }
  yield isEmpty ? '[]' : `${pad}]`;
}

function* list(elements: Iterable<string>, pad: string): Generator<string, void, void> {
  let piece = '';
  let before = '[';
  for (const element of elements) {
    piece += `${before}${pad} ${element}`;
    before = ',';
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield before === '[' ? '[]' : `${piece}${pad}]`;
}

function* texts(values: readonly unknown[], pad: string): Generator<string, void, void> {
  for (const value of values)
    yield (JSON.stringify(value, null, 1) ?? 'null').replaceAll('\n', `${pad} `);
}

function* record(value: object, pad: string): Generator<string | Uint8Array, void, void> {
  let before = '{';
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${before}${pad} ${JSON.stringify(name)}: `;
    yield* parts(member, `${pad} `);
    before = ',';
  }
  yield before === '{' ? '{}' : `${pad}}`;
}
