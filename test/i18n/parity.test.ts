import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '#i18n/say.ts';

const folder = join(__dirname, '../../src/i18n');
const topics = readdirSync(join(folder, 'en-US'));

/** Every function in a topic file whose name is a code ("topic.what") is a sentence of a fact. */
const codesOf = (language: string, topic: string): readonly string[] =>
  Object.values(require(join(folder, language, topic)) as Record<string, unknown>)
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

it('every fact that the reader, the check, the statement, the files or advice can say reaches the screen', () => {
  const spoken = [
    'ledger',
    'compliance',
    'policy',
    'files',
    'run',
    'cli',
    'decision',
    'forecast',
    'advice',
    'settlement',
    'excel',
  ].flatMap((topic) => codesOf('en-US', `${topic}.ts`));
  expect(spoken.length).toBeGreaterThan(100);
  // A proxy stands for every detail of the fact: only whether there is a sentence matters here.
  const anything: unknown = new Proxy(() => '', {
    get: (_, name) =>
      name === Symbol.toPrimitive
        ? () => '1'
        : name === 'length'
          ? 0
          : name === Symbol.iterator
            ? [][Symbol.iterator].bind([])
            : anything,
    apply: () => anything,
  });
  const unsaid = spoken.filter((code) => {
    try {
      return (
        say(
          new Proxy(
            { code },
            { get: (target, name) => (name === 'code' ? target.code : anything) },
          ),
          'zh-CN',
        ) === code
      );
    } catch {
      return false;
    }
  });
  expect(unsaid).toEqual([]);
});
