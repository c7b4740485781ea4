import { BASE_CATEGORY, SECURITY_CATEGORY } from './category.ts';
import type { Family } from './family.ts';

/** The reseller's own services: sold beside the vendor's products, never part of its sales. */
export const OWN_SERVICE = 'own-service';

export interface CatalogProduct {
  /** Name as shown. */
  readonly name: string;
  /** A category, or OWN_SERVICE; null: only a policy, or the user, can say. */
  readonly category: string | null;
  /** Under which the vendors publish it: a category only where a policy names it. */
  readonly family?: Family;
  /** Names, abbreviations and codes, in either language. */
  readonly aliases: readonly string[];
  /**
   * False where the trade itself does not agree on the category (数据库 may be a class of its own):
   * a ledger that states no category asks.
   */
  readonly decided: boolean;
}

const product = (
  name: string,
  category: string,
  aliases: string,
  family?: Family,
  decided = true,
): CatalogProduct => ({
  name,
  category,
  aliases: [name, ...aliases.split('|')],
  decided,
  ...(family === undefined ? {} : { family }),
});

/** Products every Alibaba Cloud reseller sells. A workbook's own catalog goes before it. */
export const KNOWN_PRODUCTS: readonly CatalogProduct[] = [
  product(
    '云服务器ECS',
    BASE_CATEGORY,
    'ECS|云服务器|服务器|Elastic Compute Service|Elastic Compute|Cloud Server|弹性计算|云主机',
    '计算',
  ),
  product(
    '对象存储OSS',
    BASE_CATEGORY,
    'OSS|对象存储|Object Storage Service|Object Storage',
    '存储',
  ),
  product(
    '负载均衡SLB',
    BASE_CATEGORY,
    'SLB|CLB|ALB|NLB|负载均衡|传统型负载均衡|应用型负载均衡|Server Load Balancer|Load ' +
      'Balancer|Classic Load ' +
      'Balancer|Application Load Balancer',
    '网络',
  ),
  product('CDN', BASE_CATEGORY, '内容分发网络|内容分发|Content Delivery Network', '网络'),
  product(
    '云数据库RDS',
    BASE_CATEGORY,
    'RDS|云数据库|数据库|关系型数据库|ApsaraDB|ApsaraDB RDS|Relational Database Service|' +
      'Cloud Database|Database',
    '数据库',
    false,
  ),
  product(
    'PolarDB',
    BASE_CATEGORY,
    '云原生数据库PolarDB|云原生数据库|云数据库PolarDB',
    '数据库',
    false,
  ),
  product(
    'Web应用防火墙',
    SECURITY_CATEGORY,
    'WAF|云WAF|Web防火墙|网站应用防火墙|应用防火墙|Web Application Firewall|Cloud WAF',
    '安全',
  ),
  product(
    '堡垒机',
    SECURITY_CATEGORY,
    '云堡垒机|运维安全中心|运维安全中心(堡垒机)|Bastionhost|Bastion Host|Cloud Bastion Host',
    '安全',
  ),
  product(
    '云安全中心',
    SECURITY_CATEGORY,
    '安全中心|安骑士|态势感知|SAS|Security Center|Cloud Security Center|Threat Detection',
    '安全',
  ),
  product('云防火墙', SECURITY_CATEGORY, 'CFW|Cloud Firewall|CloudFirewall', '安全'),
  product(
    'DDoS高防',
    SECURITY_CATEGORY,
    'DDoS|高防IP|高防|DDoS原生防护|DDoS防护|DDoS高防IP|ddoscoo|ddosbgp|Anti-DDoS|AntiDDoS|' +
      'Anti-DDoS ' +
      'Pro|Anti-DDoS Premium|Anti-DDoS Origin|DDoS Protection',
    '安全',
  ),
  product(
    '数据库审计',
    SECURITY_CATEGORY,
    'DBAudit|数据库安全审计|Database Audit|DB Audit|Database Auditing',
    '安全',
  ),
  product(
    '日志服务SLS',
    SECURITY_CATEGORY,
    'SLS|日志服务|日志审计|Log Service|Simple Log Service|Log Audit',
    undefined,
    false,
  ),
  product(
    'SSL证书',
    SECURITY_CATEGORY,
    'SSL|数字证书|数字证书管理服务|证书服务|CAS|SSL Certificate|SSL Certificates|SSL ' +
      'Certificates Service',
    undefined,
    false,
  ),
  product(
    '密钥管理服务KMS',
    SECURITY_CATEGORY,
    'KMS|密钥管理|密钥管理服务|Key Management Service|Key Management',
    undefined,
    false,
  ),
  product(
    '乾坤云一体机',
    SECURITY_CATEGORY,
    '乾坤一体机|乾坤|Qiankun appliance|Qiankun all-in-one|qk_aio',
    undefined,
    false,
  ),
  product(
    '等保咨询',
    OWN_SERVICE,
    '等保服务|测评|测评服务|等保整改服务|等保测评|等保测评咨询|等保整改|等保|等级保护咨询|' +
      '等保咨询服务|MLPS consulting|MLPS|MLPS ' +
      'assessment|Compliance consulting|Consulting|Consultancy|Consulting ' +
      'service|Consulting services|咨询|咨询服务|技术咨询|安全咨询',
  ),
  product(
    '实施服务',
    OWN_SERVICE,
    '实施|部署实施|实施部署|部署服务|上云实施|集成|集成服务|系统集成|安装调试|' +
      'Implementation|Deployment ' +
      'service|Integration|Integration service|Setup service|Professional ' +
      'services|Professional service',
  ),
  product(
    '迁移服务',
    OWN_SERVICE,
    '迁移|上云迁移|上云迁移服务|数据迁移|数据迁移服务|云迁移|搬站|系统迁移|业务迁移|' +
      'Migration|Cloud migration|Migration ' +
      'service|Data migration service',
  ),
  product(
    '驻场服务',
    OWN_SERVICE,
    '驻场|驻场运维|驻场运维服务|人员驻场|运维服务|代运维|代维|托管运维|技术服务|技术支持|' +
      '技术支持服务|运维|维保|维保服务|On-site ' +
      'service|Onsite service|On-site support|On-site|Managed service|Managed ' +
      'services|Operation and maintenance|O&M|O&M service|Technical service|Technical ' +
      'support|On-site engineer',
  ),
  product('培训服务', OWN_SERVICE, '培训|技术培训|安全培训|培训费|Training|Training service'),
];
