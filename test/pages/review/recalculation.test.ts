import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Analysis } from '#domain/review/analysis.ts';
import { analyze } from '#application/analyze/analyze.ts';
import { writeReview } from '#application/write/write-review.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import { advise } from '#domain/decision/advise.ts';
import { nothingSupposed } from '#domain/pipeline/suppositions.ts';
import { type PolicyReading, readPolicy } from '#domain/policy-check/read-policy.ts';
import { type Cell, type Sheet, cellAddress, cellAt, isFault } from '#domain/sheet.ts';
import type { Language } from '#domain/language.ts';
import { type FileWorkbook, openWorkbook } from '#workbook/files/file-workbook.ts';
import type { Page } from '#pages/page.ts';
import { partsOf, recalculated } from '../../workbook/libreoffice.ts';
import { type Row, makeLedger, makeSheet } from './make-ledger.ts';
import { orders2025 } from './orders-2025.ts';
import { ordersWorkbook } from './orders-workbook.ts';
import { rowStarting } from './read-page.ts';

const rows: readonly Row[] = [
  ...orders2025.map(([day, amount, category, customer, product, received]) => ({
    day,
    amount,
    category,
    customer,
    product,
    received,
  })),
  {
    day: '2025-12-28',
    amount: '90000.00',
    category: '基础',
    customer: '=HYPERLINK("x")',
    kind: 'pending',
    probability: 0.6,
    id: 'P250001',
  },
  {
    day: '2025-12-29',
    amount: '60000.00',
    category: '安全',
    customer: '+危险',
    kind: 'pending',
    probability: 0.5,
    id: 'P250002',
  },
];
const messy: readonly Row[] = [
  ...rows.filter((_, index) => index % 2 === 0),
  { day: '2025-11-11', amount: '360000.00', category: '基础', kind: 'duplicate' },
  { day: '2025-12-31', amount: '500000.00', category: '安全', kind: 'subtotal' },
];

/**
 * Everything a plain formula cannot follow: marginal, above, net, weights, bonus, cap, per order,
 * the highest of a group, a gate nobody knows.
 */
const odd = readPolicy(
  [
    [
      '返点项',
      '适用类别',
      '定档口径',
      '门槛',
      '比例',
      '奖励',
      '计算方式',
      '达线归属',
      '累计周期',
      '结算周期',
      '计佣口径',
      '封顶',
      '叠加',
      '前提',
      '舍入',
      '依据',
    ],
    [
      '甲',
      '基础',
      '全部',
      '50万',
      '4%',
      1000,
      '超额',
      '超过',
      '年',
      '季',
      '含税',
      null,
      '叠加',
      null,
      '四舍五入 汇总',
      '第 3 页 第 2 段',
    ],
    [
      '甲',
      null,
      null,
      '200万',
      '6%',
      5000,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ],
    [
      '乙',
      '安全',
      '全部, 安全×1.5',
      '50万',
      '7%',
      null,
      '全额',
      '达到',
      '半年',
      '月',
      '不含税',
      60000,
      '叠加',
      null,
      '截位 逐单',
      '第 4 页',
    ],
    [
      '丙',
      '全部',
      '全部',
      '10万',
      '1%',
      null,
      '全额',
      '达到',
      '单',
      '季',
      '含税',
      null,
      '叠加',
      null,
      '四舍五入 汇总',
      '',
    ],
    [
      '丁',
      '全部',
      '全部',
      '0',
      '0.2%',
      null,
      '全额',
      '达到',
      '季',
      '季',
      '含税',
      null,
      '取高 G',
      '续费率>=90%',
      '四舍五入 汇总',
      '',
    ],
    [
      '戊',
      '安全',
      '全部',
      '0',
      '0.1%',
      null,
      '全额',
      '达到',
      '季',
      '季',
      '含税',
      null,
      '取高 G',
      null,
      '四舍五入 汇总',
      '',
    ],
  ],
  { cellName: (row, column) => cellAddress(row, column) },
);

