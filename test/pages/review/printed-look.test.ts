import type { Language } from '#domain/language.ts';
import { NO_FEN } from '#domain/money/fen.ts';
import type { Page } from '#pages/page.ts';
import { statementWords } from '#pages/statement/statement-language.ts';
import { statementPage } from '#pages/statement/statement-page.ts';
import { pagesIn } from './pages-in.ts';
import { textOf } from './read-page.ts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en-US'];
const textsOf = (page: Page): readonly string[] =>
  page.rows.flatMap(({ cells }) => cells.map(textOf)).filter((text) => text !== '');

describe.each(LANGUAGES)('a printed review in %s', (language) => {
  const pages = pagesIn(language);
  const [, details] = pages;

  test('begins all it shows at the same edge, its band too', () => {
    const totals = { ledger: NO_FEN, statement: NO_FEN, difference: NO_FEN };
    const nothing = { title: 'a.csv', period: '2025', totals, causes: [], groups: [] };
    const statement = statementPage(
      { ...nothing, agreeing: 1, beside: [], letter: ['…'] },
      statementWords(language),
      'Calibri',
    );
    for (const { rows } of [...pages, statement])
      expect(rows.filter(({ cells }) => (cells[0]?.style ?? null) !== null)).toEqual([]);
  });
  test('says what the green line means before the first figure over one', () => {
    const legend = details.rows.findIndex(({ cells }) =>
      /绿色细线|thin green line/.test(textOf(cells[1])),
    );
    const section = details.rows.findIndex(({ cells }) => cells[1]?.style === 'section');
    expect([legend > 0, legend < section]).toEqual([true, true]);
  });
  test('writes no sign before an amount in a sentence: a line may end between the two', () =>
    expect(pages.flatMap(textsOf).filter((text) => /[。.].*[+−-]¥/.test(text))).toEqual([]));
  test('names no cost where there is none', () =>
    expect(
      pages.flatMap(textsOf).filter((text) => /成本 ¥0\.00|cost (of )?¥0\.00/.test(text)),
    ).toEqual([]));
  test('gives the sum of the chances as the chances are given', () => {
    const styles = new Set(details.rows.flatMap(({ cells }) => cells.map((cell) => cell?.style)));
    expect([styles.has('chance'), styles.has('total-chance')]).toEqual([true, true]);
  });
});
