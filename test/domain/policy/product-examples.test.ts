import { categoryKey } from '#domain/catalog/category.ts';
import type { Categories } from '#domain/policy/policy.ts';
import {
  examplesIn,
  productsOfExamples,
  withoutExamples,
} from '#domain/policy/product-examples.ts';

const only = (name: string): Categories => ({ [categoryKey(name)]: name });
const products = (text: string, own: Categories = 'all'): string[] =>
  examplesIn(text, own, ['基础', '安全', 'Security']).map(
    ({ product, category }) => `${category} ${product}`,
  );

test.each([
  ['安全产品如乾坤云一体机', ['安全 乾坤云一体机']],
  ['安全产品（如乾坤云一体机、云WAF等）返点更高', ['安全 乾坤云一体机', '安全 云WAF']],
  ['安全类，例如：KMS，SSL证书。', ['安全 KMS', '安全 SSL证书']],
  [
    'Security products such as KMS and SSL certificates',
    ['Security KMS', 'Security SSL certificates'],
  ],
  ['安全产品不包括 KMS', []],
  ['除KMS外的安全产品如WAF', []],
  ['其他产品如KMS', []],
])('%s', (text, examples) => expect(products(text)).toEqual(examples));

test('a note in the row of one class speaks of it', () => {
  expect(products('包括 KMS、SSL证书', only('安全'))).toEqual(['安全 KMS', '安全 SSL证书']);
  expect(products('包括 KMS、SSL证书')).toEqual([]);
});

test.each([
  ['安全产品（如乾坤云一体机、WAF）', '安全产品'],
  ['安全(WAF、堡垒机)、基础', '安全、基础'],
  ['安全产品如乾坤云一体机', '安全产品'],
  ['公有云(华东)', '公有云(华东)'],
])('the categories of %s are %s', (text, rest) => expect(withoutExamples(text)).toBe(rest));

test('a product that two classes claim is settled by neither', () =>
  expect(
    productsOfExamples([
      { product: 'KMS', category: '安全' },
      { product: 'kms', category: '基础' },
      { product: 'SSL证书', category: '安全' },
    ]).map(({ name }) => name),
  ).toEqual(['SSL证书']));
