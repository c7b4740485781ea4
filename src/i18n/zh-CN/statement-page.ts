import type { statementPage as english } from '../en-US/statement-page.ts';
import type { Words } from '../sentences.ts';

/** 对账页的字词。 */
export const statementPage: Words<typeof english> = {
  sheetName: '对账',
  title: (period) => `对账 ${period}`,
  subtitle: (title) => `${title} · 厂商结算单与订单应返逐单核对 · 金额单位：元`,
  ledger: '订单应返',
  statement: '结算单',
  difference: '差异',
  causes: '差异原因',
  cause: '原因',
  orders: '单数',
  total: '合计',
  group: (action, count) => `${action}（${count} 单）`,
  order: '订单号',
  customer: '客户',
  product: '产品',
  happened: '情况',
  agreeing: (count) => `${count} 单一致。`,
  letter: '给厂商的函',
};
