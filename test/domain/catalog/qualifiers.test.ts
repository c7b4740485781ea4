import { categoryOfProduct, extendCatalog } from '#domain/catalog/catalog.ts';
import { isQualifiers } from '#domain/catalog/qualifiers.ts';

test.each([
  ['企业版', true],
  ['g7', true],
  ['ecs', false],
  ['4c8g 包年包月', true],
  ['人天', true],
  ['years', true],
  ['新bgp', true],
  ['企业', false],
  ['a', false],
  ['', false],
])('%s: %p', (text, expected) => {
  expect(isQualifiers(text)).toBe(expected);
});

/** Each piece can be parted in several ways: all of them one after the other never ends. */
test.each(['1a1', '人天', '新bgp00', '1x1 '])('%s, many times, is told at once', (piece) => {
  expect(isQualifiers(piece.repeat(10_000))).toBe(true);
  expect(isQualifiers(`${piece.repeat(10_000)}!`)).toBe(false);
  const own = { name: '护盾', category: '安全', aliases: ['护盾'], decided: true };
  const catalog = extendCatalog([own]);
  expect(categoryOfProduct(`护盾 ${piece.repeat(1_000)}!`, catalog)).toBeUndefined();
  expect(categoryOfProduct(`护盾 ${piece.repeat(10)}`, catalog)).toBe('安全');
});
