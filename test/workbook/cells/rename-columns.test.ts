import { Refusal } from '#domain/refusal.ts';
import type { AnyFact } from '#facts/any-fact.ts';
import { say } from '#i18n/say/say.ts';
import { strFromU8 } from 'fflate';
import type { CellEdit } from '#application/live/cell-edit.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { ColumnNames, storedReferences } from '#application/live/structured-references.ts';
import { bookParts, MAIN, RELS, TABLE_OF_FIRST, tableOfFirst, unzip, zipOf } from '../fixture.ts';

describe('a column of a table that is called something else, in formulas', () => {
  const plain = new ColumnNames([{ table: '订单', from: '实付', to: '净额' }]);

  it.each<readonly [string, string]>([
    ['SUM(订单[实付])', 'SUM(订单[净额])'],
    ['订单[[实付]]', '订单[[净额]]'],
    ['订单[[#This Row],[实付]]*2', '订单[[#This Row],[净额]]*2'],
    ['订单[@实付]', '订单[@净额]'],
    ['订单[@[实付]:[备注]]', '订单[@[净额]:[备注]]'],
    ['订单[[#All],[单号]:[实付]]', '订单[[#All],[单号]:[净额]]'],
    ['订单[[单号],[实付]]', '订单[[单号],[净额]]'],
    ['[@实付]&[实付]', '[@净额]&[净额]'],
    ['订单[#Data]', '订单[#Data]'],
    ['"订单[实付]"&订单[实付]', '"订单[实付]"&订单[净额]'],
    ['"a""订单[实付]"', '"a""订单[实付]"'],
    ["'订单[实付]'!A1+'it''s'!B2+订单[实付]", "'订单[实付]'!A1+'it''s'!B2+订单[净额]"],
    ['别的[实付]', '别的[实付]'],
    ['旧订单[实付]', '旧订单[实付]'],
    ['[1]!订单[实付]', '[1]!订单[实付]'],
    ['[实付]Sheet1!A1', '[实付]Sheet1!A1'],
    ['订单[实付元]', '订单[实付元]'],
    ['订单[实付', '订单[实付'],
  ])('%s', (before, after) => {
    expect(plain.in(before, '订单')).toBe(after);
  });

  test('outside a table, a reference without one is not of it', () => {
    expect(plain.in('[@实付]')).toBe('[@实付]');
  });

  test('names with signs that mean something are escaped, both ways', () => {
    const signs = new ColumnNames([
      { table: 'T', from: "a[b]#c'd", to: "x ['#]@y" },
      { table: 't', from: 'Net', to: 'Net, paid' },
    ]);
    expect(signs.in("SUM(T[a'[b']'#c''d])")).toBe("SUM(T[[x '['''#']'@y]])");
    expect(signs.in('T[[#This Row],[NET]]+t[@net]+T[net]')).toBe(
      'T[[#This Row],[Net, paid]]+t[@[Net, paid]]+T[[Net, paid]]',
    );
  });

  test('two columns that changed their names', () => {
    const swap = new ColumnNames([
      { table: 'T', from: 'a', to: 'b' },
      { table: 'T', from: 'b', to: 'a' },
    ]);
    expect(swap.in('T[a]-T[b]')).toBe('T[b]-T[a]');
  });
});

it.each<readonly [string, string | null, string]>([
  ['[@实付]*2', '订单', '订单[[#This Row],[实付]]*2'],
  ['[@[a b]:[c]]', 'T', 'T[[#This Row],[a b]:[c]]'],
  ['SUM(T[@x],[y])', 'U', 'SUM(T[[#This Row],[x]],U[y])'],
  ['T[@]', null, 'T[#This Row]'],
  ['T[x]&"[@y]"', 'T', 'T[x]&"[@y]"'],
  ['[@x]', null, '[@x]'],
])('a typed reference as files store it: %s', (typed, own, stored) => {
  expect(storedReferences(typed, own)).toBe(stored);
});

