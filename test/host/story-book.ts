import { setWorkbookDate1904 } from '#functions/workbook-dates.ts';
import { officeReady } from '#hosts/office-ready.ts';
import { Session } from '#application/session/session.ts';
import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import { excel } from '../functions/excel.ts';
import type { WireHost } from './host.ts';
import { openWorkbook } from './node-client.ts';
import type { Switch } from './switches.ts';

const tools = { readFile: () => Promise.reject(new Error('no file here')) };
const ROWS = [
  ['订单号', '客户', '产品类别', '支付日期', '实付金额', '状态'],
  ['A1', '甲公司', '基础', 45_700, 900_000, '已签'],
  ['A2', '乙公司', '安全', 45_790, 450_000, '已签'],
  ['A3', '甲公司', '基础', 45_980, 600_000, '已签'],
  ['A4', '丙公司', '基础', 45_985, 'USD 900', '已签'],
];
/** With cells left empty where a 0 would take the rebate away. */
const POLICY = [
  ['返点项', '适用类别', '定档口径', '门槛', '比例', '封顶', '生效'],
  ['基础', '基础', '全部', 500_000, 0.04, null, null],
  ['基础', '基础', '全部', 2_000_000, 0.06, null, null],
  ['安全', '安全', '全部', 500_000, 0.07, null, null],
];
/** Fen. 1,950,000 yuan in all: 1,500,000 at 4 % and 450,000 at 7 %. */
export const STORY_REBATE = 91_500_00;

export interface Story {
  readonly host: WireHost;
  readonly workbook: OfficeWorkbook;
  readonly session: Session;
  readonly wait: () => Promise<void>;
  /** The user's own sheets as they are now. */
  readonly users: () => unknown;
}

/**
 * Fen: the same rebate by formula, REBATE_ORDERS over the two sheets with an empty row below, as
 * this Excel hands their cells over.
 */
export async function rebateByFormula(story: Story, { emptyCell }: Switch): Promise<number> {
  const { call } = await excel();
  const cells = (name: string): unknown[][] => {
    const { columns } = story.host.sheet(name);
    const rows = Math.max(...columns.map((column) => column.length)) + 1;
    return Array.from({ length: rows }, (_, row) =>
      columns.map((column) => column[row] ?? emptyCell ?? ''),
    );
  };
  setWorkbookDate1904(await story.workbook.countsFrom1904());
  const shares = await call('REBATE_ORDERS', cells('订单'), cells('返点政策'));
  setWorkbookDate1904(false);
  if (!Array.isArray(shares)) throw new Error(`REBATE_ORDERS: ${JSON.stringify(shares)}`);
  const figures = shares.flat().filter((share) => typeof share === 'number');
  return figures.reduce((sum, share) => sum + Math.round(share * 100), 0);
}

/**
 * The page as Excel has just opened it, until Excel replies. Comes out: what is waited for, said
 * a minute later, and whether Excel has replied by then.
 */
export async function comingOf(
  officeJs: Switch['officeJs'],
  say: (waiting: 'slow' | 'blocked') => void,
): Promise<'excel' | 'elsewhere' | 'waiting'> {
  if (officeJs === undefined) return 'excel';
  const page = globalThis as { Office?: unknown; history?: unknown };
  const { Office: office, history = {} } = page;
  page.history ??= history;
  jest.useFakeTimers();
  try {
    let reply: (given: { host: string }) => void = () => undefined;
    const onReady = () => new Promise((resolve) => (reply = resolve));
    page.Office = { onReady, HostType: { Excel: 'Excel' } };
    if (officeJs === 'blocked') delete page.Office;
    let place: 'excel' | 'elsewhere' | 'waiting' = 'waiting';
    void officeReady(say, true).then((found) => (place = found));
    await jest.advanceTimersByTimeAsync(60_000);
    reply({ host: 'Excel' });
    await jest.advanceTimersByTimeAsync(0);
    return place;
  } finally {
    jest.useRealTimers();
    page.Office = office;
  }
}

/** A small workbook in a difficult Excel. */
export function openStory(given: Switch): Story {
  const days = given.book?.date1904 === true ? 1462 : 0;
  const rows = ROWS.map((row) =>
    row.map((cell, at) => (at === 3 && typeof cell === 'number' ? cell - days : cell)),
  );
  const host = openWorkbook(
    {
      ...given.book,
      sheets: [
        { name: '订单', rows, fills: { A3: '#FFCC00' }, ...given.orders },
        { name: '返点政策', rows: POLICY },
        ...(given.more ?? []),
      ],
    },
    given.options,
  );
  const own = new Set(host.model.sheets.map(({ id }) => id));
  const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  const workbook = new OfficeWorkbook({ wait });
  return {
    host,
    workbook,
    session: new Session(workbook, tools as never),
    wait,
    users: () => host.snapshot((sheet) => own.has(sheet.id))['sheets'],
  };
}
