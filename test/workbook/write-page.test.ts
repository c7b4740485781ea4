import { strFromU8 } from 'fflate';
import type { Page } from '#pages/page.ts';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';
import { bookOf, bookParts, MAIN, opened, RELS, sheetData, unzip, zipOf } from './fixture.ts';
import { brokenLinks, illFormed } from './package-check.ts';
import { richBook } from './rich-book.ts';
import { samplePage } from './sample-pages.ts';
import { centralDirectory } from './zip-directory.ts';

const text = (bytes: Uint8Array, part: string): string =>
  strFromU8(unzip(bytes)[part] ?? new Uint8Array(0));
const simple = (overrides: Partial<Page>): Page => ({
  name: '页',
  mark: 'test',
  columnWidths: [10],
  rows: [],
  charts: [],
  frozenRows: 0,
  ...overrides,
});
const sheetOf = (page: Partial<Page>): string =>
  text(newWorkbook([simple(page)]), 'xl/worksheets/sheet1.xml');

describe("a page in a user's workbook", () => {
  test('adds a sheet and leaves every other part alone', async () => {
    const input = richBook();
    const book = await opened(input);
    expect(await book.writePage(samplePage())).toBe('返点复盘 2025');
    const output = book.save();
    const [was, is] = [centralDirectory(input), centralDirectory(output)];
    const grown = new Set([
      '[Content_Types].xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
    ]);
    const others = was.filter(({ name }) => !grown.has(name));
    expect(others.length).toBeGreaterThan(5);
    expect(is.slice(0, was.length).filter(({ name }) => !grown.has(name))).toEqual(others);
    for (const part of grown) {
      const kept = text(input, part)
        .replace(/count="\d+"/g, '')
        .split(/(?<=>)/);
      const now = text(output, part)
        .replace(/count="\d+"/g, '')
        .split(/(?<=>)/);
      let at = -1;
      for (const piece of kept) {
        at = now.indexOf(piece, at + 1);
        expect([piece, at >= 0]).toEqual([piece, true]);
      }
    }
    expect(brokenLinks(output)).toEqual([]);
    expect(illFormed(output)).toEqual([]);
  });

  test('calcPr, calcChain and the names of others stay', async () => {
    const book = await opened(richBook());
    await book.writePage(samplePage());
    const workbook = text(book.save(), 'xl/workbook.xml');
    expect(workbook).toContain('<calcPr calcId="162913" iterate="1"/>');
    expect(workbook).toContain('<definedName name="汇率">7.1</definedName>');
    expect(workbook).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="2">\'返点复盘 ' +
        "2025'!$1:$2</definedName>",
    );
    expect(workbook).toContain('sheetId="10"');
  });

  test('reads back as what was written, and as ours', async () => {
    const book = await opened(richBook());
    await book.writePage(samplePage());
    const again = await opened(book.save());
    expect((await again.listSheets()).find(({ name }) => name === '返点复盘 2025')).toMatchObject({
      ours: true,
      hidden: false,
    });
    const sheet = await again.readSheet('返点复盘 2025');
    expect(sheet.ours).toBe(true);
    expect(sheet.columns[3]?.[9]).toBe(340_516.87);
    expect(sheet.columns[5]?.slice(12, 14)).toEqual([
      '=1+1 仍是文字',
      '第一行\n第二行 <b>&"quotes"',
    ]);
    expect(sheet.columns[0]?.[13]).toBe('+86 电话');
    expect(sheet.columns[3]?.[13]).toBe(true);
    expect(sheet.tables).toEqual([
      { name: '档位', block: { top: 30, left: 0, bottom: 32, right: 2 } },
    ]);
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 6 }]);
    expect((await again.readSheet('订单 2025')).ours).toBeUndefined();
  });

  test(
    'rerunning replaces our own sheet, with its charts, tables and names, and nothing ' +
      'piles up',
    async () => {
      const once = await opened(richBook());
      await once.writePage(samplePage());
      const first = once.save();
      const twice = await opened(first);
      expect(await twice.writePage(samplePage())).toBe('返点复盘 2025');
      expect(unzip(twice.save())).toEqual(unzip(first));
      await twice.writePage(samplePage({ charts: [], tables: [] }));
      const lean = twice.save();
      expect(
        Object.keys(unzip(lean)).filter((name) =>
          /charts\/chart2|drawing2|tables\/table2/.test(name),
        ),
      ).toEqual([]);
      expect(brokenLinks(lean)).toEqual([]);
    },
  );

  test('another period gets its own sheet, another language renames ours', async () => {
    const book = await opened(richBook());
    await book.writePage(samplePage());
    expect(await book.writePage(samplePage({ name: '返点复盘 2024', mark: 'review:2024' }))).toBe(
      '返点复盘 2024',
    );
    expect(await book.writePage(samplePage({ name: 'Rebate review 2025' }))).toBe(
      'Rebate review 2025',
    );
    expect((await book.listSheets()).map(({ name }) => name)).toEqual([
      '订单 2025',
      '其他',
      'Rebate review 2025',
      '返点复盘 2024',
    ]);
  });

  test(
    'a foreign sheet of that name is never touched; formulas, links and names follow the ' +
      'new name',
    async () => {
      const foreign = sheetData('<row r="1"><c r="A1" t="str"><v>别人的</v></c></row>');
      const book = await opened(bookOf({ sheets: { '返点复盘 2025': foreign } }));
      expect(await book.writePage(samplePage())).toBe('返点复盘 2025 (2)');
      const output = book.save();
      expect(text(output, 'xl/worksheets/sheet1.xml')).toBe(foreign);
      expect(text(output, 'xl/worksheets/sheet2.xml')).toContain(
        'location="\'返点复盘 2025 (2)\'!A1"',
      );
      expect(text(output, 'xl/charts/chart1.xml')).toContain("'返点复盘 2025 (2)'!$B$6:$B$9");
      expect(text(output, 'xl/workbook.xml')).toContain(
        '<definedName name="RebateTotal">\'返点复盘 2025 (2)\'!$D$10</definedName>',
      );
      const again = await opened(output);
      expect(await again.writePage(samplePage())).toBe('返点复盘 2025 (2)');
    },
  );

  test('a long name makes room for its number', async () => {
    const name = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一';
    const book = await opened(
      bookOf({ sheets: { [name]: sheetData('<row r="1"><c r="A1"><v>1</v></c></row>') } }),
    );
    expect(await book.writePage(simple({ name }))).toBe(
      '一二三四五六七八九十一二三四五六七八九十一二三四五六七 (2)',
    );
  });

  test('a name that others have given to a place of theirs stays theirs', async () => {
    const parts = bookParts({
      sheets: { 订单: sheetData('<row r="1"><c r="A1"><v>1</v></c></row>') },
    });
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace(
      '</workbook>',
      '<definedNames><definedName name="rebatetotal">订单!$A$1</definedName></definedNames>' +
        '</workbook>',
    );
    const book = await opened(zipOf(parts));
    await book.writePage(samplePage());
    expect(text(book.save(), 'xl/workbook.xml').match(/name="rebatetotal"/gi)).toHaveLength(1);
  });

  test('prefixed workbook parts get prefixed additions', async () => {
    const parts = bookParts({
      sheets: { 订单: sheetData('<row r="1"><c r="A1"><v>1</v></c></row>') },
    });
    parts['xl/workbook.xml'] =
      `<x:workbook xmlns:x="${MAIN}"><x:sheets><x:sheet name="订单" sheetId="1" r:id="rId1" ` +
      `xmlns:r="${RELS}"/></x:sheets></x:workbook>`;
    const book = await opened(zipOf(parts));
    await book.writePage(samplePage());
    const output = book.save();
    expect(text(output, 'xl/workbook.xml')).toContain('<x:sheet xmlns:r=');
    expect(text(output, 'xl/workbook.xml')).toContain(
      '<x:definedNames><x:definedName name="_xlnm.Print_Titles"',
    );
    expect(illFormed(output)).toEqual([]);
    expect((await (await opened(output)).listSheets()).map(({ name }) => name)).toEqual([
      '订单',
      '返点复盘 2025',
    ]);
  });
});

