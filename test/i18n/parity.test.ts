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

/** Details that choose among words of their own; every other detail may be anything. */
const CHOOSING: ReadonlyMap<unknown, unknown> = new Map<string, unknown>([
  ['column', 'threshold'],
  ['other', 'rate'],
  ['why', 'beside'],
  ['reason', { code: 'excel.cellEdit' }],
]);

// A proxy stands for every other detail of the fact: a number, a text, a list or a function.
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
const factOf = (code: string): { readonly code: string } =>
  new Proxy(
    { code },
    { get: (_, name) => (name === 'code' ? code : (CHOOSING.get(name) ?? anything)) },
  );

/** The sentence, or what went wrong while it was put together. */
function said(code: string, language: 'zh-CN' | 'en-US'): string {
  try {
    return say(factOf(code), language);
  } catch (error) {
    return String(error);
  }
}

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
  for (const language of ['zh-CN', 'en-US'] as const)
    expect(
      spoken
        .map((code) => [code, said(code, language)] as const)
        .filter(
          ([code, sentence]) => !sentence || sentence === code || sentence.includes('Error: '),
        ),
    ).toEqual([]);
});
