import { EXAMPLE_KINDS, EXAMPLES_BY_KIND } from '#domain/policy/example-kinds.ts';
import type { Cell } from '#domain/sheet.ts';
import type { Language } from '#domain/language.ts';
import type { Page, PageCell, PageRow, PageStyle } from '../page.ts';
import { bandRows } from '../band.ts';
import { fontOf, wordsOf } from '../template-language.ts';

const WIDTH = 10;

/** Complete policies by kind, to copy onto the policy sheet and change. */
export function examplesSheet(language: Language): Page {
  const words = wordsOf(language);
  const blocks = EXAMPLE_KINDS.flatMap((kind): PageRow[] => {
    const { policy, facts } = EXAMPLES_BY_KIND[kind][language === 'zh-CN' ? 'zh' : 'en'];
    return [
      {
        cells: [{ value: words.examples.kinds[kind], style: 'section' }],
        height: 24,
      },
      ...tableRows(policy),
      ...(facts === null ? [] : [{ cells: [], height: 6 }, ...tableRows(facts)]),
      { cells: [], height: 14 },
    ];
  });
  return {
    name: words.sheets.examples,
    mark: 'template:examples',
    columnWidths: Array.from({ length: WIDTH }, (_, column) => (column === 0 ? 22 : 15)),
    rows: [...bandRows(words.examples.title, words.examples.note, WIDTH, 'notice'), ...blocks],
    merges: [{ row: 1, column: 0, rows: 1, columns: WIDTH }],
    charts: [],
    frozenRows: 1,
    landscape: true,
    font: fontOf(language),
    gridlines: false,
    tabColor: '#9A5B00',
  };
}

const tableRows = (table: readonly (readonly Cell[])[]): readonly PageRow[] =>
  table.map((row, at) => ({
    height: at === 0 ? 28 : 19,
    cells: row.map((cell): PageCell => {
      const style: PageStyle = at === 0 ? 'header' : 'text';
      return { value: typeof cell === 'object' ? null : cell, style };
    }),
  }));