describe('cells of a page', () => {
  test.each(['=1+1', '+86', '-5', '@user', "'quoted"])(
    '%s is text and stays text when edited',
    (value) => {
      const bytes = newWorkbook([simple({ rows: [{ cells: [{ value }] }] })]);
      expect(text(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="A1" s="(\d+)" t="inlineStr">/);
      const style = Number(
        /<c r="A1" s="(\d+)"/.exec(text(bytes, 'xl/worksheets/sheet1.xml'))?.[1],
      );
      const formats = [
        ...(/<cellXfs.*<\/cellXfs>/s.exec(text(bytes, 'xl/styles.xml'))?.[0] ?? '').matchAll(
          /<xf\b[^>]*>/g,
        ),
      ].map(([xf]) => xf);
      expect(formats[style]).toContain('quotePrefix="1"');
    },
  );

  test.each<[string, Page['rows'][number]['cells'][number], string]>([
    ['a number', { value: 12_336.02 }, '<c r="A1"><v>12336.02</v></c>'],
    [
      'a formula with its number',
      { value: 2, formula: 'SUM(A2:A3)' },
      '<c r="A1"><f>SUM(A2:A3)</f><v>2</v></c>',
    ],
    [
      'a formula with its text',
      { value: 'a', formula: 'IF(A2<5,A3,A4)' },
      '<c r="A1" t="str"><f>IF(A2&lt;5,A3,A4)</f><v>a</v></c>',
    ],
    ['a boolean', { value: false }, '<c r="A1" t="b"><v>0</v></c>'],
    ['a styled blank', { value: null, style: 'title' }, '<c r="A1"/>'],
    [
      'control characters',
      { value: 'a\u0007\rb' },
      '<c r="A1" t="inlineStr"><is><t>a_x0007__x000D_b</t></is></c>',
    ],
    [
      'an own function',
      { value: 2, formula: 'REBATE_TIER(I5,"REBATE_TIER(")' },
      '<c r="A1" cm="1"><f t="array" ' +
        'ref="A1">_xldudf_REBATE_TIER(I5,&quot;REBATE_TIER(&quot;)</f><v>2</v></c>',
    ],
    [
      'a name that only ends like one',
      { value: 2, formula: 'MY_REBATE_TIER(1)' },
      '<c r="A1"><f>MY_REBATE_TIER(1)</f><v>2</v></c>',
    ],
  ])('%s', (_, cell, xml) => {
    expect(
      /<row r="1">(.*?)<\/row>/
        .exec(sheetOf({ rows: [{ cells: [cell] }] }))?.[1]
        ?.replace(/ s="\d+"/, ''),
    ).toBe(xml);
  });

  test('of a text longer than a cell holds the beginning is written, with a sign of it', () => {
    const long = `${'长'.repeat(32_766)}𠮷尾`;
    const xml = sheetOf({ rows: [{ cells: [{ value: long, style: 'text' }] }] });
    expect(/<t>(长+)…<\/t>/.exec(xml)?.[1]).toHaveLength(32_766);
  });

  test('the frame: heights, levels, frozen rows, breaks, print set-up, validation', () => {
    const xml = text(newWorkbook([samplePage()]), 'xl/worksheets/sheet1.xml');
    for (const piece of [
      '<row r="1" ht="34" customHeight="1">',
      '<row r="6" outlineLevel="1">',
      'outlineLevelRow="1"',
      '<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>',
      '<brk id="11" max="16383" man="1"/>',
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      '<pageSetUpPr fitToPage="1"/>',
      '<oddFooter>&amp;L返点雷达 &amp;&amp; 2025&amp;R&amp;P / &amp;N</oddFooter>',
      'showGridLines="0"',
      '<tabColor rgb="FF1F3A5F"/>',
      '<formula1>&quot;是,否&quot;</formula1>',
      'prompt="第一行&#10;第二行"',
      'type="decimal"',
      '<formula2>1000000</formula2>',
    ])
      expect(xml).toContain(piece);
  });

  test('elements stand in the order that the format prescribes', () => {
    const order = [
      'sheetPr',
      'dimension',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'mergeCells',
      'dataValidations',
      'hyperlinks',
      'printOptions',
      'pageMargins',
      'pageSetup',
      'headerFooter',
      'rowBreaks',
      'customProperties',
      'ignoredErrors',
      'drawing',
      'tableParts',
    ];
    const xml = text(newWorkbook([samplePage()]), 'xl/worksheets/sheet1.xml');
    expect(order.map((name) => xml.indexOf(`<${name}`))).toEqual(
      [...order.map((name) => xml.indexOf(`<${name}`))].sort((a, b) => a - b),
    );
    for (const name of order) expect([name, xml.includes(`<${name}`)]).toEqual([name, true]);
  });

  test('charts carry their figures and point at the cells', () => {
    const bytes = newWorkbook([samplePage()]);
    const chart = text(bytes, 'xl/charts/chart1.xml');
    expect(chart).toContain(
      "<c:f>'返点复盘 2025'!$B$6:$B$9</c:f><c:numCache><c:formatCode>#,##0</c:formatCode>" +
        '<c:ptCount val="4"/><c:pt idx="0"><c:v>38203.1</c:v></c:pt>',
    );
    expect(chart).toContain('<c:pt idx="3"><c:v>2025Q4</c:v></c:pt>');
    expect(chart).toContain('<c:grouping val="stacked"/>');
    expect(text(bytes, 'xl/charts/chart2.xml')).toContain('<c:barDir val="bar"/>');
  });

  test('the value axis begins where the page says', () => {
    const [first, second] = samplePage().charts;
    const bytes = newWorkbook([samplePage({ charts: [first!, { ...second!, least: 0 }] })]);
    expect(text(bytes, 'xl/charts/chart2.xml')).toContain(
      '<c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>',
    );
    expect(text(bytes, 'xl/charts/chart1.xml')).not.toContain('<c:min val');
  });
});

describe('a new workbook', () => {
  const binding = {
    addinId: 'a1b2c3d4-0000-4000-8000-000000000001',
    version: '1.2.0.0',
    store: 'EXCatalog',
    storeType: 'EXCatalog',
    functionIds: ['REBATE_TIER', 'REBATE_AMOUNT'],
    autoShow: true,
  } as const;
  const page = simple({
    mark: '',
    rows: [
      { cells: [{ value: '档位' }, { value: '销售额' }] },
      { cells: [{ value: 2, formula: 'REBATE_TIER(B2)' }, { value: 2_000_000 }] },
    ],
    tables: [
      {
        name: '订单',
        row: 0,
        column: 0,
        rows: 2,
        columns: ['档位', '销售额'],
        calculated: ['REBATE_TIER(订单[[#This Row],[销售额]])', null],
      },
    ],
  });

  test('is whole, well-formed and the same every time', () => {
    const bytes = newWorkbook([samplePage(), page], { binding });
    expect(brokenLinks(bytes)).toEqual([]);
    expect(illFormed(bytes)).toEqual([]);
    expect(newWorkbook([samplePage(), page], { binding })).toEqual(bytes);
  });

  test("a page without a mark is the user's own sheet", async () => {
    const sheets = await (await opened(newWorkbook([page]))).listSheets();
    expect(sheets).toEqual([
      { name: '页', rowCount: 2, columnCount: 2, hidden: false, ours: false },
    ]);
  });

  test('own functions are bound as Excel stores them, with results that survive', () => {
    const bytes = newWorkbook([page], { binding });
    expect(text(bytes, 'xl/worksheets/sheet1.xml')).toMatch(
      /<c r="A2" s="\d+" cm="1"><f t="array" ref="A2">_xldudf_REBATE_TIER\(B2\)<\/f><v>2<\/v><\/c>/,
    );
    expect(text(bytes, 'xl/tables/table1.xml')).toContain(
      '<calculatedColumnFormula array="1">_xldudf_REBATE_TIER(订单[[#This ' +
        'Row],[销售额]])</calculatedColumnFormula>',
    );
    expect(text(bytes, 'xl/workbook.xml')).toContain('<calcPr calcId="191029"/>');
    expect(text(bytes, 'xl/metadata.xml')).toContain(
      '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/>',
    );
    expect(text(bytes, 'xl/_rels/workbook.xml.rels')).toContain(
      '/sheetMetadata" Target="metadata.xml"',
    );
    expect(text(bytes, '_rels/.rels')).toContain(
      'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" ' +
        'Target="xl/webextensions/taskpanes.xml"',
    );
    expect(text(bytes, 'xl/webextensions/taskpanes.xml')).toContain('visibility="0"');
    const extension = text(bytes, 'xl/webextensions/webextension1.xml');
    expect(extension).toContain(
      '<we:reference id="a1b2c3d4-0000-4000-8000-000000000001" version="1.2.0.0" ' +
        'store="EXCatalog" storeType="EXCatalog"/>',
    );
    expect(extension).toContain(
      '<we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/>',
    );
    expect(extension).toContain('<we:containsCustomFunctions val="1"/>');
    expect(extension).toContain(
      '<we:customFunctionIds>_xldudf_REBATE_TIER</we:customFunctionIds>' +
        '<we:customFunctionIds>_xldudf_REBATE_AMOUNT</we:customFunctionIds>',
    );
  });

  test('a template says so by its type alone', () => {
    const [book, template] = [newWorkbook([page]), newWorkbook([page], { template: true })].map(
      unzip,
    );
    expect(strFromU8(template!['[Content_Types].xml']!)).toBe(
      strFromU8(book!['[Content_Types].xml']!).replace('sheet.main+xml', 'template.main+xml'),
    );
    expect({ ...template, '[Content_Types].xml': null }).toEqual({
      ...book,
      '[Content_Types].xml': null,
    });
  });

  test('the copy of a template is a workbook, and so typed', async () => {
    const book = await opened(newWorkbook([page], { template: true, binding }), '台账.xltx');
    expect([
      strFromU8(unzip(book.save())['[Content_Types].xml']!).includes('sheet.main+xml'),
      book.extension,
    ]).toEqual([true, '.xlsx']);
  });

  test('a workbook with macros stays one, and says which ending it needs', async () => {
    const parts = unzip(newWorkbook([page]));
    const types = strFromU8(parts['[Content_Types].xml']!).replace(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'application/vnd.ms-excel.template.macroEnabled.main+xml',
    );
    const book = await opened(zipOf({ ...parts, '[Content_Types].xml': types }), '台账.xltm');
    expect([
      text(book.save(), '[Content_Types].xml').includes(
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      ),
      book.extension,
    ]).toEqual([true, '.xlsm']);
  });

  test('the bound parts come through a later edit of the copy unchanged', async () => {
    const bytes = newWorkbook([page], { binding });
    const book = await opened(bytes);
    await book.highlight('页', { left: 0, right: 1 }, [{ row: 2, color: '#FCE4D6' }]);
    await book.writePage(samplePage());
    const [was, is] = [unzip(bytes), unzip(book.save())];
    for (const part of [
      'xl/metadata.xml',
      'xl/webextensions/webextension1.xml',
      'xl/webextensions/taskpanes.xml',
      'xl/webextensions/_rels/taskpanes.xml.rels',
      '_rels/.rels',
      'xl/tables/table1.xml',
    ])
      expect(is[part]).toEqual(was[part]);
    expect(strFromU8(is['xl/worksheets/sheet1.xml']!)).toMatch(
      /<c r="A2" s="\d+" cm="1"><f t="array" ref="A2">_xldudf_REBATE_TIER\(B2\)<\/f>/,
    );
  });

  test('in a workbook with other cell metadata the right entry is found', async () => {
    const bytes = newWorkbook([page], { binding });
    const book = await opened(bytes);
    await book.writePage(
      simple({ name: '二', rows: [{ cells: [{ value: 1, formula: 'REBATE_TIER(1)' }] }] }),
    );
    expect(text(book.save(), 'xl/worksheets/sheet2.xml')).toContain('cm="1"');
    expect(text(book.save(), 'xl/metadata.xml')).toBe(text(bytes, 'xl/metadata.xml'));
  });
});
