import { strFromU8 } from 'fflate';
import { unzip, opened, zipOf, bookOf, sheetData } from './fixture.ts';
import { recalculated } from './libreoffice.ts';
import { brokenLinks } from './package-check.ts';
import { richBook } from './rich-book.ts';
import { samplePage } from './sample-pages.ts';

const SHEET = '订单 2025';
const FILLS = [2, 3].map((row) => ({ row, color: '#FFE699' }));
const COLUMNS = { left: 0, right: 3 };
const text = (bytes: Uint8Array, part: string): string => strFromU8(unzip(bytes)[part]!);

async function reviewed(bytes = richBook()): Promise<Uint8Array> {
  const book = await opened(bytes);
  await book.highlight(SHEET, COLUMNS, FILLS);
  await book.writePage(samplePage());
  await book.writeKept('answers', '{"=1":"+甲"}'.padEnd(70_000, '长'));
  return book.save();
}

/** As a program saves that knows neither custom XML nor properties of sheets. */
function withoutExtras(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzip(bytes)).filter(
    ([name]) => !/^customXml|customProperty\d/.test(name),
  );
  return zipOf(
    Object.fromEntries(
      parts.map(([name, body]) => [
        name,
        /\.(xml|rels)$/.test(name)
          ? strFromU8(body)
              .replace(/<(Override|Relationship)[^>]*(customXml|customProperty)[^>]*>/g, '')
              .replace(/<customProperties>.*?<\/customProperties>/s, '')
          : body,
      ]),
    ),
  );
}

const fillsOf = (bytes: Uint8Array): number => {
  const styles = [...Object.keys(unzip(bytes))].filter((name) => name === 'xl/styles.xml');
  const xml = text(bytes, styles[0]!);
  const ours = [...xml.matchAll(/<fill>.*?<\/fill>/gs)].flatMap(([fill], at) =>
    /FFE699/i.test(fill) ? [String(at)] : [],
  );
  const formats = [
    ...(/<cellXfs.*<\/cellXfs>/s.exec(xml)?.[0] ?? '').matchAll(/<xf\b[^>]*>/g),
  ].flatMap(([xf], at) =>
    ours.includes(/fillId="(\d+)"/.exec(xf)?.[1] ?? '') ? [String(at)] : [],
  );
  return [...text(bytes, 'xl/worksheets/sheet1.xml').matchAll(/<c\b[^>]*\ss="(\d+)"/g)].filter(
    ([, style = '']) => formats.includes(style),
  ).length;
};

const holdsOn = async (saved: Uint8Array): Promise<void> => {
  expect(fillsOf(saved)).toBeGreaterThan(0);
  const book = await opened(saved);
  const sheets = await book.listSheets();
  expect(sheets.filter(({ ours }) => ours).map(({ name }) => name)).toEqual([
    'RebateRadar',
    '返点复盘 2025',
  ]);
  expect(sheets.find(({ name }) => name === 'RebateRadar')?.hidden).toBe(true);
  expect((await book.readKept('answers'))?.length).toBe(70_000);
  expect((await book.readKept('answers'))?.startsWith('{"=1":"+甲"}')).toBe(true);
  expect(await book.writePage(samplePage())).toBe('返点复盘 2025');
  expect((await book.listSheets()).length).toBe(sheets.length);
  await book.clearHighlights();
  expect(fillsOf(book.save())).toBe(0);
  expect(brokenLinks(book.save())).toEqual([]);
};

describe('a reviewed copy that another program has saved', () => {
  test('one that keeps no properties of sheets and no custom XML', async () => {
    await holdsOn(withoutExtras(await reviewed()));
  });

  test('LibreOffice', async () => {
    const { copy } = await recalculated({
      copy: await reviewed(
        bookOf({
          sheets: {
            [SHEET]: sheetData(
              '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c>' +
                '</row><row r="3"><c r="B3"><v>3</v></c></row>',
            ),
            其他: sheetData('<row r="2"><c r="A2"><v>5</v></c></row>'),
          },
        }),
      ),
    });
    await holdsOn(copy!);
  }, 120_000);

  test('a sheet that was moved to another number is still the one that was coloured', async () => {
    const book = await opened(await reviewed());
    const moved = zipOf(
      Object.fromEntries(
        Object.entries(unzip(book.save())).map(([name, body]) => [
          name,
          name === 'xl/workbook.xml'
            ? strFromU8(body)
                .replace('sheetId="7"', 'sheetId="70"')
                .replace('sheetId="9"', 'sheetId="7"')
            : body,
        ]),
      ),
    );
    const again = await opened(moved);
    await again.highlight(SHEET, COLUMNS, []);
    expect(fillsOf(again.save())).toBe(0);
  });
});