const text = (cell: string, words: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t>${words}</t></is></c>`;

/** Tables on both sheets, and a formula wherever a workbook may hold one. */
const bookOf = (head: string, escapedHead: string): Uint8Array => {
  const one = (inner: string, more = ''): string =>
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELS}" xmlns:x14="x14" xmlns:xm="xm"><sheetData>` +
    `${inner}</sheetData>${more}</worksheet>`;
  return zipOf(
    bookParts({
      sheets: {
        订单: one(
          `<row r="1">${text('A1', '单号')}${text('B1', head)}${text('C1', '返点')}</row>` +
            `<row r="2"><c r="B2"><v>8</v></c><c r="C2"><f>T[[#This Row],[${escapedHead}]]/2</f>` +
            '<v>4</v></c></row>' +
            `<row r="3"><c r="B3"><v>4</v></c><c r="C3"><f>SUM([${escapedHead}])</f>` +
            '<v>12</v></c></row>',
          '<conditionalFormatting sqref="B2"><cfRule type="expression" priority="1"><formula>' +
            `SUM(T[${escapedHead}])&gt;1</formula></cfRule></conditionalFormatting>` +
            '<dataValidations count="1"><dataValidation sqref="B2"><formula1>' +
            `SUM(T[${escapedHead}])</formula1></dataValidation></dataValidations>` +
            TABLE_OF_FIRST +
            `<extLst><ext><x14:f><xm:f>SUM(T[${escapedHead}])</xm:f></x14:f></ext></extLst>`,
        ),
        汇总: one(
          `<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">SUM(T[${escapedHead}])&amp;` +
            `"T[${escapedHead}] &lt; 元"</f><v>12</v></c><c r="B1"><f t="shared" si="0"/>` +
            '</c></row>',
        ),
        旁边: one('<row r="1"><c r="A1"><f>SUM(别的[x])&amp;"x"</f></c></row>'),
      },
      workbookHead: '',
      more: tableOfFirst('T', {
        ref: 'A1:C3',
        columns: [
          '单号',
          head,
          [
            '返点',
            `<calculatedColumnFormula>T[[#This Row],[${escapedHead}]]/2</calculatedColumnFormula>`,
          ],
        ],
      }),
    }),
  );
};

const withName = (bytes: Uint8Array, head: string): Record<string, Uint8Array> => {
  const parts = unzip(bytes);
  const name =
    `<definedNames><definedName name="合计">SUM(T[${head}])</definedName>` + '</definedNames>';
  const workbook = strFromU8(parts['xl/workbook.xml']!).replace('</sheets>', `</sheets>${name}`);
  return { ...parts, 'xl/workbook.xml': new TextEncoder().encode(workbook) };
};

const edit = (row: number, column: number, rest: Partial<CellEdit>): CellEdit => ({
  row,
  column,
  kind: 'value',
  value: null,
  ...rest,
});

