import fc from 'fast-check';
import { JsonLines, jsonText } from '#application/write/json-text.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (pieces: Iterable<string | Uint8Array>): string =>
  [...pieces]
    .map((piece) => (typeof piece === 'string' ? piece : new TextDecoder().decode(piece)))
    .join('');

test('any value is written as JSON.stringify writes it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(textOf(jsonText(value))).toBe(`${JSON.stringify(value, null, 1)}\n`);
    }),
  );
});

test('a list made while it is written stands one element a line', () => {
  const list = (...elements: readonly string[]): JsonLines =>
    new JsonLines((between) => ['', elements.join(between), ''].map(bytes));
  const value = { rows: list('{"a":1}', '2'), none: list(), absent: undefined };
  expect(textOf(jsonText(value))).toBe('{\n "rows": [\n  {"a":1},\n  2\n ],\n "none": []\n}\n');
});

test('no more of a long list is made than is asked for', () => {
  let made = 0;
  function* rows(): Generator<Uint8Array> {
    for (; made < 1000; made++) yield bytes(`"${made}"`);
  }
  const pieces = jsonText({ rows: new JsonLines(rows) });
  expect(textOf([pieces.next().value!, pieces.next().value!])).toBe('{\n "rows": [\n  "0"');
  expect(made).toBeLessThan(2);
});

test('a long text comes in pieces', () => {
  const pieces = [...jsonText(Array.from({ length: 100_000 }, (_, i) => i))];
  for (const piece of pieces) expect(piece.length).toBeLessThan(140_000);
  expect(pieces.length).toBeGreaterThan(8);
});
