import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../src/i18n');
const topics = readdirSync(join(folder, 'en-US'));

/** Every function in a topic file whose name is a code ("topic.what") is a sentence of a fact. */
const codesOf = (language: string, topic: string): readonly string[] =>
  Object.values(jest.requireActual<Record<string, unknown>>(join(folder, language, topic)))
    .filter(
      (value): value is Record<string, unknown> => typeof value === 'object' && value !== null,
    )
    .flatMap((value) =>
      Object.entries(value)
        .filter(
          ([key, sentence]) => typeof sentence === 'function' && /^[a-z]+\.[a-z-]+$/i.test(key),
        )
        .map(([key]) => key),
    );

it('both languages have the same topics', () => {
  expect(readdirSync(join(folder, 'zh-CN')).sort()).toEqual([...topics].sort());
});

it.each(topics)('%s says the same facts in both languages', (topic) => {
  expect(codesOf('zh-CN', topic)).toEqual(codesOf('en-US', topic));
});
