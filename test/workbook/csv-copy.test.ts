import { strFromU8 } from 'fflate';
import { typedColumn } from '#pages/typed-text.ts';
import { opened, unzip } from './fixture.ts';
import { brokenLinks, illFormed } from './package-check.ts';
import { samplePage } from './sample-pages.ts';

const csv = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what becomes a number in the copy of a text', () => {
  test.each<[string, readonly string[], string, unknown]>([
    ['an amount with two places', ['金额', '86400.00', '-5.5'], '86400.00', [86400, '0.00']],
    ['an amount with commas', ['金额', '1,058,000.00'], '1,058,000.00', [1058000, '#,##0.00']],
    ['a whole amount', ['金额', '50000', '1200.5'], '50000', [50000, '0']],
    ['a negative', ['金额', '-5000'], '-5000', [-5000, '0']],
    ['a date', ['日期', '2025-01-08'], '2025-01-08', [45665, 'yyyy\\-mm\\-dd']],
    ['a date with slashes', ['日期', '2025/1/8'], '2025/1/8', [45665, 'yyyy\\/m\\/d']],
    ['no such day', ['日期', '2025-02-30'], '2025-02-30', ['2025-02-30', '@']],
    ['a day as nobody shows it', ['日期', '2025-1-08'], '2025-1-08', ['2025-1-08', '@']],
    ['an id by its header', ['订单号', '10023'], '10023', ['10023', '@']],
    ['an id by its length', ['单', '925010800000017'], '925010800000017', ['925010800000017', '@']],
    ['an id by a leading zero', ['网点', '007', '8'], '8', ['8', '@']],
    ['ids of both kinds', ['x', '1001', 'SO-1002'], '1001', ['1001', '@']],
    [
      'more digits than a number keeps',
      ['金额', '1234567890123.4567'],
      '1234567890123.4567',
      ['1234567890123.4567', '@'],
    ],
    ['a currency sign', ['金额', '￥58,000.00'], '￥58,000.00', ['￥58,000.00', '@']],
    ['a percentage', ['比例', '4%'], '4%', ['4%', '@']],
    ["a formula's look", ['备注', '=1+1'], '=1+1', ['=1+1', '@']],
    ['blanks around', ['金额', ' 5 '], ' 5 ', [' 5 ', '@']],
    ['minus zero', ['金额', '-0'], '-0', ['-0', '@']],
  ])('%s', (_, column, text, expected) => {
    const { value, format } = typedColumn(column)(text);
    expect([value, format]).toEqual(expected);
  });
});

describe('a workbook made of a text', () => {
  const text = csv(
    '订单号,备注,金额\r\n925010800000017,"第一行\r\n第二行",86400.00\r\n925010800000018,' +
      '=SUM(A1),5.50\r\n',
  );

  test('holds every record in the row of its line, and takes fills and pages', async () => {
    const book = await opened(text, '台账.csv');
    await book.highlight('台账', { left: 0, right: 2 }, [{ row: 4, color: '#FCE4D6' }]);
    await book.writePage(samplePage());
    const bytes = book.save();
    expect(brokenLinks(bytes)).toEqual([]);
    expect(illFormed(bytes)).toEqual([]);
    const copy = await opened(bytes, '台账.xlsx');
    const sheet = await copy.readSheet('台账');
    expect(sheet.columns).toEqual([
      ['订单号', '925010800000017', null, '925010800000018'],
      ['备注', '第一行\r\n第二行', null, '=SUM(A1)'],
      ['金额', 86400, null, 5.5],
    ]);
    expect(strFromU8(unzip(bytes)['xl/worksheets/sheet1.xml']!)).not.toContain('<f>');
    expect((await copy.listSheets()).map(({ name, ours }) => [name, ours])).toEqual([
      ['台账', false],
      ['RebateRadar', true],
      ['返点复盘 2025', true],
    ]);
    await copy.clearHighlights();
    expect(unzip(copy.save())['xl/worksheets/sheet1.xml']).toEqual(
      unzip((await opened(text, '台账.csv')).save())['xl/worksheets/sheet1.xml'],
    );
  });

  test('reading goes on from the text itself after writing', async () => {
    const book = await opened(text, '台账.csv');
    const before = await book.readSheet('台账');
    await book.writeKept('answers', '{}');
    expect(await book.readSheet('台账')).toBe(before);
    expect(await book.readKept('answers')).toBe('{}');
    expect((await book.listSheets()).map(({ name }) => name)).toEqual(['台账']);
  });

  test('texts longer than a cell holds: the copy has their beginning, and says which', async () => {
    const long = (length: number): string => `${'长'.repeat(length - 1)}尾`;
    const lines = ['号,注', `1,${long(32_767)}`, ...Array(7).fill(`2,${long(32_768)}`)];
    const book = await opened(csv(lines.join('\n')), '台账.csv');
    expect(book.notes).toEqual([]);
    const copy = await opened(book.save(), '台账.xlsx');
    const [, texts] = (await copy.readSheet('台账')).columns;
    expect(texts?.slice(1, 3)).toEqual([long(32_767), `${'长'.repeat(32_766)}…`]);
    const cells = ['B3', 'B4', 'B5', 'B6', 'B7'];
    expect(book.notes).toEqual([{ code: 'file.textsCut', name: '台账.csv', cells, count: 7 }]);
    book.save();
    expect(book.notes).toMatchObject([{ count: 7 }]);
  });

  test('more lines than a sheet has rows: its cells are read, a workbook is refused', async () => {
    const book = await opened(csv(`号\n${'1\n'.repeat(1_048_576)}`), '台账.csv');
    expect((await book.readSheet('台账')).rowCount).toBe(1_048_577);
    expect(() => book.save()).toThrow(
      expect.objectContaining({
        fact: { code: 'file.tooManyLines', name: '台账.csv', lines: 1_048_577 },
      }),
    );
  });
});
