import { analyze } from '#application/analyze/analyze.ts';
import type { CellEdit } from '#application/live/cell-edit.ts';
import { readOrders } from '#application/read/read-orders.ts';
import { writeReview } from '#application/write/write-review.ts';
import { parseIsoDate, serialFromDate } from '#domain/calendar/local-date.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import { type Sheet, cellAt } from '#domain/sheet.ts';
import type { Language } from '#domain/language.ts';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';
import { samplePage } from '../../../scripts/sample-page.ts';
import { opened } from '../../workbook/fixture.ts';
import { recalculated } from '../../workbook/libreoffice.ts';

const COLUMNS = {
  category: 5,
  signedOn: 7,
  amount: 10,
  received: 11,
  status: 12,
  probability: 13,
} as const;
type Values = Readonly<Partial<Record<keyof typeof COLUMNS, string | number | null>>>;

const day = (text: string): number => serialFromDate(parseIsoDate(text)!);

/** A reviewed copy of the sample's orders, and the orders as they were read. */
async function reviewed(language: Language): Promise<{ bytes: Uint8Array; orders: Sheet }> {
  const book = await opened(newWorkbook([samplePage(language)]));
  const sheets = await Promise.all(
    (await book.listSheets()).map(({ name }) => book.readSheet(name)),
  );
  const analysis = analyze({
    ledger: readOrders(sheets, { policy: examplePolicy }),
    policy: undefined,
    asOf: null,
    yearStart: null,
    nearShare: 0.1,
  });
  if (!analysis.ok) throw new Error(analysis.error.code);
  await writeReview(book, { analysis: { ...analysis.value }, language, sheets });
  return { bytes: book.save(), orders: sheets[0]! };
}

/** What a person does to the orders without the add-in. A row of `null` is emptied. */
async function edited(
  { bytes, orders }: { bytes: Uint8Array; orders: Sheet },
  row: number,
  values: Values | null,
): Promise<Uint8Array> {
  const book = await opened(bytes);
  const cells =
    values === null
      ? orders.columns.map((_, column) => [column, null] as const)
      : Object.entries(values).map(
          ([name, value]) => [COLUMNS[name as keyof typeof COLUMNS], value] as const,
        );
  await book.writeCells(
    orders.name,
    cells.map(([column, value]): CellEdit => ({
      row,
      column,
      kind: 'value',
      value: value ?? null,
    })),
  );
  return book.save();
}

describe.each(['zh-CN', 'en-US'] as const)('the reviewed orders are edited (%s)', (language) => {
  const isChinese = language === 'zh-CN';
  const words = {
    void: isChinese ? '已作废' : 'Void',
    security: isChinese ? '安全' : 'Security',
    again: isChinese ? '请重新生成复盘' : 'write the review again',
    same: isChinese ? '与当时一致' : 'is still the same',
  };
  const edits: Readonly<Record<string, (orders: Sheet) => readonly [number, Values | null]>> = {
    'an order made void': () => [1, { status: words.void }],
    'the rebate received': () => [1, { received: 1 }],
    'the category': (orders) => [
      orders.columns[COLUMNS.category]!.findIndex(
        (cell) => cell !== words.security && cell !== orders.columns[COLUMNS.category]![0],
      ),
      { category: words.security },
    ],
    'the day, out of the quarter': () => [1, { signedOn: day('2025-12-30') }],
    'the amount': (orders) => [1, { amount: Number(cellAt(orders, 1, COLUMNS.amount)) + 0.01 }],
    'a row taken away': () => [1, null],
    'a row added': (orders) => [
      orders.rowCount,
      { amount: 5, signedOn: day('2025-06-30'), category: words.security },
    ],
    'the chance of a deal': (orders) => [
      orders.columns[COLUMNS.probability]!.findIndex((cell) => typeof cell === 'number'),
      { probability: 0.01 },
    ],
  };
  const last: Record<string, string> = {};
  const counted: Record<string, unknown> = {};

  beforeAll(async () => {
    const before = await reviewed(language);
    const files: Record<string, Uint8Array> = { untouched: before.bytes };
    for (const [name, edit] of Object.entries(edits))
      files[name.replaceAll(/\W/g, '-')] = await edited(before, ...edit(before.orders));
    for (const [name, bytes] of Object.entries(await recalculated(files))) {
      const book = await opened(bytes);
      const ours = (await book.listSheets()).filter((sheet) => sheet.ours && !sheet.hidden);
      const [front, details] = await Promise.all(ours.map((sheet) => book.readSheet(sheet.name)));
      last[name] = String(front!.columns[1]!.filter((cell) => cell !== null).at(-1));
      const row = details!.columns[1]!.findIndex(
        (cell) => cell === (isChinese ? '不同的项数' : 'Figures that differ'),
      );
      counted[name] = cellAt(details!, row, 10);
    }
  }, 300_000);

  test('untouched, the tab says that all is as it was', () => {
    expect(last['untouched']).toContain(words.same);
    expect(counted['untouched']).toBe(0);
  });

  test.each(Object.keys(edits))('%s: the tab says that it is older', (name) => {
    const key = name.replaceAll(/\W/g, '-');
    expect(last[key]).toContain(words.again);
    expect(counted[key]).toBeGreaterThan(0);
  });
});
