import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { analyze } from '#application/analyze/analyze.ts';
import { writeReview } from '#application/write/write-review.ts';
import type { WorkbookPort } from '#application/workbook.port.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import type { Language } from '#domain/language.ts';
import { fen } from '#domain/money/fen.ts';
import type { Analysis } from '#domain/review/analysis.ts';
import { type Cell, cellAt } from '#domain/sheet.ts';
import { statementPage } from '#pages/statement/statement-page.ts';
import { statementWords } from '#pages/statement/statement-language.ts';
import type { FileWorkbook } from '#workbook/files/file-workbook.ts';
import { type Row, makeLedger } from '../pages/review/make-ledger.ts';
import { orders2025 } from '../pages/review/orders-2025.ts';
import { ordersWorkbook } from '../pages/review/orders-workbook.ts';
import { bookOf, opened, sheetData } from './fixture.ts';
import { open } from './office/small-book.ts';

const year: readonly Row[] = orders2025.map(([day, amount, category, customer, product]) => ({
  day,
  amount,
  category,
  customer,
  product,
}));

function analysis(): Analysis {
  const result = analyze({
    ledger: makeLedger(year),
    policy: undefined,
    asOf: dateOf(2025, 12, 25),
    yearStart: null,
    nearShare: 0.1,
  });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const review = (port: WorkbookPort, language: Language): Promise<string> =>
  writeReview(port, { analysis: analysis(), language });

const statement = (language: Language) =>
  statementPage(
    {
      title: 'year.xlsx',
      period: '2025-01-01 ~ 2025-03-31',
      totals: { ledger: fen(0), statement: fen(0), difference: fen(0) },
      causes: [],
      groups: [],
      beside: [],
      agreeing: 0,
      letter: [],
    },
    statementWords(language),
    'Calibri',
  );

interface Bare {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly Cell[])[];
}

/** The sheets as cells alone: no names, properties, fills or formulas. */
async function cellsAlone(book: FileWorkbook): Promise<readonly Bare[]> {
  const bare: Bare[] = [];
  for (const { name, hidden } of await book.listSheets()) {
    const sheet = await book.readSheet(name);
    const rows = Array.from({ length: sheet.rowCount }, (_, row) =>
      sheet.columns.map((__, column) => cellAt(sheet, row, column)),
    );
    bare.push({ name, hidden, rows });
  }
  return bare;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const fileOf = (sheets: readonly Bare[]): Uint8Array =>
  bookOf({
    sheets: Object.fromEntries(
      sheets.map(({ name, rows }) => [
        name,
        sheetData(
          rows
            .map(
              (row) =>
                `<row>${row
                  .map((value) =>
                    typeof value === 'number'
                      ? `<c><v>${value}</v></c>`
                      : `<c t="inlineStr"><is><t>${escaped(String(value ?? ''))}</t></is></c>`,
                  )
                  .join('')}</row>`,
            )
            .join(''),
        ),
      ]),
    ),
    sheetAttributes: Object.fromEntries(
      sheets.filter(({ hidden }) => hidden).map(({ name }) => [name, 'state="hidden"']),
    ),
  });

const officeOf = (sheets: readonly Bare[]): WorkbookPort =>
  open({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.map((value) => (typeof value === 'object' ? '' : value))),
    })),
  }).workbook;

const OURS = {
  'zh-CN': ['返点复盘 2025Q4', '返点复盘附录 2025Q4', '对账', 'RebateRadar'],
  'en-US': ['Rebate review 2025Q4', 'Rebate review 2025Q4 details', 'Statement', 'RebateRadar'],
} as const;

test.each(['zh-CN', 'en-US'] as const)(
  'a page that was renamed with its marks alive is replaced, %s',
  async (language) => {
    const book = await ordersWorkbook(year);
    await review(book, language);
    const front = OURS[language][0];
    const again = await opened(edited(book.save(), (xml) => xml.replaceAll(front, 'for the boss')));
    expect((await again.listSheets()).map(({ name }) => name)).toContain('for the boss');
    await review(again, language);
    expect((await again.listSheets()).map(({ name }) => name)).toEqual([
      '订单',
      ...OURS[language].slice(0, 2),
      'RebateRadar',
    ]);
  },
);

