import { reviewWords as english } from '#i18n/en-US/review.ts';
import { reviewWords as chinese } from '#i18n/zh-CN/review.ts';
import { pagesIn } from './pages-in.ts';
import { sectionRows, textOf } from './read-page.ts';

const WORDS = { 'zh-CN': chinese, 'en-US': english } as const;

describe.each(['zh-CN', 'en-US'] as const)('why these actions, in %s', (language) => {
  const [, page] = pagesIn(language);
  const rows = sectionRows(page, WORDS[language].sections.actionDetails).map((cells) =>
    cells.map((cell) => textOf(cell)).find((each) => each !== ''),
  );
  const texts = rows.filter((each) => each !== undefined);
  const sentences = texts.flatMap((each) => each.split(language === 'zh-CN' ? '。' : /(?<=\.) /u));
  const notes = texts.flatMap((each) => /^([a-z]) {2}/u.exec(each)?.slice(1) ?? []);

  test('what several actions rest on is said once', () => {
    const long = sentences.filter((each) => each.length > (language === 'zh-CN' ? 12 : 25));
    expect(long.filter((each, at) => long.indexOf(each) !== at)).toEqual([]);
    expect(long.length).toBeGreaterThan(20);
  });
  test('its notes are lettered, and every one of them is named by two actions or more', () => {
    const named = texts.flatMap(
      (each) =>
        (language === 'zh-CN' ? /另见上文 ([a-z、]+)。/u : /See notes? ([a-z, ]+) above/u)
          .exec(each)?.[1]
          ?.match(/[a-z]/gu) ?? [],
    );
    expect(notes.length).toBeGreaterThan(2);
    expect(notes).toEqual(notes.map((_, at) => String.fromCodePoint(97 + at)));
    for (const note of notes)
      expect(named.filter((each) => each === note).length).toBeGreaterThan(1);
    expect(new Set(named)).toEqual(new Set(notes));
  });
});
