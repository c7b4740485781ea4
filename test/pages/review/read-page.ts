import type { Page, PageCell } from '#pages/page.ts';

/** A page as a reader sees it: find a row by its words, read what stands in it. */
export function textOf(cell: PageCell | null | undefined): string {
  // A head in two lines reads as one.
  return String(cell?.value ?? '').replace(/(?<=[A-Za-z])\n(?=[A-Za-z])/g, ' ');
}

/** Rows of the section with this title, up to the next section. */
export function sectionRows(page: Page, title: string): readonly (readonly (PageCell | null)[])[] {
  const start = page.rows.findIndex((row) =>
    row.cells.some((cell) => cell?.style === 'section' && cell.value === title),
  );
  if (start < 0) throw new Error(`no section ${title}`);
  const next = page.rows.findIndex(
    (row, index) =>
      index > start && row.cells.some((cell) => cell?.style === 'section' && cell.value !== null),
  );
  return page.rows.slice(start + 1, next < 0 ? undefined : next).map((row) => row.cells);
}

/** Values of the first row in a section whose first text begins so. */
export function rowStarting(
  page: Page,
  title: string,
  start: string,
): readonly (string | number | boolean | null)[] {
  const found = sectionRows(page, title).find((cells) => textOf(cells[1]).startsWith(start));
  if (found === undefined) throw new Error(`no row ${start} in ${title}`);
  return found.slice(1).map((cell) => cell?.value ?? null);
}

const cellAtAddress = (page: Page, address: string): PageCell | null | undefined => {
  const match = /^\$?([A-Z]+)\$?(\d+)$/.exec(address);
  if (!match) throw new Error(`no address ${address}`);
  const column =
    [...(match[1] as string)].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) -
    1;
  return page.rows[Number(match[2]) - 1]?.cells[column];
};

/** The numbers of "D12:D20", dashes left out. */
export function numbersIn(page: Page, range: string): readonly number[] {
  const [from = '', to = from] = range.split(':');
  const column = from.replace(/\d/g, '');
  const [first, last] = [Number(from.replace(/\D/g, '')), Number(to.replace(/\D/g, ''))];
  return Array.from(
    { length: last - first + 1 },
    (_, index) => cellAtAddress(page, `${column}${first + index}`)?.value,
  ).filter((value): value is number => typeof value === 'number');
}
