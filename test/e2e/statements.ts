import { PRODUCTS, SAMPLE_ORDERS } from '../../scripts/sample-orders.ts';
import type { Upload } from './ledgers.ts';

/**
 * The vendor's statement of the first quarter of 2025: one order left out, one paid 3,000.00 short.
 */
export function statementOf(): Upload {
  const lines = ['订单号,客户名称,产品名称,支付时间,计佣金额,佣金比例,佣金金额'];
  let number = 0;
  for (const order of SAMPLE_ORDERS) {
    if (order.again === true) continue;
    number += 1;
    if (
      order.day < '2025-01-01' ||
      order.day > '2025-03-31' ||
      typeof order.list !== 'number' ||
      order.product === 'slb'
    )
      continue;
    const paid = order.list * 100 - (order.voucher ?? 0) * 100;
    const rate = PRODUCTS[order.product][2] ? 7 : 4;
    const due = Math.round((paid * rate) / 100) - (order.product === 'bastion' ? 300_000 : 0);
    lines.push(
      [
        `RR${order.day.replaceAll('-', '')}${String(number).padStart(4, '0')}`,
        '',
        PRODUCTS[order.product][0],
        order.day,
        paid / 100,
        `${rate}%`,
        due / 100,
      ].join(','),
    );
  }
  return { name: 'statement.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
}
