import type { WorkbookLiteral } from '../../host/model.ts';
import type { WireHost } from '../../host/host.ts';
import { lookOf } from '../../host/kinds/range-access.ts';
import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import { FILE_KEPT_NAMESPACE } from '#workbook/office/file-kept-texts.ts';
import { cellAt } from '#domain/sheet.ts';
import { MAIN, bookOf, opened, sheetData, unzip } from '../fixture.ts';
import { samplePage } from '../sample-pages.ts';
import { open } from './small-book.ts';

const COLOR = '#E2EFDA';
const ROWS = [
  ['号', '客户', '额'],
  ['A1', '甲', 1],
  ['A2', '乙', 2],
  ['A3', '丙', 3],
];
/** Yellow, the theme's first accent made lighter, a gradient, none. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="4">` +
  '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid">' +
  '<fgColor rgb="FFFFCC00"/></patternFill></fill><fill><patternFill patternType="solid">' +
  '<fgColor theme="4" tint="0.5999938962981048"/><bgColor indexed="64"/></patternFill></fill>' +
  '<fill><gradientFill><stop position="0"><color rgb="FFFF0000"/></stop><stop position="1">' +
  '<color rgb="FF00FF00"/></stop></gradientFill></fill></fills><borders count="1"><border/>' +
  '</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf fillId="0"/>' +
  '<xf fillId="1"/><xf fillId="2"/><xf fillId="3"/></cellXfs></styleSheet>';
const STYLE_OF: Readonly<Record<string, number>> = { A2: 1, B2: 2, A4: 3 };

const sheetXml = sheetData(
  ROWS.map(
    (cells, row) =>
      `<row r="${row + 1}">` +
      cells
        .map((cell, column) => {
          const at = `${'ABC'[column]}${row + 1}`;
          const style = STYLE_OF[at] === undefined ? '' : ` s="${STYLE_OF[at]}"`;
          return typeof cell === 'number'
            ? `<c r="${at}"${style}><v>${cell}</v></c>`
            : `<c r="${at}"${style} t="inlineStr"><is><t>${cell}</t></is></c>`;
        })
        .join('') +
      '</row>',
  ).join(''),
);

/** Rows 2 and 4 coloured by the command line, as Excel would show the copy. */
async function coloured(keptIn: 'part' | 'sheet'): Promise<WorkbookLiteral> {
  const file = await opened(bookOf({ sheets: { 订单: sheetXml }, styles: STYLES }));
  await file.highlight(
    '订单',
    { left: 0, right: 2 },
    [2, 4].map((row) => ({ row, color: COLOR })),
  );
  await file.writePage(samplePage());
  const hidden = await file.readSheet('RebateRadar');
  const part = Object.entries(unzip(file.save())).find(([name]) =>
    /^customXml\/item\d*\.xml$/.test(name),
  );
  const rows = Array.from({ length: hidden.rowCount }, (_, row) =>
    hidden.columns.map((_column, column) => cellAt(hidden, row, column) as string | null),
  );
  return {
    sheets: [
      { name: '订单', rows: ROWS, fills: { 'A2:C2': COLOR, 'A4:C4': COLOR } },
      { name: 'RebateRadar', rows, customProperties: { 'RebateRadar.page': 'memos' } },
    ],
    customXml:
      keptIn === 'part'
        ? [{ namespace: FILE_KEPT_NAMESPACE, xml: new TextDecoder().decode(part?.[1]) }]
        : [],
  };
}

const colors = (host: WireHost, row: number): unknown[] =>
  [0, 1, 2].map((column) => lookOf(host.sheet('订单'), row - 1, column, 'fill.color'));
const NONE = '#FFFFFF';

describe.each(['part', 'sheet'] as const)('rows coloured by the command line (%s)', (keptIn) => {
  test('get the user’s fills back; one that Excel’s API cannot write stays', async () => {
    const { host, workbook } = open(await coloured(keptIn));
    await workbook.clearHighlights();
    expect(colors(host, 2)).toEqual(['#FFCC00', '#B4C7E7', NONE]);
    expect(colors(host, 3)).toEqual([NONE, NONE, NONE]);
    expect(colors(host, 4)).toEqual([COLOR, NONE, NONE]);
  });

  test('and so they do before the sheet is coloured anew', async () => {
    const { host, workbook } = open(await coloured(keptIn));
    await workbook.highlight('订单', { left: 0, right: 2 }, [{ row: 3, color: '#FCE4D6' }]);
    expect(colors(host, 2)).toEqual(['#FFCC00', '#B4C7E7', NONE]);
    await workbook.clearHighlights();
    expect(colors(host, 3)).toEqual([NONE, NONE, NONE]);
  });

  test('once: what the user colours so afterwards is the user’s', async () => {
    const { host, workbook } = open(await coloured(keptIn));
    await workbook.clearHighlights();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('订单').getRange('A2').format.fill.color = COLOR;
      await context.sync();
    });
    await new OfficeWorkbook().clearHighlights();
    expect(colors(host, 2)[0]).toBe(COLOR);
  });
});
