import { PAGE_LOOK } from '#pages/page-look.ts';
import type { Page, PageStyle } from '#pages/page.ts';
import { lineHeight, linesOf } from '#pages/text-height.ts';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';
import { rowHeights } from '../../workbook/libreoffice.ts';
import { pagesIn } from './pages-in.ts';

interface Shown {
  readonly text: string;
  readonly style: PageStyle;
  readonly width: number;
  /** Of its row. */
  readonly height: number;
  readonly font: string;
  /** Whether no other text of its row could have made it higher. */
  readonly alone: boolean;
}

/** One-line texts with the look they would have if they wrapped: two lines of it are a cut text. */
const WRAPPED: Readonly<Partial<Record<PageStyle, PageStyle>>> = {
  text: 'wrapped',
  label: 'label-wrapped',
  link: 'link-wrapped',
  center: 'center-wrapped',
};

/** Every text that has nothing but its own cell's room, once. */
function textsOf(page: Page): readonly Shown[] {
  const spans = new Map(
    (page.merges ?? []).map((merge) => [`${merge.row} ${merge.column}`, merge]),
  );
  const { font = '' } = page;
  const texts = page.rows.flatMap(({ cells, height = 0 }, row) =>
    cells.flatMap((cell, column): readonly Shown[] => {
      const style = cell?.style === undefined ? undefined : (WRAPPED[cell.style] ?? cell.style);
      if (typeof cell?.value !== 'string' || cell.value === '' || style === undefined) return [];
      if (PAGE_LOOK[style].wrap !== true) return [];
      const columns = spans.get(`${row} ${column}`)?.columns ?? 1;
      const width = page.columnWidths
        .slice(column, column + columns)
        .reduce((sum, each) => sum + each, 0);
      const alone = cells.filter((each) => typeof each?.value === 'string').length < 3;
      return [{ text: cell.value, style, width, height, font, alone }];
    }),
  );
  return [...new Map(texts.map((each) => [JSON.stringify(each), each])).values()];
}

/** The texts one below the other, each in a column of its width, their rows of no set height. */
function loose(texts: readonly Shown[]): Uint8Array {
  const widths = [...new Set(texts.map(({ width }) => width))];
  const page: Page = {
    name: 'texts',
    mark: '',
    frozenRows: 0,
    charts: [],
    columnWidths: widths,
    rows: texts.map(({ text, style, width }) => ({
      cells: widths.map((each) => (each === width ? { value: text, style } : null)),
    })),
    font: texts[0]?.font ?? '',
  };
  return newWorkbook([page]);
}

/** What takes several lines, in columns of other widths too. */
const WIDTHS = [30, 45, 60, 75, 90, 105, 120] as const;
const widened = (texts: readonly Shown[]): readonly Shown[] =>
  texts
    .filter(({ text }) => text.length > 100)
    .flatMap((each) =>
      WIDTHS.map((width) => ({ ...each, width, height: lineHeight([{ ...each, width }]) })),
    );

/** So many texts a file: LibreOffice works out no more rows. */
const ROWS = 100;

/** The texts by file, in their order: those of a file have one font. */
function filesOf(texts: readonly Shown[], prefix = ''): Readonly<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const font of new Set(texts.map((each) => each.font))) {
    const own = texts.filter((each) => each.font === font);
    for (let from = 0; from < own.length; from += ROWS)
      files[`${prefix}${font} ${from}`] = loose(own.slice(from, from + ROWS));
  }
  return files;
}

/** Texts of one line and of eleven, from which the height of a line follows. */
const LINES = 11;
const RULERS = [
  { font: 'Microsoft YaHei', letter: '中' },
  { font: 'Calibri', letter: 'n' },
] as const;
const ruler = ({ font, letter }: (typeof RULERS)[number]): readonly Shown[] =>
  [1, LINES].map((lines) => ({
    text: Array.from({ length: lines }, () => letter).join('\n'),
    style: 'wrapped',
    width: 20,
    height: 0,
    font,
    alone: true,
  }));

describe('rows of the review as LibreOffice lays their texts out', () => {
  const texts = (['zh-CN', 'en-US'] as const).flatMap((language) => {
    const own = pagesIn(language).flatMap(textsOf);
    return [...own, ...widened(own)];
  });
  const rulers = RULERS.flatMap(ruler);
  let heights: readonly number[];
  beforeAll(async () => {
    const laid = await rowHeights({ ...filesOf(texts), ...filesOf(rulers, 'ruler ') });
    heights = Object.values(laid).flat();
  });
  /** Lines of a text, as many as its row is high; letters alone stand lower than Chinese ones. */
  const linesAt = (at: number): number => {
    const { font, style } = texts[at] as Shown;
    const from = texts.length + 2 * RULERS.findIndex((each) => each.font === font);
    const [one, eleven] = [heights[from] as number, heights[from + 1] as number];
    const scale = (PAGE_LOOK[style].size ?? 10) / 10;
    const pitch = ((eleven - one) / (LINES - 1)) * scale;
    return Math.round(1 + ((heights[at] as number) - one * scale) / pitch);
  };
  const isNarrow = ({ text }: Shown): boolean => !/[\u2e80-\uffff]/.test(text);

  test('every text of a page is looked at, long and short', () => {
    expect(heights).toHaveLength(texts.length + rulers.length);
    expect(Math.max(...texts.map((_, at) => linesAt(at)))).toBeGreaterThan(6);
  });
  test('no line of any text is cut', () => {
    const cut = texts.filter(
      (each, at) =>
        each.height < (heights[at] as number) ||
        ((isNarrow(each) || each.font !== 'Calibri') && linesOf(each) < linesAt(at)),
    );
    expect(cut).toEqual([]);
  });
  test('English texts of several lines take hardly more lines than they need', () => {
    const several = texts.flatMap((each, at) => {
      const own = linesAt(at);
      const isRow = each.alone && lineHeight([each]) === each.height;
      return each.font === 'Calibri' && isRow && own > 1 ? [{ own, given: linesOf(each) }] : [];
    });
    const sum = (of: 'own' | 'given'): number => several.reduce((all, each) => all + each[of], 0);
    expect(several.length).toBeGreaterThan(80);
    expect(sum('given') / sum('own')).toBeLessThan(1.14);
  });
});
