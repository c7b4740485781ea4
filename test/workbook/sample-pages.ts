import type { Page, PageCell, PageStyle } from '#pages/page.ts';

const cell = (
  value: PageCell['value'],
  style?: PageStyle,
  more: Partial<PageCell> = {},
): PageCell => ({ value, ...(style === undefined ? {} : { style }), ...more });

const QUARTERS = [
  ['2025Q1', 38_203.1, 0],
  ['2025Q2', 96_120.55, 21_400.25],
  ['2025Q3', 74_010, 0],
  ['2025Q4', 112_033.37, -1_250.4],
] as const;
const TIERS = [
  ['基础', 3_040_652.25, 5_000_000],
  ['安全', 1_824_802.3, 2_000_000],
] as const;

/** A page that uses everything a page can say. */
export const samplePage = (overrides: Partial<Page> = {}): Page => ({
  name: '返点复盘 2025',
  mark: 'review:2025',
  columnWidths: [14, 18, 18, 18, 4, 22, 18],
  frozenRows: 2,
  printTitleRows: [1, 2],
  landscape: true,
  tabColor: '#1F3A5F',
  footer: '返点雷达 & 2025',
  font: 'Noto Sans CJK SC',
  rows: [
    {
      cells: [
        cell('返点复盘 2025', 'title'),
        cell(null, 'title'),
        cell(null, 'title'),
        cell(null, 'title'),
        cell(null, 'title'),
        cell(null, 'title'),
        cell(null, 'title'),
      ],
      height: 34,
    },
    {
      cells: [
        cell('截至 2025-12-31 · 全额 · 达到', 'subtitle'),
        ...Array.from({ length: 6 }, () => cell(null, 'subtitle')),
      ],
      height: 20,
    },
    { cells: [] },
    {
      cells: [
        cell('一、返点与补差', 'section'),
        ...Array.from({ length: 6 }, () => cell(null, 'section')),
      ],
      height: 24,
    },
    {
      cells: [
        cell('季度', 'header'),
        cell('返点', 'header-right'),
        cell('补差', 'header-right'),
        cell('合计', 'header-right'),
      ],
      height: 20,
    },
    ...QUARTERS.map(([label, rebate, trueUp], i) => ({
      cells: [
        cell(label, 'label'),
        cell(rebate, 'money'),
        cell(trueUp, 'money'),
        cell(Math.round((rebate + trueUp) * 100) / 100, 'money-strong', {
          formula: `ROUND(SUM(B${i + 6}:C${i + 6}),2)`,
        }),
      ],
      level: 1,
    })),
    {
      cells: [
        cell('合计', 'total-label'),
        cell(320_367.02, 'total-money', { formula: 'ROUND(SUM(B6:B9),2)' }),
        cell(20_149.85, 'total-money', { formula: 'ROUND(SUM(C6:C9),2)' }),
        cell(340_516.87, 'total-money', { formula: 'ROUND(SUM(D6:D9),2)' }),
      ],
    },
    { cells: [] },
    {
      cells: [
        cell('二、临界订单', 'section'),
        ...Array.from({ length: 6 }, () => cell(null, 'section')),
      ],
      height: 24,
      pageBreak: true,
    },
    {
      cells: [
        cell('守线', 'holds'),
        cell('破线', 'crosses'),
        cell('冲线', 'reaches'),
        cell('临线', 'near'),
        null,
        cell('=1+1 仍是文字', 'text'),
        cell('订单 1', 'link', { link: "'返点复盘 2025'!A1" }),
      ],
    },
    {
      cells: [
        cell('+86 电话', 'text'),
        cell(0.0825, 'rate'),
        cell(45_665, 'date'),
        cell(true, 'text'),
        null,
        cell('第一行\n第二行 <b>&"quotes"', 'wrapped'),
        cell('925010800000017001', 'input-id'),
      ],
      height: 32,
    },
    ...Array.from({ length: 16 }, () => ({ cells: [] })),
    {
      cells: [
        cell('返点项', 'header'),
        cell('销售额', 'header-right'),
        cell('下一档', 'header-right'),
      ],
    },
    ...TIERS.map(([name, sales, next]) => ({
      cells: [cell(name, 'label'), cell(sales, 'money'), cell(next, 'money')],
    })),
  ],
  charts: [
    {
      title: '各季返点与补差',
      kind: 'column-stacked',
      numberFormat: '#,##0',
      at: { row: 14, column: 0, rows: 15, columns: 3 },
      categories: { row: 5, column: 0, rows: 4 },
      series: [
        { name: '返点', row: 5, column: 1, rows: 4, color: '#1F3A5F' },
        { name: '补差', row: 5, column: 2, rows: 4, color: '#2A9D8F' },
      ],
    },
    {
      title: '距下一档',
      kind: 'bar',
      numberFormat: '#,##0',
      at: { row: 14, column: 3, rows: 15, columns: 4 },
      categories: { row: 31, column: 0, rows: 2 },
      series: [
        { name: '销售额', row: 31, column: 1, rows: 2, color: '#1F3A5F' },
        { name: '下一档', row: 31, column: 2, rows: 2, color: '#C9D6E5' },
      ],
    },
  ],
  merges: [{ row: 0, column: 0, rows: 1, columns: 7 }],
  validations: [
    {
      column: 6,
      fromRow: 5,
      toRow: 8,
      list: ['是', '否'],
      prompt: { title: '确认', text: '第一行\n第二行' },
    },
  ],
  checks: [
    { column: 1, fromRow: 5, toRow: 8, kind: 'decimal', least: 0, most: 1_000_000, soft: true },
  ],
  tables: [{ name: '档位', row: 30, column: 0, rows: 3, columns: ['返点项', '销售额', '下一档'] }],
  names: [{ name: 'RebateTotal', refersTo: "='返点复盘 2025'!$D$10" }],
  ...overrides,
});
