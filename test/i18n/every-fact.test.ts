import { SENTENCES, say } from '#i18n/say/say.ts';
import { sampleFacts } from './sample-facts.ts';

const facts = sampleFacts();

it('knows a sample of every code that a language says, and no other', () => {
  const codes = [...new Set(facts.map(({ code }) => code))].sort();
  expect(codes.length).toBeGreaterThan(150);
  expect(Object.keys(SENTENCES['zh-CN']).sort()).toEqual(codes);
  expect(Object.keys(SENTENCES['en-US']).sort()).toEqual(codes);
});

it.each(['zh-CN', 'en-US'] as const)('every fact is said in a sentence: %s', (language) => {
  const unsaid = facts.flatMap((fact) => {
    try {
      const sentence = say(fact, language);
      return /\S/.test(sentence) && !/undefined|NaN|\[object|\bnull\b|=>/.test(sentence)
        ? []
        : [[fact.code, sentence]];
    } catch (error) {
      return [[fact.code, String(error)]];
    }
  });
  expect(unsaid).toEqual([]);
});