describe.each<readonly [string, string]>([
  ['净额', '净额'],
  ['净额 [元]', "净额 '[元']"],
])('the head of a table’s column becomes %s', (to, written) => {
  test('in every formula of the workbook, and nothing else changes', async () => {
    const before = withName(bookOf('实付', '实付'), '实付');
    const opened = await openWorkbook(zipOf(before), 'x.xlsx');
    if (!opened.ok) throw new Error(opened.error.code);
    await opened.value.writeCells('订单', [edit(0, 1, { value: to })]);
    const after = unzip(await opened.value.save());
    const alone = to === written ? written : `[${written}]`;
    for (const [part, bytes] of Object.entries(before)) {
      const expected = strFromU8(bytes)
        .replaceAll('[[#This Row],[实付]]', `[[#This Row],[${written}]]`)
        .replaceAll(/(?<!"T|\[#This Row\],)\[实付\]/g, `[${alone}]`)
        .replaceAll('name="实付"', `name="${to}"`)
        .replace(text('B1', '实付'), text('B1', to));
      const got = strFromU8(after[part]!).replace(/<calcPr[^>]*>/, '');
      expect(got.replaceAll('&quot;', '"')).toBe(expected);
    }
    expect(strFromU8(after['xl/worksheets/sheet3.xml']!)).toBe(
      strFromU8(before['xl/worksheets/sheet3.xml']!),
    );
  });
});

test('formulas typed before or after it follow, whichever sheet is written first', async () => {
  const formula = (typed: string) => edit(4, 0, { kind: 'formula', formula: typed, value: 12 });
  for (const order of [
    ['订单', '汇总'],
    ['汇总', '订单'],
  ]) {
    const opened = await openWorkbook(bookOf('实付', '实付'), 'x.xlsx');
    if (!opened.ok) throw new Error(opened.error.code);
    for (const sheet of order)
      await opened.value.writeCells(
        sheet,
        sheet === '订单'
          ? [edit(0, 1, { value: '净额' }), { ...formula('[@实付]+T[净额]'), row: 2, column: 2 }]
          : [formula('SUM(T[实付])-SUM(T[净额])')],
      );
    const after = unzip(await opened.value.save());
    expect(strFromU8(after['xl/worksheets/sheet2.xml']!)).toContain(
      '<f>SUM(T[净额])-SUM(T[净额])</f>',
    );
    expect(strFromU8(after['xl/worksheets/sheet1.xml']!)).toContain(
      '<f>T[[#This Row],[净额]]+T[净额]</f>',
    );
  }
});

test('a formula of this row that is written after its head follows without a table', async () => {
  const opened = await openWorkbook(bookOf('实付', '实付'), 'x.xlsx');
  if (!opened.ok) throw new Error(opened.error.code);
  await opened.value.writeCells('订单', [edit(0, 1, { value: '净额' })]);
  const typed = edit(1, 2, { kind: 'formula', formula: '[@实付]*3', value: 24 });
  await opened.value.writeCells('订单', [typed]);
  const after = unzip(await opened.value.save());
  expect(strFromU8(after['xl/worksheets/sheet1.xml']!)).toContain('<f>T[[#This Row],[净额]]*3</f>');
});

test('a new name that makes a formula longer than Excel takes is refused', async () => {
  const opened = await openWorkbook(bookOf('实付', '实付'), 'x.xlsx');
  if (!opened.ok) throw new Error(opened.error.code);
  const formula = `SUM(${'T[实付],'.repeat(999)}T[实付])`;
  await opened.value.writeCells('汇总', [edit(4, 1, { kind: 'formula', formula, value: 1 })]);
  const before = opened.value.save();
  const fits = '长'.repeat(3);
  await opened.value.writeCells('订单', [edit(0, 1, { value: fits })]);
  const renaming = opened.value.writeCells('订单', [edit(0, 1, { value: '长'.repeat(6) })]);
  const characters = formula.length + 4_000;
  const refused: unknown = await renaming.catch((error: unknown) => error);
  if (!(refused instanceof Refusal)) throw new Error('not refused');
  const fact = { ...refused.fact, name: 'x.xlsx' } as AnyFact;
  const inWords = (['zh-CN', 'en-US'] as const).map((language) => say(fact, language));
  expect(inWords).toEqual([
    expect.stringContaining('请把那一列的标题改短'),
    expect.stringContaining('give that column a shorter head'),
  ]);
  expect(refused).toMatchObject({
    fact: { code: 'file.typedTooLong', what: 'renamed', sheet: '汇总', cell: 'B5', characters },
  });
  const after = unzip(opened.value.save());
  expect(strFromU8(after['xl/worksheets/sheet2.xml']!)).toContain(`T[${fits}])`);
  expect(strFromU8(unzip(before)['xl/worksheets/sheet2.xml']!)).toContain('T[实付])');
});
