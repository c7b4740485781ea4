import type { Page } from '#pages/page.ts';
import type { RowFill, WorkbookPort } from '#application/workbook.port.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';

export type Rows = readonly (readonly Cell[])[];

export const HEADER = [
  '订单号',
  '客户',
  '产品类别',
  '签约日期',
  '实付金额(元)',
  '状态',
  '概率',
  '提前成本(元)',
];
/**
 * 2025: 1,950,000 in all (1,500,000 base, 450,000 security), 50,000 short of 2,000,000; one pending
 * deal of 60,000.
 */
export const ORDERS: Rows = [
  HEADER,
  ['A1', '甲公司', '基础', '2025-02-10', 900000, '已签', null, null],
  ['A2', '乙公司', '安全', '2025-05-12', 450000, '已签', null, null],
  ['A3', '甲公司', '基础', '2025-11-20', 600000, '已签', null, null],
  ['A4', '丙公司', '基础', '2025-12-20', 60000, '跟进中', '50%', 1000],
];

export function sheetOf(name: string, rows: Rows): Sheet {
  const width = Math.max(...rows.map((row) => row.length));
  return {
    name,
    rowCount: rows.length,
    columns: Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null)),
  };
}

/** A workbook in memory that remembers what was done to it. */
export class Book implements WorkbookPort {
  readonly title = '台账.xlsx';
  readonly texts = new Map<string, string>();
  readonly pages: Page[] = [];
  readings = 0;
  fills: readonly RowFill[] = [];
  refusal: unknown = null;
  /** Waited for by one colouring each. */
  readonly pauses: Promise<void>[] = [];

  constructor(
    public rows: Rows,
    private readonly others: readonly Sheet[] = [],
  ) {}

  private get sheets(): readonly Sheet[] {
    return [sheetOf('订单', this.rows), ...this.others];
  }

  listSheets() {
    return Promise.resolve(
      this.sheets.map((sheet) => ({
        name: sheet.name,
        rowCount: sheet.rowCount,
        columnCount: sheet.columns.length,
        hidden: false,
        ours: false,
      })),
    );
  }

  readSheet(name: string): Promise<Sheet> {
    this.readings += 1;
    return Promise.resolve(this.sheets.find((sheet) => sheet.name === name) as Sheet);
  }

  async highlight(_sheet: string, _columns: object, fills: readonly RowFill[]): Promise<void> {
    if (this.refusal !== null) throw this.refusal as Error;
    await this.pauses.shift();
    this.fills = fills;
  }

  clearHighlights(): Promise<void> {
    this.fills = [];
    return Promise.resolve();
  }

  writePage(page: Page): Promise<string> {
    this.pages.push(page);
    return Promise.resolve(page.name);
  }

  private begun: number | null = null;

  beginPages(): Promise<boolean> {
    this.begun = this.pages.length;
    return Promise.resolve(true);
  }

  takeBackPages(): Promise<void> {
    this.pages.length = this.begun ?? this.pages.length;
    return Promise.resolve();
  }

  readKept = (key: string): Promise<string | undefined> => Promise.resolve(this.texts.get(key));
  writeKept = (key: string, text: string): Promise<void> =>
    Promise.resolve(void this.texts.set(key, text));
}

export const tools = { readFile: () => Promise.reject(new Error('no file here')) };
export const run = { step: () => undefined, signal: new AbortController().signal };
