import { parseIsoDate, serialFromDate } from '#domain/calendar/local-date.ts';
import type { Language } from '#domain/language.ts';
import type { Page, PageCell } from '#pages/page.ts';
import {
  CUSTOMERS,
  INDUSTRY,
  PRODUCTS,
  REGION,
  REMARKS,
  SAMPLE_ORDERS,
  type SampleOrder,
  STATUSES,
  TYPES,
} from './sample-orders.ts';

const HEADERS: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': [
    '订单号',
    '客户名称',
    '行业',
    '区域',
    '产品',
    '产品类别',
    '订单类型',
    '签约日期',
    '订单金额',
    '代金券',
    '实付金额',
    '实返金额',
    '状态',
    '成交概率',
    '提前成本',
    '备注',
  ],
  'en-US': [
    'Order ID',
    'Customer',
    'Industry',
    'Region',
    'Product',
    'Category',
    'Order type',
    'Signed on',
    'List amount',
    'Voucher',
    'Amount paid',
    'Rebate received',
    'Status',
    'Probability',
    'Cost to pull in',
    'Remark',
  ],
};
const WIDTHS = [19, 24, 14, 11, 17, 11, 11, 12, 14, 11, 14, 14, 17, 11, 13, 34];
const SHEET: Readonly<Record<Language, string>> = { 'zh-CN': '订单', 'en-US': 'Orders' };
const CATEGORY = { base: ['基础', 'Base'], security: ['安全', 'Security'] } as const;
/** Per cent that the vendor paid on the settled orders: the rates of the first tier. */
const PAID_RATE = { base: 4, security: 7 } as const;

/** The sample ledger as an order sheet of the user's own. */
export function samplePage(language: Language): Page {
  const at = language === 'zh-CN' ? 0 : 1;
  let number = 0;
  const rows = SAMPLE_ORDERS.map((order) => {
    if (order.again !== true) number += 1;
    return { cells: rowOf(order, number, at) };
  });
  const header = HEADERS[language].map((value): PageCell => ({ value, style: 'header' }));
  return {
    name: SHEET[language],
    mark: '',
    columnWidths: WIDTHS,
    rows: [{ cells: header, height: 24 }, ...rows],
    charts: [],
    frozenRows: 1,
    font: language === 'zh-CN' ? 'Microsoft YaHei' : 'Calibri',
  };
}

function rowOf(order: SampleOrder, number: number, at: 0 | 1): readonly (PageCell | null)[] {
  const kind = PRODUCTS[order.product][2] ? 'security' : 'base';
  const list = typeof order.list === 'number' ? cents(order.list) : null;
  const paid = list === null ? null : list - cents(order.voucher ?? 0);
  const typed = typeof order.list === 'number' ? '' : order.list[at];
  const amount = (value: number | null): PageCell =>
    value === null
      ? { value: typed, style: 'input' }
      : { value: value / 100, style: 'input-money' };
  return [
    {
      value: `RR${order.day.replaceAll('-', '')}${String(number).padStart(4, '0')}`,
      style: 'input-id',
    },
    text(CUSTOMERS[order.customer][at]),
    text(INDUSTRY[order.customer][at]),
    text(REGION[order.customer][at]),
    text(PRODUCTS[order.product][at]),
    text(CATEGORY[kind][at]),
    text(TYPES[order.type][at]),
    { value: serialFromDate(dayOf(order.day)), style: 'input-date' },
    amount(list),
    amount(cents(order.voucher ?? 0)),
    amount(paid),
    order.received === true && paid !== null
      ? amount(Math.round((paid * PAID_RATE[kind]) / 100))
      : null,
    text(STATUSES[order.status ?? 'open'][at]),
    order.probability === undefined ? null : { value: order.probability, style: 'input-rate' },
    order.cost === undefined ? null : amount(cents(order.cost)),
    order.remark === undefined ? null : text(REMARKS[order.remark][at]),
  ];
}

const text = (value: string): PageCell => ({ value, style: 'input' });
const cents = (yuan: number): number => Math.round(yuan * 100);

function dayOf(iso: string) {
  const day = parseIsoDate(iso);
  if (day === undefined) throw new Error(`no such day: ${iso}`);
  return day;
}
