import { LONGEST_SHOWN } from '#domain/bounds.ts';
import { say } from '#i18n/say/say.ts';

const long = `甲${'\u{1F600}'.repeat(5000)}乙.xlsx`;

describe.each(['zh-CN', 'en-US'] as const)('a name of pages in a sentence (%s)', (language) => {
  it('is shown by its beginning and its end', () => {
    const sentence = say({ code: 'file.empty', name: long }, language);
    expect(sentence).toMatch(/甲(\u{1F600})+…(\u{1F600})+乙\.xlsx/u);
    expect([...sentence].length).toBeLessThan(300);
    expect(sentence).not.toMatch(/\p{Surrogate}/u);
  });

  it('also where a sentence names several', () => {
    const components = [long, long];
    const sentence = say({ code: 'advice.meets-conditions', components }, language);
    expect(sentence.match(/…/g)).toHaveLength(2);
    expect([...sentence].length).toBeLessThan(600);
  });

  it('is whole as long as a header may be', () => {
    const name = '名'.repeat(LONGEST_SHOWN);
    expect(say({ code: 'file.empty', name }, language)).toContain(name);
    expect(say({ code: 'file.empty', name: `${name}名` }, language)).toContain('名…名');
  });
});
