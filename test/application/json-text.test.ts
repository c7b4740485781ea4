import fc from 'fast-check';
import { JsonLines, jsonText } from '#application/write/json-text.ts';

test('any value is written as JSON.stringify writes it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect([...jsonText(value)].join('')).toBe(`${JSON.stringify(value, null, 1)}\n`);
    }),
  );
});

test('a list made while it is written stands one element a line', () => {
  const value = {
    rows: new JsonLines(['{"a":1}', '2']),
    none: new JsonLines([]),
    absent: undefined,
  };
  expect([...jsonText(value)].join('')).toBe(
    '{\n "rows": [\n  {"a":1},\n  2\n ],\n "none": []\n}\n',
  );
});

test('a long list comes in pieces, and no more of it is made than is asked for', () => {
  let made = 0;
  function* rows(): Generator<string> {
    for (; made < 1_000_000; made++) yield `"${made}"`;
  }
  const pieces = jsonText({ rows: new JsonLines(rows()) });
  const first = pieces.next();
  expect(typeof first.value === 'string' && first.value.length).toBeLessThan(70_000);
  expect(made).toBeLessThan(10_000);
});
