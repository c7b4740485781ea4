import { mkdirSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { callerOf } from '#hosts/template-file.ts';
import { SPECS } from '#functions/specs.ts';
import type { Language } from '#domain/language.ts';
import type { Page, PageCell } from '#pages/page.ts';
import { referenceOf } from '#pages/template/channels.ts';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';

/**
 * Writes assets/proof: a workbook whose formulas stand beside what they should come to, for a real
 * Excel to be held against; and its twin that counts days from 1904.
 */
const DAY_2025_02_12 = 45_700;
const DAYS_1904 = 1462;

const WORDS = {
  'zh-CN': {
    sheet: '真机验证',
    title: '用真的 Excel 打开并重算：每一行都应是 ok',
    header: ['验证什么', '公式结果', '应得', '结论'],
    rows: {
      plain: '一个数字',
      blankPolicy: '空单元格：政策里没填的封顶和日期',
      blankRow: '空单元格：订单之间的空行',
      blankTier: '空单元格：没填的定档销售额（40000，或报错说明）',
      error: '含错误的数组：只有坏的那一行报错',
      lines: '溢出的函数：行数',
      column: '整列参数',
      period: '日期（1904 孪生文件里也一样）',
      orders: '整张台账逐单返点之和',
      summary: '汇总表的合计',
    },
    policy: ['门槛', '比例', '封顶', '生效'],
    orders: ['订单号', '支付日期', '产品类别', '实付金额'],
    base: '基础',
  },
  'en-US': {
    sheet: 'Proof',
    title: 'Open in a real Excel and recalculate: every row should say ok',
    header: ['What is proven', 'Result', 'Expected', 'Verdict'],
    rows: {
      plain: 'one figure',
      blankPolicy: 'empty cell: cap and date left out of the policy',
      blankRow: 'empty cell: an empty row between orders',
      blankTier: 'empty cell: tier sales left out (40000, or an error that says so)',
      error: 'array with an error: only the bad row fails',
      lines: 'a function that spills: rows',
      column: 'a whole column',
      period: 'a date (the same in the twin of 1904)',
      orders: 'sum of every order’s rebate over a ledger',
      summary: 'total of the summary',
    },
    policy: ['Threshold', 'Rate', 'Cap', 'From'],
    orders: ['Order ID', 'Payment date', 'Category', 'Amount paid'],
    base: 'Base',
  },
} as const;

const TOP = 4;
const POLICY = '$F$3:$I$6';
type Value = string | number | null;

function proofPage(language: Language, date1904: boolean): Page {
  const words = WORDS[language];
  const call = callerOf(language);
  const policy: Value[][] = [
    [...words.policy],
    [500_000, 0.04, null, null],
    [2_000_000, 0.06, null, null],
    [5_000_000, 0.08, null, null],
  ];
  const day = DAY_2025_02_12 - (date1904 ? DAYS_1904 : 0);
  const orders: Value[][] = [
    [...words.orders],
    ['SO-1', '2025-01-15', words.base, 400_000],
    ['SO-2', '2025-02-20', words.base, 1_700_000],
    [null, null, null, null],
  ];
  const lines = call('REBATE_EXPLAIN', [2_000_000, null, policy]).length;
  const label = call('REBATE_PERIOD', [DAY_2025_02_12])[0]?.[0] as string;
  const proofs: readonly (readonly [string, string, string | number])[] = [
    [words.rows.plain, `REBATE_AMOUNT(2000000,,${POLICY})`, 120_000],
    [words.rows.blankPolicy, `REBATE_AMOUNT(5000000,,${POLICY})`, 400_000],
    [words.rows.blankRow, `SUM(REBATE_AMOUNT(K4:K6,,${POLICY}))`, 140_000],
    [
      words.rows.blankTier,
      `IF(OR(IFERROR(REBATE_AMOUNT(1000000,,${POLICY},,K5),40000)=40000),40000,0)`,
      40_000,
    ],
    [words.rows.error, `SUM(IFERROR(REBATE_AMOUNT(L4:L6,,${POLICY}),0))`, 140_000],
    [words.rows.lines, `ROWS(REBATE_EXPLAIN(2000000,,${POLICY}))`, lines],
    [words.rows.column, `SUM(IFERROR(REBATE_AMOUNT(K:K,,${POLICY}),0))`, 140_000],
    [words.rows.period, 'REBATE_PERIOD(M4)', label],
    [words.rows.orders, `SUM(REBATE_ORDERS(O3:R6,${POLICY}))`, 126_000],
    [words.rows.summary, `INDEX(REBATE_SUMMARY(O3:R6,${POLICY}),3,6)`, 126_000],
  ];
  const cells: (PageCell | null)[][] = [];
  const put = (row: number, column: number, cell: PageCell): void => {
    while (cells.length <= row) cells.push([]);
    const line = cells[row] as (PageCell | null)[];
    while (line.length <= column) line.push(null);
    line[column] = cell;
  };
  put(0, 0, { value: words.title, style: 'title' });
  words.header.forEach((value, column) => put(TOP - 2, column, { value, style: 'header' }));
  proofs.forEach(([what, formula, expected], at) => {
    const row = TOP - 1 + at;
    put(row, 0, { value: what });
    put(row, 1, { value: expected, formula });
    put(row, 2, { value: expected });
    put(row, 3, { value: 'ok', formula: `IF(B${row + 1}=C${row + 1},"ok","DIFFERENT")` });
  });
  const block = (top: number, left: number, rows: readonly (readonly Value[])[]): void =>
    rows.forEach((line, r) =>
      line.forEach((value, c) => {
        if (value !== null) put(top + r, left + c, { value });
      }),
    );
  block(2, 5, policy);
  block(3, 10, [
    [2_000_000, 2_000_000, day],
    [null, 'abc'],
    [500_000, 500_000],
  ]);
  block(2, 14, orders);
  return {
    name: words.sheet,
    mark: '',
    columnWidths: [54, 26, 26, 12, 3, 12, 10, 10, 10, 3, 14, 14, 12, 3, 10, 14, 12, 14],
    rows: cells.map((line) => ({ cells: line })),
    charts: [],
    frozenRows: 0,
  };
}

/** The proof as file bytes; the same every time. */
export function proofWorkbook(language: Language, date1904: boolean): Uint8Array {
  const bytes = newWorkbook([proofPage(language, date1904)], {
    font: language === 'zh-CN' ? 'Microsoft YaHei' : 'Calibri',
    template: false,
    binding: {
      ...referenceOf('developer'),
      functionIds: SPECS.map(({ id }) => id),
      autoShow: true,
    },
  });
  return date1904 ? from1904(bytes) : bytes;
}

function from1904(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const path = 'xl/workbook.xml';
  const xml = strFromU8(parts[path] as Uint8Array);
  const has = /<workbookPr\b/.test(xml);
  const changed = has
    ? xml.replace('<workbookPr', '<workbookPr date1904="1"')
    : xml.replace(/(<workbook\b[^>]*>)/, '$1<workbookPr date1904="1"/>');
  return zipSync({ ...parts, [path]: strToU8(changed) }, { mtime: '2025-01-01T00:00:00' });
}

export const PROOF_ASSETS = (['zh-CN', 'en-US'] as const).flatMap((language) =>
  [false, true].map((date1904) => ({
    path: `assets/proof/rebate-proof-${language}${date1904 ? '-1904' : ''}.xlsx`,
    language,
    date1904,
  })),
);

if (process.argv[1]?.endsWith('proof-workbook.ts') === true) {
  mkdirSync('assets/proof', { recursive: true });
  for (const { path, language, date1904 } of PROOF_ASSETS)
    writeFileSync(path, proofWorkbook(language, date1904));
}
