import type { HeaderRole } from './header-roles.ts';
import { pattern } from '../pattern.ts';

/**
 * For headers in nobody's list, by what they end or begin with. First match wins; text as in
 * `HEADER_WORDS`.
 */
export const HEADER_PATTERNS: readonly (readonly [RegExp, HeaderRole])[] = [
  [
    /^(?:订单|合同|成交|销售)?(?:不含|未|无|除|去)税的?总?(?:金额|额|价款?|收入|销售额|合计|总计)$/,
    'netAmount',
  ],
  [
    /^(?:订单|合同|成交|销售)?(?:含税|价税)的?总?(?:金额|额|价款?|收入|成交额|销售额|合计|总计)$/,
    'ordered',
  ],
  [/^(?:折扣?后|打折后|优惠后|减免后)的?总?(?:金额|额|价款?|合计|总计)?$/, 'payable'],
  // What comes after tax may be with it or without.
  [/(?:发票|开票|税(?!后)|单价|折扣)/, 'ignored'],
  [/^(?:原|原始|对应|关联)(?:订单|交易|单据?)(?:号|编号|id|no)$/, 'relatedId'],
  [/(?:退款|退订|退货|红冲|冲红|售后)(?:单号|编号|流水号|id|no)$/, 'refundNumber'],
  [/(?:退款|退订|退货|红冲|冲红|扣回)(?:完成|到账)?(?:日期|时间|日)$/, 'refundDay'],
  [
    pattern()`
    (?:退款|退订|退货|退费|红冲|冲红|冲销|冲账|扣回|追回|已退|实退|取消|作废|扣款
    |退回)(?:总)?(?:金额|款|额)(?:合计)?$
  `,
    'refundAmount',
  ],
  [
    /^(?:成功|累计|实际|已|本次|销售)?(?:退款|退订|退货|退费|退回|红冲)(?:成功|合计|总计)?$/,
    'refundAmount',
  ],
  [
    pattern()`
    ^(?:order)?(?:refund|return|chargeback|cancel(?:l?ed|l?ation)?|credit(?:note
    |memo)?)(?:ed)?(?:value|sum|total|amount|amt)$
  `,
    'refundAmount',
  ],
  [/^(?:refund|return)(?:ed)?(?:date|time|day|on|at)$/, 'refundDay'],
  [/^(?:refund|return|rma|creditnote|creditmemo)(?:id|no|number|num|ref)$/, 'refundNumber'],
  [
    pattern()`
    ^(?:sales?|deal|purchase|vendor|cloud|customer|client|web)?order(?:id|no|nr|number|num|code
    |ref)$
  `,
    'orderNumber',
  ],
  [
    pattern()`
    ^(?:sales?|purchase|order|deal|contract|booking|invoice|transaction|total|net|gross)+(?:amount
    |amt|value|total|sum)$
  `,
    'ordered',
  ],
  [
    pattern()`
    ^(?:total|actual|real|net|cash|final|customer|client)?(?:paid|pay|payment|cash)(?:amount|amt
    |total|sum)$
  `,
    'cashPaid',
  ],
  [/^(?:customer|client|account|company|buyer|enduser|partner)(?:full|short)?name$/, 'customer'],
  [/^(?:product|item|service|sku|goods)(?:name|desc|description)$/, 'product'],
  [/^(?:product|prod|item|service)(?:category|cat|class|family|line)$/, 'category'],
  [/^(?:contract|sign|signing|closing|close|won)(?:ed)?(?:date|day|time|at|on)$/, 'signingDay'],
  [
    pattern()`
    ^(?:payment|paid|pay|charge|charged|settled|usage|billing)(?:date|day|time|at|on|datetime
    |timestamp)$
  `,
    'paidOn',
  ],
  [
    pattern()`
    ^(?:order|ordered|create|created|creation|booking|booked|transaction|posting|sale|sales|deal
    |invoice)(?:date|day|time|at|on|datetime|timestamp)$
  `,
    'orderDay',
  ],
  [
    pattern()`
    ^(?:order|deal|sales?|contract|opportunity|transaction|approval|payment|project|pipeline|quote
    |booking|purchase)(?:status|state|stage)$
  `,
    'status',
  ],
  [
    pattern()`
    ^(?:项目|商机|机会|销售|订单|合同|单据|跟单|签单|成交|业务|当前|最新)的?(?:阶段|状态|进展|进度)$
  `,
    'status',
  ],
  [/^(?:返点|返佣|佣金|返利|激励).*(?:到账|结算|收款|支付)(?:日期|时间|日)$/, 'receivedOn'],
  [/(?:付款|支付|实付|收款|回款)(?:日期|时间|日|到账日)$/, 'paidOn'],
  [/(?:签约|签订|签单|签署|成交)(?:日期|时间|日)$/, 'signingDay'],
  [/(?:到期|续费|续约)(?:日期|时间|日)$/, 'renewalOn'],
  [/(?:下单|订单|创建|业务)(?:日期|时间|日)$/, 'orderDay'],
  [
    pattern()`
    ^(?:本次|本期|累计|客户|买家|用户|订单|合同|项目|合计)?(?:实付|实收|实际支付|实际付款|实际收款
    |实际回款|现金支付|现金实付)(?:现金)?(?:总)?(?:金额|款|额)?(?:合计)?$
  `,
    'cashPaid',
  ],
  [
    pattern()`
    ^(?:本次|本期|累计|客户|买家|用户|订单|合同|项目)(?:付款|支付|收款|回款|到款)(?:总)?(?:金额|额)$
  `,
    'cashPaid',
  ],
  [/^(?:本次|本期|客户|买家|用户|订单|合同)?(?:应付|应收)(?:总)?(?:金额|货?款|额)?$/, 'payable'],
  [/(?:代金券|优惠券|抵用券|礼品卡|积分抵|红包|折让)|^credits?(?:applied|used)$/, 'voucher'],
  [/^(?:应返|预计返|应得返)/, 'rebateDue'],
  [/^(?:实返|已返)/, 'rebateReceived'],
  [
    pattern()`
    ^(?:实际|最终)?(?:销售)?(?:订单|合同|成交|签约|签单|销售|下单|产品)(?:总)?(?:金额|额
    |总?价)(?:合计)?$
  `,
    'ordered',
  ],
  [/(?:官网|目录|刊例|原|标)价/, 'listPrice'],
  [/订单(?:号|编号|id|no)$/, 'orderNumber'],
  [/(?:备注|说明)\d*$/, 'remark'],
  [/^(?:客户|用户|甲方)(?:名称|名|全称|简称|单位)?$/, 'customer'],
  [/^(?:产品|商品|云产品)(?:类别|分类|大类|类目)$/, 'category'],
  [/(?:销售|业务员|客户经理)$/, 'salesperson'],
];
