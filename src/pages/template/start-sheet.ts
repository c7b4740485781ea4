import type { Language } from '#domain/language.ts';
import type { Page, PageRow } from '../page.ts';
import { lineHeight } from '../text-height.ts';
import { cellReference } from '../cell-reference.ts';
import { fontOf, wordsOf } from '../template-language.ts';

const WIDTHS = [2, 6, 30, 96] as const;
const TEXT = WIDTHS[2] + WIDTHS[3];

/** How to start, what to do when something looks wrong, what the colours mean. */
export function startSheet(language: Language): Page {
  const words = wordsOf(language);
  const { start } = words;
  const targets = [words.sheets.policy, words.sheets.orders, words.sheets.pipeline];
  const rows: PageRow[] = [
    { cells: across(start.title, 'title'), height: 36 },
    { cells: across(start.subtitle, 'subtitle'), height: 22 },
    { cells: [], height: 10 },
    {
      cells: [
        null,
        { value: start.example, style: 'notice' },
        { value: null, style: 'notice' },
        { value: null, style: 'notice' },
      ],
      height: 24,
    },
    { cells: [], height: 12 },
    heading(start.steps),
    ...start.step.map((step, index): PageRow => ({
      cells: [
        null,
        { value: index + 1, style: 'center' },
        {
          value: step,
          style: targets[index] === undefined ? 'wrapped' : 'link-wrapped',
          ...(targets[index] === undefined ? {} : { link: cellReference(targets[index], 'A1') }),
        },
        { value: null, style: 'wrapped' },
      ],
      height: Math.max(22, lineHeight([{ text: step, width: TEXT }]) + 4),
    })),
    { cells: [], height: 12 },
    heading(start.trouble),
    ...start.problem.map(([problem = '', remedy = '']): PageRow => ({
      cells: [
        null,
        { value: problem, style: 'label' },
        { value: null, style: 'label' },
        { value: remedy, style: 'wrapped' },
      ],
      height: Math.max(22, lineHeight([{ text: remedy, width: WIDTHS[3] }]) + 4),
    })),
    { cells: [], height: 12 },
    heading(start.colours),
    {
      cells: [
        null,
        { value: start.typed, style: 'text' },
        { value: null, style: 'text' },
        { value: null, style: 'text' },
      ],
      height: 20,
    },
    {
      cells: [
        null,
        { value: start.computed, style: 'computed-text' },
        { value: null, style: 'computed-text' },
        { value: null, style: 'computed-text' },
      ],
      height: 20,
    },
  ];
  const merges = rows.flatMap(({ cells }, row) => {
    const [, first, second] = cells;
    if (cells.length < 4 || row < 2) return [];
    if (first?.style === 'center') return [{ row, column: 2, rows: 1, columns: 2 }];
    return first?.style === 'label'
      ? [{ row, column: 1, rows: 1, columns: 2 }]
      : second === undefined
        ? []
        : [{ row, column: 1, rows: 1, columns: 3 }];
  });
  return {
    name: words.sheets.start,
    mark: 'template:start',
    columnWidths: WIDTHS,
    rows,
    merges,
    charts: [],
    frozenRows: 2,
    landscape: true,
    font: fontOf(language),
    gridlines: false,
    tabColor: '#5B6775',
  };
}

const across = (first: string, style: 'title' | 'subtitle') => [
  { value: null, style },
  { value: first, style },
  { value: null, style },
  { value: null, style },
];

const heading = (title: string): PageRow => ({
  cells: [null, ...[title, null, null].map((value) => ({ value, style: 'section' as const }))],
  height: 24,
});
