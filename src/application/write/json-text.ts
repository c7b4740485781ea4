/** A list that is made while it is written: each line the JSON of one element. */
export class JsonLines {
  constructor(readonly lines: Iterable<string>) {}
}

const PIECE = 1 << 16;

/**
 * The JSON of a value in pieces of some 64 KB, so that a million rows never stand in one text: as
 * `JSON.stringify(value, null, 1)` writes it, but each element of a `JsonLines` on one line. Ends
 * with a line break.
 */
export function* jsonText(value: unknown): Generator<string, void, void> {
  let piece = '';
  for (const part of parts(value, '\n')) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n`;
}

/** @param pad - a line break and the indentation of the value's own line */
function* parts(value: unknown, pad: string): Generator<string, void, void> {
  if (value instanceof JsonLines) yield* list(value.lines, pad);
  else if (Array.isArray(value)) yield* list(texts(value, pad), pad);
  else if (isRecord(value)) yield* record(value, pad);
  else yield JSON.stringify(value) ?? 'null';
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !('toJSON' in value);

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

function* record(value: object, pad: string): Generator<string, void, void> {
  let before = '{';
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${before}${pad} ${JSON.stringify(name)}: `;
    yield* parts(member, `${pad} `);
    before = ',';
  }
  yield before === '{' ? '{}' : `${pad}}`;
}
