/**
 * The words that the plain formulas understand, each with what it means to them. They are fewer
 * than the engine's: a word that is not here makes the plain columns say that the add-in is needed,
 * never guess.
 */
export const MEANINGS = {
  scheme: [
    ['全额', 'W'],
    ['全量', 'W'],
    ['whole', 'W'],
    ['超额', 'M'],
    ['超额累进', 'M'],
    ['分段', 'M'],
    ['marginal', 'M'],
    ['graduated', 'M'],
  ],
  edge: [
    ['达到', 'at'],
    ['含', 'at'],
    ['at', 'at'],
    ['超过', 'above'],
    ['大于', 'above'],
    ['above', 'above'],
  ],
  accumulate: [
    ['年', 1],
    ['年度', 1],
    ['全年', 1],
    ['year', 1],
    ['yearly', 1],
    ['annual', 1],
    ['半年', 2],
    ['half', 2],
    ['half-year', 2],
    ['季', 4],
    ['季度', 4],
    ['quarter', 4],
    ['quarterly', 4],
  ],
  trueUp: [
    ['是', 1],
    ['有', 1],
    ['yes', 1],
    ['y', 1],
    ['否', 0],
    ['无', 0],
    ['no', 0],
    ['n', 0],
  ],
  base: [
    ['含税', 'gross'],
    ['gross', 'gross'],
    ['不含税', 'net'],
    ['未税', 'net'],
    ['net', 'net'],
  ],
  stack: [
    ['叠加', 1],
    ['add', 1],
    ['stack', 1],
  ],
  refund: [
    ['按退款日', 1],
    ['on its day', 1],
  ],
  rounding: [
    ['四舍五入', 'R'],
    ['四舍五入 汇总', 'R'],
    ['half-up', 'R'],
    ['half-up, on the total', 'R'],
    ['half-up on the total', 'R'],
    ['截位', 'T'],
    ['截位 汇总', 'T'],
    ['truncate', 'T'],
    ['truncate, on the total', 'T'],
    ['truncate on the total', 'T'],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [string, string | number])[]>>;
export type WordField = keyof typeof MEANINGS;

/** Every sale counts, whatever its category. */
export const ALL_WORDS = ['全部', '所有', '全部类别', 'all'] as const;

/** Order states: signed business, and what is not (yet, or any more). */
export const COUNTING = [
  '已签',
  '已签约',
  '已付款',
  '已支付',
  '已完成',
  '已成交',
  '已结算',
  '已到账',
  '正常',
  '生效',
  'Signed',
  'Paid',
  'Settled',
  'Completed',
  'Closed Won',
  'Active',
  'Delivered',
] as const;
export const NOT_COUNTING = [
  '作废',
  '已作废',
  '取消',
  '已取消',
  '撤单',
  '已撤销',
  '丢单',
  '输单',
  '无效',
  '失效',
  '跟进',
  '跟进中',
  '报价',
  '报价中',
  '洽谈中',
  '未签',
  '待签',
  '待付款',
  '未付款',
  '商机',
  '意向',
  'Void',
  'Voided',
  'Cancelled',
  'Canceled',
  'Lost',
  'Closed Lost',
  'Rejected',
  'Open',
  'Pending',
  'Quoted',
  'Negotiating',
  'Prospect',
  'Draft',
  'Unpaid',
  'Unsigned',
] as const;

/** Types that say nothing about the sign, and those whose amount has to be negative. */
export const TYPES = ['新购', '续费', '升级', 'New', 'Renewal', 'Upgrade'] as const;
export const REFUND_TYPES = ['退款', '退订', '退货', 'Refund', 'Return'] as const;

/**
 * Found anywhere in a product: perhaps the reseller's own service, which is no sale of the
 * vendor's.
 */
export const OWN_SERVICE_HINTS = [
  '等保',
  '测评',
  '咨询',
  '实施',
  '部署',
  '集成',
  '安装',
  '迁移',
  '搬站',
  '驻场',
  '运维',
  '代维',
  '维保',
  '技术服务',
  '技术支持',
  '培训',
  '自有',
  '自营',
  '不计',
  '非厂商',
  'consult',
  'mlps',
  'assessment',
  'implement',
  'deploy',
  'integrat',
  'setup',
  'professional',
  'migrat',
  'on-site',
  'onsite',
  'managed',
  'operation',
  'o&m',
  'technical',
  'training',
  'own service',
] as const;

/** Found in a remark: perhaps a word about the row itself. */
export const REMARK_HINTS = [
  '作废',
  '取消',
  '撤',
  '废',
  '退',
  '未签',
  '待签',
  '跟进',
  '报价',
  '待付',
  '未付',
  '重复',
  '自有',
  '自营',
  '非厂商',
  'cancel',
  'void',
  'dup',
  'own service',
  'ownservice',
  'refund',
] as const;

/** A category or product that is nothing but this is the reseller's own. */
export const OWN_SERVICE_WORDS = [
  '自有服务',
  '自营服务',
  '服务',
  '自有',
  '不计业绩',
  '非厂商产品',
  'own service',
  'own services',
  'own',
  'service',
  'services',
] as const;

/** Found where a number or a name should stand: perhaps a line of totals. */
export const TOTAL_HINTS = [
  '合计',
  '小计',
  '总计',
  '累计',
  '共计',
  '汇总',
  '总额',
  '平均',
  '其中',
  'total',
  'sum',
] as const;

/** Spellings that are one category to the engine: two of a group in one policy need the add-in. */
export const SAME_CATEGORIES = [
  ...[
    '基础',
    '基础产品',
    '基础类',
    '基础类产品',
    '基础云',
    '基础云产品',
    '云基础',
    '云基础产品',
  ].map((name) => [name, '基础'] as const),
  ...['base', 'basic', 'base products', 'base product', 'basic products', 'infrastructure'].map(
    (name) => [name, '基础'] as const,
  ),
  ...['安全', '安全产品', '安全类', '安全类产品', '云安全', '云安全产品'].map(
    (name) => [name, '安全'] as const,
  ),
  ...['security', 'security products', 'security product'].map((name) => [name, '安全'] as const),
] as const;
