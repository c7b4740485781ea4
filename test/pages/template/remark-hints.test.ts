import { wordOfRemark } from '#domain/ledger/row-words.ts';
import { REMARK_HINTS } from '#pages/template/plain/order-words.ts';

/** What people write beside an order that changes whether or how it counts, or has to be asked. */
const TELLING = [
  ...['重复', '已重复录入', '与 DD250001 重复', '自有服务', '非厂商产品', '客户已作废', '此单取消'],
  ...[
    '撤单',
    '废单',
    '冲红',
    '红冲',
    '红字发票',
    '冲销',
    '退300',
    '已退款',
    '全额退款，2月',
    '要求退款',
  ],
  ...[
    '退掉',
    '均已撤销',
    '不要了',
    '不买了',
    '未签',
    '待签',
    '跟进中',
    '报价中',
    '待付款',
    '未付款',
  ],
  ...['不参与返点', '未计入', '不算业绩', '不计', '不予返利', '无返', '没有佣金', '不返', '不结算'],
  ...[
    '排除',
    '剔除',
    '除外',
    '测试',
    '测试单',
    '内部测试',
    '金额有误',
    '单位：万',
    '含代金券',
    '万元',
  ],
  ...['美元', '美金', '港币', '港元', '欧元', '算4月业绩', '归到3季度', '记Q2业绩', '计入5月任务'],
  ...[
    '转给李四做',
    '业绩归张三',
    '客户还没付',
    '还没打款',
    '货款一直没到',
    '实付8万',
    '实收 3,000',
  ],
  ...['只付了', '仅付5000', '改为 90000', '改成8万', '应为 7000', '更正为 6000', '無返點'],
  ...['Duplicate', 'dup.', 'own service', 'cancelled', 'voided', 'credit memo', 'Credit note 12'],
  ...['refund', 'refund of SO-1', 'chargeback', 'refunded 300', 'was returned', 'client cancelled'],
  ...['excluded', 'exclusion list', 'ineligible', 'not eligible', 'non-rebatable', 'not counted'],
  ...[
    'N/A for rebate',
    'no rebate',
    'no commission',
    'no incentive',
    "doesn't count",
    'don’t count',
  ],
  ...['test', 'test order', 'USD', 'HKD', 'EUR', "customer hasn't paid", 'customer not yet paid'],
];

/** Remarks that say nothing about it, and of which the plain columns need not be afraid. */
const HARMLESS = [
  '样例，可删除',
  '首单',
  '老客户转介绍',
  '合同 HT2025-001',
  '走框架合同',
  '',
  'sample row, delete me',
];

const hinted = (remark: string): boolean =>
  REMARK_HINTS.some((hint) => remark.toLowerCase().includes(hint));

test.each(TELLING)('%s is left to the add-in', (remark) => expect(hinted(remark)).toBe(true));

test('most of them are words to the engine', () =>
  expect(TELLING.filter((remark) => wordOfRemark(remark) !== 'none').length).toBeGreaterThan(
    TELLING.length * 0.85,
  ));

test.each(HARMLESS)('"%s" is not', (remark) => {
  expect(wordOfRemark(remark)).toBe('none');
  expect(hinted(remark)).toBe(false);
});
