/**
 * The sample ledger, once for both languages: a reseller's orders from October 2024 to December 2025. Customers and
 * orders are invented. Near the end of the year 5,000,000 is just out of reach; four pending deals could close the gap.
 */
export interface SampleOrder {
  readonly customer: keyof typeof CUSTOMERS;
  readonly product: keyof typeof PRODUCTS;
  readonly type: keyof typeof TYPES;
  readonly day: string;
  /** List price in yuan (`voucher` comes off it), or the amount as somebody typed it. */
  readonly list: number | Both;
  readonly voucher?: number;
  readonly status?: keyof typeof STATUSES;
  readonly probability?: number;
  readonly cost?: number;
  readonly received?: boolean;
  readonly remark?: keyof typeof REMARKS;
  /** Same order number as the row before: the row was entered twice. */
  readonly again?: boolean;
}

export type Both = readonly [chinese: string, english: string];

export const CUSTOMERS = {
  harbor: ['临港云仓物流有限公司', 'Lingang Cloud Logistics'],
  school: ['东湖外国语学校', 'Donghu Language School'],
  hospital: ['青禾康复医院', 'Qinghe Recovery Hospital'],
  factory: ['瓯江精密制造有限公司', 'Oujiang Precision Works'],
  retail: ['岭上优选零售有限公司', 'Lingshang Select Retail'],
  games: ['北岸互动科技有限公司', 'North Bank Games'],
  estate: ['蜀道置业有限公司', 'Shudao Estates'],
  bank: ['湖畔村镇银行', 'Lakeside County Bank'],
  city: ['云溪区数据中心', 'Yunxi District Data Centre'],
  food: ['山泉食品股份有限公司', 'Mountain Spring Foods'],
} as const satisfies Record<string, Both>;

export const INDUSTRY = {
  harbor: ['物流', 'Logistics'], school: ['教育', 'Education'], hospital: ['医疗', 'Medical'], factory: ['制造', 'Manufacturing'], retail: ['零售', 'Retail'],
  games: ['互联网', 'Internet'], estate: ['地产', 'Real estate'], bank: ['金融', 'Finance'], city: ['政府', 'Government'], food: ['制造', 'Manufacturing'],
} as const satisfies Record<keyof typeof CUSTOMERS, Both>;

export const REGION = {
  harbor: ['华东', 'East'], school: ['华中', 'Central'], hospital: ['华东', 'East'], factory: ['华东', 'East'], retail: ['华南', 'South'],
  games: ['华北', 'North'], estate: ['西南', 'Southwest'], bank: ['华东', 'East'], city: ['华东', 'East'], food: ['西南', 'Southwest'],
} as const satisfies Record<keyof typeof CUSTOMERS, Both>;

/** Name in both languages, then whether it is a security product. */
export const PRODUCTS = {
  ecs: ['云服务器ECS', 'ECS', false], oss: ['对象存储OSS', 'OSS', false], rds: ['云数据库RDS', 'RDS', false], slb: ['负载均衡SLB', 'SLB', false],
  waf: ['云WAF', 'WAF', true], bastion: ['堡垒机', 'Bastionhost', true], sas: ['云安全中心', 'Security Center', true], cfw: ['云防火墙', 'Cloud Firewall', true], audit: ['数据库审计', 'Database Audit', true],
} as const satisfies Record<string, readonly [string, string, boolean]>;

export const TYPES = { fresh: ['新购', 'New'], renew: ['续费', 'Renewal'], up: ['升级', 'Upgrade'], refund: ['退款', 'Refund'] } as const satisfies Record<string, Both>;

export const STATUSES = { settled: ['已结算', 'Settled'], open: ['待结算', 'Pending settlement'], pending: ['跟进中', 'In progress'], refunded: ['已退款', 'Refunded'] } as const satisfies Record<string, Both>;

export const REMARKS = {
  twice: ['与上一行重复录入', 'Entered twice'],
  refund: ['缩容退订', 'Downsized, partly refunded'],
  purchasing: ['客户提出另付采购部专项奖励', 'Customer asks for a bonus to its purchasing department'],
  december: ['预计月底签约', 'Expected to sign by month end'],
  unit: ['金额待核对', 'Amount to be checked'],
} as const satisfies Record<string, Both>;