function analysisOf(
  list: readonly Row[],
  yearStart: number | null,
  policy?: PolicyReading,
): Analysis {
  const result = analyze({
    ledger: makeLedger(list),
    policy,
    asOf: dateOf(2025, 12, 25),
    yearStart,
    nearShare: 0.1,
  });
  if (!result.ok) throw new Error(result.error.code);
  return { ...result.value, advice: advise({ ...result.value, supposed: nothingSupposed }) };
}

interface Written {
  readonly bytes: Uint8Array;
  readonly pages: readonly Page[];
}

/**
 * A workbook with its orders and a review in each language, and the pages as they were written; the
 * second restates the first's year.
 */
async function written(list: readonly Row[], policy?: PolicyReading): Promise<Written> {
  const book = await ordersWorkbook(list);
  const pages: Page[] = [];
  const write = book.writePage.bind(book);
  book.writePage = (page) => {
    pages.push(page);
    return write(page);
  };
  for (const [language, yearStart, period] of [
    ['zh-CN', null, '2025Q4'],
    ['en-US', 4, 'FY2026Q3'],
  ] as const satisfies readonly (readonly [Language, number | null, string])[]) {
    const analysis = analysisOf(list, yearStart, policy);
    await writeReview(book, { analysis, language, period, sheets: [makeSheet(list)] });
  }
  return { bytes: book.save(), pages };
}

