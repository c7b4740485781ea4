import type { PageRow, PageStyle } from './page.ts';

/**
 * Title band, one line of explanation and a thin gap: the top of every sheet that is not a bare
 * table.
 */
export function bandRows(
  title: string,
  note: string,
  columns: number,
  noteStyle: PageStyle = 'notice',
): readonly PageRow[] {
  const across = (first: string, style: PageStyle) =>
    Array.from({ length: columns }, (_, column) => ({ value: column === 0 ? first : null, style }));
  return [
    { cells: across(title, 'title'), height: 32 },
    { cells: across(note, noteStyle), height: 32 },
    { cells: [], height: 8 },
  ];
}