export const SAMPLE_ORDERS: readonly SampleOrder[] = [
  { customer: 'harbor', product: 'ecs', type: 'fresh', day: '2024-10-10', list: 128000, status: 'settled', received: true },
  { customer: 'school', product: 'waf', type: 'fresh', day: '2024-10-22', list: 46800, status: 'settled', received: true },
  { customer: 'factory', product: 'rds', type: 'fresh', day: '2024-11-05', list: 152600, voucher: 2600, status: 'settled', received: true },
  { customer: 'bank', product: 'bastion', type: 'fresh', day: '2024-11-19', list: 88000, status: 'settled', received: true },
  { customer: 'games', product: 'oss', type: 'renew', day: '2024-12-03', list: 64350.5, status: 'settled', received: true },
  { customer: 'retail', product: 'ecs', type: 'fresh', day: '2024-12-18', list: 97500, status: 'settled', received: true },
  { customer: 'hospital', product: 'sas', type: 'fresh', day: '2024-12-27', list: 58200, status: 'settled', received: true },
  { customer: 'harbor', product: 'ecs', type: 'renew', day: '2025-01-08', list: 136400, status: 'settled', received: true },
  { customer: 'school', product: 'waf', type: 'renew', day: '2025-01-15', list: 48600.5, status: 'settled', received: true },
  { customer: 'hospital', product: 'cfw', type: 'fresh', day: '2025-01-22', list: 118000, voucher: 8000, status: 'settled', received: true },
  { customer: 'factory', product: 'ecs', type: 'renew', day: '2025-02-11', list: 92300.25, status: 'settled', received: true },
  { customer: 'retail', product: 'oss', type: 'fresh', day: '2025-02-19', list: 38650, voucher: 650, status: 'settled', received: true },
  { customer: 'bank', product: 'audit', type: 'fresh', day: '2025-02-26', list: 76000, status: 'settled', received: true },
  { customer: 'games', product: 'rds', type: 'fresh', day: '2025-03-06', list: 84500.75, status: 'settled', received: true },
  { customer: 'games', product: 'rds', type: 'fresh', day: '2025-03-06', list: 84500.75, status: 'settled', remark: 'twice', again: true },
  { customer: 'estate', product: 'ecs', type: 'up', day: '2025-03-13', list: 72900, status: 'settled', received: true },
  { customer: 'city', product: 'bastion', type: 'fresh', day: '2025-03-20', list: 236000, status: 'settled', received: true },
  { customer: 'food', product: 'slb', type: 'fresh', day: '2025-03-28', list: 24800, status: 'settled', received: true },
  { customer: 'harbor', product: 'oss', type: 'fresh', day: '2025-04-09', list: 52000, status: 'settled', received: true },
  { customer: 'school', product: 'ecs', type: 'fresh', day: '2025-04-17', list: 66400, status: 'settled', received: true },
  { customer: 'bank', product: 'cfw', type: 'fresh', day: '2025-04-24', list: 132500, status: 'settled', received: true },
  { customer: 'factory', product: 'sas', type: 'fresh', day: '2025-05-08', list: 58900.5, status: 'settled', received: true },
  { customer: 'retail', product: 'ecs', type: 'renew', day: '2025-05-14', list: 99800, voucher: 1800, status: 'settled', received: true },
  { customer: 'hospital', product: 'rds', type: 'fresh', day: '2025-05-22', list: 87600, status: 'settled', received: true },
  { customer: 'games', product: 'waf', type: 'fresh', day: '2025-05-29', list: 45800.5, status: 'settled', received: true },
  { customer: 'games', product: 'rds', type: 'refund', day: '2025-06-04', list: -18900, status: 'refunded', remark: 'refund' },
  { customer: 'city', product: 'ecs', type: 'fresh', day: '2025-06-11', list: 398000, status: 'settled', received: true },
  { customer: 'estate', product: 'audit', type: 'fresh', day: '2025-06-18', list: 36500, status: 'settled', received: true },
  { customer: 'food', product: 'ecs', type: 'fresh', day: '2025-06-26', list: 78200, status: 'settled', received: true },
  { customer: 'harbor', product: 'bastion', type: 'fresh', day: '2025-07-03', list: 68000.5, status: 'open' },
  { customer: 'school', product: 'oss', type: 'renew', day: '2025-07-10', list: 31200, status: 'open' },
  { customer: 'bank', product: 'ecs', type: 'fresh', day: '2025-07-17', list: 412000, status: 'open' },
  { customer: 'factory', product: 'waf', type: 'fresh', day: '2025-07-24', list: 49800, status: 'open' },
  { customer: 'retail', product: 'rds', type: 'fresh', day: '2025-07-31', list: 93400, status: 'open' },
  { customer: 'hospital', product: 'ecs', type: 'renew', day: '2025-08-07', list: 198600, status: 'open' },
  { customer: 'games', product: 'sas', type: 'fresh', day: '2025-08-14', list: 52600.5, status: 'open' },
  { customer: 'city', product: 'cfw', type: 'fresh', day: '2025-08-21', list: 218000, status: 'open' },
  { customer: 'estate', product: 'rds', type: 'fresh', day: '2025-08-28', list: ['5.72万', '57,200.00'], status: 'open' },
  { customer: 'food', product: 'oss', type: 'fresh', day: '2025-09-04', list: 22400, status: 'open' },
  { customer: 'harbor', product: 'ecs', type: 'up', day: '2025-09-11', list: 86400, status: 'open' },
  { customer: 'bank', product: 'sas', type: 'renew', day: '2025-09-18', list: 74800, status: 'open' },
  { customer: 'factory', product: 'slb', type: 'fresh', day: '2025-09-25', list: ['2.6', '$3,600.00'], status: 'open', remark: 'unit' },
  { customer: 'school', product: 'bastion', type: 'fresh', day: '2025-10-09', list: 66500, status: 'open' },
  { customer: 'retail', product: 'ecs', type: 'fresh', day: '2025-10-16', list: 160300, status: 'open' },
  { customer: 'hospital', product: 'waf', type: 'renew', day: '2025-10-23', list: 48200, status: 'open' },
  { customer: 'city', product: 'rds', type: 'fresh', day: '2025-10-30', list: 318000, status: 'open' },
  { customer: 'games', product: 'ecs', type: 'renew', day: '2025-11-05', list: 152400, status: 'open' },
  { customer: 'bank', product: 'rds', type: 'fresh', day: '2025-11-12', list: 296800, status: 'open' },
  { customer: 'estate', product: 'cfw', type: 'fresh', day: '2025-11-19', list: 61500, status: 'open', remark: 'purchasing' },
  { customer: 'food', product: 'sas', type: 'fresh', day: '2025-11-26', list: 43800, status: 'open' },
  { customer: 'harbor', product: 'rds', type: 'renew', day: '2025-12-03', list: 94600, status: 'open' },
  { customer: 'factory', product: 'ecs', type: 'up', day: '2025-12-09', list: 112750, status: 'open' },
  { customer: 'city', product: 'sas', type: 'renew', day: '2025-12-12', list: 98400, status: 'open' },
  { customer: 'school', product: 'cfw', type: 'fresh', day: '2025-12-17', list: 52300, status: 'open' },
  { customer: 'retail', product: 'waf', type: 'fresh', day: '2025-12-19', list: 38600, status: 'open' },
  { customer: 'bank', product: 'ecs', type: 'up', day: '2025-12-24', list: 96000, status: 'pending', probability: 0.7, cost: 2400, remark: 'december' },
  { customer: 'hospital', product: 'audit', type: 'fresh', day: '2025-12-26', list: 58000, status: 'pending', probability: 0.6, cost: 1200, remark: 'december' },
  { customer: 'city', product: 'oss', type: 'fresh', day: '2025-12-29', list: 168000, status: 'pending', probability: 0.35, cost: 9600 },
  { customer: 'food', product: 'bastion', type: 'fresh', day: '2025-12-30', list: 47500, status: 'pending', probability: 0.8, cost: 800 },
  { customer: 'games', product: 'slb', type: 'fresh', day: '2025-12-30', list: 26400, status: 'pending', probability: 0.5, cost: 600 },
];
