import {
  categoriesOf,
  categoryOfProduct,
  extendCatalog,
  knownCatalog,
  productOf,
} from '#domain/catalog/catalog.ts';
import { OWN_SERVICE } from '#domain/catalog/products.ts';
import { readCatalog } from '#domain/catalog/read-catalog.ts';

const known: readonly (readonly [string, string])[] = [
  ['云服务器ECS', '基础'],
  ['ECS', '基础'],
  ['ecs', '基础'],
  ['云服务器', '基础'],
  ['Elastic Compute Service', '基础'],
  ['ＥＣＳ', '基础'],
  ['云服务器 ECS', '基础'],
  ['阿里云ECS g7 4核8G', '基础'],
  ['ECS（华东1）', '基础'],
  ['云服务器ECS 包年', '基础'],
  ['对象存储OSS', '基础'],
  ['Object Storage Service', '基础'],
  ['负载均衡', '基础'],
  ['ALB', '基础'],
  ['CDN', '基础'],
  ['内容分发网络', '基础'],
  ['云数据库RDS', '基础'],
  ['RDS MySQL', '基础'],
  ['PolarDB', '基础'],
  ['Web应用防火墙', '安全'],
  ['云WAF', '安全'],
  ['云WAF企业版', '安全'],
  ['Web Application Firewall', '安全'],
  ['堡垒机', '安全'],
  ['Bastionhost', '安全'],
  ['运维安全中心（堡垒机）', '安全'],
  ['云安全中心 防病毒版', '安全'],
  ['安骑士', '安全'],
  ['Cloud Firewall', '安全'],
  ['CFW', '安全'],
  ['DDoS高防', '安全'],
  ['高防IP', '安全'],
  ['Anti-DDoS Pro', '安全'],
  ['ddoscoo', '安全'],
  ['数据库审计', '安全'],
  ['dbaudit', '安全'],
  ['乾坤云一体机', '安全'],
  ['乾坤一体机', '安全'],
  ['SSL证书', '安全'],
  ['等保咨询', OWN_SERVICE],
  ['等保咨询服务', OWN_SERVICE],
  ['上云迁移', OWN_SERVICE],
  ['驻场运维服务', OWN_SERVICE],
  ['实施', OWN_SERVICE],
  ['MLPS consulting', OWN_SERVICE],
  ['Migration', OWN_SERVICE],
  ['ECS+OSS', '基础'],
  ['云WAF、堡垒机', '安全'],
];
test.each(known)('%s is %s', (name, category) =>
  expect(categoryOfProduct(name, knownCatalog)).toBe(category),
);

test.each([
  '智能客服',
  '短信服务',
  'SPECS',
  'ECS+WAF',
  'ECS代维',
  'ECS 等保咨询',
  'CDN安全加速',
  '云服务器安全加固',
  '云',
  '安全',
  '基础',
  '',
  '防火墙',
  'Redis',
  'WAF training',
  '数据库迁移',
])("%s is nobody's guess", (name) => expect(categoryOfProduct(name, knownCatalog)).toBeUndefined());

test('products on which the trade does not agree are marked', () => {
  const undecided = ['RDS', 'PolarDB', 'SLS', 'SSL证书', 'KMS', '乾坤云一体机'];
  expect(undecided.map((name) => productOf(name, knownCatalog)?.decided)).toEqual(
    undecided.map(() => false),
  );
  expect(
    ['ECS', 'CDN', 'WAF', '数据库审计'].map((name) => productOf(name, knownCatalog)?.decided),
  ).toEqual([true, true, true, true]);
});

test('the longest alias names the product', () => {
  expect(productOf('数据库审计 专业版', knownCatalog)?.name).toBe('数据库审计');
  expect(productOf('云安全中心', knownCatalog)?.name).toBe('云安全中心');
});

describe('a catalog of the user', () => {
  const own = readCatalog([
    ['我的产品目录', null, null, null],
    ['产品', '类别', '别名', '代码'],
    ['智能客服', 'AI', '小蜜、云小蜜', 'ccs'],
    ['云数据库RDS', '数据库', 'RDS', 'rds'],
    ['机房托管', '自有服务', null, null],
    [null, 'AI', 'x', null],
    ['没有类别', null, null, null],
  ]);
  const catalog = extendCatalog(own);

  test.each([
    ['云小蜜', 'AI'],
    ['ccs', 'AI'],
    ['RDS', '数据库'],
    ['机房托管', OWN_SERVICE],
    ['ECS', '基础'],
  ])('%s is %s', (name, category) => expect(categoryOfProduct(name, catalog)).toBe(category));
  test('rows without product or category say nothing', () => expect(own).toHaveLength(3));
  test('its word decides what was open', () =>
    expect(productOf('RDS', catalog)?.decided).toBe(true));
  test('its categories can be chosen, own services cannot', () =>
    expect(categoriesOf(catalog)).toEqual(['基础', '安全', 'AI', '数据库']));
  test('a table without the two columns is no catalog', () =>
    expect(
      readCatalog([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).toEqual([]));
});