test.each(['zh-CN', 'en-US'] as const)(
  'so it is in Excel, and the name that was given it stays, %s',
  async (language) => {
    const sheet = await (await ordersWorkbook(year)).readSheet('订单');
    const { host, workbook } = open({
      sheets: [
        {
          name: '订单',
          rows: Array.from({ length: sheet.rowCount }, (_, row) =>
            sheet.columns.map((__, column) => cellAt(sheet, row, column) as string | number),
          ),
        },
      ],
    });
    await review(workbook, language);
    const names = OURS[language].slice(0, 2);
    expect(host.model.sheets.map(({ name }) => name)).toEqual(['订单', ...names]);
    for (const [at, name] of names.entries()) host.sheet(name).name = `for the boss ${at}`;
    expect(await review(workbook, language)).toBe('for the boss 0');
    expect(host.model.sheets.map(({ name }) => name)).toEqual([
      '订单',
      'for the boss 0',
      'for the boss 1',
    ]);
    const formulas = JSON.stringify(host.snapshot());
    expect(formulas).toContain("'for the boss 1'!");
    for (const name of names) expect(formulas).not.toContain(`'${name}'!`);
  },
);

/** With every name of the workbook's own part as a user's program would leave it. */
function edited(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'xl/workbook.xml';
  return zipSync({ ...parts, [name]: strToU8(edit(strFromU8(parts[name]!))) });
}

describe.each(['zh-CN', 'en-US'] as const)(
  'of a reviewed workbook cells alone are left, %s',
  (language) => {
    let bare: readonly Bare[] = [];
    beforeAll(async () => {
      const book = await ordersWorkbook(year);
      await review(book, language);
      await book.writePage(statement(language));
      await book.writeKept('answers', '{"=1":"+甲"}');
      bare = await cellsAlone(await opened(book.save()));
    });

    const oursOf = async (port: WorkbookPort): Promise<readonly string[]> =>
      (await port.listSheets()).filter(({ ours }) => ours).map(({ name }) => name);

    test.each([
      ['a file', (sheets: readonly Bare[]) => opened(fileOf(sheets))],
      ['Excel', (sheets: readonly Bare[]) => Promise.resolve(officeOf(sheets))],
    ] as const)('%s: our sheets are known, and written again in place', async (_, openAgain) => {
      const port = await openAgain(bare);
      expect([...(await oursOf(port))].sort()).toEqual([...OURS[language]].sort());
      for (const name of OURS[language]) expect((await port.readSheet(name)).ours).toBe(true);
      await review(port, language);
      await port.writePage(statement(language));
      expect((await port.listSheets()).map(({ name }) => name).sort()).toEqual(
        ['订单', ...OURS[language]].sort(),
      );
    });

    test('what it kept is read', async () =>
      expect(await (await opened(fileOf(bare))).readKept('answers')).toBe('{"=1":"+甲"}'));

    test('a second sheet of the same title is no orders, and is not written over', async () => {
      const [name, copy] = [OURS[language][0], `${OURS[language][0]} (2)`];
      const rows = bare.find((sheet) => sheet.name === name)?.rows ?? [];
      const port = await opened(fileOf([...bare, { name: copy, hidden: false, rows }]));
      expect(await oursOf(port)).toContain(copy);
      const before = await port.readSheet(copy);
      expect(await review(port, language)).toBe(name);
      expect((await port.readSheet(copy)).columns).toEqual(before.columns);
    });

    test.each([
      ['a file', (sheets: readonly Bare[]) => opened(fileOf(sheets))],
      ['Excel', (sheets: readonly Bare[]) => Promise.resolve(officeOf(sheets))],
    ] as const)('%s: read under other names, our sheets are ours', async (_, again) => {
      const renamed = bare.map((sheet, at) =>
        sheet.name === '订单' ? sheet : { ...sheet, name: `for the boss ${at}` },
      );
      const port = await again(renamed);
      const ours: boolean[] = [];
      for (const { name } of renamed) ours.push((await port.readSheet(name)).ours === true);
      expect(ours).toEqual(renamed.map(({ name }) => name !== '订单'));
    });

    test.each([
      ['a file', (sheets: readonly Bare[]) => opened(fileOf(sheets))],
      ['Excel', (sheets: readonly Bare[]) => Promise.resolve(officeOf(sheets))],
    ] as const)('%s: written again, renamed sheets are replaced', async (_, again) => {
      const renamed = bare.map((sheet, at) =>
        /^(?:返点复盘|Rebate review|对账|Statement)/.test(sheet.name)
          ? { ...sheet, name: `for the boss ${at}` }
          : sheet,
      );
      const port = await again(renamed);
      await review(port, language);
      await port.writePage(statement(language));
      expect(await port.listSheets()).toHaveLength(renamed.length);
    });

    test('a sheet of our name with other words on it is nobody’s but its owner’s', async () => {
      const rows = [
        ['', OURS[language][0]],
        ['', 'x · amounts in yuan'],
      ];
      const port = await opened(fileOf([{ name: OURS[language][0], hidden: false, rows }]));
      expect(await oursOf(port)).toEqual([]);
    });
  },
);