const opened = async (bytes: Uint8Array): Promise<FileWorkbook> => {
  const result = await openWorkbook(bytes, 'out.xlsx');
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const differs = (wanted: Page['rows'][number]['cells'][number], got: Cell): boolean => {
  const value = wanted?.value ?? null;
  if (value === null || value === '') return got !== null && got !== '';
  if (typeof value === 'number' && typeof got === 'number')
    return Math.abs(value - got) > 1e-9 * Math.max(1, Math.abs(value));
  return value !== got;
};

describe('the review in an independent spreadsheet, every formula computed anew', () => {
  let files: Readonly<Record<'tidy' | 'messy' | 'odd', Written>>;
  let books: Readonly<Record<string, Uint8Array>>;
  beforeAll(async () => {
    files = {
      tidy: await written(rows),
      messy: await written(messy),
      odd: await written(rows, odd),
    };
    books = await recalculated({
      tidy: files.tidy.bytes,
      messy: files.messy.bytes,
      odd: files.odd.bytes,
    });
  });

  describe.each(['tidy', 'messy', 'odd'] as const)('%s', (kind) => {
    test.each([0, 1])(
      'shows the same figure in every cell, in both languages (%d)',
      async (index) => {
        const page = files[kind].pages[index] as Page;
        const sheet: Sheet = await (await opened(books[kind] as Uint8Array)).readSheet(page.name);
        const wrong = page.rows.flatMap((row, at) =>
          row.cells.flatMap((cell, column) => {
            const got = cellAt(sheet, at, column);
            return differs(cell, got)
              ? [
                  `${cellAddress(at, column)}: ${String(cell?.value)} ` +
                    `${cell?.formula ?? ''} came to ${isFault(got) ? got.fault : String(got)}`,
                ]
              : [];
          }),
        );
        expect(wrong).toEqual([]);
      },
    );

    test('has no error cell', async () => {
      const book = await opened(books[kind] as Uint8Array);
      for (const page of files[kind].pages) {
        const sheet = await book.readSheet(page.name);
        expect(sheet.columns.flatMap((column) => column.filter(isFault))).toEqual([]);
      }
    });

    test('keeps every chart', () => {
      const charts = files[kind].pages.reduce((sum, page) => sum + page.charts.length, 0);
      expect(charts).toBeGreaterThanOrEqual(6);
      expect(partsOf(books[kind] as Uint8Array, /^xl\/charts\/chart\d+\.xml$/)).toHaveLength(
        charts,
      );
    });
  });

  test(
    'a good part of the page is formulas, and those over tidy orders reach the ' + 'order sheet',
    () => {
      const formulas = (files.tidy.pages[1] as Page).rows.flatMap((row) =>
        row.cells.flatMap((cell) => cell?.formula ?? []),
      );
      expect(formulas.length).toBeGreaterThan(80);
      const said = (files.tidy.pages[0] as Page).rows.flatMap((row) =>
        row.cells
          .flatMap((cell) => cell?.formula ?? [])
          .filter((one) => one.includes('与当时一致')),
      );
      expect(said).toEqual([expect.stringMatching(/^IFERROR\(.*请改正后重新生成复盘/)]);
      expect(formulas.filter((formula) => formula.includes("'订单'!")).length).toBe(24 + 9);
    },
  );
});

describe('a colleague without the add-in changes an order', () => {
  const enlarged = rows.map((row, index) => (index === 39 ? { ...row, amount: '303500.00' } : row));
  let sheet: Sheet;
  let front: Sheet;
  let earlier: Sheet;
  let shown: Page;
  let truth: Page;
  beforeAll(async () => {
    const [before, after] = [await written(rows), await written(enlarged)];
    [shown, truth] = [before.pages[1] as Page, after.pages[1] as Page];
    const parts = unzipSync(before.bytes);
    const orders = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
    const edited = (from: string, to: string): Uint8Array => {
      expect(orders.split(from)).toHaveLength(2);
      const sheet1 = strToU8(orders.replace(from, to));
      return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': sheet1 }, { level: 1 });
    };
    const books = await recalculated({
      changed: edited('<v>103500</v>', '<v>303500</v>'),
      earlier: edited('<v>152300.25</v>', '<v>452300.25</v>'),
    });
    const book = await opened(books['changed'] as Uint8Array);
    sheet = await book.readSheet(shown.name);
    const nameOfFront = before.pages[0]?.name ?? '';
    front = await book.readSheet(nameOfFront);
    earlier = await (await opened(books['earlier'] as Uint8Array)).readSheet(nameOfFront);
  });

  test('the front page says that its figures are older than the orders', () => {
    const texts = front.columns[1]?.map(String) ?? [];
    expect(texts.at(-1)).toContain('请重新生成复盘');
    expect(texts.at(-1)).toContain('1,733,300.25');
  });

  test('also where an order of an earlier quarter moves the rebate alone', () => {
    const last = earlier.columns[1]?.map(String).at(-1);
    expect(last).toContain('请重新生成复盘。当时累计返点 ¥364,919.37，现在 ¥');
  });

  /**
   * Figures of the row that starts so in a section of the page as written, as the other spreadsheet
   * computed them.
   */
  const recomputed = (section: string, start: string): readonly Cell[] => {
    const from = shown.rows.findIndex((row) => row.cells[1]?.value === section);
    const row = shown.rows.findIndex(
      (each, index) => index > from && String(each.cells[1]?.value ?? '').startsWith(start),
    );
    return Array.from({ length: 10 }, (_, column) => cellAt(sheet, row, column + 1));
  };
  const wanted = (section: string, start: string): readonly Cell[] =>
    rowStarting(truth, section, start);

  test('the order takes the year over 500 万: tier, rate and rebate follow', () => {
    const now = recomputed('各返点项进度', '基础');
    expect(now.slice(2, 7)).toEqual([1242500, 3240652.25, 5065454.55, 3, 0.08]);
    expect([now[9], recomputed('各返点项进度', '安全')[9]]).toEqual([259252.18, 218976.28]);
    expect(now.slice(2, 7)).toEqual(wanted('各返点项进度', '基础').slice(2, 7));
  });
  test('so do the payouts with their true-up, and what is outstanding', () => {
    for (const label of ['2025Q1', '2025Q3', '2025Q4', '合计'])
      expect(recomputed('结算与补差', label).slice(2, 5)).toEqual(
        wanted('结算与补差', label).slice(2, 5),
      );
    expect(recomputed('结算与补差', '合计')[4]).toBe(478228.46);
    expect(recomputed('到账情况', '合计').slice(2, 6)).toEqual(
      wanted('到账情况', '合计').slice(2, 6),
    );
  });
  test('the workings lead to the new figure at the top', () => {
    expect(recomputed('数字的由来', '页首的累计返点')[7]).toBe(478228.46);
    expect(
      cellAt(
        sheet,
        shown.rows.findIndex((row) => row.cells.some((cell) => cell?.value === 364919.37)),
        5,
      ),
    ).toBe(478228.46);
  });
});
