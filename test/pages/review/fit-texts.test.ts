import { Canvas } from '#pages/review/canvas.ts';
import { fitTexts } from '#pages/review/fit-texts.ts';
import type { PageStyle } from '#pages/page.ts';

const LONG = '上海某某云计算科技发展有限责任公司华东第二分公司';

function fitted(value: string, style: PageStyle, span = 1) {
  const canvas = new Canvas([1, 12, 12, 12]);
  const row = canvas.row([
    { value, style },
    { value: 1, style: 'money' },
  ]);
  canvas.span(row, 1, span);
  fitTexts(canvas);
  return { cell: canvas.cell(row, 1), height: canvas.heightOf(row) };
}

describe('no text is cut by its cell', () => {
  test.each<[PageStyle, PageStyle]>([
    ['text', 'wrapped'],
    ['label', 'label-wrapped'],
    ['link', 'link-wrapped'],
    ['money', 'right-wrapped'],
    ['holds', 'holds'],
    ['header', 'header'],
  ])('a long %s wraps, and its row grows by lines', (style, wrapped) => {
    const { cell, height } = fitted(LONG, style);
    expect([cell?.value, cell?.style]).toEqual([LONG, wrapped]);
    // 24 characters of about two places, five in a line of a column of twelve that has an edge.
    expect(height).toBe(78);
  });
  test('a head in words parts at the blank nearest to its middle', () => {
    expect(fitted('Sales that set the tier', 'header-right').cell?.value).toBe(
      'Sales that\nset the tier',
    );
    expect(fitted('Rate', 'header-right').cell?.value).toBe('Rate');
    expect(fitted('Sales that set the tier', 'text').cell?.value).toBe('Sales that set the tier');
  });
  test('what fits stays as it is', () => {
    expect(fitted('华东一区', 'text')).toEqual({
      cell: { value: '华东一区', style: 'text' },
      height: 18,
    });
  });
  test('no row is higher than Excel has them', () =>
    expect(fitted(LONG.repeat(99), 'text').height).toBe(409));
  test('merged cells give their whole width', () =>
    expect(fitted(LONG, 'wrapped', 3).height).toBe(33));
  test('words are not broken where they fit: "Chance of next tier" takes two lines of twelve', () =>
    expect(fitted('Chance of next tier', 'header-right').height).toBe(28.5));
});
