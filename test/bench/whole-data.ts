import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { PageCell } from '#pages/page.ts';
import { join } from 'node:path';
import { openWorkbook } from '#workbook/files/file-workbook.ts';

const PRODUCTS = [
  ['云服务器ECS', '基础'],
  ['对象存储OSS', '基础'],
  ['负载均衡SLB', '基础'],
  ['云WAF', '安全'],
  ['堡垒机', '安全'],
] as const;
const REGIONS = ['华东', '华南', '华北', '西南'];
const HEADER = '订单号,客户名称,区域,产品,产品类别,订单类型,签约日期,实付金额(元),状态,备注';

/** An order sheet of ten columns as a reseller keeps it; the same rows every time. */
export function csvOf(folder: string, rows: number): string {
  const path = join(folder, `${rows}.csv`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  let state = rows;
  const next = (n: number): number => (state = (state * 48_271) % 2_147_483_647) % n;
  const lines = [HEADER];
  for (let row = 0; row < rows; row++) {
    const [product, category] = PRODUCTS[next(PRODUCTS.length)]!;
    const isRefund = next(50) === 0;
    const amount = `${isRefund ? '-' : ''}${((next(2_990_000) + 10_000) / 100).toFixed(2)}`;
    const day = new Date(Date.UTC(2025, 0, 1 + Math.floor((row * 365) / rows)));
    lines.push(
      [
        `RR2025${String(row).padStart(9, '0')}`,
        `客户${String(next(2000)).padStart(4, '0')}有限公司`,
        REGIONS[next(4)],
        product,
        category,
        isRefund ? '退款' : '新购',
        day.toISOString().slice(0, 10),
        amount,
        '已付款',
        '',
      ].join(','),
    );
  }
  writeFileSync(path, `\ufeff${lines.join('\n')}\n`);
  return path;
}

/** The same rows as a workbook with numbers and dates. */
export async function xlsxOf(csv: string, read: (path: string) => Uint8Array): Promise<string> {
  const path = csv.replace(/csv$/, 'xlsx');
  if (existsSync(path)) return path;
  const opened = await openWorkbook(read(csv), 'orders.csv');
  if (!opened.ok) throw new Error('the rows of the bench must be readable');
  writeFileSync(path, opened.value.save('.xlsx'));
  return path;
}

/** As many files in a folder of their own, each with order numbers that no other has. */
export function folderOf(csv: string, files: number): string {
  const folder = csv.replace(/\.csv$/, `-x${files}`);
  if (existsSync(join(folder, `${files}.csv`))) return folder;
  mkdirSync(folder, { recursive: true });
  const text = readFileSync(csv, 'utf8');
  for (let file = 1; file <= files; file++)
    writeFileSync(join(folder, `${file}.csv`), text.replaceAll('\nRR2025', `\nRR${file + 100}N`));
  return folder;
}

/** The workbook with the sums by month and category, and their rates, as uncounted formulas. */
export async function formulasOf(
  xlsx: string,
  read: (path: string) => Uint8Array,
): Promise<string> {
  const path = xlsx.replace(/\.xlsx$/, '-sums.xlsx');
  if (existsSync(path)) return path;
  const opened = await openWorkbook(read(xlsx), 'orders.xlsx');
  if (!opened.ok) throw new Error('the rows of the bench must be readable');
  const formula = (text: string): PageCell => ({ value: null, formula: text, style: 'text' });
  const rows = ['基础', '安全'].flatMap((category) =>
    Array.from({ length: 12 }, (_, month) => {
      const [from, to] = [`DATE(2025,${month + 1},1)`, `DATE(2025,${month + 2},1)`];
      const days = `orders!$G:$G,">="&${from},orders!$G:$G,"<"&${to}`;
      const sum = `SUMIFS(orders!$H:$H,${days},orders!$E:$E,"${category}")`;
      const rate = 'LOOKUP(INDEX(A:A,ROW()),{0,1000000,10000000},{0,0.03,0.05})';
      return { cells: [formula(sum), formula(rate)] };
    }),
  );
  const look = { mark: '', columnWidths: [20, 20], charts: [], frozenRows: 0 };
  await opened.value.writePage({ ...look, name: 'Sums', rows });
  writeFileSync(path, opened.value.save('.xlsx'));
  return path;
}
