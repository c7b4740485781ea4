import { Canvas } from '#pages/review/canvas.ts';
import { planBreaks } from '#pages/review/page/page-breaks.ts';
import { headers, section } from '#pages/review/section.ts';
import type { PageRow } from '#pages/page.ts';

const WIDTHS = Array.from({ length: 11 }, () => 15);
const text = (value: string) => ({ value, style: 'text' as const });

/** A band of four rows, then tables of so many rows, each under its heading. */
function laidOut(tables: readonly number[], whole: readonly number[] = []): readonly PageRow[] {
  const draw = (canvas: Canvas): Canvas => {
    for (let row = 0; row < 4; row += 1)
      canvas.row([{ value: 'title', style: 'title' }], { height: 14 });
    tables.forEach((rows, at) => {
      section(canvas, `section ${at}`);
      canvas.gap(6);
      headers(canvas, [`head ${at}`], [], { whole: whole.includes(at) });
      for (let row = 0; row < rows; row += 1) canvas.row([text(`${at}:${row}`)]);
    });
    return canvas;
  };
  const breaks = planBreaks(draw(new Canvas(WIDTHS)), [1, 1]);
  return draw(new Canvas(WIDTHS, breaks)).rows();
}

const first = (row: PageRow | undefined) => row?.cells[1]?.value ?? null;
const pages = (rows: readonly PageRow[]): readonly (readonly PageRow[])[] => {
  const made: PageRow[][] = [[]];
  for (const row of rows) {
    if (row.pageBreak === true) made.push([]);
    made.at(-1)?.push(row);
  }
  return made;
};

