import {
  categoryOfProduct,
  knownCatalog,
  placeOf,
  productOf,
  PUBLISHED_PRODUCTS,
} from '#domain/catalog/catalog.ts';
import { categoryKey } from '#domain/catalog/category.ts';
import { familyNamed, familyWithin } from '#domain/catalog/family.ts';
import { categoryUnder } from '#domain/catalog/policy-categories.ts';
import { foldKey } from '#domain/reading/fold-text.ts';

test('some two hundred published products, none of which knows a category', () => {
  expect(PUBLISHED_PRODUCTS.length).toBeGreaterThan(180);
  expect(PUBLISHED_PRODUCTS.filter(({ category }) => category !== null)).toEqual([]);
});

test('no name stands for two published products', () => {
  const owners = new Map<string, string>();
  const twice: string[] = [];
  for (const { name, aliases } of PUBLISHED_PRODUCTS)
    for (const alias of new Set(aliases.map(foldKey))) {
      if (owners.has(alias)) twice.push(`${alias}: ${owners.get(alias)}, ${name}`);
      owners.set(alias, name);
    }
  expect(twice).toEqual([]);
});

test.each([
  ['云数据库Redis版', '数据库'],
  ['ApsaraDB for Redis', '数据库'],
  ['Tair 企业版', '数据库'],
  ['MaxCompute', '大数据'],
  ['odps', '大数据'],
  ['EIP', '网络'],
  ['弹性公网IP 按量付费', '网络'],
  ['NAT Gateway', '网络'],
  ['文件存储NAS', '存储'],
  ['ACK Pro', '容器'],
  ['函数计算FC', '无服务器'],
  ['人工智能平台PAI', '人工智能'],
  ['短信服务', '企业服务'],
  ['内容安全', '安全'],
  ['云服务器CVM', '计算'],
  ['RDS MySQL 8.0', '数据库'],
  ['ECS', '计算'],
])('%s is published under %s', (name, family) =>
  expect(placeOf(name, knownCatalog)?.family).toBe(family),
);

test('a published product has no category of its own', () =>
  expect(categoryOfProduct('短信服务', knownCatalog)).toBeUndefined());

test('products of two families in no category of their own are no bundle', () => {
  expect(placeOf('EIP+NAS', knownCatalog)).toBeUndefined();
  expect(placeOf('Redis、MongoDB', knownCatalog)?.family).toBe('数据库');
  expect(productOf('Redis MaxCompute', knownCatalog)).toBeUndefined();
});

test(
  'a family is the same word in both languages; a wider heading is not the same ' + 'category',
  () => {
    expect(categoryKey('Databases')).toBe(categoryKey('数据库产品'));
    expect(familyNamed('数据库服务')).toBeUndefined();
    expect(familyWithin('网络与CDN')).toBe('网络');
    expect(categoryKey('网络与CDN')).not.toBe(categoryKey('网络'));
  },
);

const under = (product: string, ...names: string[]): string | undefined =>
  categoryUnder(placeOf(product, knownCatalog)!, {
    names: new Map(names.map((name) => [categoryKey(name), name])),
    byRate: new Map(),
  });

describe('the category under a policy', () => {
  test.each([
    ['RDS', ['数据库', '基础'], '数据库'],
    ['RDS', ['Database', 'Security'], 'Database'],
    ['EIP', ['网络与CDN', '安全'], '网络与CDN'],
    ['ECS', ['计算', '存储'], '计算'],
    ['ECS', ['基础', '安全'], '基础'],
    ['WAF', ['安全'], '安全'],
    ['内容安全', ['安全产品', '基础'], '安全产品'],
  ])('%s under %j is %s', (product, names, category) =>
    expect(under(product, ...names)).toBe(category),
  );
  test('a family that the policy does not name is no part of what it names', () => {
    expect(under('EIP', '安全', '数据库')).toBe('网络');
    expect(under('ECS', '安全')).toBe('基础');
  });
  test('what a class of the house holds, nobody but the house knows', () => {
    expect(under('EIP', '基础', '安全')).toBeUndefined();
    expect(under('ECS', '公有云', '安全')).toBeUndefined();
    expect(under('ECS', '基础', '计算')).toBeUndefined();
    expect(under('KMS', '基础', '安全')).toBeUndefined();
  });
  test('where all categories are alike a family will do', () => {
    expect(under('EIP')).toBe('网络');
    expect(under('ECS')).toBe('基础');
  });
});
