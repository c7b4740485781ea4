import { mkdirSync, writeFileSync } from 'node:fs';
import { type Language } from '#i18n/sentences.ts';
import { CUSTOMERS, INDUSTRY, PRODUCTS, REGION, REMARKS, SAMPLE_ORDERS, type SampleOrder, STATUSES, TYPES } from './sample-orders.ts';

/** Writes assets/samples/orders-<language>.csv from the one list of orders. */
const HEADERS: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['订单号', '客户名称', '行业', '区域', '产品', '产品类别', '订单类型', '签约日期', '订单金额', '代金券', '实付金额', '实返金额', '状态', '成交概率', '促单成本', '备注'],
  'en-US': ['Order ID', 'Customer', 'Industry', 'Region', 'Product', 'Category', 'Order type', 'Signed on', 'List amount', 'Voucher', 'Amount paid', 'Rebate received', 'Status', 'Probability', 'Cost', 'Remark'],
};
const CATEGORY = { base: ['基础', 'Base'], security: ['安全', 'Security'] } as const;
/** What the vendor paid for the settled orders: the rates of the first tier. */
const PAID_RATE = { base: 4, security: 7 } as const;

export function sampleCsv(language: Language): string {
  const at = language === 'zh-CN' ? 0 : 1;
  let number = 0;
  const rows = SAMPLE_ORDERS.map((order) => {
    if (order.again !== true) number += 1;
    return rowOf(order, number, at);
  });
  return `\uFEFF${[HEADERS[language], ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}

function rowOf(order: SampleOrder, number: number, at: 0 | 1): readonly string[] {
  const isSecurity = PRODUCTS[order.product][2];
  const kind = isSecurity ? 'security' : 'base';
  const paid = typeof order.list === 'number' ? money(cents(order.list) - cents(order.voucher ?? 0)) : quoted(order.list[at]);
  const received = order.received === true && typeof order.list === 'number' ? money(Math.round(((cents(order.list) - cents(order.voucher ?? 0)) * PAID_RATE[kind]) / 100)) : '';
  return [
    `RR${order.day.replaceAll('-', '')}${String(number).padStart(4, '0')}`,
    CUSTOMERS[order.customer][at],
    INDUSTRY[order.customer][at],
    REGION[order.customer][at],
    PRODUCTS[order.product][at],
    CATEGORY[kind][at],
    TYPES[order.type][at],
    order.day,
    typeof order.list === 'number' ? money(cents(order.list)) : quoted(order.list[at]),
    money(cents(order.voucher ?? 0)),
    paid,
    received,
    STATUSES[order.status ?? 'open'][at],
    order.probability === undefined ? '' : `${Math.round(order.probability * 100)}%`,
    order.cost === undefined ? '' : money(cents(order.cost)),
    order.remark === undefined ? '' : REMARKS[order.remark][at],
  ];
}

const quoted = (text: string): string => (text.includes(',') ? `"${text}"` : text);
const cents = (yuan: number): number => Math.round(yuan * 100);
const money = (amount: number): string => (amount / 100).toFixed(2);

const folder = new URL('../assets/samples/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const language of ['zh-CN', 'en-US'] as const) writeFileSync(new URL(`orders-${language}.csv`, folder), sampleCsv(language));