describe('printed pages of the appendix', () => {
  const rows = laidOut([40, 3, 70, 1, 12, 25, 90]);
  const printed = pages(rows);

  test('a table that goes on begins the page with its head', () => {
    const torn = printed.slice(1).filter(([top]) => top?.cells[1]?.style === 'header');
    expect(torn.length).toBeGreaterThan(3);
    for (const page of printed.slice(1)) {
      const top = page.find((row) => first(row) !== null);
      expect(['header', 'section']).toContain(top?.cells[1]?.style);
      const next = page.find((row) => row.cells[1]?.style === 'text');
      const isHead = top?.cells[1]?.style === 'header';
      const head = `head ${String(first(next)).split(':')[0]}`;
      expect([isHead, !isHead || first(top) === head]).toEqual([isHead, true]);
    }
  });
  test('no heading is alone at the end of a page', () => {
    for (const page of printed)
      expect(page.findLast((row) => first(row) !== null)?.cells[1]?.style).toBe('text');
  });
  test('no page is higher than paper, and none but the last is half empty', () => {
    const heights = printed.map((page) => page.reduce((sum, { height = 0 }) => sum + height, 0));
    expect(Math.max(...heights.slice(1))).toBeLessThanOrEqual(510);
    expect(Math.min(...heights.slice(0, -1))).toBeGreaterThan(255);
  });
  test('a table to be kept whole is torn only where much of the page would stay free', () => {
    const shares = (before: number): readonly number[] =>
      pages(laidOut([before, 8, 3], [1]))
        .map((page) => page.filter((row) => String(first(row)).startsWith('1:')).length)
        .filter((own) => own > 0);
    for (let before = 2; before < 26; before += 1) {
      const own = shares(before);
      expect(own.reduce((sum, rows) => sum + rows, 0)).toBe(8);
      for (const rows of own) expect(rows).toBeGreaterThanOrEqual(2);
    }
    expect(shares(13)).toEqual([4, 4]);
    expect(shares(17)).toEqual([8]);
  });
  test('a table that goes on has four rows and more to come, where it has as many', () => {
    const rests: number[] = [];
    for (let rows = 8; rows < 40; rows += 1) {
      const made = pages(laidOut([10, rows, 9]));
      const own = made.map((page) => page.filter((row) => String(first(row)).startsWith('1:')));
      const shares = own.filter(({ length }) => length > 0);
      if (shares.length > 1) rests.push(shares.at(-1)!.length);
    }
    expect(rests.length).toBeGreaterThan(20);
    expect(Math.min(...rests)).toBe(4);
  });
  test('a small table is never torn, wherever it comes', () => {
    for (let before = 2; before < 30; before += 1) {
      for (const rows of [3, 5, 6]) {
        const own = pages(laidOut([before, rows, 9])).filter((page) =>
          page.some((row) => String(first(row)).startsWith('1:')),
        );
        expect([before, rows, own.length]).toEqual([before, rows, 1]);
      }
    }
  });
  test('the last page is no thin one, wherever its table ends', () => {
    const ends: number[] = [];
    for (let rows = 21; rows < 80; rows += 1) {
      const heights = pages(laidOut([2, rows])).map((page) =>
        page.reduce((sum, { height = 0 }) => sum + height, 0),
      );
      expect(Math.max(...heights)).toBeLessThanOrEqual(510);
      expect(Math.min(...heights.slice(1, -1), 510)).toBeGreaterThan(320);
      ends.push(heights.at(-1)!);
    }
    expect(Math.min(...ends)).toBeGreaterThan(180);
  });
  test('a page leaves a third free at most, that before the last two fifths, in any book', () => {
    for (let rows = 5; rows < 30; rows += 1) {
      const made = pages(
        laidOut(
          Array.from({ length: 12 }, () => rows),
          [0, 1, 2, 3, 4, 5, 6],
        ),
      );
      const heights = made.map((page) => page.reduce((sum, { height = 0 }) => sum + height, 0));
      expect(Math.min(...heights.slice(1, -2))).toBeGreaterThan(340);
      expect(heights.at(-2)).toBeGreaterThan(306);
    }
  });
  test('workings leave hardly more than a third of a page free, whatever their tiers', () => {
    for (let rows = 2; rows < 16; rows += 1) {
      const draw = (canvas: Canvas): Canvas => {
        section(canvas, 'workings');
        for (let each = 0; each < 12; each += 1) {
          canvas.gap(6);
          canvas.wide(`component ${each}`, 'subsection', { height: 18 });
          canvas.wide('its source', 'note');
          headers(canvas, [`head ${each}`], [], { whole: true, height: 18 });
          for (let row = 0; row < rows; row += 1) canvas.row([text(`${each}:${row}`)]);
          canvas.row([{ value: 'total', style: 'total-label' }]);
        }
        return canvas;
      };
      const breaks = planBreaks(draw(new Canvas(WIDTHS)), [0, 0]);
      const heights = pages(draw(new Canvas(WIDTHS, breaks)).rows()).map((page) =>
        page.reduce((sum, { height = 0 }) => sum + height, 0),
      );
      expect(Math.max(...heights)).toBeLessThanOrEqual(510);
      expect([rows, Math.min(...heights.slice(0, -2)) > 330]).toEqual([rows, true]);
    }
  });
  test('every row is printed once, in order', () => {
    const body = rows.filter((row) => row.cells[1]?.style === 'text').map(first);
    expect(new Set(body).size).toBe(body.length);
    expect(body).toHaveLength(241);
  });
  test('the few figures under a heading stay with it', () => {
    for (const lines of [18, 19, 20, 21, 22, 23, 24]) {
      const draw = (canvas: Canvas): Canvas => {
        headers(canvas, ['head'], []);
        for (let row = 0; row < lines; row += 1) canvas.row([text(`0:${row}`)]);
        section(canvas, 'facts');
        for (const name of ['a', 'b', 'c', 'd']) canvas.row([text(name)]);
        return canvas;
      };
      const breaks = planBreaks(draw(new Canvas(WIDTHS)), [0, 0]);
      const made = pages(draw(new Canvas(WIDTHS, breaks)).rows());
      const own = made.find((page) => page.some((row) => first(row) === 'facts')) ?? [];
      expect(own.map(first)).toEqual(expect.arrayContaining(['a', 'b', 'c', 'd']));
    }
  });
});
