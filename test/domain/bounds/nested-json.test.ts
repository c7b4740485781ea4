import { DEEPEST_JSON } from '#domain/bounds.ts';
import { parseJson } from '#hosts/cli/parse-json.ts';

const nested = (depth: number, from: string, to: string): Uint8Array =>
  new TextEncoder().encode(`${from.repeat(depth)}"[{"${to.repeat(depth)}`);
const KINDS = [
  ['[', ']'],
  ['{"a":', '}'],
] as const;

test.each(KINDS)('DEEPEST_JSON: %s in one another, and no deeper', (from, to) => {
  expect(parseJson(nested(DEEPEST_JSON, from, to), 'x.json')).toBeInstanceOf(Object);
  for (const depth of [DEEPEST_JSON + 1, 100_000])
    expect(() => parseJson(nested(depth, from, to), 'x.json')).toThrow(
      expect.objectContaining({
        fact: { code: 'cli.json-nested', name: 'x.json', most: DEEPEST_JSON },
      }),
    );
});
